#include "extract/relations/one_phrase.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {
namespace {

/// The relations on the way up from two tokens to where they meet.
struct Way {
  std::vector<std::string_view> from_a, from_b;
  std::uint32_t meeting = 0;
};

Way way_between(const Trees& trees, std::uint32_t a, std::uint32_t b) {
  std::vector<std::uint32_t> above{a};
  while (trees.token(above.back()).head != above.back()) above.push_back(trees.token(above.back()).head);
  Way way;
  while (std::ranges::find(above, b) == above.end()) {
    way.from_b.push_back(trees.token(b).relation);
    b = trees.token(b).head;
  }
  way.meeting = b;
  for (const std::uint32_t each : above) {
    if (each == b) break;
    way.from_a.push_back(trees.token(each).relation);
  }
  return way;
}

bool nominal(std::string_view relation) {
  constexpr std::array<std::string_view, 5> kNominal{"amod", "appos", "compound", "flat", "nmod"};
  return std::ranges::find(kNominal, relation.substr(0, relation.find(':'))) != kNominal.end();
}

/// A clause stands between the two, whatever the tree says.
bool clause_between(const Trees& trees, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t at = first; at < last; ++at) {
    const std::string_view tag = trees.token(at).xpos;
    if (tag == "MD" || tag == "VBD" || tag == "VBP" || tag == "VBZ") return true;
  }
  return false;
}

/// Only nominal relations lie between; "X is the head of Y" goes by its predicate.
bool joined_by_tree(const Trees& trees, const TokenMention& a, const TokenMention& b) {
  constexpr std::size_t kFar = 4;
  constexpr std::uint32_t kWords = 14;  // a tree that spans more without a clause between is seldom right
  if (std::max(a.first, b.first) > std::min(a.last, b.last) + kWords) return false;
  Way way = way_between(trees, trees.head_of(a.first, a.last), trees.head_of(b.first, b.last));
  if (way.from_a.size() + way.from_b.size() > kFar) return false;
  const bool copula = trees.has(way.meeting, "cop");
  if (copula && !way.from_a.empty() && way.from_a.back() == "nsubj") way.from_a.pop_back();
  if (!copula && clause_between(trees, std::min(a.last, b.last), std::max(a.first, b.first))) return false;
  return std::ranges::all_of(way.from_a, nominal) && std::ranges::all_of(way.from_b, nominal);
}

/// What may stand between two names of one phrase; verbs, "and" and dashes may not.
bool binds(const SentenceView& view, std::uint32_t at) {
  constexpr std::array<std::string_view, 4> kTags{"ADJ", "DET", "NOUN", "PROPN"};
  return std::ranges::find(kTags, view.token(at).upos) != kTags.end() ||
         view.is(at, {",", "(", "'s", "'", "of", "in", "at", "for", "from", "near"});
}

bool joined_by_words(const SentenceView& view, const TokenMention& a, const TokenMention& b) {
  constexpr std::uint32_t kFar = 9;
  const TokenMention& before = a.first < b.first ? a : b;
  const TokenMention& behind = a.first < b.first ? b : a;
  if (before.last > behind.first) return true;  // one within the other
  if (behind.first - before.last > kFar) return false;
  const bool row = behind.first == before.last + 1 && view.is(before.last, {","});
  if (row && !(view.kind(&before, {Kind::place}) && view.kind(&behind, {Kind::place, Kind::country}))) return false;
  for (std::uint32_t at = before.last; at < behind.first; ++at) {
    const TokenMention* other = view.beginning(at);
    if (!binds(view, at)) return false;
    if (other && other->form == Form::name && view.kind(other, {view.entity(a).kind, view.entity(b).kind}))
      return false;
  }
  return true;
}

}  // namespace

bool in_one_phrase(const Trees& trees, const SentenceView& view, const TokenMention& a, const TokenMention& b) {
  return joined_by_tree(trees, a, b) || joined_by_words(view, a, b);
}

bool in_one_clause(const Trees& trees, const TokenMention& subject, const TokenMention& object) {
  Way way = way_between(trees, trees.head_of(subject.first, subject.last), trees.head_of(object.first, object.last));
  if (way.from_a.size() != 1 || way.from_a[0] != "nsubj" || trees.token(way.meeting).upos != "VERB") return false;
  if (way.from_b.size() == 2 && nominal(way.from_b[0])) way.from_b.erase(way.from_b.begin());
  return way.from_b.size() == 1 && (way.from_b[0] == "obl" || way.from_b[0] == "obj");
}

bool signs_report(const SentenceView& view, const Sentence& sentence, const TokenMention& mention) {
  if (!view.kind(&mention, {Kind::organisation})) return false;
  return sentence.dateline || (mention.first == sentence.first && view.is(mention.last, {"-", "--", "–", "—", ":"}));
}

}  // namespace entente
