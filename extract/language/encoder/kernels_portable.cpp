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

  /// Four rows `stride` apart with one row of weights: the compiler makes of this what the machine has.
  static void add_products(const Number* rows, std::size_t stride, const Number* weights, std::int32_t* sums) {
    std::int32_t a = 0, b = 0, c = 0, d = 0;
    for (std::size_t i = 0; i < stride; ++i) {
      const std::int32_t weight = weights[i];
      a += rows[i] * weight;
      b += rows[stride + i] * weight;
      c += rows[2 * stride + i] * weight;
      d += rows[3 * stride + i] * weight;
    }
    sums[0] = a;
    sums[1] = b;
    sums[2] = c;
    sums[3] = d;
  }

  static std::int32_t product(const Number* row, std::size_t stride, const Number* weights) {
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < stride; ++i) sum += std::int32_t{row[i]} * std::int32_t{weights[i]};
    return sum;
  }

  static float finished(std::int32_t sum, float row_scale, const LayerView& layer, std::size_t output) {
    const float y = static_cast<float>(sum) * (row_scale * layer.scales[output]);
    return layer.bias == nullptr ? y : y + layer.bias[output];
  }

  static void multiply(const LayerView& layer, const RowsView& rows, bool /*shifted*/, float* out) {
    const std::size_t stride = rounded_up(layer.inputs, kLanes);
    const std::size_t width = rounded_up(layer.outputs, kLanes);
    const auto* weights = reinterpret_cast<const Number*>(layer.packed);
    const auto* numbers = reinterpret_cast<const Number*>(rows.numbers);
    for (std::size_t r = 0; r < rows.count; ++r) {
      for (std::size_t o = layer.outputs; o < width; ++o) out[r * width + o] = 0.0F;
    }
    std::size_t r = 0;
    for (; r + 4 <= rows.count; r += 4) {
      for (std::size_t o = 0; o < layer.outputs; ++o) {
        std::int32_t sums[4];
        add_products(numbers + r * stride, stride, weights + o * stride, sums);
        for (std::size_t i = 0; i < 4; ++i) {
          out[(r + i) * width + o] = finished(sums[i], rows.scales[r + i], layer, o);
        }
      }
    }
    for (; r < rows.count; ++r) {
      for (std::size_t o = 0; o < layer.outputs; ++o) {
        const std::int32_t sum = product(numbers + r * stride, stride, weights + o * stride);
        out[r * width + o] = finished(sum, rows.scales[r], layer, o);
      }
    }
  }
};

}  // namespace

const Kernels& portable_kernels() {
  static constexpr Kernels kKernels = kernels_with<PortableMultiplier>("portable");
  return kKernels;
}

}  // namespace entente::encoder
