// Names: a score for each tag of each word, and the best sequence of tags.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "extract/language/encoder/linear.h"
#include "extract/language/encoder/model_file.h"
#include "extract/language/heads/best_tags.h"
#include "extract/language/heads/head_input.h"
#include "extract/language/heads/windows.h"

namespace entente {

class NamesHead {
 public:
  NamesHead(const encoder::Kernels& kernels, const encoder::ModelFile& file);

  /// Scores of all nodes, a row of `stride` each.
  struct Scores {
    encoder::AlignedVector<float> scores;
    std::size_t stride;
  };
  [[nodiscard]] Scores score(const HeadInput& input) const;

  /// The best tags of the words of a sentence.
  [[nodiscard]] std::vector<std::uint32_t> tags(const Scores& scores, const SentenceNodes& sentence) const;
  [[nodiscard]] std::vector<TaggedSpan> spans(const std::vector<std::uint32_t>& tags) const {
    return scheme_.spans(tags);
  }

  /// The least probability that a word of the span has its tag, each word by itself.
  [[nodiscard]] float sureness(const encoder::Kernels& kernels, const Scores& scores, const SentenceNodes& sentence,
                               const std::vector<std::uint32_t>& tags, const TaggedSpan& span) const;

 private:
  encoder::Linear inner_, outer_;
  TagScheme scheme_;
};

}  // namespace entente
