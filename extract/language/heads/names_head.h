// Names: a score for each tag of each word, and the best sequence of tags.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "extract/language/encoder/model_file.h"
#include "extract/language/heads/best_tags.h"
#include "extract/language/heads/head_input.h"
#include "extract/language/heads/two_layers.h"
#include "extract/language/heads/windows.h"

namespace entente {

class NamesHead {
 public:
  NamesHead(const encoder::Kernels& kernels, const encoder::ModelFile& file);

  /// Scores of the tags of all nodes.
  [[nodiscard]] NodeScores score(const HeadInput& input) const { return layers_.score(input); }

  /// The best tags of the words of a sentence.
  [[nodiscard]] std::vector<std::uint32_t> tags(const NodeScores& scores, const SentenceNodes& sentence) const;
  [[nodiscard]] std::vector<TaggedSpan> spans(const std::vector<std::uint32_t>& tags) const {
    return scheme_.spans(tags);
  }

  /// The least probability that a word of the span has its tag, each word by itself.
  [[nodiscard]] float sureness(const encoder::Kernels& kernels, const NodeScores& scores, const SentenceNodes& sentence,
                               const std::vector<std::uint32_t>& tags, const TaggedSpan& span) const;

 private:
  TwoLayers layers_;
  TagScheme scheme_;
};

}  // namespace entente
