#include "extract/resolution/sentence_view.h"

#include <algorithm>

namespace entente {

SentenceView::SentenceView(const Analysis& analysis, const Resolution& resolution)
    : analysis_(analysis), resolution_(resolution) {
  const std::size_t n = analysis.tokens.size() + 1;
  for (auto* index : {&begins_, &ends_, &covers_, &word_begins_, &word_ends_}) index->assign(n, -1);
  for (std::size_t m = 0; m < resolution.mentions.size(); ++m) {
    const TokenMention& mention = resolution.mentions[m];
    const auto at = static_cast<std::int32_t>(m);
    const bool event = entity(mention).kind == Kind::event;
    if (!event || begins_[mention.first] < 0) begins_[mention.first] = at;
    ends_[mention.last] = at;
    for (std::uint32_t i = mention.first; i < mention.last; ++i) {
      if (!event || covers_[i] < 0) covers_[i] = at;
    }
  }
  for (std::size_t w = 0; w < resolution.words.size(); ++w) {
    word_begins_[resolution.words[w].first] = static_cast<std::int32_t>(w);
    word_ends_[resolution.words[w].last] = static_cast<std::int32_t>(w);
  }
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
const ActorWord* SentenceView::word_beginning(std::uint32_t token) const {
  return row_at(word_begins_, resolution_.words, token);
}
const ActorWord* SentenceView::word_ending(std::uint32_t token) const {
  return row_at(word_ends_, resolution_.words, token);
}

bool SentenceView::kind(const TokenMention* mention, std::initializer_list<Kind> kinds) const {
  return mention && std::ranges::find(kinds, entity(*mention).kind) != kinds.end();
}

ByteSpan SentenceView::bytes(std::uint32_t first, std::uint32_t last) const {
  return {analysis_.tokens[first].span.begin, analysis_.tokens[last - 1].span.end};
}

}  // namespace entente
