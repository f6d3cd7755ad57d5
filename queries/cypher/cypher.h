// The facade of the query language: a query in a subset of Cypher in, rows out (docs/query.md).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "queries/answer.h"
#include "queries/cypher/bind.h"
#include "queries/cypher/pattern_graph.h"
#include "queries/world.h"

namespace entente {

/// What a query may cost before it is given up.
struct QueryLimits {
  std::uint64_t steps = 500'000'000;  ///< nodes and edges looked at
  std::size_t kept = 5'000'000;       ///< rows, groups and values held
};

/// Answers a query over `graph`, which is that of the world and its filter, made once for any number of queries. Nodes
/// and edges are told by name, with a column more for their id; sentences are asked of the world only for rows shown.
/// The same world and query give the same rows in the same order. Throws QueryError for a query that is wrong,
/// NoSuchEntity for a name that `find` does not find, QueryTooLarge.
[[nodiscard]] Answer answer_query(const World& world, const PatternGraph& graph, std::string_view query,
                                  const NameFinder& find, const QueryLimits& limits = {});

}  // namespace entente
