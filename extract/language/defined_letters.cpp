#include "extract/language/defined_letters.h"

#include <algorithm>
#include <array>
#include <optional>

#include "extract/text/fold.h"

namespace entente {
namespace {

bool small_word(std::string_view word) {
  constexpr std::array<std::string_view, 9> kSmall{"of", "the", "and", "for", "in", "on", "de", "to", "-"};
  return std::ranges::find(kSmall, word) != kSmall.end();
}

/// The words before `end` whose initials are the letters, small words left out or counted in.
std::optional<Expansion> words_before(const std::vector<Token>& tokens, std::uint32_t end, std::string_view letters) {
  std::uint32_t at = end;
  while (!letters.empty()) {
    if (at == 0) return std::nullopt;
    const std::string& word = tokens[--at].lower;
    if (!word.empty() && word.front() == letters.back()) {
      letters.remove_suffix(1);
    } else if (!small_word(word)) {
      return std::nullopt;
    }
  }
  return Expansion{at, end};
}

/// The longer words of a name by their first letters.
std::vector<std::string> stems(std::string_view name) {
  constexpr std::size_t kLong = 4, kStem = 5;
  std::vector<std::string> found;
  std::string word;
  for (const char c : fold(name) + " ") {
    if (c != ' ' && c != '-' && c != '\'') {
      word += c;
      continue;
    }
    if (word.size() >= kLong) found.push_back(word.substr(0, kStem));
    word.clear();
  }
  return found;
}

}  // namespace

std::map<std::string, Expansion, std::less<>> defined_letters(const std::vector<Token>& tokens) {
  std::map<std::string, Expansion, std::less<>> found;
  for (std::uint32_t at = 1; at + 1 < tokens.size(); ++at) {
    const bool bracketed = tokens[at - 1].lower == "(" && tokens[at + 1].lower == ")";
    if (!bracketed || !tokens[at].all_caps || tokens[at].lower.size() < 2) continue;
    std::uint32_t end = at - 1;
    if (end > 0 && tokens[end - 1].lower == "'s") --end;
    if (const auto words = words_before(tokens, end, tokens[at].lower)) found.try_emplace(tokens[at].lower, *words);
  }
  return found;
}

bool same_words(std::string_view known, std::string_view words) {
  const std::vector<std::string> of_known = stems(known);
  const std::vector<std::string> others = stems(words);
  const auto shared = std::ranges::count_if(
      of_known, [&](const std::string& stem) { return std::ranges::find(others, stem) != others.end(); });
  return 2 * static_cast<std::size_t>(shared) >= of_known.size();
}

}  // namespace entente
