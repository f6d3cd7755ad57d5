// See article_content.h.
#include "extract/language/heads/article_content.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>

#include "extract/language/heads/lemma_rule.h"

namespace entente {

namespace {

std::vector<std::size_t> begins_of(std::span<const SentenceWords> sentences) {
  std::vector<std::size_t> begins{0};
  for (const SentenceWords words : sentences) begins.push_back(begins.back() + words.size());
  return begins;
}

std::vector<std::uint32_t> forms_of(std::span<const SentenceWords> sentences) {
  const LemmaRule small_letters("lower|0|");
  std::map<std::string, std::uint32_t> numbers;
  std::vector<std::uint32_t> forms;
  for (const SentenceWords words : sentences) {
    for (const std::string_view word : words) {
      const auto next = static_cast<std::uint32_t>(numbers.size());
      forms.push_back(numbers.emplace(small_letters.apply(word), next).first->second);
    }
  }
  return forms;
}

}  // namespace

ArticleReading::Content::Content(std::shared_ptr<const ArticleHeads> model, std::span<const SentenceWords> words)
    : heads(std::move(model)),
      width(heads->file.header().settings.hidden),
      sentences(words.size()),
      begins(begins_of(words)) {
  if (heads->any()) vectors.resize(begins.back() * width);
  if (heads->coreference) forms = forms_of(words);
}

void ArticleReading::Content::score_events() {
  if (!heads->events) return;
  encoder::QuantisedRows rows;
  rows.assign(heads->kernels, vectors.data(), begins.back(), width);
  events = heads->events->score({heads->kernels, rows.view()});
}

std::size_t ArticleReading::Content::word(std::uint32_t sentence, std::uint32_t word) const {
  if (sentence >= sentences.size()) {
    throw std::out_of_range(fmt::format("sentence {} of an article of {}", sentence, sentences.size()));
  }
  const std::size_t count = begins[sentence + 1] - begins[sentence];
  if (word >= count) throw std::out_of_range(fmt::format("word {} of a sentence of {}", word, count));
  return begins[sentence] + word;
}

PairHead::Mentions ArticleReading::Content::mentions(const PairHead& head, std::span<const MentionWords> from) const {
  PairHead::Mentions mentions;
  encoder::AlignedVector<float> first(from.size() * width), last(from.size() * width);
  for (std::size_t i = 0; i < from.size(); ++i) {
    const MentionWords& m = from[i];
    const std::size_t begin = word(m.sentence, m.first), end = word(m.sentence, m.last);
    if (begin > end) throw std::out_of_range(fmt::format("a mention of the words {} to {}", m.first, m.last));
    std::copy_n(vectors.data() + begin * width, width, first.data() + i * width);
    std::copy_n(vectors.data() + end * width, width, last.data() + i * width);
    mentions.facts.push_back({m.sentence, m.first, m.last, m.kind, {}});
    if (!forms.empty()) mentions.facts.back().forms = std::span(forms).subspan(begin, end - begin + 1);
  }
  encoder::QuantisedRows first_rows, last_rows;
  first_rows.assign(heads->kernels, first.data(), from.size(), width);
  last_rows.assign(heads->kernels, last.data(), from.size(), width);
  mentions.projected = head.project({heads->kernels, first_rows.view()}, {heads->kernels, last_rows.view()});
  return mentions;
}

}  // namespace entente
