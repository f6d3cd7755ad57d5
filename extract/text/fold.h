// Folding: the form of a text in which case, diacritics and kinds of punctuation no longer matter.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/span.h"

namespace entente {

/// Case and diacritics folded: "Łódź" -> "lodz", "Straße" -> "strasse", "Nguyễn" -> "nguyen". Letters of other scripts
/// stay.
[[nodiscard]] std::string fold(std::string_view text);

/// A run of letters and digits of a text, folded, with its place in the text.
struct Word {
  ByteSpan span;
  std::string folded;
};

/// The runs of letters and digits (with their combining marks) of a text, folded. Apostrophes, hyphens and full stops
/// part words.
[[nodiscard]] std::vector<Word> words(std::string_view text);

/// Whether letters (folded, two or more) are the first ones of a name's words: "flm" of "Free Libya Movement", small
/// words left out or counted in.
[[nodiscard]] bool are_initials(std::string_view letters, std::string_view name);

/// A name as part of a key: folded words joined by hyphens, "xi-jinping".
[[nodiscard]] std::string slug(std::string_view name);

}  // namespace entente
