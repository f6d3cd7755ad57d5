#include "extract/resolution/trees.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace entente {

Trees::Trees(const Analysis& analysis)
    : analysis_(analysis), sentence_(analysis.tokens.size(), 0), begin_(analysis.tokens.size() + 1, 0) {
  for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    for (std::uint32_t t = analysis.sentences[s].first; t < analysis.sentences[s].last; ++t) sentence_[t] = s;
  }
  for (std::uint32_t t = 0; t < size(); ++t) {
    if (token(t).head != t) ++begin_[token(t).head + 1];
  }
  for (std::size_t t = 1; t < begin_.size(); ++t) begin_[t] += begin_[t - 1];
  children_.resize(begin_.back());
  std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
  for (std::uint32_t t = 0; t < size(); ++t) {
    if (token(t).head != t) children_[next[token(t).head]++] = t;
  }
  measure();
}

/// Reaches every token from its root, then hands extents back up in the opposite order.
void Trees::measure() {
  std::vector<std::uint32_t> order;
  order.reserve(size());
  for (std::uint32_t t = 0; t < size(); ++t) {
    if (token(t).head == t) order.push_back(t);
  }
  for (std::size_t i = 0; i < order.size(); ++i)
    order.insert(order.end(), children(order[i]).begin(), children(order[i]).end());
  first_below_.resize(size());
  last_below_.resize(size());
  std::iota(first_below_.begin(), first_below_.end(), 0U);
  last_below_ = first_below_;
  for (auto each = order.rbegin(); each != order.rend(); ++each) {
    const std::uint32_t head = token(*each).head;
    first_below_[head] = std::min(first_below_[head], first_below_[*each]);
    last_below_[head] = std::max(last_below_[head], last_below_[*each]);
  }
}

std::span<const std::uint32_t> Trees::children(std::uint32_t token) const {
  return std::span(children_).subspan(begin_[token], begin_[token + 1] - begin_[token]);
}

std::uint32_t Trees::child(std::uint32_t token, std::string_view relation) const {
  for (const std::uint32_t each : children(token)) {
    if (analysis_.tokens[each].relation == relation) return each;
  }
  return token;
}

std::string_view Trees::plain_relation(std::uint32_t token) const {
  const std::string_view relation = analysis_.tokens[token].relation;
  return relation.substr(0, relation.find(':'));
}

std::uint32_t Trees::head_of(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t t = first; t < last; ++t) {
    const std::uint32_t head = token(t).head;
    if (token(t).upos != "PUNCT" && (head == t || head < first || head >= last)) return t;
  }
  return last - 1;
}

std::uint32_t Trees::predicate_of(std::uint32_t token) const {
  constexpr std::array<std::string_view, 8> kClauses{"root", "ccomp", "xcomp",     "advcl",
                                                     "acl",  "csubj", "parataxis", "discourse"};
  std::uint32_t at = token;
  while (analysis_.tokens[at].head != at) {
    if (std::ranges::find(kClauses, plain_relation(at)) != kClauses.end()) return at;
    const bool clause = plain_relation(at) == "conj" &&
                        (has(at, "nsubj") || has(at, "nsubj:pass") || analysis_.tokens[at].upos == "VERB");
    if (clause && analysis_.tokens[analysis_.tokens[at].head].upos != "NOUN") return at;
    at = analysis_.tokens[at].head;
  }
  return at;
}

std::uint32_t Trees::subject_of(std::uint32_t predicate) const {
  for (std::uint32_t at = predicate;;) {
    for (const std::uint32_t each : children(at)) {
      if (plain_relation(each) == "nsubj") return each;
    }
    const std::string_view relation = plain_relation(at);
    const bool participle = relation == "advcl" && analysis_.tokens[at].xpos == "VBG";
    const bool shares = relation == "conj" || relation == "xcomp" || participle;
    if (!shares || analysis_.tokens[at].head == at) return predicate;
    at = analysis_.tokens[at].head;
  }
}

std::uint32_t Trees::first_conjunct(std::uint32_t token) const {
  while (plain_relation(token) == "conj" && analysis_.tokens[token].head != token) token = analysis_.tokens[token].head;
  return token;
}

}  // namespace entente
