// Who held an office on a date, and how sure that is.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/lexicon/image.h"

namespace entente::lexicon {

/// Persons whose term of an office of this class and country covers part of a date (which may be cut short), surest
/// first: terms known to their end or to this date, then open ones by how long ago they were last known, then those
/// that a later holder has followed since; among equals the one who began later.
[[nodiscard]] std::vector<std::uint32_t> office_holders(const Image& image, std::string_view country,
                                                        std::string_view role_class, std::string_view date);

}  // namespace entente::lexicon
