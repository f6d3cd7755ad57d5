// Taking out of a graph what corrections say is wrong. Private to graph/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "graph/corrections.h"
#include "graph/knowledge_graph.h"
#include "graph/merge_entities.h"

namespace entente {

/// The index of each of `count` entities once those dropped are gone; -1 for these.
[[nodiscard]] std::vector<std::int32_t> places_without(std::span<const EntityDrop> drops, std::size_t count);

/// Takes out entities, with their relations and with the events in which nobody else is left on their side; other
/// events go on without them. Then relations and events that corrections name. Tells what each took with it in its
/// effect. Returns the ids of the relations and events that are gone.
std::vector<std::string> take_out(KnowledgeGraph& graph, std::span<const Correction> corrections,
                                  std::span<const EntityDrop> drops, std::vector<CorrectionEffect>& effects);

}  // namespace entente
