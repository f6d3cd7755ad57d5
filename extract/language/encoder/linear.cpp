// See linear.h.
#include "extract/language/encoder/linear.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente::encoder {

namespace {

AlignedVector<float> padded(std::span<const float> values) {
  AlignedVector<float> copy(rounded_up(values.size(), kLanes), 0.0F);
  std::ranges::copy(values, copy.begin());
  return copy;
}

}  // namespace

void QuantisedRows::assign(const Kernels& kernels, const float* x, std::size_t count, std::size_t width) {
  count_ = count;
  if (numbers_.size() < count * width * kernels.number_bytes) numbers_.resize(count * width * kernels.number_bytes);
  if (scales_.size() < count) scales_.resize(count);
  kernels.quantise(x, count, width, numbers_.data(), scales_.data());
}

void check_lanes(const ModelFile& file, std::size_t width, std::string_view what) {
  if (width > 0 && width % kLanes == 0) return;
  throw file.error(fmt::format("its {} of {} is no multiple of {}, as this program needs", what, width, kLanes));
}

Linear::Linear(const Kernels& kernels, const ModelFile& file, const std::string& name, std::size_t inputs,
               std::size_t outputs)
    : inputs_(inputs), outputs_(outputs) {
  const auto weights = file.whole(name + ".weight", std::array{outputs, inputs});
  packed_.resize(kernels.packed_bytes(outputs, inputs));
  kernels.pack(weights.data(), outputs, inputs, packed_.data());
  scales_ = padded(file.real(name + ".scale", std::array{outputs}));
  bias_ = padded(file.real(name + ".bias", std::array{outputs}));
}

void Linear::apply(const Kernels& kernels, const RowsView& rows, float* out) const {
  kernels.multiply({packed_.data(), outputs_, inputs_, scales_.data(), bias_.data()}, rows, out);
}

}  // namespace entente::encoder
