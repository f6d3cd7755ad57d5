#include "graph/merge_events.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "graph/content_hash.h"
#include "graph/contested.h"
#include "graph/event_clusters.h"
#include "graph/event_likeness.h"
#include "graph/event_reports.h"
#include "graph/tally.h"
#include "graph/tie_id.h"

namespace entente {
namespace {

constexpr std::uint64_t kNodeMask = (std::uint64_t{1} << 48) - 1;

using Entities = std::vector<std::uint32_t>;

void sort_and_unique(Entities& entities) {
  std::ranges::sort(entities);
  entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
}

/// Makes an event of its reports.
class EventWriter {
 public:
  EventWriter(const std::vector<GraphEntity>& entities, const EventReports& reports)
      : entities_(entities), reports_(reports) {}

  [[nodiscard]] GraphEvent event(const EventCluster& cluster) const {
    GraphEvent event;
    const EventReport& first = reports_.at(cluster.reports.front());
    event.type = reports_.text(first.type);
    event.modality = first.modality;
    set_actors(event, cluster);
    set_coding(event, cluster);
    set_date(event, cluster);
    set_support(event, cluster);
    set_sayers(event, cluster);
    return event;
  }

  /// By what an event is known.
  [[nodiscard]] std::string key(const GraphEvent& event, const EventCluster& cluster) const {
    std::string day = event.precision == DatePrecision::day ? event.date : event.first_date;
    if (!event.date.empty() && event.precision != DatePrecision::day) day = event.date + "/" + day;
    const bool alone = (event.sources.empty() && event.targets.empty()) || day.empty();
    const std::string& article = reports_.article_id(earliest(cluster).article);
    return fmt::format("{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}", event.type, event.mode, ids(event.sources),
                       ids(event.targets), word(event.modality), day, alone ? article : "");
  }

  /// What tells two events of one key apart.
  [[nodiscard]] std::string further_key(const EventCluster& cluster) const {
    const EventReport& report = earliest(cluster);
    return fmt::format("\x1f{}\x1f{}", reports_.article_id(report.article), report.statement);
  }

  [[nodiscard]] auto order(const EventCluster& cluster) const {
    const EventReport& report = earliest(cluster);
    return std::tuple(report.published_day, report.article, report.statement);
  }

 private:
  using Coding = std::tuple<std::string, std::int32_t, double>;  // CAMEO code, quad class, intensity

  [[nodiscard]] const EventReport& earliest(const EventCluster& cluster) const {
    return reports_.at(*std::ranges::min_element(cluster.reports, {}, [this](std::uint32_t number) {
      const EventReport& report = reports_.at(number);
      return std::tuple(report.published_day, report.article, report.statement);
    }));
  }

  [[nodiscard]] std::string ids(const Entities& numbers) const {
    std::string result;
    for (const std::uint32_t number : numbers) result += entities_[number].id + '\x1e';
    return result;
  }

  [[nodiscard]] Entities entities(EventReport::Numbers which) const {
    const auto numbers = reports_.numbers(which);
    return {numbers.begin(), numbers.end()};
  }

  /// How much a pair of sides says: both are there, how many, how many of them are no countries.
  [[nodiscard]] auto detail(const std::pair<Entities, Entities>& sides) const {
    const auto particular = [this](std::uint32_t entity) { return entities_[entity].kind != Kind::country; };
    return std::tuple(!sides.first.empty() && !sides.second.empty(), sides.first.size() + sides.second.size(),
                      std::ranges::count_if(sides.first, particular) + std::ranges::count_if(sides.second, particular));
  }

  void set_actors(GraphEvent& event, const EventCluster& cluster) const {
    std::set<std::pair<std::pair<Entities, Entities>, std::uint32_t>> votes;  // sides, story
    for (const std::uint32_t number : cluster.reports) {
      const EventReport& report = reports_.at(number);
      votes.insert({{entities(report.sources), entities(report.targets)}, report.story});
    }
    Tally<std::pair<Entities, Entities>> sides;
    for (const auto& [side, story] : votes) sides.add(side);
    std::tie(event.sources, event.targets) =
        sides.best([this](const auto& a, const auto& b) { return detail(a) > detail(b); });
  }

  void set_coding(GraphEvent& event, const EventCluster& cluster) const {
    Tally<std::string> modes;
    std::set<std::string> contexts;
    for (const std::uint32_t number : cluster.reports) {
      const EventReport& report = reports_.at(number);
      if (const std::string& mode = reports_.text(report.mode); !mode.empty()) modes.add(mode);
      const std::string& lines = reports_.text(report.contexts);
      for (std::size_t at = 0; at < lines.size(); at = lines.find('\n', at) + 1)
        contexts.insert(lines.substr(at, lines.find('\n', at) - at));
    }
    event.mode = modes.best();
    event.contexts.assign(contexts.begin(), contexts.end());
    Tally<Coding> codings;
    for (const std::uint32_t number : cluster.reports) {
      const EventReport& report = reports_.at(number);
      if (reports_.text(report.mode) != event.mode) continue;
      codings.add({reports_.text(report.cameo), report.quad, report.intensity});
    }
    std::tie(event.cameo, event.quad, event.intensity) = codings.best();
  }

  /// The day that the most reports name, else that of publication, else what is known of month or year.
  void set_date(GraphEvent& event, const EventCluster& cluster) const {
    std::map<Timing, Tally<std::string>> dates;
    for (const std::uint32_t number : cluster.reports) {
      const EventReport& report = reports_.at(number);
      if (report.precision != DatePrecision::unknown) dates[report.timing].add(reports_.text(report.date));
    }
    if (dates.empty()) return;
    const auto& [timing, best] = *dates.begin();
    event.date = best.best();
    event.precision = timing == Timing::month  ? DatePrecision::month
                      : timing == Timing::year ? DatePrecision::year
                                               : DatePrecision::day;
  }

  void set_support(GraphEvent& event, const EventCluster& cluster) const {
    std::set<std::uint32_t> stories;
    std::set<std::uint32_t> articles;
    Tally<std::int32_t> places;
    for (const std::uint32_t number : cluster.reports) {
      const EventReport& report = reports_.at(number);
      stories.insert(report.story);
      articles.insert(report.article);
      event.confidence = std::max(event.confidence, report.confidence);
      if (report.place >= 0) places.add(report.place);
      const std::string& published = reports_.text(report.published);
      if (published.empty()) continue;
      if (event.first_date.empty() || published < event.first_date) event.first_date = published;
      event.last_date = std::max(event.last_date, published);
    }
    event.weight = static_cast<std::uint32_t>(stories.size());
    event.articles = static_cast<std::uint32_t>(articles.size());
    if (places.empty()) return;
    const auto exact = [this](std::int32_t place) {
      return entities_[static_cast<std::size_t>(place)].kind != Kind::country;
    };
    const bool any = std::ranges::any_of(places.votes(), [&](const auto& vote) { return exact(vote.first); });
    Tally<std::int32_t> finest;
    for (const auto& [place, votes] : places.votes()) {
      if (exact(place) == any) finest.add(place, votes);
    }
    event.place = finest.best();
  }

  void set_sayers(GraphEvent& event, const EventCluster& cluster) const {
    Tally<std::int32_t> attributions;
    for (const std::uint32_t number : cluster.reports) {
      const std::int32_t who = reports_.at(number).attribution;
      if (who >= 0) attributions.add(who);
    }
    if (!attributions.empty()) event.attribution = attributions.best();
    const auto deny = [&](const std::vector<std::uint32_t>& numbers) {
      for (const std::uint32_t number : numbers) {
        const Entities who = deniers(reports_, number);
        event.denied_by.insert(event.denied_by.end(), who.begin(), who.end());
      }
      sort_and_unique(event.denied_by);
    };
    deny(cluster.denials);
    if (event.modality == Modality::denied) {
      std::vector<std::uint32_t> said;
      std::ranges::copy_if(cluster.reports, std::back_inserter(said), [this](std::uint32_t number) {
        return reports_.at(number).attribution >= 0 || reports_.at(number).denial;
      });
      return deny(said);
    }
    for (const auto& [who, votes] : attributions.votes()) event.asserted_by.push_back(static_cast<std::uint32_t>(who));
    if (event.type == "ACCUSE" && event.contested()) {
      event.asserted_by.insert(event.asserted_by.end(), event.sources.begin(), event.sources.end());
      sort_and_unique(event.asserted_by);
    }
  }

  const std::vector<GraphEntity>& entities_;
  const EventReports& reports_;
};

}  // namespace

struct EventMerge::Impl {
  explicit Impl(const std::vector<GraphEntity>& all) : entities(all) {}

  const std::vector<GraphEntity>& entities;
  EventReports reports;

  /// An event with its key, so that ids can be given in an order that is a function of the set of articles.
  struct Keyed {
    std::string key;
    const EventCluster* cluster;
    GraphEvent event;
  };

  /// Gives each event its number: the hash of its key, with what tells it apart where another has the key.
  static std::vector<std::uint64_t> numbers(const std::vector<Keyed>& keyed, const EventWriter& writer) {
    std::vector<std::uint64_t> result;
    std::unordered_set<std::uint64_t> taken;
    for (std::size_t i = 0; i < keyed.size(); ++i) {
      const bool again = i > 0 && keyed[i - 1].key == keyed[i].key;
      const std::string key = again ? keyed[i].key + writer.further_key(*keyed[i].cluster) : keyed[i].key;
      std::uint64_t number = fingerprint({key}).low & kNodeMask;
      while (!taken.insert(number).second) number = (number + 1) & kNodeMask;
      result.push_back(number);
    }
    return result;
  }

  void add_evidence(const std::vector<std::uint32_t>& numbers, std::uint64_t event, bool denies, Result& result) const {
    for (const std::uint32_t number : numbers) {
      const EventReport& report = reports.at(number);
      result.evidence.push_back({report.article, report.statement, event, report.evidence, report.confidence,
                                 reports.text(report.rule), denies || report.modality == Modality::denied});
    }
  }

  Result finish() {
    const EventLikeness likeness(entities, reports);
    std::vector<EventCluster> clusters = cluster_events(reports, likeness);
    hang_denials(clusters, reports, likeness);
    const EventWriter writer(entities, reports);
    std::vector<Keyed> keyed;
    for (const EventCluster& cluster : clusters) {
      GraphEvent event = writer.event(cluster);
      std::string key = writer.key(event, cluster);
      keyed.push_back({std::move(key), &cluster, std::move(event)});
    }
    std::ranges::sort(keyed, [&writer](const Keyed& a, const Keyed& b) {
      return a.key != b.key ? a.key < b.key : writer.order(*a.cluster) < writer.order(*b.cluster);
    });
    const std::vector<std::uint64_t> given = numbers(keyed, writer);
    Result result;
    for (std::size_t i = 0; i < keyed.size(); ++i) {
      keyed[i].event.id = event_id(given[i]);
      add_evidence(keyed[i].cluster->reports, given[i], false, result);
      add_evidence(keyed[i].cluster->denials, given[i], true, result);
      result.events.push_back(std::move(keyed[i].event));
    }
    std::ranges::sort(result.events, {}, &GraphEvent::id);
    std::ranges::sort(result.evidence, {},
                      [](const EventEvidence& each) { return std::tuple(each.article, each.statement, each.event); });
    return result;
  }
};

EventMerge::EventMerge(const std::vector<GraphEntity>& entities) : impl_(std::make_unique<Impl>(entities)) {}
EventMerge::~EventMerge() = default;

void EventMerge::add(const Extraction& extraction, std::span<const std::int32_t> members, std::uint32_t story) {
  impl_->reports.add(extraction, members, story);
}

EventMerge::Result EventMerge::finish() {
  return impl_->finish();
}

}  // namespace entente
