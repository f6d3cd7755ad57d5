#include "extract/resolution/name_text.h"

#include <utility>

#include "extract/text/fold.h"

namespace entente {

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> result;
  for (Word& word : words(text)) result.push_back(std::move(word.folded));
  return result;
}

std::string tidy(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  return result;
}

}  // namespace entente
