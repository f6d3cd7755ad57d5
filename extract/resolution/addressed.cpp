#include "extract/resolution/addressed.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace entente {
namespace {

const Sentence& sentence_of(const Analysis& analysis, std::uint32_t token) {
  return *std::prev(std::ranges::upper_bound(analysis.sentences, token, {}, &Sentence::first));
}

/// A comma or an end stands before and behind.
bool set_apart(const Analysis& analysis, const NameSpan& name) {
  constexpr std::array<std::string_view, 7> kBehind{",", ".", "?", "!", "-", "--", "\u2014"};
  const Sentence& sentence = sentence_of(analysis, name.first);
  const bool before = name.first == sentence.first || analysis.tokens[name.first - 1].lower == ",";
  const bool behind =
      name.last == sentence.last || std::ranges::find(kBehind, analysis.tokens[name.last].lower) != kBehind.end();
  return before && behind;
}

}  // namespace

std::vector<bool> addressed(const Analysis& analysis, const std::vector<NameSpan>& names, const Lexicon& lexicon) {
  std::vector<bool> result(names.size(), false);
  if (std::ranges::none_of(analysis.sentences, &Sentence::label)) return result;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const NameSpan& name = names[i];
    if (name.kind != NameKind::person || name.last - name.first != 1) continue;
    const NamePart part = lexicon.name_part(analysis.tokens[name.first].lower);
    result[i] = part.given > part.surname && set_apart(analysis, name);
  }
  return result;
}

}  // namespace entente
