// What stands between quotation marks, and who says it.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/resolution/trees.h"

namespace entente {

/// Quotes of one article, numbered from 1 in the order of the text.
struct Quotes {
  static constexpr std::uint32_t kNobody = static_cast<std::uint32_t>(-1);
  std::vector<std::uint32_t> of_token;  ///< 0 outside quotes
  std::vector<std::uint32_t> speaker;   ///< by number: the head of who says it, or kNobody; [0] is nobody
};

/// A quote ends with its paragraph at the latest.
[[nodiscard]] Quotes find_quotes(const Analysis& analysis, const Trees& trees);

}  // namespace entente
