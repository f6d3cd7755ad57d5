// Drawings of several parts laid side by side. Private to the layout.
#pragma once

#include <span>
#include <vector>

#include "export/layout.h"

namespace entente {

/// A part of a drawing: which discs it has, and where they are among themselves.
struct Part {
  std::vector<std::uint32_t> nodes;
  std::vector<Point> places;
};

/// Moves parts, the first to the middle, each next one as near to it as it fits, a margin from all others; the whole
/// becomes wider than high, as screens are. After Freivalds, Dogrusoz and Kikusts (2001), "polyomino packing".
void pack(std::span<Part> parts, std::span<const double> radii);

}  // namespace entente
