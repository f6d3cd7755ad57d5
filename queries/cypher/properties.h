// What can be asked of nodes and edges: the one table of properties (docs/query.md shows it). Private to
// queries/cypher/.
#pragma once

#include <span>
#include <string_view>

#include "queries/cypher/pattern_graph.h"
#include "queries/cypher/value.h"

namespace entente {

/// A property, and how each sort of thing gives it; no function where that sort does not have it. Events give the same
/// as nodes and as edges.
struct QueryProperty {
  std::string_view name;
  Cell (*of_entity)(const GraphEntity&) = nullptr;
  Cell (*of_relation)(const GraphRelation&) = nullptr;
  Cell (*of_event)(const KnowledgeGraph&, const GraphEvent&) = nullptr;
};

[[nodiscard]] std::span<const QueryProperty> properties();
/// The property of that name; nullptr where there is none.
[[nodiscard]] const QueryProperty* property_named(std::string_view name);

/// Nothing where a node or edge has no such property.
[[nodiscard]] Cell property_of_node(const PatternGraph& graph, std::uint32_t node, const QueryProperty& property);
[[nodiscard]] Cell property_of_edge(const PatternGraph& graph, std::uint32_t edge, const QueryProperty& property);

}  // namespace entente
