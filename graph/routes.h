// The best ways between two entities (Yen, "Finding the K shortest loopless paths in a network", 1971). Private to
// graph/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "graph/tie_graph.h"

namespace entente {

/// A way from the first entity to the last, none met twice.
struct Route {
  std::vector<std::uint32_t> entities;
  double cost = 0;
};

/// Up to k ways of at most max_hops steps: fewest steps first, then least cost, then lowest indices.
[[nodiscard]] std::vector<Route> best_routes(const TieGraph& graph, std::uint32_t from, std::uint32_t to, std::size_t k,
                                             std::size_t max_hops);

}  // namespace entente
