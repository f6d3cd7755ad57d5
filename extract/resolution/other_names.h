// Other names that an article tells of one it has just named: "Twitter, now known as X", "Ann Lee (born Ann Smith)".
#pragma once

#include <cstddef>
#include <cstdint>

#include "extract/resolution/name_draft.h"

namespace entente {

/// The entity of the name before the one at `i`, where the words between the two say that both are its names;
/// kNoEntity where they do not, and of names of two kinds.
[[nodiscard]] std::int32_t called_otherwise(const NameDraft& draft, std::size_t i);

}  // namespace entente
