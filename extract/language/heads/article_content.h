// What a reading of an article keeps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "extract/language/encoder/aligned.h"
#include "extract/language/heads/article_heads.h"
#include "extract/language/heads/article_reading.h"
#include "extract/language/heads/two_layers.h"

namespace entente {

struct ArticleReading::Content {
  /// With room for the words of sentences; the vectors are for the caller to fill in.
  Content(std::shared_ptr<const ArticleHeads> model, std::span<const SentenceWords> words);

  /// Scores the words, once the vectors are there.
  void score_events();

  /// The place of a word among all of the article. Throws std::out_of_range.
  [[nodiscard]] std::size_t word(std::uint32_t sentence, std::uint32_t word) const;
  [[nodiscard]] float* vector(std::size_t word) { return vectors.data() + word * width; }

  /// The mentions as a head sees them, which must outlive what it gives.
  [[nodiscard]] PairHead::Mentions mentions(const PairHead& head, std::span<const MentionWords> from) const;

  std::shared_ptr<const ArticleHeads> heads;
  std::size_t width;
  std::vector<SentenceReading> sentences;
  std::vector<std::size_t> begins;        ///< of each sentence its first word; one more than there are sentences
  std::vector<std::uint32_t> forms;       ///< a number for each word, equal where these are in small letters
  encoder::AlignedVector<float> vectors;  ///< of the words; empty where the model has none of the heads
  NodeScores events;
};

}  // namespace entente
