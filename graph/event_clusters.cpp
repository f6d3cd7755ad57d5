#include "graph/event_clusters.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <tuple>
#include <unordered_map>

namespace entente {
namespace {

constexpr std::size_t kCompared = 16;  // reports of an event with which words are compared

/// The events met so far, by what a report of the same one is found by.
class Clustering {
 public:
  Clustering(const EventReports& reports, const EventLikeness& likeness) : reports_(reports), likeness_(likeness) {}

  void place(std::uint32_t report) {
    const std::vector<std::uint64_t> roots = likeness_.roots(report);
    std::vector<std::uint32_t> candidates;
    for (const std::uint64_t root : roots) find(reports_.at(report), root, candidates);
    std::ranges::sort(candidates);
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    if (const auto best = best_of(candidates, report)) return join(*best, report);
    const auto number = static_cast<std::uint32_t>(clusters_.size());
    clusters_.push_back({{report}, {}});
    profiles_.push_back({report});
    for (const std::uint64_t root : roots) enter(reports_.at(report), root, number);
  }

  std::vector<EventCluster> take() { return std::move(clusters_); }

 private:
  /// Type, modality and actor with a day, or with the first day of a month or year; with the article where no day is
  /// known.
  [[nodiscard]] std::uint64_t key(const EventReport& report, std::uint64_t root, std::int32_t day, bool longer) const {
    const bool known = report.timing != Timing::unknown;
    const std::array<std::uint64_t, 5> parts{root, report.type, static_cast<std::uint64_t>(report.modality),
                                             known ? (longer ? 2U : 1U) : 0U,
                                             known ? static_cast<std::uint64_t>(day) : report.article};
    return XXH3_64bits(parts.data(), sizeof(parts));
  }

  void find(const EventReport& report, std::uint64_t root, std::vector<std::uint32_t>& candidates) const {
    for (std::int32_t day = report.first_day; day <= report.last_day; ++day) {
      for (const bool longer : {false, true}) {
        if (longer && !of_month_or_year(report)) continue;
        const auto found = by_key_.find(key(report, root, day, longer));
        if (found != by_key_.end()) candidates.insert(candidates.end(), found->second.begin(), found->second.end());
      }
    }
  }

  /// Months and years come last and find the days within them, not the other way round.
  void enter(const EventReport& report, std::uint64_t root, std::uint32_t cluster) {
    if (of_month_or_year(report)) return by_key_[key(report, root, report.first_day, true)].push_back(cluster);
    for (std::int32_t day = report.first_day; day <= report.last_day; ++day)
      by_key_[key(report, root, day, false)].push_back(cluster);
  }

  static bool of_month_or_year(const EventReport& report) {
    return report.timing == Timing::month || report.timing == Timing::year;
  }

  /// The event that a report is most like, of those that it is like enough.
  [[nodiscard]] std::optional<std::uint32_t> best_of(const std::vector<std::uint32_t>& candidates,
                                                     std::uint32_t report) const {
    std::optional<std::uint32_t> best;
    double most = 0;
    for (const std::uint32_t candidate : candidates) {
      const bool fits = std::ranges::all_of(profiles_[candidate],
                                            [&](std::uint32_t other) { return likeness_.compatible(report, other); });
      if (!fits) continue;
      const double margin = margin_to(clusters_[candidate].reports, report);
      if (margin < 0 || (best && margin <= most)) continue;
      best = candidate;
      most = margin;
    }
    return best;
  }

  /// To the first report, or where it is more, that which half of the reports reach.
  [[nodiscard]] double margin_to(const std::vector<std::uint32_t>& others, std::uint32_t report) const {
    std::vector<double> margins;
    for (std::size_t i = 0; i < std::min(others.size(), kCompared); ++i)
      margins.push_back(likeness_.margin(report, others[i]));
    const double first = margins.front();
    std::ranges::sort(margins, std::greater{});
    return std::max(first, margins[margins.size() / 2]);
  }

  void join(std::uint32_t cluster, std::uint32_t report) {
    clusters_[cluster].reports.push_back(report);
    std::vector<std::uint32_t>& profiles = profiles_[cluster];
    if (std::ranges::none_of(profiles, [&](std::uint32_t other) { return likeness_.same_profile(report, other); }))
      profiles.push_back(report);
  }

  const EventReports& reports_;
  const EventLikeness& likeness_;
  std::vector<EventCluster> clusters_;
  std::vector<std::vector<std::uint32_t>> profiles_;  ///< reports that stand for those with the same actors, days ...
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_key_;
};

/// What comes first says more: both sides, then how well the day is known, then confidence, then the first published.
auto rank_of(const EventReport& report) {
  const bool both = report.sources.count > 0 && report.targets.count > 0;
  return std::tuple(!both, report.timing == Timing::unknown, report.timing, -report.confidence, report.published_day,
                    report.article, report.statement);
}

}  // namespace

std::vector<EventCluster> cluster_events(const EventReports& reports, const EventLikeness& likeness) {
  std::vector<std::uint32_t> order(reports.all().size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&reports](std::uint32_t number) { return rank_of(reports.at(number)); });
  Clustering clustering(reports, likeness);
  for (const std::uint32_t report : order) clustering.place(report);
  return clustering.take();
}

}  // namespace entente
