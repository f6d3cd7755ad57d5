// What stands between quotation marks, and in the turns of a transcript, and who says it.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/resolution/trees.h"

namespace entente {

/// Quotes of one article, numbered from 1 in the order of the text, and behind them the turns of a transcript: what
/// follows a label up to the next, but for quotes.
struct Quotes {
  static constexpr std::uint32_t kNobody = static_cast<std::uint32_t>(-1);
  std::vector<std::uint32_t> of_token;  ///< 0 outside quotes
  std::vector<std::uint32_t> speaker;   ///< by number: the head of who says it, or kNobody; [0] is nobody
  std::uint32_t first_turn = 0;         ///< the number of the first turn

  [[nodiscard]] bool in_turn(std::uint32_t token) const {
    return of_token[token] != 0 && of_token[token] >= first_turn;
  }
};

/// A quote ends with its paragraph at the latest.
[[nodiscard]] Quotes find_quotes(const Analysis& analysis, const Trees& trees);

}  // namespace entente
