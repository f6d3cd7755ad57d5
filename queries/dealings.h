// What passed between two entities in sum.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "graph/knowledge_graph.h"
#include "graph/topology.h"
#include "queries/answer.h"
#include "queries/world.h"

namespace entente {

/// Events counted by quad class, with their mean intensity, and the relations there are.
struct Dealings {
  std::vector<std::string> relations;  ///< words, sorted, each once
  std::size_t events = 0;
  std::array<std::size_t, 5> quads{};  ///< [0]: unknown
  double intensity = 0;                ///< sum over the events

  void add(const GraphRelation& relation);
  void add(const GraphEvent& event);
  [[nodiscard]] Value mean_intensity() const;  ///< nothing where there are no events
};

/// Whether an entity is an actor of the question: of a kind that the filter asks for, else a person, country or
/// organisation.
[[nodiscard]] bool is_actor(const World& world, std::uint32_t entity);

[[nodiscard]] Dealings dealings(const KnowledgeGraph& graph, std::span<const Tie> ties);

/// Columns events, cooperation, conflict, verbal_cooperation, material_cooperation, verbal_conflict, material_conflict,
/// mean_intensity.
[[nodiscard]] std::vector<std::string> dealings_columns();
/// Those of them that say more than people need at a glance.
[[nodiscard]] std::vector<std::string> finer_dealings_columns();
void append_dealings(std::vector<Value>& row, const Dealings& dealings);

}  // namespace entente
