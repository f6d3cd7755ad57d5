// Where the nodes of a drawing stand: communities apart from each other, nodes beside what they are tied to, nothing on
// top of another.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/communities.h"

namespace entente {

struct Point {
  double x = 0;
  double y = 0;

  bool operator==(const Point&) const = default;
};

/// One link for all that join the same two nodes, with their weights added in the order given; `a` is the smaller of
/// each.
[[nodiscard]] std::vector<Link> joined(std::vector<Link> links);

struct Drawing {
  std::vector<Point> places;               ///< of the centres, around (0, 0); y grows upwards
  std::vector<std::uint32_t> communities;  ///< numbered from 0, the largest first
};

/// Places discs of the given radii. Each connected part is drawn by itself: its communities first, then its nodes, by
/// the forces of ForceAtlas2 (Jacomy et al. 2014) over the strongest links of each node, the quick
/// way of Barnes and Hut (1986); then discs that overlap are pushed apart, and the parts laid side by side, the largest
/// in the middle. No two discs overlap. The same arguments give the same bits on every machine: there is no chance in
/// it, one order of all sums, and of the mathematical library only the square root. O((nodes + links) log nodes), some
/// seconds for 10,000 nodes.
[[nodiscard]] Drawing draw(std::span<const double> radii, std::span<const Link> links);

}  // namespace entente
