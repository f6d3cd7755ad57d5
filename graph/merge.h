// Extractions -> the knowledge graph, in memory. The graph file derives the same graph from the extractions it holds.
#pragma once

#include <vector>

#include "extract/extraction.h"
#include "graph/knowledge_graph.h"

namespace entente {

/// The graph of a set of articles: the same for any order of them. Of articles with the same id the first one counts.
/// How entities, relations and events become one is said at EntityMerge, TieMerge, EventMerge and Stories.
/// O(statements), and memory for all of the result.
[[nodiscard]] KnowledgeGraph merge(std::vector<Extraction> extractions);

}  // namespace entente
