// Entities and events as nodes: the columns, and what stands under them.
#pragma once

#include <span>

#include "export/property_graph.h"

namespace entente {

[[nodiscard]] std::span<const Column> entity_columns();
[[nodiscard]] Node node_of(const GraphEntity& entity);

/// The columns of entities, then those that only events have.
[[nodiscard]] std::span<const Column> entity_and_event_columns();
/// The same node with the columns of events left empty.
[[nodiscard]] Node padded(Node node);
[[nodiscard]] Node node_of(const GraphEvent& event);

/// Fields where nothing is known are empty, not "" or nought.
[[nodiscard]] Field text_field(std::string text);
[[nodiscard]] Field list_field(std::vector<std::string> list);

}  // namespace entente
