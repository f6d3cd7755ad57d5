// Sixteen floats, or sixteen whole numbers, that are worked on at once, as vectors of the machine: one of 64 bytes, two
// of 32 or four of 16. (GCC 12 would keep one of 64 in memory where the machine has none so wide.) Internal linkage and
// always inlined, as in kernel_steps.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#if defined(__AVX512F__)
#include <immintrin.h>
#endif

#include "extract/language/encoder/aligned.h"

#define ENTENTE_INLINE inline __attribute__((always_inline))

namespace entente::encoder {
namespace {

#if defined(__AVX512F__)
constexpr std::size_t kVectorBytes = 64;
#elif defined(__AVX2__)
constexpr std::size_t kVectorBytes = 32;
#else
constexpr std::size_t kVectorBytes = 16;
#endif
constexpr std::size_t kVectorLanes = kVectorBytes / sizeof(float);
constexpr std::size_t kVectors = kLanes / kVectorLanes;

/// `kCount` vectors worked on alike. A single number among the operands stands for as many of it as there are lanes.
template <class Lane, std::size_t kCount>
struct Lanes {
  using Vector [[gnu::vector_size(kVectorBytes), gnu::may_alias]] = Lane;
  static constexpr std::size_t kSize = kCount * kVectorLanes;
  Vector vectors[kCount];

  Lanes() = default;
  ENTENTE_INLINE Lanes(Lane x) {  // NOLINT(google-explicit-constructor)
    for (Vector& each : vectors) each = x - Vector{};
  }

  friend ENTENTE_INLINE Lanes operator+(Lanes a, Lanes b) {
    for (std::size_t v = 0; v < kCount; ++v) a.vectors[v] = a.vectors[v] + b.vectors[v];
    return a;
  }
  friend ENTENTE_INLINE Lanes operator-(Lanes a, Lanes b) {
    for (std::size_t v = 0; v < kCount; ++v) a.vectors[v] = a.vectors[v] - b.vectors[v];
    return a;
  }
  friend ENTENTE_INLINE Lanes operator*(Lanes a, Lanes b) {
    for (std::size_t v = 0; v < kCount; ++v) a.vectors[v] = a.vectors[v] * b.vectors[v];
    return a;
  }
  friend ENTENTE_INLINE Lanes operator/(Lanes a, Lanes b) {
    for (std::size_t v = 0; v < kCount; ++v) a.vectors[v] = a.vectors[v] / b.vectors[v];
    return a;
  }
  friend ENTENTE_INLINE Lanes operator&(Lanes a, Lanes b) {
    for (std::size_t v = 0; v < kCount; ++v) a.vectors[v] = a.vectors[v] & b.vectors[v];
    return a;
  }
  friend ENTENTE_INLINE Lanes operator<<(Lanes a, int bits) {
    for (std::size_t v = 0; v < kCount; ++v) a.vectors[v] = a.vectors[v] << bits;
    return a;
  }
};

using Floats = Lanes<float, kVectors>;
using Ints = Lanes<std::int32_t, kVectors>;
/// For long chains of steps: at least two vectors, so that the machine has one to work on while the other waits.
using ManyFloats = Lanes<float, (kVectors > 1 ? kVectors : 2)>;

template <class Values = Floats>
ENTENTE_INLINE Values load(const float* x) {
  Values lanes;
  std::size_t v = 0;
  for (auto& each : lanes.vectors) each = reinterpret_cast<const typename Values::Vector*>(x)[v++];
  return lanes;
}

template <std::size_t kCount>
ENTENTE_INLINE void store(float* x, Lanes<float, kCount> lanes) {
  for (std::size_t v = 0; v < kCount; ++v) reinterpret_cast<Floats::Vector*>(x)[v] = lanes.vectors[v];
}

template <std::size_t kCount>
ENTENTE_INLINE Lanes<std::int32_t, kCount> bits_of(Lanes<float, kCount> x) {
  Lanes<std::int32_t, kCount> bits;
  for (std::size_t v = 0; v < kCount; ++v) bits.vectors[v] = reinterpret_cast<Ints::Vector>(x.vectors[v]);
  return bits;
}

template <std::size_t kCount>
ENTENTE_INLINE Lanes<float, kCount> floats_of(Lanes<std::int32_t, kCount> bits) {
  Lanes<float, kCount> x;
  for (std::size_t v = 0; v < kCount; ++v) x.vectors[v] = reinterpret_cast<Floats::Vector>(bits.vectors[v]);
  return x;
}

/// Sixteen numbers of any narrow type, as floats.
template <class Number>
ENTENTE_INLINE Floats load_whole(const Number* from) {
  using Narrow [[gnu::vector_size(kVectorLanes * sizeof(Number)), gnu::may_alias]] = Number;
  Floats x;
  for (std::size_t v = 0; v < kVectors; ++v) {
    const auto whole = __builtin_convertvector(reinterpret_cast<const Narrow*>(from)[v], Ints::Vector);
    x.vectors[v] = __builtin_convertvector(whole, Floats::Vector);
  }
  return x;
}

/// Whole numbers that fit it, to any narrow type.
template <class Number, std::size_t kCount>
ENTENTE_INLINE void store_whole(Number* to, Lanes<std::int32_t, kCount> whole) {
  using Narrow [[gnu::vector_size(kVectorLanes * sizeof(Number)), gnu::may_alias]] = Number;
  for (std::size_t v = 0; v < kCount; ++v) {
    reinterpret_cast<Narrow*>(to)[v] = __builtin_convertvector(whole.vectors[v], Narrow);
  }
}

struct Larger {
  template <class T>
  ENTENTE_INLINE T operator()(T a, T b) const {
    return a > b ? a : b;
  }
#if defined(__AVX512F__)  // for which GCC 12 makes two instructions of the above
  ENTENTE_INLINE __m512 operator()(__m512 a, __m512 b) const {
    return _mm512_max_ps(a, b);
  }
#endif
};

struct Smaller {
  template <class T>
  ENTENTE_INLINE T operator()(T a, T b) const {
    return a < b ? a : b;
  }
#if defined(__AVX512F__)
  ENTENTE_INLINE __m512 operator()(__m512 a, __m512 b) const {
    return _mm512_min_ps(a, b);
  }
#endif
};

struct Sum {
  template <class T>
  ENTENTE_INLINE T operator()(T a, T b) const {
    return a + b;
  }
};

template <std::size_t kCount>
ENTENTE_INLINE Lanes<float, kCount> larger(Lanes<float, kCount> a, Lanes<float, kCount> b) {
  for (std::size_t v = 0; v < kCount; ++v) a.vectors[v] = Larger()(a.vectors[v], b.vectors[v]);
  return a;
}

template <std::size_t kCount>
ENTENTE_INLINE Lanes<float, kCount> smaller(Lanes<float, kCount> a, Lanes<float, kCount> b) {
  for (std::size_t v = 0; v < kCount; ++v) a.vectors[v] = Smaller()(a.vectors[v], b.vectors[v]);
  return a;
}

ENTENTE_INLINE Floats magnitude(Floats x) {
  return floats_of(bits_of(x) & 0x7fffffff);
}

template <class Vector, class Join, std::size_t... kLane>
ENTENTE_INLINE auto halves_joined(Vector x, Join join, std::index_sequence<kLane...> /*of a half*/) {
  return join(__builtin_shufflevector(x, x, kLane...), __builtin_shufflevector(x, x, sizeof...(kLane) + kLane...));
}

template <class Vector, class Join>
ENTENTE_INLINE auto vector_folded(Vector x, Join join) {
  constexpr std::size_t kCount = sizeof(Vector) / sizeof(x[0]);
  if constexpr (kCount == 4) {
    return join(join(x[0], x[2]), join(x[1], x[3]));
  } else {
    return vector_folded(halves_joined(x, join, std::make_index_sequence<kCount / 2>()), join);
  }
}

/// Lanes 8, 4, 2 and 1 apart, joined.
template <class Lane, std::size_t kCount, class Join>
ENTENTE_INLINE Lane folded(Lanes<Lane, kCount> x, Join join) {
  for (std::size_t half = kCount / 2; half > 0; half /= 2) {
    for (std::size_t v = 0; v < half; ++v) x.vectors[v] = join(x.vectors[v], x.vectors[v + half]);
  }
  return vector_folded(x.vectors[0], join);
}

template <class Lane, std::size_t kCount>
ENTENTE_INLINE Lane sum_of_lanes(Lanes<Lane, kCount> x) {
  return folded(x, Sum());
}

ENTENTE_INLINE float largest_lane(Floats x) {
  return folded(x, Larger());
}

}  // namespace
}  // namespace entente::encoder
