// Finds all ways in which a graph meets the patterns of a query. Private to queries/cypher/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

#include "queries/cypher/bind.h"
#include "queries/cypher/evaluate.h"
#include "queries/cypher/pattern_graph.h"

namespace entente {

/// Takes a binding; false where no more are wanted.
using MatchSink = std::function<bool(const Binding&)>;

/// Hands out each way once, in an order that query and graph alone decide: by node from the most selective one on, then
/// edge by edge. Throws QueryTooLarge after `most_steps` nodes and edges looked at.
void match(const BoundQuery& query, const PatternGraph& graph, std::uint64_t most_steps, const MatchSink& sink);

}  // namespace entente
