// Scores to probabilities, each label by a line and the logistic function of its own.
#pragma once

#include <cstddef>

#include "extract/language/encoder/aligned.h"
#include "extract/language/encoder/kernels.h"
#include "extract/language/encoder/model_file.h"

namespace entente {

class Calibration {
 public:
  /// That of a head with so many labels; a head that says none gets 1 / (1 + exp(-score)). Throws ModelError where it
  /// says it for another number of labels.
  Calibration(const encoder::Kernels& kernels, const encoder::ModelFile& file, const encoder::ModelHead& head,
              std::size_t labels);

  /// Probabilities of a score for each label.
  [[nodiscard]] encoder::AlignedVector<float> probabilities(const float* scores) const;

 private:
  const encoder::Kernels& kernels_;
  encoder::AlignedVector<float> slopes_, shifts_;
  std::size_t labels_;
};

}  // namespace entente
