#include "extract/resolution/sentence_view.h"

#include <algorithm>
#include <tuple>

namespace entente {

SentenceView::SentenceView(const Analysis& analysis, const Resolution& resolution)
    : analysis_(analysis), resolution_(resolution) {
  const std::size_t n = analysis.tokens.size() + 1;
  for (auto* index : {&begins_, &ends_, &covers_, &word_begins_, &word_ends_}) index->assign(n, -1);
  for (std::size_t m = 0; m < resolution.mentions.size(); ++m) {
    const TokenMention& mention = resolution.mentions[m];
    const auto at = static_cast<std::int32_t>(m);
    prefer(begins_[mention.first], at);
    prefer(ends_[mention.last], at);
    for (std::uint32_t i = mention.first; i < mention.last; ++i) prefer(covers_[i], at);
  }
  for (std::size_t w = 0; w < resolution.words.size(); ++w) {
    word_begins_[resolution.words[w].first] = static_cast<std::int32_t>(w);
    word_ends_[resolution.words[w].last] = static_cast<std::int32_t>(w);
  }
}

void SentenceView::prefer(std::int32_t& held, std::int32_t mention) const {
  const auto rank = [this](std::int32_t m) {
    const TokenMention& each = resolution_.mentions[static_cast<std::size_t>(m)];
    const bool phrase = each.form == Form::nominal || each.form == Form::pronoun;
    return std::tuple(phrase, entity(each).kind == Kind::event, each.last - each.first);
  };
  if (held < 0 || rank(mention) < rank(held)) held = mention;
}

std::string_view SentenceView::lower(std::uint32_t i) const {
  return i < analysis_.tokens.size() ? std::string_view(analysis_.tokens[i].lower) : std::string_view{};
}

bool SentenceView::is(std::uint32_t i, std::initializer_list<std::string_view> words) const {
  return std::ranges::find(words, lower(i)) != words.end();
}

namespace {

template <typename Row>
const Row* row_at(const std::vector<std::int32_t>& index, const std::vector<Row>& rows, std::uint32_t token) {
  if (token >= index.size() || index[token] < 0) return nullptr;
  return &rows[static_cast<std::size_t>(index[token])];
}

}  // namespace

const TokenMention* SentenceView::beginning(std::uint32_t token) const {
  return row_at(begins_, resolution_.mentions, token);
}
const TokenMention* SentenceView::ending(std::uint32_t token) const {
  return row_at(ends_, resolution_.mentions, token);
}
const TokenMention* SentenceView::covering(std::uint32_t token) const {
  return row_at(covers_, resolution_.mentions, token);
}
std::span<const TokenMention> SentenceView::all_of(const TokenMention& mention) const {
  const auto same = [&mention](const TokenMention& each) {
    return each.first == mention.first && each.last == mention.last && each.form == mention.form;
  };
  const auto& mentions = resolution_.mentions;
  auto first = static_cast<std::size_t>(&mention - mentions.data());
  auto last = first + 1;
  while (first > 0 && same(mentions[first - 1])) --first;
  while (last < mentions.size() && same(mentions[last])) ++last;
  return std::span(mentions).subspan(first, last - first);
}

const ActorWord* SentenceView::word_beginning(std::uint32_t token) const {
  return row_at(word_begins_, resolution_.words, token);
}
const ActorWord* SentenceView::word_ending(std::uint32_t token) const {
  return row_at(word_ends_, resolution_.words, token);
}

bool SentenceView::kind(const TokenMention* mention, std::initializer_list<Kind> kinds) const {
  return mention && std::ranges::find(kinds, entity(*mention).kind) != kinds.end();
}

bool SentenceView::joined(const TokenMention& mention) const {
  const auto hyphen = [this](std::uint32_t at) { return is(at, {"-"}) && !token(at).spaced && !token(at + 1).spaced; };
  if (mention.last + 1 >= analysis_.tokens.size()) return false;
  if (hyphen(mention.last)) return true;
  constexpr std::uint32_t kReach = 4;
  if (!is(mention.last, {","})) return false;
  for (std::uint32_t at = mention.last + 1; at < mention.last + kReach && at + 1 < analysis_.tokens.size(); ++at) {
    if (hyphen(at)) return is(at + 1, {"based"});
  }
  return false;
}

ByteSpan SentenceView::bytes(std::uint32_t first, std::uint32_t last) const {
  return {analysis_.tokens[first].span.begin, analysis_.tokens[last - 1].span.end};
}

}  // namespace entente
