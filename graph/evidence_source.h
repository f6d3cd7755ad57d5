// How questions and exports ask for the sentences behind a node or edge, without knowing where they are kept.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

/// The evidence of an entity, relation or event by its id: sorted by date, article and place in it; empty for an
/// unknown id.
using EvidenceSource = std::function<std::vector<Evidence>(std::string_view id, std::size_t limit)>;

}  // namespace entente
