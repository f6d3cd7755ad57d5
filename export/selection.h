// What of a knowledge graph formats write that know no views: entities, relations and events as they are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "export/export.h"

namespace entente {

/// Indices into the graph, each list sorted.
struct Selection {
  std::vector<std::uint32_t> entities;
  std::vector<std::uint32_t> relations;
  std::vector<std::uint32_t> events;
  std::size_t isolated = 0;  ///< entities selected by kind but left out, as nothing selected is tied to them
};

/// The relations and events that the filter selects and that join two selected entities at least, the entities that act
/// in them, and with `isolated` the others. With a centre only what is within so many steps of it.
[[nodiscard]] Selection selection_of(const KnowledgeGraph& graph, const ExportOptions& options);

}  // namespace entente
