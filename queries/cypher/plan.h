// In which order the parts of patterns are looked for. Private to queries/cypher/.
#pragma once

#include <cstdint>
#include <vector>

#include "queries/cypher/bind.h"

namespace entente {

struct Step {
  enum class What : std::uint8_t {
    scan,    ///< every node that may stand for `variable`
    follow,  ///< the edges from a node that is found, to one that may be or not
  };
  What what = What::scan;
  std::uint32_t variable = 0;               ///< scan: the node; follow: the node to begin at
  std::uint32_t edge = 0;                   ///< follow: index into BoundQuery::edges
  std::vector<std::uint32_t> conditions{};  ///< what can be decided after it, by index
};

/// Begins with the node that the fewest can stand for, goes on along edges from what is found, those first whose ends
/// are both found; conditions are decided as early as can be. A function of query and graph alone.
[[nodiscard]] std::vector<Step> plan(const BoundQuery& query, const PatternGraph& graph);

}  // namespace entente
