// UTF-8: decoding, checking, and counting code points.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/span.h"

namespace entente {

/// Decodes the code point at byte `at` and moves `at` behind it. An invalid byte gives U+FFFD and moves by one.
char32_t decode(std::string_view text, std::size_t& at);
/// Appends a code point as UTF-8.
void append(std::string& text, char32_t code_point);
[[nodiscard]] bool valid_utf8(std::string_view text);
/// The text with every invalid byte replaced by U+FFFD.
[[nodiscard]] std::string repaired_utf8(std::string_view text);
/// Of valid UTF-8.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// Turns byte offsets of one text into code point offsets and back, after one pass over a text of valid UTF-8: at_byte
/// in constant, byte_at in logarithmic time. An offset beyond the text counts as its end.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  [[nodiscard]] std::uint32_t at_byte(std::uint32_t byte) const;  ///< code points before this byte
  [[nodiscard]] std::uint32_t byte_at(std::uint32_t code_point) const;
  [[nodiscard]] Span span(ByteSpan bytes) const { return {at_byte(bytes.begin), at_byte(bytes.end)}; }
  [[nodiscard]] ByteSpan bytes(Span span) const { return {byte_at(span.begin), byte_at(span.end)}; }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> blocks_;  ///< code points before each 64th byte
};

}  // namespace entente
