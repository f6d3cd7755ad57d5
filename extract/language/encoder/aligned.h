// Arrays that begin at a multiple of a cache line, as the kernels want them.
#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace entente::encoder {

/// Floats or whole numbers that vector instructions work on at a time; arrays are padded to a multiple of it.
inline constexpr std::size_t kLanes = 16;
inline constexpr std::size_t kAlignment = 64;

[[nodiscard]] constexpr std::size_t rounded_up(std::size_t n, std::size_t multiple) {
  return (n + multiple - 1) / multiple * multiple;
}

template <class T>
struct AlignedAllocator {
  using value_type = T;
  AlignedAllocator() = default;
  template <class U>
  explicit AlignedAllocator(const AlignedAllocator<U>& /*other*/) {}
  T* allocate(std::size_t n) { return static_cast<T*>(::operator new (n * sizeof(T), std::align_val_t{kAlignment})); }
  void deallocate(T* p, std::size_t /*n*/) { ::operator delete (p, std::align_val_t{kAlignment}); }
  bool operator==(const AlignedAllocator& /*other*/) const { return true; }
};

template <class T>
using AlignedVector = std::vector<T, AlignedAllocator<T>>;

}  // namespace entente::encoder
