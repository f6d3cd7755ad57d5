// Kernels for x86-64 with AVX-512 VNNI: four products of an unsigned and a signed 8-bit number in one step (vpdpbusd).
#include <immintrin.h>

#include "extract/language/encoder/kernel_sets.h"
#include "extract/language/encoder/kernel_steps.h"

namespace entente::encoder {

namespace {

/// Weights in blocks of 16 outputs; within a block, for each four inputs, four numbers of each output. After the blocks
/// stands for each output what its sum begins with, so that 128 added to each number of a row comes to nothing.
struct VnniMultiplier {
  using Number = std::uint8_t;
  static constexpr float kShift = 128.0F;
  static constexpr std::size_t kStepInputs = 4;
  static constexpr std::size_t kStepBytes = kLanes * kStepInputs;

  static std::size_t steps_of(std::size_t inputs) { return rounded_up(inputs, kStepInputs) / kStepInputs; }
  static std::size_t block_bytes(std::size_t inputs) { return steps_of(inputs) * kStepBytes; }
  static std::size_t blocks_of(std::size_t outputs) { return rounded_up(outputs, kLanes) / kLanes; }

  static std::size_t packed_bytes(std::size_t outputs, std::size_t inputs) {
    return blocks_of(outputs) * (block_bytes(inputs) + kLanes * sizeof(std::int32_t));
  }

  static const std::byte* begins(const LayerView& layer) {
    return layer.packed + blocks_of(layer.outputs) * block_bytes(layer.inputs);
  }

  static void set_begins(std::size_t outputs, std::size_t inputs, std::byte* packed) {
    const std::size_t blocks = blocks_of(outputs);
    const auto* block = reinterpret_cast<const __m512i*>(packed);
    auto* begin = reinterpret_cast<__m512i*>(packed + blocks * block_bytes(inputs));
    const __m512i ones = _mm512_set1_epi8(1);
    for (std::size_t b = 0; b < blocks; ++b) {
      __m512i sum = _mm512_setzero_si512();
      for (std::size_t k = 0; k < steps_of(inputs); ++k) sum = _mm512_dpbusd_epi32(sum, ones, *block++);
      begin[b] = _mm512_sub_epi32(_mm512_setzero_si512(), _mm512_slli_epi32(sum, 7));
    }
  }

  static ENTENTE_INLINE std::int32_t four(const std::int8_t* from, std::size_t count) {
    std::int32_t value = 0;
    if (count >= kStepInputs) {
      __builtin_memcpy(&value, from, kStepInputs);
    } else {
      std::int8_t some[kStepInputs] = {};
      for (std::size_t i = 0; i < count; ++i) some[i] = from[i];
      __builtin_memcpy(&value, some, kStepInputs);
    }
    return value;
  }

  static void pack(const std::int8_t* weights, std::size_t outputs, std::size_t inputs, std::byte* packed) {
    const std::size_t steps = steps_of(inputs);
    auto* to = reinterpret_cast<Four*>(packed);
    for (std::size_t o = 0; o < blocks_of(outputs) * kLanes; ++o) {
      Four* column = to + (o / kLanes) * steps * kLanes + o % kLanes;
      for (std::size_t k = 0; k < steps; ++k) {
        const std::size_t input = k * kStepInputs;
        column[k * kLanes] = o < outputs ? four(weights + o * inputs + input, inputs - input) : 0;
      }
    }
    set_begins(outputs, inputs, packed);
  }

  static void pack_columns(const std::int8_t* values, std::size_t inputs, std::size_t outputs, std::byte* packed) {
    auto* to = reinterpret_cast<__m128i*>(packed);
    for (std::size_t block = 0; block < outputs / kLanes; ++block) {
      for (std::size_t k = 0; k < steps_of(inputs); ++k) {
        __m128i row[kStepInputs];
        for (std::size_t i = 0; i < kStepInputs; ++i) {
          const std::size_t input = k * kStepInputs + i;
          const std::int8_t* from = values + input * outputs + block * kLanes;
          row[i] = input < inputs ? _mm_loadu_si128(reinterpret_cast<const __m128i*>(from)) : _mm_setzero_si128();
        }
        const __m128i ab_low = _mm_unpacklo_epi8(row[0], row[1]), ab_high = _mm_unpackhi_epi8(row[0], row[1]);
        const __m128i cd_low = _mm_unpacklo_epi8(row[2], row[3]), cd_high = _mm_unpackhi_epi8(row[2], row[3]);
        _mm_storeu_si128(to++, _mm_unpacklo_epi16(ab_low, cd_low));
        _mm_storeu_si128(to++, _mm_unpackhi_epi16(ab_low, cd_low));
        _mm_storeu_si128(to++, _mm_unpacklo_epi16(ab_high, cd_high));
        _mm_storeu_si128(to++, _mm_unpackhi_epi16(ab_high, cd_high));
      }
    }
    set_begins(outputs, inputs, packed);
  }

  struct Tile {
    const LayerView& layer;
    const RowsView& rows;
    bool shifted;
    std::size_t block, row;
    float* out;
  };

  /// GCC 12 keeps __m512i that changes between loops and instructions in memory.
  using Ints = entente::encoder::Ints::Vector;

  /// Of one row and up to four blocks of outputs.
  struct Vectors {
    Ints a, b, c, d;
  };

  template <std::size_t kBlocks>
  static ENTENTE_INLINE Vectors loaded(const Ints* from, std::size_t stride) {
    const Ints none{};
    return {from[0], kBlocks > 1 ? from[stride] : none, kBlocks > 2 ? from[2 * stride] : none,
            kBlocks > 3 ? from[3 * stride] : none};
  }

  static ENTENTE_INLINE Ints add(Ints sum, Ints row, Ints weights) {
    return reinterpret_cast<Ints>(_mm512_dpbusd_epi32(reinterpret_cast<__m512i>(sum), reinterpret_cast<__m512i>(row),
                                                      reinterpret_cast<__m512i>(weights)));
  }

  template <std::size_t kBlocks>
  static ENTENTE_INLINE void add(Vectors& sums, std::int32_t numbers, const Vectors& weights) {
    const Ints row = Ints{} + numbers;
    sums.a = add(sums.a, row, weights.a);
    if constexpr (kBlocks > 1) sums.b = add(sums.b, row, weights.b);
    if constexpr (kBlocks > 2) sums.c = add(sums.c, row, weights.c);
    if constexpr (kBlocks > 3) sums.d = add(sums.d, row, weights.d);
  }

  static ENTENTE_INLINE void finish(const Tile& tile, std::size_t row, std::size_t block, Ints sum) {
    const std::size_t output = block * kLanes;
    const __m512 row_scale = _mm512_set1_ps(tile.rows.scales[row]);
    const __m512 scale = _mm512_mul_ps(row_scale, _mm512_load_ps(tile.layer.scales + output));
    __m512 y = _mm512_mul_ps(_mm512_cvtepi32_ps(reinterpret_cast<__m512i>(sum)), scale);
    if (tile.layer.bias != nullptr) y = _mm512_add_ps(y, _mm512_load_ps(tile.layer.bias + output));
    _mm512_store_ps(tile.out + row * rounded_up(tile.layer.outputs, kLanes) + output, y);
  }

  template <std::size_t kBlocks>
  static ENTENTE_INLINE void finish_row(const Tile& tile, std::size_t row, const Vectors& sums) {
    finish(tile, row, tile.block, sums.a);
    if constexpr (kBlocks > 1) finish(tile, row, tile.block + 1, sums.b);
    if constexpr (kBlocks > 2) finish(tile, row, tile.block + 2, sums.c);
    if constexpr (kBlocks > 3) finish(tile, row, tile.block + 3, sums.d);
  }

  /// kRows rows, at most 6, by kBlocks * 16 outputs.
  template <std::size_t kRows, std::size_t kBlocks>
  static void multiply_tile(const Tile& tile) {
    const std::size_t steps = steps_of(tile.layer.inputs);
    const std::size_t stride = rounded_up(tile.layer.inputs, kLanes) / kStepInputs;
    const auto* weights = reinterpret_cast<const Ints*>(tile.layer.packed) + tile.block * steps;
    const auto* numbers = reinterpret_cast<const Four*>(tile.rows.numbers) + tile.row * stride;
    const auto* begin = reinterpret_cast<const Ints*>(begins(tile.layer)) + tile.block;
    Vectors first{};
    if (tile.shifted) first = loaded<kBlocks>(begin, 1);
    Vectors row0 = first, row1 = first, row2 = first, row3 = first, row4 = first, row5 = first;
    for (std::size_t k = 0; k < steps; ++k) {
      const Vectors column = loaded<kBlocks>(weights + k, steps);
      add<kBlocks>(row0, numbers[k], column);
      if constexpr (kRows > 1) add<kBlocks>(row1, numbers[stride + k], column);
      if constexpr (kRows > 2) add<kBlocks>(row2, numbers[2 * stride + k], column);
      if constexpr (kRows > 3) add<kBlocks>(row3, numbers[3 * stride + k], column);
      if constexpr (kRows > 4) add<kBlocks>(row4, numbers[4 * stride + k], column);
      if constexpr (kRows > 5) add<kBlocks>(row5, numbers[5 * stride + k], column);
    }
    finish_row<kBlocks>(tile, tile.row, row0);
    if constexpr (kRows > 1) finish_row<kBlocks>(tile, tile.row + 1, row1);
    if constexpr (kRows > 2) finish_row<kBlocks>(tile, tile.row + 2, row2);
    if constexpr (kRows > 3) finish_row<kBlocks>(tile, tile.row + 3, row3);
    if constexpr (kRows > 4) finish_row<kBlocks>(tile, tile.row + 4, row4);
    if constexpr (kRows > 5) finish_row<kBlocks>(tile, tile.row + 5, row5);
  }

  template <std::size_t kBlocks>
  static void multiply_blocks(Tile tile) {
    for (; tile.row + 6 <= tile.rows.count; tile.row += 6) multiply_tile<6, kBlocks>(tile);
    for (; tile.row + 2 <= tile.rows.count; tile.row += 2) multiply_tile<2, kBlocks>(tile);
    for (; tile.row < tile.rows.count; ++tile.row) multiply_tile<1, kBlocks>(tile);
  }

  static void multiply(const LayerView& layer, const RowsView& rows, bool shifted, float* out) {
    const std::size_t blocks = blocks_of(layer.outputs);
    std::size_t block = 0;
    for (; block + 4 <= blocks; block += 4) multiply_blocks<4>({layer, rows, shifted, block, 0, out});
    for (; block + 2 <= blocks; block += 2) multiply_blocks<2>({layer, rows, shifted, block, 0, out});
    for (; block < blocks; ++block) multiply_blocks<1>({layer, rows, shifted, block, 0, out});
  }

 private:
  using Four [[gnu::may_alias]] = std::int32_t;
};

}  // namespace

const Kernels& avx512vnni_kernels() {
  static constexpr Kernels kKernels = kernels_with<VnniMultiplier>("avx512vnni");
  return kKernels;
}

}  // namespace entente::encoder
