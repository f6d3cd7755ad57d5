#include "graph/merge_ties.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "extract/ontology.h"
#include "graph/content_hash.h"
#include "graph/tally.h"
#include "graph/tie_id.h"

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

struct RelationNode {
  std::string key;
  std::string last_article;
  std::vector<std::uint32_t> stories;  // sorted
  GraphRelation relation;
  Tally<std::string> starts;
  Tally<std::string> ends;

  /// Counts a statement; articles come one after another.
  void add(const Article& article, std::uint32_t story, double confidence) {
    if (last_article != article.id || relation.articles == 0) ++relation.articles;
    last_article = article.id;
    const auto at = std::ranges::lower_bound(stories, story);
    if (at == stories.end() || *at != story) stories.insert(at, story);
    relation.weight = static_cast<std::uint32_t>(stories.size());
    widen(article.published, relation.first_date, relation.last_date);
    relation.confidence = std::max(relation.confidence, confidence);
  }
};

/// Where the graph's relations are gathered: a node for each key, found by its hash.
class Nodes {
 public:
  /// The node of this key and its number: the key's hash, or the next number free. Articles come in the order of their
  /// ids, so that even then the number depends on the set of articles alone.
  std::pair<std::uint64_t, RelationNode*> at(const std::string& key) {
    std::uint64_t number = fingerprint({key}).low & kNodeMask;
    while (true) {
      const auto [found, fresh] = nodes_.try_emplace(number);
      if (fresh) found->second.key = key;
      if (found->second.key == key) return {number, &found->second};
      number = (number + 1) & kNodeMask;
    }
  }

  [[nodiscard]] std::vector<std::pair<std::uint64_t, const RelationNode*>> sorted() const {
    std::vector<std::pair<std::uint64_t, const RelationNode*>> result;
    for (const auto& [number, node] : nodes_) result.emplace_back(number, &node);
    std::sort(result.begin(), result.end());
    return result;
  }

 private:
  std::unordered_map<std::uint64_t, RelationNode> nodes_;
};

bool symmetric(const std::string& type) {
  const RelationType* row = ontology().relation(type);
  return row != nullptr && row->symmetric;
}

std::optional<std::uint32_t> member(std::span<const std::int32_t> members, std::int32_t entity) {
  if (entity < 0 || static_cast<std::size_t>(entity) >= members.size()) return std::nullopt;
  const std::int32_t number = members[static_cast<std::size_t>(entity)];
  return number < 0 ? std::nullopt : std::optional(static_cast<std::uint32_t>(number));
}

}  // namespace

void count_mentions(std::vector<GraphEntity>& entities, const Extraction& extraction,
                    std::span<const std::int32_t> members) {
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

struct TieMerge::Impl {
  Impl(const std::vector<GraphEntity>& all, Of which) : entities(all), of(which) {}

  const std::vector<GraphEntity>& entities;
  Of of;
  Nodes relations;

  std::optional<std::uint64_t> add(const Relation& relation, const Article& article,
                                   std::span<const std::int32_t> members, std::uint32_t story) {
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
    node->add(article, story, relation.confidence);
    if (!relation.start.empty()) node->starts.add(relation.start);
    if (!relation.end.empty()) node->ends.add(relation.end);
    return number;
  }
};

TieMerge::TieMerge(const std::vector<GraphEntity>& entities, Of of) : impl_(std::make_unique<Impl>(entities, of)) {}
TieMerge::~TieMerge() = default;

std::vector<Statement> TieMerge::add(const Extraction& extraction, std::span<const std::int32_t> members,
                                     std::uint32_t story) {
  std::vector<Statement> result;
  for (std::uint32_t i = 0; i < extraction.relations.size(); ++i) {
    if (extraction.relations[i].background != (impl_->of == Of::background)) continue;
    const auto node = impl_->add(extraction.relations[i], extraction.article, members, story);
    if (node) result.push_back({*node, i});
  }
  return result;
}

std::vector<GraphRelation> TieMerge::relations() {
  std::vector<GraphRelation> result;
  for (const auto& [number, node] : impl_->relations.sorted()) {
    GraphRelation& tie = result.emplace_back(node->relation);
    tie.background = impl_->of == Of::background;
    tie.id = tie.background ? background_id(number) : relation_id(number);
    tie.start = best_date(node->starts);
    tie.end = best_date(node->ends);
  }
  return result;
}

}  // namespace entente
