// See open_graph.h.
#include "cli/open_graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <optional>

namespace entente {

namespace {

Filter without_kinds(Filter filter) {
  filter.kinds.clear();
  return filter;
}

/// The graph with its background, where that is asked for.
KnowledgeGraph load(const Store& store, const Filter& filter, OpenGraph::Background which, BackgroundTies& background) {
  KnowledgeGraph graph = store.load();
  const bool all = which == OpenGraph::Background::all;
  if (!all && !filter.background) return graph;
  background = store.background(graph);
  if (all) {
    add_background(graph, background);
  } else {
    add_background(graph, background, filter);
  }
  return graph;
}

}  // namespace

OpenGraph::OpenGraph(const std::string& file, const Filter& filter, About about, Background background)
    : store_(file, Store::Mode::read),
      filter_(filter),
      graph_(load(store_, filter, background, background_)),
      topology_(graph_, about == About::all ? filter : without_kinds(filter)) {
  if (store_.stale()) {
    fmt::print(stderr, "entente: '{}' holds articles that its graph does not show yet; build it again to finish\n",
               file);
  }
}

std::optional<FoundEntity> find_whole(const Store& store, const KnowledgeGraph& graph, const std::string& name) {
  const std::optional<Reference> reference = reference_of(name);
  if (!reference || reference->form != Reference::Form::id || reference->in) return std::nullopt;
  if (std::ranges::binary_search(graph.entities, reference->text, {}, &GraphEntity::id)) return std::nullopt;
  const std::optional<PartOf> part = store.part_of(graph, reference->text);
  if (!part) return std::nullopt;
  const GraphEntity& entity = graph.entities[part->entity];
  const std::string why =
      part->correction == 0 ? "it is a key of its articles" : fmt::format("correction {}", part->correction);
  return FoundEntity{part->entity, fmt::format("'{}' is part of {} ({}) now: {}", name, entity.name, entity.id, why)};
}

FoundEntity find_entity(const Store& store, const KnowledgeGraph& graph, const std::string& name) {
  const std::optional<FoundEntity> whole = find_whole(store, graph, name);
  return whole ? *whole : find_entity(graph, name);
}

World OpenGraph::world() const {
  return {graph_, filter_, topology_, [this](std::string_view id, std::size_t limit) { return evidence(id, limit); }};
}

std::vector<Evidence> OpenGraph::evidence(std::string_view id, std::size_t limit) const {
  return contains(background_, id) ? store_.evidence(background_, id, limit) : store_.evidence(id, limit);
}

}  // namespace entente
