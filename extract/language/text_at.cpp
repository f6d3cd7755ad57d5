#include "extract/language/text_at.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "extract/text/utf8.h"

namespace entente {

bool white(char32_t c) {
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

std::string small(std::string_view word) {
  std::string lower(word);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

std::string_view word_before(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 32;  // bytes
  std::size_t begin = at;
  while (begin > 0 && at - begin < kLongest &&
         (ascii_letter(text[begin - 1]) || text[begin - 1] == '.' ||
          static_cast<unsigned char>(text[begin - 1]) >= 0x80)) {
    --begin;
  }
  while (begin < at) {  // no quotation marks
    std::size_t next = begin;
    if (text[begin] == '.' || u_isalpha(static_cast<UChar32>(decode(text, next))) != 0) break;
    begin = next;
  }
  return text.substr(begin, at - begin);
}

std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t stop = at;
  while (stop < text.size() && ascii_letter(text[stop])) ++stop;
  return text.substr(at, stop - at);
}

std::size_t behind_space(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t next = at;
    if (!white(decode(text, next))) break;
    at = next;
  }
  return at;
}

std::size_t behind_chunk(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != ' ' && text[at] != '\n' && text[at] != '\t') ++at;
  return at;
}

}  // namespace entente
