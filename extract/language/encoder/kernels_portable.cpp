// Kernels in plain C++: for machines that have none of their own, and the measure of the others.
#include "extract/language/encoder/kernel_sets.h"
#include "extract/language/encoder/kernel_steps.h"

namespace entente::encoder {

namespace {

/// Weights as rows of 16-bit numbers, one row an output, zeros at the end.
struct PortableMultiplier {
  using Number = std::int16_t;
  static constexpr float kShift = 0.0F;

  static std::size_t packed_bytes(std::size_t outputs, std::size_t inputs) {
    return outputs * rounded_up(inputs, kLanes) * sizeof(Number);
  }

  static void pack(const std::int8_t* weights, std::size_t outputs, std::size_t inputs, std::byte* packed) {
    auto* to = reinterpret_cast<Number*>(packed);
    const std::size_t stride = rounded_up(inputs, kLanes);
    for (std::size_t o = 0; o < outputs; ++o) {
      for (std::size_t i = 0; i < inputs; ++i) to[o * stride + i] = weights[o * inputs + i];
      for (std::size_t i = inputs; i < stride; ++i) to[o * stride + i] = 0;
    }
  }

  static void pack_columns(const std::int8_t* values, std::size_t inputs, std::size_t outputs, std::byte* packed) {
    auto* to = reinterpret_cast<Number*>(packed);
    const std::size_t stride = rounded_up(inputs, kLanes);
    for (std::size_t o = 0; o < outputs; ++o) {
      for (std::size_t i = 0; i < inputs; ++i) to[o * stride + i] = values[i * outputs + o];
      for (std::size_t i = inputs; i < stride; ++i) to[o * stride + i] = 0;
    }
  }

  static std::int32_t product(const Number* a, const Number* b, std::size_t count) {
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += std::int32_t{a[i]} * std::int32_t{b[i]};
    return sum;
  }

  static void multiply(const LayerView& layer, const RowsView& rows, bool /*shifted*/, float* out) {
    const std::size_t stride = rounded_up(layer.inputs, kLanes);
    const std::size_t width = rounded_up(layer.outputs, kLanes);
    const auto* weights = reinterpret_cast<const Number*>(layer.packed);
    const auto* numbers = reinterpret_cast<const Number*>(rows.numbers);
    for (std::size_t o = 0; o < layer.outputs; ++o) {
      for (std::size_t r = 0; r < rows.count; ++r) {
        const std::int32_t sum = product(numbers + r * stride, weights + o * stride, stride);
        const float y = static_cast<float>(sum) * (rows.scales[r] * layer.scales[o]);
        out[r * width + o] = layer.bias == nullptr ? y : y + layer.bias[o];
      }
    }
    for (std::size_t r = 0; r < rows.count; ++r) {
      for (std::size_t o = layer.outputs; o < width; ++o) out[r * width + o] = 0.0F;
    }
  }
};

}  // namespace

const Kernels& portable_kernels() {
  static constexpr Kernels kKernels = kernels_with<PortableMultiplier>("portable");
  return kKernels;
}

}  // namespace entente::encoder
