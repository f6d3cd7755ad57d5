#include "graph/contested.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

namespace entente {
namespace {

constexpr double kShared = 0.3;
constexpr double kSharedWithin = 0.2;    // in one article
constexpr std::int32_t kWithinDays = 7;  // from the event to its denial
constexpr std::uint32_t kSentence = 1;   // from another hostile act
constexpr std::uint32_t kSentences = 2;  // from an accusation to its rejection
constexpr std::int32_t kHostile = 3;     // the quad classes of conflict begin here

/// Events by actor, to find what a denial is about.
class Denials {
 public:
  Denials(std::vector<EventCluster>& clusters, const EventReports& reports, const EventLikeness& likeness)
      : clusters_(clusters), reports_(reports), likeness_(likeness) {
    for (std::uint32_t i = 0; i < clusters.size(); ++i) {
      if (first(i).modality == Modality::denied) continue;
      for (const std::uint64_t root : likeness.roots(clusters[i].reports.front())) by_root_[root].push_back(i);
    }
  }

  void hang() {
    for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
      if (first(i).modality == Modality::denied) hang_denied(i);
    }
    for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
      if (!clusters_[i].reports.empty() && reports_.text(first(i).type) == "REJECT") hang_rejection(i);
    }
    std::erase_if(clusters_, [](const EventCluster& cluster) { return cluster.reports.empty(); });
  }

 private:
  [[nodiscard]] const EventReport& first(std::uint32_t cluster) const {
    return reports_.at(clusters_[cluster].reports.front());
  }

  /// Whether what one report tells was at most a week before the other tells that it was not.
  [[nodiscard]] static bool before(const EventReport& event, const EventReport& denial) {
    if (event.timing == Timing::unknown || denial.timing == Timing::unknown) return event.article == denial.article;
    const std::int32_t said = std::max(denial.last_day, denial.published_day);
    return event.first_day <= said && said - event.last_day <= kWithinDays;
  }

  /// The cluster for which `likeness_to` is greatest, if it is more than nought for any; the first of several.
  template <typename Likeness>
  [[nodiscard]] std::optional<std::uint32_t> best(std::uint32_t report, Likeness likeness_to) const {
    std::optional<std::uint32_t> result;
    double most = 0;
    for (const std::uint64_t root : likeness_.roots(report)) {
      const auto found = by_root_.find(root);
      if (found == by_root_.end()) continue;
      for (const std::uint32_t cluster : found->second) {
        if (!before(first(cluster), reports_.at(report))) continue;
        const double likeness = likeness_to(cluster);
        if (likeness <= most) continue;
        most = likeness;
        result = cluster;
      }
    }
    return result;
  }

  /// How many words a report shares with the likest of an event, if they are enough.
  template <typename Fits>
  [[nodiscard]] double shared(std::uint32_t cluster, std::uint32_t report, Fits fits) const {
    double most = 0;
    for (const std::uint32_t other : clusters_[cluster].reports) {
      const bool within = reports_.at(other).article == reports_.at(report).article;
      const double words = likeness_.shared_words(other, report);
      if (words >= (within ? kSharedWithin : kShared) && words > most && fits(other)) most = words;
    }
    return most;
  }

  void hang_denied(std::uint32_t cluster) {
    std::vector<std::uint32_t>& denied = clusters_[cluster].reports;
    const std::uint32_t report = denied.front();
    const EventReport& denial = reports_.at(report);
    if ((denial.attribution < 0 && !denial.denial) || deniers(reports_, report).empty()) return;
    const auto about = best(report, [&](std::uint32_t other) {
      if (first(other).type != denial.type) return 0.0;
      return shared(other, report, [&](std::uint32_t one) { return likeness_.same_matter(one, report); });
    });
    if (!about) return;
    std::vector<std::uint32_t>& denials = clusters_[*about].denials;
    denials.insert(denials.end(), denied.begin(), denied.end());
    denied.clear();
  }

  [[nodiscard]] bool accuses(const EventReport& event) const {
    return reports_.text(event.type) == "ACCUSE" && reports_.text(event.mode) != "investigate";
  }

  /// Whether who rejects is who is accused, or is said by somebody to have acted with hostility.
  [[nodiscard]] bool is_about(const EventReport& event, const EventReport& rejection) const {
    const std::string& type = reports_.text(event.type);
    if (!accuses(event) && (event.quad < kHostile || event.attribution < 0 || type == "REJECT" || type == "ACCUSE"))
      return false;
    const auto matches = [this](std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
      return !a.empty() && !b.empty() && likeness_.match(a, b) <= ActorMatch::partial;
    };
    if (!matches(reports_.numbers(rejection.sources), reports_.numbers(accuses(event) ? event.targets : event.sources)))
      return false;
    const auto towards = reports_.numbers(rejection.targets);
    return towards.empty() || !accuses(event) || matches(towards, reports_.numbers(event.sources));
  }

  /// Whether a rejection follows at once upon what it is about.
  [[nodiscard]] bool follows(const EventReport& rejection, const EventReport& event) const {
    return event.article == rejection.article && event.sentence <= rejection.sentence &&
           rejection.sentence - event.sentence <= (accuses(event) ? kSentences : kSentence);
  }

  [[nodiscard]] double about(std::uint32_t cluster, std::uint32_t report) const {
    const EventReport& rejection = reports_.at(report);
    const bool at_once = std::ranges::any_of(clusters_[cluster].reports, [&](std::uint32_t one) {
      return follows(rejection, reports_.at(one)) && is_about(reports_.at(one), rejection);
    });
    if (at_once) return 1;
    return shared(cluster, report, [&](std::uint32_t one) {
      return accuses(reports_.at(one)) && is_about(reports_.at(one), rejection);
    });
  }

  void hang_rejection(std::uint32_t cluster) {
    const std::vector<std::uint32_t> rejections = clusters_[cluster].reports;
    for (const std::uint32_t report : rejections) {
      const EventReport& rejection = reports_.at(report);
      if (!rejection.denial || rejection.modality != Modality::actual) continue;
      const auto event = best(report, [&](std::uint32_t other) { return about(other, report); });
      if (event && *event != cluster) clusters_[*event].denials.push_back(report);
    }
  }

  std::vector<EventCluster>& clusters_;
  const EventReports& reports_;
  const EventLikeness& likeness_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_root_;
};

}  // namespace

std::vector<std::uint32_t> deniers(const EventReports& reports, std::uint32_t report) {
  const EventReport& denial = reports.at(report);
  if (denial.modality == Modality::denied && denial.attribution >= 0)
    return {static_cast<std::uint32_t>(denial.attribution)};
  const auto sources = reports.numbers(denial.sources);
  return {sources.begin(), sources.end()};
}

void hang_denials(std::vector<EventCluster>& clusters, const EventReports& reports, const EventLikeness& likeness) {
  Denials(clusters, reports, likeness).hang();
}

}  // namespace entente
