// Relations, events and roles summed into edges: the columns, and what stands under them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "export/property_graph.h"
#include "graph/evidence_source.h"

namespace entente {

/// What an edge is summed of.
enum class Family : std::uint8_t {
  relation,  ///< member: index into KnowledgeGraph::relations
  event,     ///< member: index into KnowledgeGraph::events
  role,      ///< of an entity in an event: member as for event
};

/// One relation, event or role from one node to another. Nodes count the graph's entities first, then its events.
struct Strand {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  Family family = Family::relation;
  std::string_view relation;  ///< type of the relation or event, name of the role
  bool negated = false;
  bool joint = false;  ///< both ends are sources of an event that has no target: it reads the same either way
  std::uint32_t member = 0;

  auto operator<=>(const Strand&) const = default;
  /// Whether both are part of the same edge.
  [[nodiscard]] bool joins(const Strand& other) const {
    return source == other.source && target == other.target && family == other.family && relation == other.relation &&
           negated == other.negated;
  }
};

/// Relations that mean the same read either way; their edges run from the lower node to the higher.
[[nodiscard]] bool is_symmetric(std::string_view relation_type);

/// The last of them, `background`, is there only where background is asked for.
[[nodiscard]] std::span<const Column> edge_columns(bool background);

/// The edge that joined strands make, without id and ends; at most `sentences` statements as evidence, from as many
/// members as possible, the best attested first; with the fields of edge_columns(background).
[[nodiscard]] Edge edge_of(const KnowledgeGraph& graph, std::span<const Strand> strands, const EvidenceSource& evidence,
                           std::size_t sentences, bool background);

}  // namespace entente
