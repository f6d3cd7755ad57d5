// Extractions -> the knowledge graph, in memory. The graph file derives the same graph from the extractions it holds.
#pragma once

#include <span>
#include <vector>

#include "extract/extraction.h"
#include "graph/corrections.h"
#include "graph/knowledge_graph.h"

namespace entente {

/// The graph of a set of articles, corrected: the same for any order of either. Of articles with the same id the first
/// one counts. Throws CorrectionError where a correction makes no sense or contradicts another.
/// How entities, relations and events become one is said at EntityMerge, TieMerge, EventMerge and Stories.
/// O(statements), and memory for all of the result.
[[nodiscard]] KnowledgeGraph merge(std::vector<Extraction> extractions, std::span<const Correction> corrections = {});

}  // namespace entente
