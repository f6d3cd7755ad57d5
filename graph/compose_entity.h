// Candidates that are one -> an entity of the graph. Private to graph/.
#pragma once

#include <span>

#include "graph/entity_candidates.h"
#include "graph/knowledge_graph.h"

namespace entente {

/// What is known of candidates together: kind, name, type, country and links are those that most articles agree on,
/// those of the lexicon first. The id is the bare key, not yet told from others of that key; mentions, articles and
/// dates are not counted.
[[nodiscard]] GraphEntity composed(std::span<const Candidate> parts);

}  // namespace entente
