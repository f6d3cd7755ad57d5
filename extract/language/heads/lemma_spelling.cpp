#include "extract/language/heads/lemma_spelling.h"

#include <array>

#include "extract/text/common_words.h"
#include "extract/text/fold.h"

namespace entente {
namespace {

/// How the ending of a form is undone.
struct Ending {
  std::string_view upos;
  std::string_view end;
  std::size_t cut = 0;  ///< letters from the end of the form
  std::string_view put;
  bool doubled = false;  ///< what is left ends with one letter twice, of which one goes too
};

/// The likeliest of a form comes first.
constexpr std::array<Ending, 26> kEndings{
    {{"VERB", "ied", 3, "y"},      {"VERB", "ied", 1, ""},    {"VERB", "ed", 2, ""},    {"VERB", "ed", 1, ""},
     {"VERB", "ed", 2, "", true},  {"VERB", "ying", 4, "ie"}, {"VERB", "ing", 3, ""},   {"VERB", "ing", 3, "e"},
     {"VERB", "ing", 3, "", true}, {"VERB", "ies", 3, "y"},   {"VERB", "ies", 1, ""},   {"VERB", "es", 1, ""},
     {"VERB", "es", 2, ""},        {"VERB", "s", 1, ""},      {"NOUN", "ies", 3, "y"},  {"NOUN", "ies", 1, ""},
     {"NOUN", "ves", 1, ""},       {"NOUN", "ves", 3, "f"},   {"NOUN", "ves", 3, "fe"}, {"NOUN", "xes", 2, ""},
     {"NOUN", "ses", 1, ""},       {"NOUN", "ses", 2, ""},    {"NOUN", "ses", 2, "is"}, {"NOUN", "es", 1, ""},
     {"NOUN", "es", 2, ""},        {"NOUN", "s", 1, ""}}};

/// "receiv", "studi": what no verb ends with.
std::string completed(std::string lemma) {
  if (lemma.size() < 3) return lemma;
  const char last = lemma.back();
  const char before = lemma[lemma.size() - 2];
  const bool consonant_s = last == 's' && std::string_view("lnpr").find(before) != std::string_view::npos;
  if (last == 'i') {
    lemma.back() = 'y';
  } else if (last == 'v' || last == 'u' || (last == 'c' && before != 'n') || consonant_s) {
    lemma += 'e';
  }
  return lemma;
}

}  // namespace

std::string spelled_lemma(std::string lemma, std::string_view word, std::string_view upos) {
  const bool stump = upos == "VERB" && (lemma.ends_with('i') || lemma == "dy" || lemma == "ly" || lemma == "ty");
  if ((upos != "VERB" && upos != "NOUN") || (!stump && common_word(lemma))) return lemma;
  const std::string form = fold(word);
  if (lemma == form) return lemma;
  for (const Ending& ending : kEndings) {
    if (ending.upos != upos || !form.ends_with(ending.end) || form.size() < ending.cut + 1) continue;
    std::string found = form.substr(0, form.size() - ending.cut);
    if (ending.doubled && (found.size() < 3 || found.back() != found[found.size() - 2])) continue;
    if (ending.doubled) found.pop_back();
    found += ending.put;
    if (common_word(found)) return found;
  }
  return upos == "VERB" && lemma.size() < form.size() ? completed(std::move(lemma)) : lemma;
}

}  // namespace entente
