// What those who speak for others say of themselves: "we condemn", "my country".
#pragma once

#include <cstdint>
#include <vector>

#include "extract/extraction.h"
#include "extract/resolution/referents.h"
#include "extract/resolution/resolve.h"
#include "extract/resolution/trees.h"

namespace entente {

/// Which states the entities of an article belong to, as entities.
struct States {
  std::vector<std::int32_t> of;       ///< of each entity, a country its own; kNoEntity where unknown or not named
  std::int32_t speaking = kNoEntity;  ///< for whom the whole article speaks (speech.h)
};

/// `speaking`: ISO code, or empty.
[[nodiscard]] States states_of(const std::vector<Entity>& entities, std::string_view speaking);

/// "We condemn", "I call on", in the present: to say so is to do it, for those for whom one speaks.
[[nodiscard]] bool performative(const Trees& trees, std::uint32_t pronoun);

/// "My country", "our government": a noun that means one's state; of "his" and "their", fewer do.
[[nodiscard]] bool means_state_of(const Referent& noun, const Referent& owner);

}  // namespace entente
