#include "graph/merge_ties.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "extract/ontology.h"
#include "graph/content_hash.h"
#include "graph/tally.h"

namespace entente {
namespace {

constexpr std::uint64_t kNodeMask = (std::uint64_t{1} << 48) - 1;

void widen(const std::string& date, std::string& first, std::string& last) {
  if (date.empty()) return;
  if (first.empty() || date < first) first = date;
  if (last.empty() || date > last) last = date;
}

/// The most precise of the dates said, of those the most frequent.
std::string best_date(const Tally<std::string>& dates) {
  std::size_t precise = 0;
  for (const auto& [date, votes] : dates.votes()) precise = std::max(precise, date.size());
  Tally<std::string> finest;
  for (const auto& [date, votes] : dates.votes()) {
    if (date.size() == precise) finest.add(date, votes);
  }
  return finest.best();
}

/// Where the graph's relations or events are gathered: a node for each key, found by its hash.
template <typename Node>
class Nodes {
 public:
  /// The node of this key and its number: the key's hash, or the next number free. Articles come in the order of their
  /// ids, so that even then the number depends on the set of articles alone.
  std::pair<std::uint64_t, Node*> at(const std::string& key) {
    std::uint64_t number = fingerprint({key}).low & kNodeMask;
    while (true) {
      const auto [found, fresh] = nodes_.try_emplace(number);
      if (fresh) found->second.key = key;
      if (found->second.key == key) return {number, &found->second};
      number = (number + 1) & kNodeMask;
    }
  }

  [[nodiscard]] std::vector<std::pair<std::uint64_t, const Node*>> sorted() const {
    std::vector<std::pair<std::uint64_t, const Node*>> result;
    for (const auto& [number, node] : nodes_) result.emplace_back(number, &node);
    std::sort(result.begin(), result.end());
    return result;
  }

 private:
  std::unordered_map<std::uint64_t, Node> nodes_;
};

/// What is counted alike for relations and events.
struct Support {
  std::string key;
  std::string last_article;

  template <typename Tie>
  void add(Tie& tie, const Article& article, double confidence) {
    if (last_article != article.id || tie.weight == 0) ++tie.weight;
    last_article = article.id;
    widen(article.published, tie.first_date, tie.last_date);
    tie.confidence = std::max(tie.confidence, confidence);
  }
};

struct RelationNode : Support {
  GraphRelation relation;
  Tally<std::string> starts;
  Tally<std::string> ends;
};

struct EventNode : Support {
  using Coding = std::tuple<std::string, std::int32_t, double>;  // CAMEO code, quad class, intensity

  GraphEvent event;
  Tally<Coding> codings;
  Tally<std::int32_t> places;
  Tally<std::int32_t> attributions;
  std::set<std::string> contexts;
};

bool symmetric(const std::string& type) {
  const RelationType* row = ontology().relation(type);
  return row != nullptr && row->symmetric;
}

}  // namespace

std::string relation_id(std::uint64_t node) {
  return fmt::format("r-{:012x}", node);
}
std::string event_id(std::uint64_t node) {
  return fmt::format("e-{:012x}", node);
}

struct TieMerge::Impl {
  explicit Impl(std::vector<GraphEntity>& all) : entities(all) {}

  std::vector<GraphEntity>& entities;
  Nodes<RelationNode> relations;
  Nodes<EventNode> events;

  void count(const Extraction& extraction, std::span<const std::int32_t> members) {
    const std::set<std::int32_t> here(members.begin(), members.end());
    for (const std::int32_t number : here) {
      if (number < 0) continue;
      GraphEntity& entity = entities[static_cast<std::size_t>(number)];
      ++entity.articles;
      widen(extraction.article.published, entity.first_date, entity.last_date);
    }
    for (const Mention& mention : extraction.mentions) {
      if (const auto entity = member(members, mention.entity)) ++entities[*entity].mentions;
    }
  }

  static std::optional<std::uint32_t> member(std::span<const std::int32_t> members, std::int32_t entity) {
    if (entity < 0 || static_cast<std::size_t>(entity) >= members.size()) return std::nullopt;
    const std::int32_t number = members[static_cast<std::size_t>(entity)];
    return number < 0 ? std::nullopt : std::optional(static_cast<std::uint32_t>(number));
  }

  std::optional<std::uint64_t> add(const Relation& relation, const Article& article,
                                   std::span<const std::int32_t> members) {
    auto subject = member(members, relation.subject);
    auto object = member(members, relation.object);
    if (!subject || !object || *subject == *object) return std::nullopt;
    if (symmetric(relation.type) && *object < *subject) std::swap(subject, object);
    const auto [number, node] =
        relations.at(fmt::format("{}\x1f{}\x1f{}\x1f{}\x1f{:d}{:d}", relation.type, entities[*subject].id,
                                 entities[*object].id, relation.role, relation.negated, relation.past));
    GraphRelation& tie = node->relation;
    if (tie.weight == 0) {
      tie.type = relation.type;
      tie.subject = *subject;
      tie.object = *object;
      tie.role = relation.role;
      tie.negated = relation.negated;
      tie.past = relation.past;
    }
    node->add(tie, article, relation.confidence);
    if (!relation.start.empty()) node->starts.add(relation.start);
    if (!relation.end.empty()) node->ends.add(relation.end);
    return number;
  }

  /// Graph entities of a role, sorted, each once, without those of `others`.
  static std::vector<std::uint32_t> actors(const std::vector<std::int32_t>& role, std::span<const std::int32_t> members,
                                           const std::vector<std::uint32_t>& others) {
    std::set<std::uint32_t> result;
    for (const std::int32_t each : role) {
      const auto entity = member(members, each);
      if (entity && !std::binary_search(others.begin(), others.end(), *entity)) result.insert(*entity);
    }
    return {result.begin(), result.end()};
  }

  std::string ids(const std::vector<std::uint32_t>& numbers) const {
    std::string result;
    for (const std::uint32_t number : numbers) result += entities[number].id + '\x1e';
    return result;
  }

  /// When it happened, as far as that keeps events apart.
  static std::string day_key(const Event& event, const Article& article) {
    if (event.precision == DatePrecision::day && !event.date.empty()) return event.date;
    return event.date.empty() ? article.published : event.date + "/" + article.published;
  }

  std::uint64_t add(const Event& event, const Article& article, std::span<const std::int32_t> members) {
    const std::vector<std::uint32_t> sources = actors(event.sources, members, {});
    const std::vector<std::uint32_t> targets = actors(event.targets, members, sources);
    const std::string day = day_key(event, article);
    const bool alone = (sources.empty() && targets.empty()) || day.empty();
    const auto [number, node] =
        events.at(fmt::format("{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}", event.type, event.mode, ids(sources),
                              ids(targets), word(event.modality), day, alone ? article.id : ""));
    GraphEvent& tie = node->event;
    if (tie.weight == 0) {
      tie.type = event.type;
      tie.mode = event.mode;
      tie.sources = sources;
      tie.targets = targets;
      tie.modality = event.modality;
    }
    if (tie.date.empty()) {
      tie.date = event.date;
      tie.precision = event.date.empty() ? DatePrecision::unknown : event.precision;
    }
    node->add(tie, article, event.confidence);
    node->codings.add({event.cameo, event.quad, event.intensity});
    node->contexts.insert(event.contexts.begin(), event.contexts.end());
    if (const auto place = member(members, event.place)) node->places.add(static_cast<std::int32_t>(*place));
    if (const auto who = member(members, event.attribution)) node->attributions.add(static_cast<std::int32_t>(*who));
    return number;
  }
};

TieMerge::TieMerge(std::vector<GraphEntity>& entities) : impl_(std::make_unique<Impl>(entities)) {}
TieMerge::~TieMerge() = default;

std::vector<Statement> TieMerge::add(const Extraction& extraction, std::span<const std::int32_t> members) {
  std::vector<Statement> result;
  impl_->count(extraction, members);
  for (std::uint32_t i = 0; i < extraction.relations.size(); ++i) {
    if (extraction.relations[i].background) continue;  // of the lexicon, not of the article
    const auto node = impl_->add(extraction.relations[i], extraction.article, members);
    if (node) result.push_back({false, *node, i});
  }
  for (std::uint32_t i = 0; i < extraction.events.size(); ++i) {
    result.push_back({true, impl_->add(extraction.events[i], extraction.article, members), i});
  }
  return result;
}

std::vector<GraphRelation> TieMerge::relations() {
  std::vector<GraphRelation> result;
  for (const auto& [number, node] : impl_->relations.sorted()) {
    result.push_back(node->relation);
    result.back().id = relation_id(number);
    result.back().start = best_date(node->starts);
    result.back().end = best_date(node->ends);
  }
  return result;
}

std::vector<GraphEvent> TieMerge::events() {
  std::vector<GraphEvent> result;
  for (const auto& [number, node] : impl_->events.sorted()) {
    GraphEvent& event = result.emplace_back(node->event);
    event.id = event_id(number);
    event.contexts.assign(node->contexts.begin(), node->contexts.end());
    std::tie(event.cameo, event.quad, event.intensity) = node->codings.best();
    if (!node->places.empty()) event.place = node->places.best();
    if (!node->attributions.empty()) event.attribution = node->attributions.best();
  }
  return result;
}

}  // namespace entente
