// What heads read: the vectors of the nodes of some sentences, quantised once for all of them.
#pragma once

#include <cstddef>
#include <span>

#include "extract/language/encoder/aligned.h"
#include "extract/language/encoder/kernels.h"
#include "extract/language/encoder/linear.h"

namespace entente {

struct HeadInput {
  const encoder::Kernels& kernels;
  encoder::RowsView rows;  ///< one a node
};

/// The layer over the input, a row of layer.stride() floats for each node.
[[nodiscard]] inline encoder::AlignedVector<float> applied(const encoder::Linear& layer, const HeadInput& input) {
  encoder::AlignedVector<float> out(input.rows.count * layer.stride());
  layer.apply(input.kernels, input.rows, out.data());
  return out;
}

/// The place of the highest score, the first of equal ones.
[[nodiscard]] inline std::uint32_t highest(const float* scores, std::size_t count) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < count; ++i) {
    if (scores[i] > scores[best]) best = i;
  }
  return static_cast<std::uint32_t>(best);
}

}  // namespace entente
