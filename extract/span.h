// Where something stands in an article's text.
#pragma once

#include <compare>
#include <cstdint>

namespace entente {

/// A half-open stretch [begin, end) of an article's text, in Unicode code points. What leaves the extraction is in code
/// points.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  auto operator<=>(const Span&) const = default;
};

/// A half-open stretch [begin, end) of an article's text, in bytes of its UTF-8. Inside the extraction everything is in
/// bytes.
struct ByteSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  auto operator<=>(const ByteSpan&) const = default;
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool contains(ByteSpan other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] bool overlaps(ByteSpan other) const { return begin < other.end && other.begin < end; }
};

}  // namespace entente
