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

}  // namespace

OpenGraph::OpenGraph(const std::string& file, const Filter& filter, About about)
    : store_(file, Store::Mode::read),
      filter_(filter),
      graph_(store_.load()),
      topology_(graph_, about == About::all ? filter : without_kinds(filter)) {
  if (store_.stale()) {
    fmt::print(stderr, "entente: '{}' holds articles that its graph does not show yet; build it again to finish\n",
               file);
  }
}

World OpenGraph::world() const {
  return {graph_, filter_, topology_,
          [this](std::string_view id, std::size_t limit) { return store_.evidence(id, limit); }};
}

}  // namespace entente
