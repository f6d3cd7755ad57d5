// A score for each label of an ordered pair of mentions (heads of kind "pair"): what each mention is to the head is
// computed once, a pair then costs a few hundred additions and products and one small linear layer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/encoder/linear.h"
#include "extract/language/encoder/model_file.h"
#include "extract/language/heads/calibration.h"
#include "extract/language/heads/head_input.h"
#include "extract/language/heads/pair_features.h"

namespace entente {

class PairHead {
 public:
  /// Throws ModelError.
  PairHead(const encoder::Kernels& kernels, const encoder::ModelFile& file, const encoder::ModelHead& head);

  [[nodiscard]] const std::vector<std::string>& labels() const { return labels_; }
  [[nodiscard]] const Calibration& calibration() const { return calibration_; }

  /// What mentions are to the head, a row each; `first` and `last` are the vectors of their first and last words.
  [[nodiscard]] encoder::AlignedVector<float> project(const HeadInput& first, const HeadInput& last) const;

  /// Mentions with what they are to the head.
  struct Mentions {
    std::vector<MentionFacts> facts;
    encoder::AlignedVector<float> projected;
  };
  /// A row of stride() scores, labels().size() of them, for each pair (a, b) with b one of `others`.
  void score(const Mentions& mentions, std::uint32_t a, std::span<const std::uint32_t> others,
             encoder::AlignedVector<float>& scores) const;
  [[nodiscard]] std::size_t stride() const { return out_.stride(); }

 private:
  void join(const Mentions& mentions, std::uint32_t a, std::uint32_t b, float* z) const;

  const encoder::Kernels& kernels_;
  std::vector<std::string> labels_;
  std::size_t product_, sum_;
  PairFeatures features_;
  encoder::Linear first_, last_, out_;
  std::vector<float> feature_rows_;
  Calibration calibration_;
};

}  // namespace entente
