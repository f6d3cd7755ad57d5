// See calibration.h, and training/FORMAT.md, section 8.
#include "extract/language/heads/calibration.h"

#include <fmt/format.h>

namespace entente {

Calibration::Calibration(const encoder::Kernels& kernels, const encoder::ModelFile& file,
                         const encoder::ModelHead& head, std::size_t labels)
    : kernels_(kernels), slopes_(labels, 1.0F), shifts_(labels, 0.0F), labels_(labels) {
  if (head.calibration.empty()) return;
  if (head.calibration.size() != labels) {
    throw file.error(
        fmt::format("its head '{}' has {} labels and a calibration of {}", head.name, labels, head.calibration.size()));
  }
  for (std::size_t i = 0; i < labels; ++i) {
    slopes_[i] = head.calibration[i].slope;
    shifts_[i] = head.calibration[i].shift;
  }
}

encoder::AlignedVector<float> Calibration::probabilities(const float* scores) const {
  encoder::AlignedVector<float> out(encoder::rounded_up(labels_, encoder::kLanes), 0.0F);
  for (std::size_t i = 0; i < labels_; ++i) out[i] = -(slopes_[i] * scores[i] + shifts_[i]);
  kernels_.exponential(out.data(), out.size());
  for (float& x : out) x = 1.0F / (1.0F + x);
  return out;
}

}  // namespace entente
