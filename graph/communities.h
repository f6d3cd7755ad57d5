// Groups of nodes that have more to do with each other than with the rest.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// Two nodes that are tied, by index, and how strongly. Each pair at most once; both ends differ.
struct Link {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  double weight = 1;  ///< finite and greater than 0
};

/// The community of each node, numbered from 0 by size (the largest first), then by lowest node: modularity is raised
/// as Blondel et al. (2008, "Louvain") do, in the order of the nodes, ties going to the lowest community. A node
/// without a link is a community by itself. O(links) a round, at most 20 rounds a level.
[[nodiscard]] std::vector<std::uint32_t> communities_of(std::size_t nodes, std::span<const Link> links);

}  // namespace entente
