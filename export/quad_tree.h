// Points by square within square, so that what is far off counts as one (Barnes and Hut 1986). Private to the layout.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "export/layout.h"

namespace entente {

class QuadTree {
 public:
  QuadTree(std::span<const Point> places, std::span<const double> masses);

  /// The push of all others on a point: mass over distance, away from each.
  [[nodiscard]] Point push(const Point& at) const;

 private:
  /// A square: its points' mass, and where they are together. A leaf holds one point, or several at the same spot.
  struct Square {
    double mass = 0;
    Point centre;  ///< of mass; while the tree is built, the sum of mass times place
    double side = 0;
    std::array<std::uint32_t, 4> parts{};  ///< 0: none
    bool leaf = true;
  };

  void insert(const Point& at, double mass);

  std::vector<Square> squares_;
  Point corner_;
};

}  // namespace entente
