// Entities that look alike and are kept apart, with the reason.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

/// What keeps two entities apart.
enum class Apart : std::uint8_t {
  links,         ///< they carry different links
  kind,          ///< they are of different kinds
  single_word,   ///< one is a single word, or a body as every country has, which stays in its article
  country,       ///< they belong to different countries
  many_bearers,  ///< one has no country, and several bear the name
};

/// "links", "kind" ...
[[nodiscard]] std::string_view word(Apart);
/// The same as prose: "different links".
[[nodiscard]] std::string_view described(Apart);

struct NearMiss {
  std::uint32_t entity = 0;  ///< index into KnowledgeGraph::entities
  Apart why = Apart::kind;
};

/// The entities that bear a name of this one in full, and, of persons, those known by one word of it alone; in the
/// order of the graph. O(names of the graph).
[[nodiscard]] std::vector<NearMiss> near_misses(const KnowledgeGraph& graph, std::uint32_t entity);

}  // namespace entente
