// Finds the names of a compiled lexicon in a text.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/lexicon/image.h"
#include "extract/lexicon/tokens.h"
#include "extract/span.h"

namespace entente::lexicon {

struct Found {
  ByteSpan span;
  std::span<const std::uint32_t> entries;
};

/// Calls `found` for all names, by begin, at one begin the longer first. Linear in the text but for the length of
/// names.
[[nodiscard]] std::vector<Found> find_names(const Image& image, std::string_view text, const Tokens& tokens);

/// Entries that bear exactly this name; written otherwise than in the table (all lower case) a name counts unless it is
/// an acronym.
[[nodiscard]] std::span<const std::uint32_t> find_exactly(const Image& image, std::string_view name);

}  // namespace entente::lexicon
