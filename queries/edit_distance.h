// How many slips of the keyboard lie between two words.
#pragma once

#include <cstddef>
#include <string_view>

namespace entente {

/// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment: Damerau 1964, Levenshtein
/// 1966) by byte, or `limit` + 1 where there are more than `limit`. O(length * length).
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace entente
