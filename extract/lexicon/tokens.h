// A text cut into words for the matcher, with the case of each word and what stands before it. Same words as words() of
// extract/text/fold.h, faster where the text is ASCII, and the one place that says which punctuation may join words of
// a name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::lexicon {

/// What stands between a word and the word before it.
enum class Gap : std::uint8_t {
  boundary,  ///< anything that parts names: a line break, a semicolon, a bracket, the start of the text
  space,
  hyphen,
  apostrophe,  ///< also one followed by space: "Workers' Party"
  dot,         ///< "U.S"
  dot_space,   ///< "St. Petersburg", "J.-P."
  ampersand,
  comma,
};

enum TokenCase : std::uint8_t {
  kFirstUpper = 1,
  kHasLower = 2,
  kHasUpper = 4,
  kHasDigit = 8,
  kInnerUpper = 16,
};

struct Token {
  std::uint32_t begin = 0;  ///< bytes of the text
  std::uint32_t end = 0;
  std::uint32_t folded_begin = 0;  ///< bytes of Tokens::folded
  std::uint16_t folded_size = 0;   ///< longer words are cut for looking up: no name has them
  std::uint16_t letters = 0;       ///< code points
  std::uint64_t hash = 0;
  Gap gap = Gap::boundary;
  std::uint8_t letter_case = 0;

  [[nodiscard]] bool all_upper() const { return (letter_case & kHasUpper) != 0 && (letter_case & kHasLower) == 0; }
};

struct Tokens {
  std::vector<Token> tokens;
  std::string folded;
  [[nodiscard]] std::string_view folded_word(const Token& token) const {
    return std::string_view(folded).substr(token.folded_begin, token.folded_size);
  }
};

[[nodiscard]] Tokens tokenize(std::string_view text);

/// Whether a full stop, or a hyphen or dash, stands right behind byte `end`.
[[nodiscard]] bool dot_at(std::string_view text, std::size_t end);
[[nodiscard]] bool hyphen_at(std::string_view text, std::size_t end);

}  // namespace entente::lexicon
