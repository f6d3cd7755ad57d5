// See packing.h.
#include "export/packing.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

namespace entente {

namespace {

constexpr double kWide = 1.7;  // width over height
constexpr double kMargin = 7;

struct Cell {
  std::int32_t x = 0;
  std::int32_t y = 0;

  auto operator<=>(const Cell&) const = default;
};

/// Squares that are taken, in a square field around the middle.
class Field {
 public:
  explicit Field(std::int32_t reach) : reach_(reach), taken_(std::size_t(2 * reach + 1) * std::size_t(2 * reach + 1)) {}

  [[nodiscard]] bool taken(Cell cell) const { return inside(cell) && taken_[index(cell)]; }
  void take(Cell cell) {
    if (inside(cell)) taken_[index(cell)] = true;
  }

 private:
  [[nodiscard]] bool inside(Cell cell) const { return std::abs(cell.x) <= reach_ && std::abs(cell.y) <= reach_; }
  [[nodiscard]] std::size_t index(Cell cell) const {
    return static_cast<std::size_t>(cell.y + reach_) * static_cast<std::size_t>(2 * reach_ + 1) +
           static_cast<std::size_t>(cell.x + reach_);
  }

  std::int32_t reach_;
  std::vector<bool> taken_;
};

/// The squares that a part's discs touch, each with a margin.
std::vector<Cell> cells_of(const Part& part, std::span<const double> radii, double side, double margin) {
  std::vector<Cell> cells;
  const auto at = [side](double v) { return static_cast<std::int32_t>(std::floor(v / side)); };
  for (std::size_t i = 0; i < part.nodes.size(); ++i) {
    const double radius = radii[part.nodes[i]] + margin;
    for (std::int32_t x = at(part.places[i].x - radius); x <= at(part.places[i].x + radius); ++x) {
      for (std::int32_t y = at(part.places[i].y - radius); y <= at(part.places[i].y + radius); ++y) {
        cells.push_back({x, y});
      }
    }
  }
  std::ranges::sort(cells);
  cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
  return cells;
}

/// Whether the way from one square over a second to a third does not turn left.
bool turns_right(const Cell& a, const Cell& b, const Cell& c) {
  return static_cast<std::int64_t>(b.x - a.x) * (c.y - a.y) <= static_cast<std::int64_t>(b.y - a.y) * (c.x - a.x);
}

/// The corners of the convex hull of sorted squares, against the clock (Andrew 1979).
std::vector<Cell> hull_of(const std::vector<Cell>& cells) {
  std::vector<Cell> hull;
  const auto add = [&hull](const Cell& cell, std::size_t least) {
    while (hull.size() >= least + 2 && turns_right(hull[hull.size() - 2], hull.back(), cell)) hull.pop_back();
    hull.push_back(cell);
  };
  for (const Cell& cell : cells) add(cell, 0);
  const std::size_t lower = hull.size() - 1;
  for (auto cell = cells.rbegin(); cell != cells.rend(); ++cell) add(*cell, lower);
  hull.pop_back();
  return hull;
}

/// Fills the convex hull of sorted squares: nothing else is put between the discs of a part.
void fill_gaps(std::vector<Cell>& cells) {
  const std::vector<Cell> hull = hull_of(cells);
  if (hull.size() < 3) return;
  std::vector<Cell> filled;
  const auto [low, high] = std::ranges::minmax(hull, {}, &Cell::y);
  for (std::int32_t y = low.y; y <= high.y; ++y) {
    double left = std::numeric_limits<double>::max();
    double right = std::numeric_limits<double>::lowest();
    for (std::size_t i = 0; i < hull.size(); ++i) {
      const Cell& a = hull[i];
      const Cell& b = hull[(i + 1) % hull.size()];
      if (std::min(a.y, b.y) > y || std::max(a.y, b.y) < y) continue;
      const double share = a.y == b.y ? 0 : static_cast<double>(y - a.y) / (b.y - a.y);
      const double x = a.x + share * (b.x - a.x);
      left = std::min({left, x, a.y == b.y ? static_cast<double>(b.x) : x});
      right = std::max({right, x, a.y == b.y ? static_cast<double>(b.x) : x});
    }
    for (auto x = static_cast<std::int32_t>(std::floor(left)); x <= right; ++x) filled.push_back({x, y});
  }
  cells = std::move(filled);
}

void centre(Part& part, std::span<const double> radii) {
  Point low{1e300, 1e300};
  Point high{-1e300, -1e300};
  for (std::size_t i = 0; i < part.nodes.size(); ++i) {
    const double radius = radii[part.nodes[i]];
    low = {std::min(low.x, part.places[i].x - radius), std::min(low.y, part.places[i].y - radius)};
    high = {std::max(high.x, part.places[i].x + radius), std::max(high.y, part.places[i].y + radius)};
  }
  for (Point& place : part.places) place = {place.x - (low.x + high.x) / 2, place.y - (low.y + high.y) / 2};
}

/// All squares of a field, the nearest to the middle first, in rings wider than high.
std::vector<Cell> by_distance(std::int32_t reach) {
  std::vector<std::pair<double, Cell>> cells;
  for (std::int32_t x = -reach; x <= reach; ++x) {
    for (std::int32_t y = -reach; y <= reach; ++y) {
      const double across = x / kWide;
      cells.push_back({across * across + static_cast<double>(y) * y, {x, y}});
    }
  }
  std::ranges::sort(cells);
  std::vector<Cell> result;
  for (const auto& [distance, cell] : cells) result.push_back(cell);
  return result;
}

/// How many squares to look at from the middle, so that all parts find room.
std::int32_t reach_of(const std::vector<std::vector<Cell>>& shapes) {
  double area = 0;
  double widest = 1;
  for (const std::vector<Cell>& shape : shapes) {
    area += static_cast<double>(shape.size());
    for (const Cell& cell : shape) widest = std::max<double>({widest, std::abs(cell.x) * 1.0, std::abs(cell.y) * 1.0});
  }
  return static_cast<std::int32_t>(widest + 3 * std::sqrt(area) + 8);
}

}  // namespace

void pack(std::span<Part> parts, std::span<const double> radii) {
  if (parts.empty()) return;
  double area = 0;
  for (Part& part : parts) {
    centre(part, radii);
    for (const std::uint32_t node : part.nodes) area += radii[node] + kMargin;
  }
  const double side = std::max(2.0, area / static_cast<double>(radii.size()));
  std::vector<std::vector<Cell>> shapes;
  for (const Part& part : parts) {
    shapes.push_back(cells_of(part, radii, side, shapes.empty() ? 2 * kMargin : kMargin / 2));
    fill_gaps(shapes.back());
  }
  const std::int32_t reach = reach_of(shapes);
  Field field(reach);
  const std::vector<Cell> spots = by_distance(reach);
  std::size_t next_spot = 0;
  std::size_t last_size = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    // What did not take a part does not take a next one of the same size or more, nearly: look on from there.
    if (shapes[i].size() < last_size) next_spot = 0;
    last_size = shapes[i].size();
    const auto fits = [&](Cell spot) {
      return std::ranges::none_of(shapes[i], [&](Cell c) { return field.taken({c.x + spot.x, c.y + spot.y}); });
    };
    while (next_spot + 1 < spots.size() && !fits(spots[next_spot])) ++next_spot;
    const Cell spot = spots[next_spot];
    for (const Cell& cell : shapes[i]) field.take({cell.x + spot.x, cell.y + spot.y});
    for (Point& place : parts[i].places) place = {place.x + spot.x * side, place.y + spot.y * side};
  }
}

}  // namespace entente
