// The arithmetic of the encoder, once for each set of vector instructions. Every kernel gives the same bits: sums of
// products of whole numbers are exact, and each floating-point step is rounded once, in the order of
// training/FORMAT.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace entente::encoder {

/// A linear layer as a kernel sees it. `packed` is laid out by that kernel's `pack`; scales and bias (which may be
/// nullptr) are padded to a multiple of kLanes.
struct LayerView {
  const std::byte* packed = nullptr;
  std::size_t outputs = 0;
  std::size_t inputs = 0;
  const float* scales = nullptr;
  const float* bias = nullptr;
};

/// Rows of 8-bit numbers, in the kernel's own form, and the scale of each.
struct RowsView {
  const std::byte* numbers = nullptr;
  const float* scales = nullptr;
  std::size_t count = 0;
};

/// Queries, keys and values of all pieces of a window, [pieces, 3 * heads * size]; `size` is a multiple of kLanes.
struct AttentionView {
  const float* queries_keys_values = nullptr;
  std::size_t pieces = 0;
  std::size_t heads = 0;
  std::size_t size = 0;
  std::byte* scratch = nullptr;  ///< aligned, attention_scratch(pieces, size) bytes
  float* out = nullptr;          ///< [pieces, heads * size]
};

/// Widths are multiples of kLanes, arrays begin at multiples of 64 bytes. Rows stand without gaps.
struct Kernels {
  std::string_view name;
  std::size_t number_bytes;  ///< of one 8-bit number as this kernel keeps it
  std::size_t (*packed_bytes)(std::size_t outputs, std::size_t inputs);
  /// Lays out weights [outputs, inputs].
  void (*pack)(const std::int8_t* weights, std::size_t outputs, std::size_t inputs, std::byte* packed);
  /// Each row to 8 bits with a scale of its own.
  void (*quantise)(const float* x, std::size_t rows, std::size_t width, std::byte* numbers, float* scales);
  /// The same to signed bytes: what `pack` lays out.
  void (*quantise_signed)(const float* x, std::size_t rows, std::size_t width, std::int8_t* numbers, float* scales);
  /// The layer over rows; a row of `out` is the outputs, padded to a multiple of kLanes.
  void (*multiply)(const LayerView& layer, const RowsView& rows, float* out);
  void (*gelu)(float* x, std::size_t count);
  void (*relu)(float* x, std::size_t count);
  void (*exponential)(float* x, std::size_t count);
  /// x = norm(x + y); y may be nullptr.
  void (*add_norm)(float* x, const float* y, std::size_t rows, std::size_t width, const float* weight,
                   const float* bias);
  /// out = word * scale + position + kind.
  void (*embed)(const std::int8_t* word, float scale, const float* position, const float* kind, std::size_t width,
                float* out);
  std::size_t (*attention_scratch)(std::size_t pieces, std::size_t size);
  void (*attend)(const AttentionView& task);
};

/// The kernels that this machine can run, the fastest last; the first is "portable".
[[nodiscard]] std::span<const Kernels* const> available_kernels();

/// The kernels of that name. Throws std::runtime_error, naming those there are, where the machine or the build has it
/// not.
[[nodiscard]] const Kernels& kernels_named(std::string_view name);

/// Those that ENTENTE_KERNEL of the environment names, else the fastest.
[[nodiscard]] const Kernels& default_kernels();

}  // namespace entente::encoder
