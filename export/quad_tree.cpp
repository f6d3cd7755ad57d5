// See quad_tree.h.
#include "export/quad_tree.h"

#include <algorithm>

namespace entente {

namespace {

constexpr double kFarOff = 1.1;  // a square counts as one where its side is at most this much of its distance
constexpr int kDeepest = 40;

/// The quarter of a square that a point lies in; moves the corner there.
std::size_t descend(Point& corner, double& side, const Point& at) {
  side /= 2;
  std::size_t quarter = 0;
  if (at.x >= corner.x + side) {
    corner.x += side;
    quarter += 1;
  }
  if (at.y >= corner.y + side) {
    corner.y += side;
    quarter += 2;
  }
  return quarter;
}

}  // namespace

QuadTree::QuadTree(std::span<const Point> places, std::span<const double> masses) {
  Point low = places.front();
  Point high = low;
  for (const Point& place : places) {
    low = {std::min(low.x, place.x), std::min(low.y, place.y)};
    high = {std::max(high.x, place.x), std::max(high.y, place.y)};
  }
  corner_ = low;
  squares_.reserve(places.size() * 2);
  squares_.push_back({});
  squares_.front().side = std::max({high.x - low.x, high.y - low.y, 1e-6}) * 1.0001;
  for (std::size_t i = 0; i < places.size(); ++i) insert(places[i], masses[i]);
  for (Square& square : squares_) {
    square.centre = {square.centre.x / square.mass, square.centre.y / square.mass};
  }
}

void QuadTree::insert(const Point& at, double mass) {
  std::uint32_t index = 0;
  Point corner = corner_;
  double side = squares_.front().side;
  for (int depth = 0;; ++depth) {
    Square& square = squares_[index];
    const bool empty = square.mass == 0;
    const Point before = square.centre;
    const double mass_before = square.mass;
    square.mass += mass;
    square.centre = {before.x + at.x * mass, before.y + at.y * mass};
    if (empty || (square.leaf && depth >= kDeepest)) return;
    if (square.leaf) {
      // What was here moves a square down.
      square.leaf = false;
      Point its_corner = corner;
      double its_side = side;
      const std::size_t quarter = descend(its_corner, its_side, {before.x / mass_before, before.y / mass_before});
      square.parts[quarter] = static_cast<std::uint32_t>(squares_.size());
      squares_.push_back({mass_before, before, its_side, {}, true});
    }
    const std::size_t quarter = descend(corner, side, at);
    std::uint32_t next = squares_[index].parts[quarter];
    if (next == 0) {
      next = static_cast<std::uint32_t>(squares_.size());
      squares_[index].parts[quarter] = next;
      squares_.push_back({0, {}, side, {}, true});
    }
    index = next;
  }
}

Point QuadTree::push(const Point& at) const {
  Point sum;
  std::array<std::uint32_t, std::size_t{4} * (kDeepest + 2)> open{};
  std::size_t count = 1;
  while (count > 0) {
    const Square& square = squares_[open[--count]];
    const double dx = at.x - square.centre.x;
    const double dy = at.y - square.centre.y;
    const double squared = dx * dx + dy * dy;
    if (square.leaf || square.side * square.side < kFarOff * kFarOff * squared) {
      if (squared > 1e-12) {
        sum.x += square.mass * dx / squared;
        sum.y += square.mass * dy / squared;
      }
      continue;
    }
    for (const std::uint32_t part : square.parts) {
      if (part != 0) open[count++] = part;
    }
  }
  return sum;
}

}  // namespace entente
