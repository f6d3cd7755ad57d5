// What an expression is worth for one way in which the patterns are met. Private to queries/cypher/.
#pragma once

#include <cstdint>
#include <vector>

#include "queries/cypher/pattern_graph.h"
#include "queries/cypher/syntax.h"
#include "queries/cypher/value.h"

namespace entente {

/// What stands for each variable: a node or edge, or the edges of a way.
struct Binding {
  std::vector<std::uint32_t> at;
  std::vector<std::vector<std::uint32_t>> ways;  ///< by variable; meant only for those that are ways
  std::vector<bool> is_node;
  std::vector<bool> is_way;
};

/// Of an expression that was bound and gathers nothing. Conditions are of three values as in SQL: what compares with
/// nothing, or values of different sorts, is null.
[[nodiscard]] Cell evaluate(const Expression& expression, const PatternGraph& graph, const Binding& binding);

}  // namespace entente
