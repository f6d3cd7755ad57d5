// See open_graph.h.
#include "cli/open_graph.h"

#include <fmt/format.h>

#include <cstdio>

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

World OpenGraph::world() const {
  return {graph_, filter_, topology_, [this](std::string_view id, std::size_t limit) { return evidence(id, limit); }};
}

std::vector<Evidence> OpenGraph::evidence(std::string_view id, std::size_t limit) const {
  return contains(background_, id) ? store_.evidence(background_, id, limit) : store_.evidence(id, limit);
}

}  // namespace entente
