// Letters that an article itself explains: "a Memorandum of Understanding (MOU)".
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/analysis.h"

namespace entente {

/// The words that letters in brackets stand for, as tokens [first, last).
struct Expansion {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// Letters (small) that stand in brackets behind the words whose initials they are; of several, the first.
[[nodiscard]] std::map<std::string, Expansion, std::less<>> defined_letters(const std::vector<Token>& tokens);

/// Do two names share at least half of the longer words of `known`, be they inflected: "Ministry of Defence" and
/// "defence ministry"?
[[nodiscard]] bool same_words(std::string_view known, std::string_view words);

}  // namespace entente
