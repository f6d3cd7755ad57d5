// What became of an entity that is part of another now. Private to graph/.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "graph/corrections.h"
#include "graph/store.h"

namespace entente {

/// The entity of which one is part by corrections that took effect, by however long a chain of `same`; `id` is no id of
/// the graph.
[[nodiscard]] std::optional<PartOf> part_by_corrections(const KnowledgeGraph& graph,
                                                        std::span<const Correction> corrections,
                                                        std::span<const CorrectionEffect> effects, std::string_view id);

}  // namespace entente
