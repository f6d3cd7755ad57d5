// See xml_text.h.
#include "export/xml_text.h"

#include <algorithm>

#include "extract/text/utf8.h"

namespace entente {

namespace {

bool is_xml_character(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF && c <= 0x10FFFF;
}

/// Calls `take` with each character that XML can hold, and its bytes.
template <typename Take>
void each_character(std::string_view text, Take take) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = decode(text, at);
    const bool invalid = c == U'\uFFFD' && at - begin == 1;
    if (!invalid && is_xml_character(c)) take(c, text.substr(begin, at - begin));
  }
}

/// Printable ASCII without anything to escape, as most values are.
bool plain(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return c >= ' ' && c <= '~' && c != '&' && c != '<' && c != '>' && c != '"'; });
}

std::string escaped(std::string_view text, bool attribute) {
  if (plain(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  each_character(text, [&out, attribute](char32_t c, std::string_view bytes) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '\r':
        out += "&#13;";
        break;
      case '"':
        out += attribute ? "&quot;" : "\"";
        break;
      case '\t':
        out += attribute ? "&#9;" : "\t";
        break;
      case '\n':
        out += attribute ? "&#10;" : "\n";
        break;
      default:
        out += bytes;
    }
  });
  return out;
}

}  // namespace

std::string xml_characters(std::string_view text) {
  if (plain(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  each_character(text, [&out](char32_t /*c*/, std::string_view bytes) { out += bytes; });
  return out;
}

std::string xml_text(std::string_view text) {
  return escaped(text, false);
}

std::string xml_attribute(std::string_view text) {
  return escaped(text, true);
}

}  // namespace entente
