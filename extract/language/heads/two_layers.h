// Two linear layers with ReLU between: a score for each label of each word (heads of kind "tag2").
#pragma once

#include <cstddef>
#include <string>

#include "extract/language/encoder/linear.h"
#include "extract/language/encoder/model_file.h"
#include "extract/language/heads/head_input.h"

namespace entente {

/// Scores of nodes, a row of `stride` each.
struct NodeScores {
  encoder::AlignedVector<float> scores;
  std::size_t stride = 0;

  [[nodiscard]] const float* row(std::size_t node) const { return scores.data() + node * stride; }
};

class TwoLayers {
 public:
  /// The layers `name`.inner and `name`.outer, `inner` wide between. Throws ModelError.
  TwoLayers(const encoder::Kernels& kernels, const encoder::ModelFile& file, const std::string& name, std::size_t inner,
            std::size_t labels)
      : inner_(kernels, file, name + ".inner", file.header().settings.hidden, inner),
        outer_(kernels, file, name + ".outer", inner, labels) {
    encoder::check_lanes(file, inner, "inner width of '" + name + "'");
  }

  [[nodiscard]] NodeScores score(const HeadInput& input) const {
    encoder::AlignedVector<float> inner = applied(inner_, input);
    input.kernels.relu(inner.data(), inner.size());
    encoder::QuantisedRows rows;
    rows.assign(input.kernels, inner.data(), input.rows.count, inner_.stride());
    return {applied(outer_, {input.kernels, rows.view()}), outer_.stride()};
  }

 private:
  encoder::Linear inner_, outer_;
};

}  // namespace entente
