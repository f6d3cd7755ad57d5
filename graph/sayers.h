// Who says of an event that it happened.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

/// The entities that say so, by index, sorted; not who accuses, being the source of the accusation.
[[nodiscard]] std::vector<std::uint32_t> sayers_of(const GraphEvent& event);

}  // namespace entente
