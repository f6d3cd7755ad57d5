// The floating-point steps and the attention, in sixteen lanes. Each kernel file includes this and is compiled with its
// own instructions, so everything here has internal linkage, and nothing of the standard library that could be compiled
// out of line is used: the linker might take the copy with the wrong instructions.
//
// `Multiplier` is what a kernel file defines:
//   Number                         the type of an 8-bit number that is multiplied
//   kShift                         what is added to signed numbers to make them a Number
//   packed_bytes(outputs, inputs)
//   pack(weights, outputs, inputs, packed)             weights [outputs, inputs]
//   pack_columns(values, inputs, outputs, packed)      values [inputs, outputs]; outputs a multiple of kLanes
//   multiply(layer, rows, shifted, out)                shifted: kShift was added to the rows' numbers
// Inputs of a row of numbers are padded to a multiple of kLanes.
#pragma once

#include <cstddef>
#include <cstdint>

#include "extract/language/encoder/aligned.h"
#include "extract/language/encoder/kernels.h"
#include "extract/language/encoder/lanes.h"

namespace entente::encoder {
namespace {

// Added to a number of at most 2^22 this leaves the nearest even whole number in the low bits of the sum.
constexpr float kRounder = 12582912.0F;  // 1.5 * 2^23

/// exp of numbers from -87 to 88.
template <class Values>
ENTENTE_INLINE Values exponential_within(Values x) {
  const Values rounded = x * 1.44269504F + kRounder;
  const Values n = rounded - kRounder;
  Values r = x - n * 0.693359375F;
  r = r - n * -2.12194440e-4F;
  Values p = 1.0F / 720.0F;
  p = p * r + 1.0F / 120.0F;
  p = p * r + 1.0F / 24.0F;
  p = p * r + 1.0F / 6.0F;
  p = p * r + 0.5F;
  p = p * r + 1.0F;
  p = p * r + 1.0F;
  return p * floats_of((bits_of(rounded) + 127) << 23);
}

template <class Values>
ENTENTE_INLINE Values exponential(Values x) {
  return exponential_within(smaller(larger(x, Values(-87.0F)), Values(88.0F)));
}

struct Scale {
  float scale, inverse;
};

ENTENTE_INLINE Scale scale_of(float largest) {
  return {largest / 127.0F, largest > 0.0F ? 127.0F / largest : 0.0F};
}

ENTENTE_INLINE Floats larger_magnitudes(const float* x, std::size_t width, Floats so_far) {
  for (std::size_t i = 0; i < width; i += kLanes) so_far = larger(so_far, magnitude(load(x + i)));
  return so_far;
}

/// Sixteen whole numbers near x * inverse, `shift` added, of any narrow type.
template <class Number>
ENTENTE_INLINE void store_rounded(Floats x, float shift, Number* to) {
  store_whole(to, bits_of(x + (kRounder + shift)) - bits_of(Floats(kRounder)));
}

template <class Number>
ENTENTE_INLINE float quantise_row(const float* x, std::size_t width, float shift, Number* numbers) {
  const Scale scale = scale_of(largest_lane(larger_magnitudes(x, width, Floats(0.0F))));
  for (std::size_t i = 0; i < width; i += kLanes) store_rounded(load(x + i) * scale.inverse, shift, numbers + i);
  return scale.scale;
}

template <class Multiplier>
void quantise(const float* x, std::size_t rows, std::size_t width, std::byte* numbers, float* scales) {
  using Number = typename Multiplier::Number;
  auto* to = reinterpret_cast<Number*>(numbers);
  for (std::size_t r = 0; r < rows; ++r) {
    scales[r] = quantise_row(x + r * width, width, Multiplier::kShift, to + r * width);
  }
}

void quantise_signed(const float* x, std::size_t rows, std::size_t width, std::int8_t* numbers, float* scales) {
  for (std::size_t r = 0; r < rows; ++r) {
    scales[r] = quantise_row(x + r * width, width, 0.0F, numbers + r * width);
  }
}

template <class Multiplier>
void multiply(const LayerView& layer, const RowsView& rows, float* out) {
  Multiplier::multiply(layer, rows, true, out);
}

template <class Values>
ENTENTE_INLINE Values gelu(Values x) {
  Values t = x * x;
  t = t * 0.044715F;
  t = t * x;
  t = x + t;
  return x / (1.0F + exponential(t * -1.5957691F));
}

void gelu(float* x, std::size_t count) {
  std::size_t i = 0;
  for (; i + ManyFloats::kSize <= count; i += ManyFloats::kSize) store(x + i, gelu(load<ManyFloats>(x + i)));
  for (; i < count; i += kLanes) store(x + i, gelu(load(x + i)));
}

void relu(float* x, std::size_t count) {
  for (std::size_t i = 0; i < count; i += kLanes) store(x + i, larger(load(x + i), Floats(0.0F)));
}

void exponential(float* x, std::size_t count) {
  for (std::size_t i = 0; i < count; i += kLanes) store(x + i, exponential(load(x + i)));
}

ENTENTE_INLINE void norm_row(float* x, std::size_t width, const float* weight, const float* bias) {
  const auto size = static_cast<float>(width);
  Floats sum = load(x);
  for (std::size_t i = kLanes; i < width; i += kLanes) sum = sum + load(x + i);
  const float mean = sum_of_lanes(sum) / size;
  Floats squares = 0.0F;
  for (std::size_t i = 0; i < width; i += kLanes) {
    const Floats centred = load(x + i) - mean;
    store(x + i, centred);
    squares = i == 0 ? centred * centred : squares + centred * centred;
  }
  const float variance = sum_of_lanes(squares) / size;
  const float inverse = 1.0F / __builtin_sqrtf(variance + 1e-12F);
  for (std::size_t i = 0; i < width; i += kLanes) {
    store(x + i, (load(x + i) * inverse) * load(weight + i) + load(bias + i));
  }
}

void add_norm(float* x, const float* y, std::size_t rows, std::size_t width, const float* weight, const float* bias) {
  for (std::size_t r = 0; r < rows; ++r) {
    float* row = x + r * width;
    if (y != nullptr) {
      for (std::size_t i = 0; i < width; i += kLanes) store(row + i, load(row + i) + load(y + r * width + i));
    }
    norm_row(row, width, weight, bias);
  }
}

void embed(const std::int8_t* word, float scale, const float* position, const float* kind, std::size_t width,
           float* out) {
  for (std::size_t i = 0; i < width; i += kLanes) {
    const Floats x = load_whole(word + i) * scale + load(position + i);
    store(out + i, x + load(kind + i));
  }
}

// --- attention, a head at a time, some rows of scores at a time so that they stay in the nearest cache ---

constexpr std::size_t kScoreRows = 24;

/// Where the parts of the scratch memory begin; `at` moves on as they are taken.
class Parts {
 public:
  explicit ENTENTE_INLINE Parts(std::byte* at) : begin_(at), at_(at) {}
  template <class T>
  ENTENTE_INLINE T* take(std::size_t count) {
    auto* part = reinterpret_cast<T*>(at_);
    at_ += rounded_up(count * sizeof(T), kAlignment);
    return part;
  }
  [[nodiscard]] ENTENTE_INLINE std::size_t taken() const { return static_cast<std::size_t>(at_ - begin_); }

 private:
  std::byte* begin_;
  std::byte* at_;
};

template <class Multiplier>
struct AttentionParts {
  using Number = typename Multiplier::Number;

  ENTENTE_INLINE AttentionParts(Parts& parts, std::size_t pieces, std::size_t size) {
    const std::size_t padded = rounded_up(pieces, kLanes);
    queries = parts.take<Number>(pieces * size);
    query_scales = parts.take<float>(padded);
    whole = parts.take<std::int8_t>(padded * size);
    key_scales = parts.take<float>(padded);
    keys = parts.take<std::byte>(Multiplier::packed_bytes(pieces, size));
    values = parts.take<std::byte>(Multiplier::packed_bytes(size, pieces));
    ones = parts.take<float>(rounded_up(size, kLanes));
    scores = parts.take<float>(kScoreRows * padded);
    weights = parts.take<Number>(kScoreRows * padded);
    weight_scales = parts.take<float>(kScoreRows);
    mixed = parts.take<float>(kScoreRows * size);
  }

  Number* queries;
  float* query_scales;
  std::int8_t* whole;  ///< keys, then values, before they are packed
  float* key_scales;
  std::byte* keys;
  std::byte* values;
  float* ones;
  float* scores;
  Number* weights;
  float* weight_scales;
  float* mixed;
};

template <class Multiplier>
std::size_t attention_scratch(std::size_t pieces, std::size_t size) {
  Parts parts(nullptr);
  const AttentionParts<Multiplier> unused(parts, pieces, size);
  static_cast<void>(unused);
  return parts.taken();
}

/// Scores to weights of 0 to 255 while there are as many as Values at a time; returns their sum, and how far it came.
template <class Values, class Number>
ENTENTE_INLINE std::int32_t soften_whole(const float* scores, std::size_t count, float largest, Number* weights,
                                         std::size_t& at) {
  auto total = bits_of(Values(0.0F));
  for (; at + Values::kSize <= count; at += Values::kSize) {
    const Values e = exponential_within(larger(load<Values>(scores + at) - largest, Values(-87.0F))) * 255.0F;
    const auto weight = bits_of(e + kRounder) - bits_of(Values(kRounder));
    total = total + weight;
    store_whole(weights + at, weight);
  }
  return sum_of_lanes(total);
}

/// Scores to weights of 0 to 255; returns their sum. What is behind `count` gets the weight 0.
template <class Number>
ENTENTE_INLINE float soften(float* scores, std::size_t count, Number* weights) {
  const std::size_t padded = rounded_up(count, kLanes);
  for (std::size_t j = count; j < padded; ++j) scores[j] = -1e30F;
  Floats largest = load(scores);
  for (std::size_t j = kLanes; j < padded; j += kLanes) largest = larger(largest, load(scores + j));
  const float top = largest_lane(largest);
  std::size_t at = 0;
  std::int32_t sum = soften_whole<ManyFloats>(scores, padded, top, weights, at);
  sum += soften_whole<Floats>(scores, padded, top, weights, at);
  return static_cast<float>(sum);
}

template <class Multiplier>
ENTENTE_INLINE void prepare_keys(const AttentionView& task, const float* from, std::size_t stride,
                                 AttentionParts<Multiplier>& parts) {
  for (std::size_t i = 0; i < task.pieces; ++i) {
    parts.key_scales[i] = quantise_row(from + i * stride, task.size, 0.0F, parts.whole + i * task.size);
  }
  Multiplier::pack(parts.whole, task.pieces, task.size, parts.keys);
}

/// Returns the scale of the values.
template <class Multiplier>
ENTENTE_INLINE float prepare_values(const AttentionView& task, const float* from, std::size_t stride,
                                    AttentionParts<Multiplier>& parts) {
  Floats largest = 0.0F;
  for (std::size_t i = 0; i < task.pieces; ++i) largest = larger_magnitudes(from + i * stride, task.size, largest);
  const Scale scale = scale_of(largest_lane(largest));
  for (std::size_t i = 0; i < task.pieces; ++i) {
    for (std::size_t d = 0; d < task.size; d += kLanes) {
      store_rounded(load(from + i * stride + d) * scale.inverse, 0.0F, parts.whole + i * task.size + d);
    }
  }
  Multiplier::pack_columns(parts.whole, task.pieces, task.size, parts.values);
  return scale.scale;
}

template <class Multiplier>
ENTENTE_INLINE void attend_rows(const AttentionView& task, std::size_t first, std::size_t count, float value_scale,
                                AttentionParts<Multiplier>& parts, float* out) {
  const std::size_t padded = rounded_up(task.pieces, kLanes);
  const LayerView keys{parts.keys, task.pieces, task.size, parts.key_scales, nullptr};
  const LayerView values{parts.values, task.size, task.pieces, parts.ones, nullptr};
  const RowsView queries{reinterpret_cast<const std::byte*>(parts.queries + first * task.size),
                         parts.query_scales + first, count};
  Multiplier::multiply(keys, queries, true, parts.scores);
  for (std::size_t r = 0; r < count; ++r) {
    parts.weight_scales[r] = value_scale / soften(parts.scores + r * padded, task.pieces, parts.weights + r * padded);
  }
  const RowsView weights{reinterpret_cast<const std::byte*>(parts.weights), parts.weight_scales, count};
  Multiplier::multiply(values, weights, false, parts.mixed);
  const std::size_t width = task.heads * task.size;
  for (std::size_t r = 0; r < count; ++r) {
    for (std::size_t d = 0; d < task.size; d += kLanes) {
      store(out + (first + r) * width + d, load(parts.mixed + r * task.size + d));
    }
  }
}

template <class Multiplier>
void attend(const AttentionView& task) {
  Parts memory(task.scratch);
  AttentionParts<Multiplier> parts(memory, task.pieces, task.size);
  for (std::size_t d = 0; d < task.size; ++d) parts.ones[d] = 1.0F;
  const std::size_t width = task.heads * task.size;
  const std::size_t stride = 3 * width;
  const auto factor = static_cast<float>(1.0 / __builtin_sqrt(static_cast<double>(task.size)));
  for (std::size_t i = task.pieces; i < rounded_up(task.pieces, kLanes); ++i) parts.key_scales[i] = 0.0F;
  for (std::size_t h = 0; h < task.heads; ++h) {
    const float* from = task.queries_keys_values + h * task.size;
    for (std::size_t i = 0; i < task.pieces; ++i) {
      parts.query_scales[i] =
          quantise_row(from + i * stride, task.size, Multiplier::kShift, parts.queries + i * task.size) * factor;
    }
    prepare_keys(task, from + width, stride, parts);
    const float value_scale = prepare_values(task, from + 2 * width, stride, parts);
    for (std::size_t first = 0; first < task.pieces; first += kScoreRows) {
      const std::size_t count = task.pieces - first < kScoreRows ? task.pieces - first : kScoreRows;
      attend_rows(task, first, count, value_scale, parts, task.out + h * task.size);
    }
  }
}

template <class Multiplier>
constexpr Kernels kernels_with(const char* name) {
  return {name,
          sizeof(typename Multiplier::Number),
          Multiplier::packed_bytes,
          Multiplier::pack,
          quantise<Multiplier>,
          quantise_signed,
          multiply<Multiplier>,
          gelu,
          relu,
          exponential,
          add_norm,
          embed,
          attention_scratch<Multiplier>,
          attend<Multiplier>};
}

}  // namespace
}  // namespace entente::encoder
