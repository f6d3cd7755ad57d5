#include "extract/text/generic_body.h"

#include <algorithm>
#include <string>
#include <vector>

#include "extract/text/fold.h"
#include "extract/text/table.h"

extern const char entente_body_words_begin[];
extern const char entente_body_words_end[];

namespace entente {
namespace {

bool is_body_word(std::string_view word) {
  static const auto kWords = word_set({entente_body_words_begin, entente_body_words_end});
  return kWords.contains(word);
}

}  // namespace

bool is_generic_body(std::string_view name) {
  const std::vector<Word> all = words(name);
  const bool ministry = std::ranges::any_of(all, [](const Word& word) { return word.folded == "ministry"; });
  return !all.empty() &&
         (ministry || std::ranges::all_of(all, [](const Word& word) { return is_body_word(word.folded); }));
}

}  // namespace entente
