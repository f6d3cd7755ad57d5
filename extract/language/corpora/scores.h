// What a reading is worth beside an annotated sentence.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/language/corpora/conllu.h"
#include "extract/language/corpora/iob.h"
#include "extract/language/corpora/name_schemes.h"
#include "extract/language/heads/reader.h"

namespace entente {

/// Words, and those that are read as annotated. Punctuation counts.
struct TreeScores {
  std::size_t words = 0, upos = 0, xpos = 0, lemma = 0;
  std::size_t head = 0;                  ///< UAS
  std::size_t relation = 0;              ///< LAS: the head, and the relation up to its colon
  std::size_t relation_and_subtype = 0;  ///< LAS with subtypes

  void add(const ConlluSentence& gold, const SentenceReading& reading);
};

/// Names annotated, read, and both with the same words; strictly, and without their labels.
struct NameScores {
  std::size_t gold = 0, read = 0, right = 0, right_spans = 0;

  void add(const IobSentence& gold, const SentenceReading& reading, const NameScheme& scheme);
  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
  [[nodiscard]] double spans_f1() const;
};

}  // namespace entente
