// See display_width.h.
#include "cli/display_width.h"

#include <unicode/uchar.h>

#include "extract/text/utf8.h"

namespace entente {

namespace {

std::size_t width_of(char32_t c) {
  const auto code_point = static_cast<UChar32>(c);
  switch (u_charType(code_point)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
      return 0;
    default:
      break;
  }
  const int east_asian = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

bool is_blank(char32_t c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || u_charType(static_cast<UChar32>(c)) == U_CONTROL_CHAR;
}

std::vector<std::string> blank_separated(std::string_view text) {
  std::vector<std::string> parts(1);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = decode(text, at);
    if (!is_blank(c)) {
      append(parts.back(), c);
    } else if (!parts.back().empty()) {
      parts.emplace_back();
    }
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

/// Lines under construction.
class Lines {
 public:
  explicit Lines(std::size_t width) : width_(width == 0 ? 1 : width) {}

  void add(const std::string& word) {
    const std::size_t word_width = display_width(word);
    if (!lines_.back().empty() && used_ + 1 + word_width > width_) start_line();
    if (!lines_.back().empty()) {
      lines_.back() += ' ';
      ++used_;
    }
    for (std::size_t at = 0; at < word.size();) {
      const char32_t c = decode(word, at);
      if (used_ + width_of(c) > width_ && used_ > 0) start_line();
      append(lines_.back(), c);
      used_ += width_of(c);
    }
  }

  [[nodiscard]] std::vector<std::string> take() { return std::move(lines_); }

 private:
  void start_line() {
    lines_.emplace_back();
    used_ = 0;
  }

  std::size_t width_;
  std::size_t used_ = 0;
  std::vector<std::string> lines_ = std::vector<std::string>(1);
};

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += width_of(decode(text, at));
  return width;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  Lines lines(width);
  for (const std::string& word : blank_separated(text)) lines.add(word);
  return lines.take();
}

}  // namespace entente
