#include "extract/events/tree_view.h"

#include <algorithm>

#include "extract/events/trigger_table.h"

namespace entente {

TreeView::TreeView(const Analysis& analysis, const Trees& trees) : trees_(trees) {
  lemmas_.reserve(analysis.tokens.size());
  for (const Token& token : analysis.tokens) lemmas_.push_back(table_lemma(token));
}

bool TreeView::relation(std::uint32_t i, std::initializer_list<std::string_view> relations) const {
  const std::string_view own = token(i).relation;
  return std::ranges::any_of(relations, [own](std::string_view each) {
    return own.starts_with(each) && (own.size() == each.size() || own[each.size()] == ':');
  });
}

std::optional<std::uint32_t> TreeView::child(std::uint32_t i, std::initializer_list<std::string_view> relations) const {
  for (const std::uint32_t each : children(i)) {
    if (relation(each, relations)) return each;
  }
  return std::nullopt;
}

bool TreeView::lower_is(std::uint32_t i, std::initializer_list<std::string_view> words) const {
  return std::ranges::find(words, std::string_view(token(i).lower)) != words.end();
}

bool TreeView::lemma_is(std::uint32_t i, std::initializer_list<std::string_view> words) const {
  return std::ranges::find(words, lemma(i)) != words.end();
}

bool TreeView::has_case(std::uint32_t noun, std::initializer_list<std::string_view> prepositions) const {
  return std::ranges::any_of(
      children(noun), [&](std::uint32_t each) { return relation(each, {"case"}) && lower_is(each, prepositions); });
}

bool TreeView::has_mark(std::uint32_t verb, std::initializer_list<std::string_view> words) const {
  return std::ranges::any_of(children(verb), [&](std::uint32_t each) {
    return (relation(each, {"mark"}) || token(each).upos == "SCONJ") && lower_is(each, words);
  });
}

bool TreeView::predicate(std::uint32_t i) const {
  if (token(i).upos == "VERB") return true;
  return token(i).upos == "ADJ" && (child(i, {"cop", "nsubj"}) || relation(i, {"root", "advcl", "conj", "xcomp"}));
}

bool TreeView::speaks(std::uint32_t i) const {
  return token(i).upos == "VERB" &&
         lemma_is(i, {"say",       "tell",     "report", "announce", "state", "add",    "declare",
                      "confirm",   "claim",    "note",   "explain",  "argue", "insist", "stress",
                      "reiterate", "conclude", "warn",   "quote",    "write", "deny"});
}

}  // namespace entente
