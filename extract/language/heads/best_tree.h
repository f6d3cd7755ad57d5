// The best tree over the words of a sentence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente {

/// Heads of the words 1 to nodes - 1 (0: the root) in the tree of highest total in which exactly one word hangs on the
/// root. scores[i * stride + j]: word i hangs on j; row 0 is not looked at. Chu-Liu/Edmonds (Edmonds, "Optimum
/// branchings", 1967), in double precision; where arcs are equal, the head of the lower number. Nearly always in
/// nodes^2; nodes^3 where many cycles lie within each other.
[[nodiscard]] std::vector<std::uint32_t> best_tree(const float* scores, std::size_t nodes, std::size_t stride);

}  // namespace entente
