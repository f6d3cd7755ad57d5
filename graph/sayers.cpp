// See sayers.h.
#include "graph/sayers.h"

#include <algorithm>

namespace entente {

std::vector<std::uint32_t> sayers_of(const GraphEvent& event) {
  std::vector<std::uint32_t> sayers;
  for (const std::uint32_t who : event.asserted_by) {
    const bool accuser = event.type == "ACCUSE" && std::ranges::binary_search(event.sources, who);
    if (!accuser || static_cast<std::int64_t>(who) == event.attribution) sayers.push_back(who);
  }
  if (sayers.empty() && event.attribution >= 0) sayers.push_back(static_cast<std::uint32_t>(event.attribution));
  return sayers;
}

}  // namespace entente
