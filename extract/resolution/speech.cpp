#include "extract/resolution/speech.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <string_view>
#include <vector>

#include "extract/resolution/name_text.h"

namespace entente {
namespace {

bool tells_of_speech(std::string_view title) {
  constexpr std::array<std::string_view, 8> kSpeeches{"address", "briefing", "briefings", "intervention",
                                                      "remarks", "speech",   "statement", "statements"};
  return std::ranges::any_of(folded_words(title), [&](const std::string& word) {
    return std::ranges::find(kSpeeches, word) != kSpeeches.end();
  });
}

}  // namespace

std::string speech_of(const Article& article, const Lexicon& lexicon) {
  if (!tells_of_speech(article.title)) return {};
  std::set<std::string> countries;
  std::size_t read = 0;
  for (const LexiconMatch& match : lexicon.match(article.title)) {
    if (match.span.begin < read) continue;  // "Korea" in "Republic of Korea"
    const LexiconEntry entry = lexicon.entry(match.entries[0]);
    if (entry.kind != LexiconKind::country && entry.kind != LexiconKind::metonym) continue;
    countries.insert(std::string(entry.country));
    read = match.span.end;
  }
  return countries.size() == 1 ? *countries.begin() : std::string{};
}

}  // namespace entente
