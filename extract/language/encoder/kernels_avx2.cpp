// Kernels for x86-64 with AVX2: products of 16-bit numbers, added in pairs (vpmaddwd).
#include <immintrin.h>

#include "extract/language/encoder/kernel_sets.h"
#include "extract/language/encoder/kernel_steps.h"

namespace entente::encoder {

namespace {

/// Weights in blocks of 16 outputs; within a block, for each two inputs, two 8-bit numbers of each output.
struct Avx2Multiplier {
  using Number = std::int16_t;
  static constexpr float kShift = 0.0F;
  static constexpr std::size_t kStepInputs = 2;
  static constexpr std::size_t kStepBytes = kLanes * kStepInputs;

  static std::size_t packed_bytes(std::size_t outputs, std::size_t inputs) {
    return rounded_up(outputs, kLanes) * rounded_up(inputs, kStepInputs);
  }

  static std::size_t place(std::size_t output, std::size_t input, std::size_t steps) {
    return ((output / kLanes) * steps + input / kStepInputs) * kStepBytes + (output % kLanes) * kStepInputs +
           input % kStepInputs;
  }

  static void clear(std::int8_t* to, std::size_t bytes) {
    for (std::size_t i = 0; i < bytes; ++i) to[i] = 0;
  }

  static void pack(const std::int8_t* weights, std::size_t outputs, std::size_t inputs, std::byte* packed) {
    auto* to = reinterpret_cast<std::int8_t*>(packed);
    const std::size_t steps = rounded_up(inputs, kStepInputs) / kStepInputs;
    if (outputs % kLanes != 0 || inputs % kStepInputs != 0) clear(to, packed_bytes(outputs, inputs));
    for (std::size_t o = 0; o < outputs; ++o) {
      for (std::size_t i = 0; i < inputs; ++i) to[place(o, i, steps)] = weights[o * inputs + i];
    }
  }

  static void pack_columns(const std::int8_t* values, std::size_t inputs, std::size_t outputs, std::byte* packed) {
    auto* to = reinterpret_cast<__m128i*>(packed);
    const std::size_t steps = rounded_up(inputs, kStepInputs) / kStepInputs;
    for (std::size_t block = 0; block < outputs / kLanes; ++block) {
      for (std::size_t k = 0; k < steps; ++k) {
        const std::int8_t* from = values + k * kStepInputs * outputs + block * kLanes;
        const bool whole = k * kStepInputs + 1 < inputs;
        const __m128i a = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
        const __m128i b =
            whole ? _mm_loadu_si128(reinterpret_cast<const __m128i*>(from + outputs)) : _mm_setzero_si128();
        _mm_storeu_si128(to++, _mm_unpacklo_epi8(a, b));
        _mm_storeu_si128(to++, _mm_unpackhi_epi8(a, b));
      }
    }
  }

  struct Tile {
    const LayerView& layer;
    const RowsView& rows;
    std::size_t block, row;
    float* out;
  };

  /// Eight 32-bit numbers. GCC 12 keeps __m256i that change between loops and instructions in memory.
  using HalfInts [[gnu::vector_size(32), gnu::may_alias]] = std::int32_t;

  /// Of one row and 16 outputs.
  struct Vectors {
    HalfInts a, b;
  };

  static ENTENTE_INLINE HalfInts products(HalfInts numbers, HalfInts weights) {
    return reinterpret_cast<HalfInts>(
        _mm256_madd_epi16(reinterpret_cast<__m256i>(numbers), reinterpret_cast<__m256i>(weights)));
  }

  static ENTENTE_INLINE void add(Vectors& sums, std::int32_t numbers, const Vectors& weights) {
    const HalfInts pair = HalfInts{} + numbers;
    sums.a = sums.a + products(pair, weights.a);
    sums.b = sums.b + products(pair, weights.b);
  }

  static ENTENTE_INLINE HalfInts widened(const __m128i* weights) {
    return reinterpret_cast<HalfInts>(_mm256_cvtepi8_epi16(_mm_loadu_si128(weights)));
  }

  static ENTENTE_INLINE void finish(const Tile& tile, std::size_t row, std::size_t output, HalfInts sum) {
    const __m256 row_scale = _mm256_set1_ps(tile.rows.scales[row]);
    const __m256 scale = _mm256_mul_ps(row_scale, _mm256_loadu_ps(tile.layer.scales + output));
    __m256 y = _mm256_mul_ps(_mm256_cvtepi32_ps(reinterpret_cast<__m256i>(sum)), scale);
    if (tile.layer.bias != nullptr) y = _mm256_add_ps(y, _mm256_loadu_ps(tile.layer.bias + output));
    _mm256_storeu_ps(tile.out + row * rounded_up(tile.layer.outputs, kLanes) + output, y);
  }

  static ENTENTE_INLINE void finish_row(const Tile& tile, std::size_t row, const Vectors& sums) {
    finish(tile, row, tile.block * kLanes, sums.a);
    finish(tile, row, tile.block * kLanes + kLanes / 2, sums.b);
  }

  /// kRows rows, at most 6, by 16 outputs.
  template <std::size_t kRows>
  static void multiply_tile(const Tile& tile) {
    const std::size_t steps = rounded_up(tile.layer.inputs, kStepInputs) / kStepInputs;
    const std::size_t stride = rounded_up(tile.layer.inputs, kLanes) / kStepInputs;
    const auto* weights = reinterpret_cast<const __m128i*>(tile.layer.packed + tile.block * steps * kStepBytes);
    const auto* numbers = reinterpret_cast<const Pair*>(tile.rows.numbers) + tile.row * stride;
    const Vectors first{};
    Vectors row0 = first, row1 = first, row2 = first, row3 = first, row4 = first, row5 = first;
    for (std::size_t k = 0; k < steps; ++k) {
      const Vectors column{widened(weights + 2 * k), widened(weights + 2 * k + 1)};
      add(row0, numbers[k], column);
      if constexpr (kRows > 1) add(row1, numbers[stride + k], column);
      if constexpr (kRows > 2) add(row2, numbers[2 * stride + k], column);
      if constexpr (kRows > 3) add(row3, numbers[3 * stride + k], column);
      if constexpr (kRows > 4) add(row4, numbers[4 * stride + k], column);
      if constexpr (kRows > 5) add(row5, numbers[5 * stride + k], column);
    }
    finish_row(tile, tile.row, row0);
    if constexpr (kRows > 1) finish_row(tile, tile.row + 1, row1);
    if constexpr (kRows > 2) finish_row(tile, tile.row + 2, row2);
    if constexpr (kRows > 3) finish_row(tile, tile.row + 3, row3);
    if constexpr (kRows > 4) finish_row(tile, tile.row + 4, row4);
    if constexpr (kRows > 5) finish_row(tile, tile.row + 5, row5);
  }

  static void multiply(const LayerView& layer, const RowsView& rows, bool /*shifted*/, float* out) {
    for (std::size_t block = 0; block * kLanes < layer.outputs; ++block) {
      std::size_t row = 0;
      for (; row + 6 <= rows.count; row += 6) multiply_tile<6>({layer, rows, block, row, out});
      for (; row + 2 <= rows.count; row += 2) multiply_tile<2>({layer, rows, block, row, out});
      for (; row < rows.count; ++row) multiply_tile<1>({layer, rows, block, row, out});
    }
  }

 private:
  using Pair [[gnu::may_alias]] = std::int32_t;
};

}  // namespace

const Kernels& avx2_kernels() {
  static constexpr Kernels kKernels = kernels_with<Avx2Multiplier>("avx2");
  return kKernels;
}

}  // namespace entente::encoder
