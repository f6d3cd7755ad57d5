// What stands at a byte of a text: the words and the white space around it.
#pragma once

#include <cctype>
#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

[[nodiscard]] inline bool ascii_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

[[nodiscard]] inline bool digit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

[[nodiscard]] inline bool small_letter(char c) {
  return c >= 'a' && c <= 'z';
}

[[nodiscard]] inline bool capital_letter(char c) {
  return c >= 'A' && c <= 'Z';
}

[[nodiscard]] bool white(char32_t c);

/// The word with its ASCII letters small.
[[nodiscard]] std::string small(std::string_view word);

/// The word of letters and full stops that ends right before byte `at`.
[[nodiscard]] std::string_view word_before(std::string_view text, std::size_t at);

/// The word of ASCII letters at byte `at`, empty where none begins there.
[[nodiscard]] std::string_view word_at(std::string_view text, std::size_t at);

/// Behind white space that begins at `at`.
[[nodiscard]] std::size_t behind_space(std::string_view text, std::size_t at);

/// Behind the text up to the next white space.
[[nodiscard]] std::size_t behind_chunk(std::string_view text, std::size_t at);

}  // namespace entente
