#include "graph/background.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <tuple>

namespace entente {
namespace {

/// What relations have in common that tell the same of the same two.
using Content = std::tuple<std::uint32_t, std::uint32_t, std::string_view, bool>;

Content content_of(const GraphRelation& relation) {
  return {relation.subject, relation.object, relation.type, relation.negated};
}

/// Puts relations into a graph, all of it sorted by id.
void put_in(KnowledgeGraph& graph, std::vector<GraphRelation> relations) {
  const auto told = relations.insert(relations.end(), std::make_move_iterator(graph.relations.begin()),
                                     std::make_move_iterator(graph.relations.end()));
  std::ranges::inplace_merge(relations, told, {}, &GraphRelation::id);
  graph.relations = std::move(relations);
}

}  // namespace

bool contains(const BackgroundTies& background, std::string_view id) {
  return std::ranges::binary_search(background.relations, id, {}, &GraphRelation::id);
}

void add_background(KnowledgeGraph& graph, const BackgroundTies& background) {
  put_in(graph, background.relations);
}

void add_background(KnowledgeGraph& graph, const BackgroundTies& background, const Filter& filter) {
  std::vector<Content> told;
  for (const GraphRelation& relation : graph.relations) {
    if (selects(filter, relation)) told.push_back(content_of(relation));
  }
  std::ranges::sort(told);
  std::vector<GraphRelation> untold;
  for (const GraphRelation& relation : background.relations) {
    if (!std::ranges::binary_search(told, content_of(relation))) untold.push_back(relation);
  }
  put_in(graph, std::move(untold));
}

}  // namespace entente
