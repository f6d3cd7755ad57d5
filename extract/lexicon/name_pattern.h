// How a name of a table must be written in a text to be that name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon/image.h"
#include "extract/lexicon/tokens.h"

namespace entente::lexicon {

struct NamePattern {
  std::vector<std::string> words;  ///< folded
  PatternRecord pattern{};
};

/// Reads a name: its words, which of them want a capital ("China") or themselves in capitals ("NATO"), and the
/// punctuation within it. Throws std::invalid_argument saying why where no text can match: no word, too many, a bracket
/// or slash within.
[[nodiscard]] NamePattern read_name(std::string_view name);

/// Whether the words [first, first + count) of a text are written as the pattern wants. Says nothing of the words
/// themselves.
[[nodiscard]] bool written_as(const PatternRecord& pattern, std::string_view text, const Tokens& tokens,
                              std::size_t first, std::size_t count);

/// Whether a gap may stand between two words of any name, so that a longer name may still follow.
[[nodiscard]] inline bool joins(Gap gap) {
  return gap != Gap::boundary;
}

/// Joins two patterns of the same words and shapes to one that either may be written as.
[[nodiscard]] PatternRecord merged(const PatternRecord& a, const PatternRecord& b);

}  // namespace entente::lexicon
