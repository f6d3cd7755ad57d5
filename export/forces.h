// Nodes that push each other away and links that pull them together, until they rest. Private to the layout.
#pragma once

#include <span>
#include <vector>

#include "export/layout.h"

namespace entente {

/// Moves nodes from where they are, so many steps. Nodes push by mass, links pull by weight, the middle pulls a little.
void settle(std::vector<Point>& places, std::span<const double> masses, std::span<const Link> links, int steps);

/// Pushes discs apart until none overlaps another by more than a hair, spreading all where that alone does not do.
void part_discs(std::vector<Point>& places, std::span<const double> radii);

/// The natural logarithm of a number from 1 up, to nine digits, by arithmetic alone: libraries differ in the last bits.
[[nodiscard]] double logarithm(double number);

}  // namespace entente
