// A graph with all that has broken graph files before: quotes, markup, line breaks, controls, right-to-left text,
// emoji, words that readers take for something else, repeated and opposite and negated ties.
#pragma once

#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

[[nodiscard]] KnowledgeGraph hostile_graph();
/// Two statements behind each relation and event of it.
[[nodiscard]] std::vector<Evidence> hostile_evidence(std::string_view id, std::size_t limit);

}  // namespace entente
