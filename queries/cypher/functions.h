// The functions of queries. Private to queries/cypher/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "queries/cypher/pattern_graph.h"
#include "queries/cypher/value.h"

namespace entente {

/// A function of values; or, without `apply`, one that gathers them over rows (project.h).
struct Function {
  std::string_view name;
  std::size_t least = 1;  ///< values it takes
  std::size_t most = 1;
  Cell (*apply)(const PatternGraph& graph, std::span<const Cell> values) = nullptr;

  [[nodiscard]] bool gathers() const { return apply == nullptr; }
};

[[nodiscard]] std::span<const Function> functions();
/// In any case; nullptr where there is none.
[[nodiscard]] const Function* function_named(std::string_view name);

}  // namespace entente
