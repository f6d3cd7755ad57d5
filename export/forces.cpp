// See forces.h.
#include "export/forces.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "export/quad_tree.h"

namespace entente {

namespace {

constexpr double kPush = 4;
constexpr double kMiddle = 0.06;
constexpr double kTolerance = 0.1;  // of nodes that swing to and fro

double length(const Point& p) {
  return std::sqrt(p.x * p.x + p.y * p.y);
}

/// The push, the pull of the links and of the middle on every node.
std::vector<Point> forces_on(const std::vector<Point>& places, std::span<const double> masses,
                             std::span<const Link> links) {
  const QuadTree tree(places, masses);
  std::vector<Point> forces;
  forces.reserve(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Point push = tree.push(places[i]);
    const double pull = kMiddle * masses[i];
    forces.push_back(
        {kPush * masses[i] * push.x - pull * places[i].x, kPush * masses[i] * push.y - pull * places[i].y});
  }
  for (const Link& link : links) {
    const Point between{places[link.b].x - places[link.a].x, places[link.b].y - places[link.a].y};
    forces[link.a].x += link.weight * between.x;
    forces[link.a].y += link.weight * between.y;
    forces[link.b].x -= link.weight * between.x;
    forces[link.b].y -= link.weight * between.y;
  }
  return forces;
}

/// A disc in the square of a grid that its centre lies in.
struct Cell {
  std::int64_t x = 0;
  std::int64_t y = 0;
  std::uint32_t node = 0;

  auto operator<=>(const Cell&) const = default;
};

/// Pushes two discs apart, the smaller one further; gives how much they overlapped.
double push_pair(Point& a, Point& b, double radius_a, double radius_b) {
  const double wanted = radius_a + radius_b;
  Point between{b.x - a.x, b.y - a.y};
  double distance = length(between);
  if (distance >= wanted) return 0;
  const double overlap = wanted - distance;
  if (distance < 1e-9) {
    between = {0.6, 0.8};
    distance = 1;
  }
  const double step = 1.04 * overlap / distance;
  const double share = radius_b / wanted;
  a = {a.x - between.x * step * share, a.y - between.y * step * share};
  b = {b.x + between.x * step * (1 - share), b.y + between.y * step * (1 - share)};
  return overlap;
}

/// Pushes all that overlap apart once; gives the greatest overlap there was. Each disc looks for those no larger.
double push_overlaps(std::vector<Point>& places, std::span<const double> radii, double side) {
  const auto at = [side](double v) { return static_cast<std::int64_t>(std::floor(v / side)); };
  std::vector<Cell> cells;
  for (std::uint32_t i = 0; i < places.size(); ++i) cells.push_back({at(places[i].x), at(places[i].y), i});
  std::ranges::sort(cells);
  double greatest = 0;
  for (const Cell& from : cells) {
    const std::int64_t reach = at(2 * radii[from.node]) + 1;
    for (std::int64_t x = from.x - reach; x <= from.x + reach; ++x) {
      auto other = std::ranges::lower_bound(cells, Cell{x, from.y - reach, 0});
      for (; other != cells.end() && other->x == x && other->y <= from.y + reach; ++other) {
        const std::uint32_t a = from.node;
        const std::uint32_t b = other->node;
        if (radii[b] > radii[a] || (radii[b] == radii[a] && b <= a)) continue;
        greatest = std::max(greatest, push_pair(places[a], places[b], radii[a], radii[b]));
      }
    }
  }
  return greatest;
}

}  // namespace

double logarithm(double number) {
  constexpr double kLogOfTwo = 0.693147180559945309417;
  int exponent = 0;
  const double mantissa = std::frexp(number, &exponent);  // exact
  const double z = (mantissa - 0.75) / (mantissa + 0.75);
  const double square = z * z;
  // log(m / 0.75) = 2 artanh(z), |z| <= 0.2
  const double series =
      z * (1 + square * (1.0 / 3 + square * (1.0 / 5 + square * (1.0 / 7 + square * (1.0 / 9 + square / 11)))));
  constexpr double kLogOfThreeQuarters = -0.287682072451780927439;
  return 2 * series + kLogOfThreeQuarters + exponent * kLogOfTwo;
}

void settle(std::vector<Point>& places, std::span<const double> masses, std::span<const Link> links, int steps) {
  if (places.size() < 2) return;
  std::vector<Point> before(places.size());
  double speed = 1;
  for (int step = 0; step < steps; ++step) {
    const std::vector<Point> forces = forces_on(places, masses, links);
    double swinging = 0;
    double traction = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
      swinging += masses[i] * length({forces[i].x - before[i].x, forces[i].y - before[i].y});
      traction += masses[i] * length({forces[i].x + before[i].x, forces[i].y + before[i].y}) / 2;
    }
    const double wanted = kTolerance * traction / std::max(swinging, 1e-9);
    speed = std::min(wanted, 1.5 * speed);
    for (std::size_t i = 0; i < places.size(); ++i) {
      const double swing = masses[i] * length({forces[i].x - before[i].x, forces[i].y - before[i].y});
      const double factor = speed / (1 + std::sqrt(speed * swing));
      places[i] = {places[i].x + forces[i].x * factor, places[i].y + forces[i].y * factor};
    }
    before = forces;
  }
}

void part_discs(std::vector<Point>& places, std::span<const double> radii) {
  if (places.size() < 2) return;
  std::vector<double> sorted(radii.begin(), radii.end());
  std::ranges::nth_element(sorted, sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2));
  const double side = 2 * std::max(sorted[sorted.size() / 2], 1e-6);
  constexpr int kRounds = 400;
  constexpr int kPatience = 40;
  constexpr double kHair = 1e-3;
  for (int round = 1; round <= kRounds; ++round) {
    if (push_overlaps(places, radii, side) <= kHair) return;
    if (round % kPatience == 0) {
      for (Point& place : places) place = {place.x * 1.08, place.y * 1.08};
    }
  }
}

}  // namespace entente
