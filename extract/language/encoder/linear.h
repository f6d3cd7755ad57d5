// A linear layer with 8-bit weights, packed for one set of kernels.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "extract/language/encoder/aligned.h"
#include "extract/language/encoder/kernels.h"
#include "extract/language/encoder/model_file.h"

namespace entente::encoder {

/// Rows of 8-bit numbers with a scale each; its memory is used again.
class QuantisedRows {
 public:
  /// Quantises `count` rows of `width` numbers (a multiple of kLanes).
  void assign(const Kernels& kernels, const float* x, std::size_t count, std::size_t width);
  [[nodiscard]] RowsView view() const { return {numbers_.data(), scales_.data(), count_}; }
  [[nodiscard]] std::span<float> scales() { return {scales_.data(), count_}; }

 private:
  AlignedVector<std::byte> numbers_;
  AlignedVector<float> scales_;
  std::size_t count_ = 0;
};

/// Throws ModelError where a width is 0 or no multiple of kLanes; `what` names it.
void check_lanes(const ModelFile& file, std::size_t width, std::string_view what);

class Linear {
 public:
  /// The layer `name` of a file. Throws ModelError where it is missing or has another shape.
  Linear(const Kernels& kernels, const ModelFile& file, const std::string& name, std::size_t inputs,
         std::size_t outputs);

  [[nodiscard]] std::size_t outputs() const { return outputs_; }
  /// Floats of a row of output: the outputs, padded.
  [[nodiscard]] std::size_t stride() const { return rounded_up(outputs_, kLanes); }
  /// `out` has room for rows.count * stride() floats.
  void apply(const Kernels& kernels, const RowsView& rows, float* out) const;

 private:
  std::size_t inputs_, outputs_;
  AlignedVector<std::byte> packed_;
  AlignedVector<float> scales_, bias_;
};

}  // namespace entente::encoder
