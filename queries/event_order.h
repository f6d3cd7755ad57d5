// Events by date, and the latest of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "queries/answer.h"
#include "queries/world.h"

namespace entente {

/// Indices of events sorted by day, then id, the latest `limit` of them.
[[nodiscard]] std::vector<std::uint32_t> latest(const KnowledgeGraph& graph, std::vector<std::uint32_t> events,
                                                std::size_t limit);

/// Whether an entity is a source or a target of an event.
[[nodiscard]] bool acts_in(const GraphEvent& event, std::uint32_t entity);
[[nodiscard]] bool contains(const std::vector<std::uint32_t>& sorted, std::uint32_t entity);

}  // namespace entente
