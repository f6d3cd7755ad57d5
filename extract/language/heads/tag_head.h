// One label a word, of the highest score of one linear layer: parts of speech, lemma rules.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/language/encoder/linear.h"
#include "extract/language/encoder/model_file.h"
#include "extract/language/heads/head_input.h"

namespace entente {

class TagHead {
 public:
  TagHead(const encoder::Kernels& kernels, const encoder::ModelFile& file, const std::string& name)
      : layer_(kernels, file, name, file.header().settings.hidden, file.labels(name).size()) {}

  /// A label number for each node.
  [[nodiscard]] std::vector<std::uint32_t> read(const HeadInput& input) const {
    const encoder::AlignedVector<float> scores = applied(layer_, input);
    std::vector<std::uint32_t> best(input.rows.count);
    for (std::size_t i = 0; i < best.size(); ++i) {
      best[i] = highest(scores.data() + i * layer_.stride(), layer_.outputs());
    }
    return best;
  }

 private:
  encoder::Linear layer_;
};

}  // namespace entente
