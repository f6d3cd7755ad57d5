#include "extract/resolution/name_text.h"

#include <utility>

#include "extract/text/fold.h"

namespace entente {

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> result;
  for (Word& word : words(text)) result.push_back(std::move(word.folded));
  return result;
}

namespace {

/// Doubled letters made single, and the endings of Slavic names in -y made alike.
std::string plain_spelling(const std::string& word) {
  std::string result;
  for (const char c : word) {
    if (result.empty() || result.back() != c) result += c;
  }
  for (const std::string_view ending : {"iy", "ij", "yj", "yi"}) {
    if (result.size() > 4 && result.ends_with(ending)) return result.substr(0, result.size() - 2) + "y";
  }
  return result;
}

}  // namespace

std::vector<std::string> person_words(std::string_view text) {
  std::vector<std::string> result;
  std::string before;  // "O" of "O'Rourke"
  for (const std::string& word : folded_words(text)) {
    const bool part = text.find('\'') != std::string_view::npos || text.find("’") != std::string_view::npos;
    if (part && before.empty() && (word == "o" || word == "d")) {
      before = word;
      continue;
    }
    if (word != "al" && word != "el") result.push_back(plain_spelling(before + word));
    before.clear();
  }
  return result.empty() ? folded_words(text) : result;
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
