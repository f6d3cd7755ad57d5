// See layout.h.
#include "export/layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "export/forces.h"
#include "export/packing.h"

namespace entente {

namespace {

constexpr double kAcross = 0.5;       // how much a link between communities pulls, against one within
constexpr double kWeak = 0.3;         // how much a link pulls that is not among the strongest of either end
constexpr double kGap = 3;            // between discs, at least
constexpr double kNextDoor = 2.5;     // typical distance to the next disc, in mean radii
constexpr std::size_t kLarge = 2000;  // nodes from which on fewer steps have to do

/// Points on a spiral that fills a disc evenly, an area of one each (Vogel 1979), turned by the golden angle.
std::vector<Point> spiral(std::size_t count) {
  constexpr double kCos = -0.73736887807831963;
  constexpr double kSin = 0.67549029426152396;
  std::vector<Point> places;
  Point turn{1, 0};
  for (std::size_t i = 0; i < count; ++i) {
    const double radius = std::sqrt((static_cast<double>(i) + 0.5) / 3.14159265358979324);
    places.push_back({turn.x * radius, turn.y * radius});
    turn = {turn.x * kCos - turn.y * kSin, turn.x * kSin + turn.y * kCos};
  }
  return places;
}

/// A connected part of the graph under indices of its own.
struct Piece {
  std::vector<std::uint32_t> nodes;  ///< of the whole
  std::vector<Link> links;           ///< by index into nodes
  std::vector<std::uint32_t> communities;
};

/// The connected parts, the largest first.
std::vector<Piece> pieces_of(std::size_t nodes, std::span<const Link> links) {
  std::vector<std::uint32_t> root(nodes);
  std::iota(root.begin(), root.end(), 0U);
  const auto find = [&root](std::uint32_t node) {
    while (root[node] != node) node = root[node] = root[root[node]];
    return node;
  };
  for (const Link& link : links) {
    const std::uint32_t a = find(link.a);
    const std::uint32_t b = find(link.b);
    root[std::max(a, b)] = std::min(a, b);
  }
  std::vector<std::uint32_t> piece(nodes);
  std::vector<std::uint32_t> inside(nodes);
  std::vector<Piece> pieces;
  for (std::uint32_t i = 0; i < nodes; ++i) {
    const std::uint32_t first = find(i);
    if (first == i) {
      piece[i] = static_cast<std::uint32_t>(pieces.size());
      pieces.emplace_back();
    }
    piece[i] = piece[first];
    inside[i] = static_cast<std::uint32_t>(pieces[piece[i]].nodes.size());
    pieces[piece[i]].nodes.push_back(i);
  }
  for (const Link& link : links) {
    pieces[piece[link.a]].links.push_back({inside[link.a], inside[link.b], link.weight});
  }
  std::ranges::stable_sort(pieces, std::ranges::greater{}, [](const Piece& p) { return p.nodes.size(); });
  return pieces;
}

/// For each link whether it is among the strongest of one of its ends: the square root of their number, of each.
std::vector<bool> backbone(std::size_t nodes, std::span<const Link> links) {
  std::vector<std::vector<std::uint32_t>> of(nodes);
  for (std::uint32_t i = 0; i < links.size(); ++i) {
    of[links[i].a].push_back(i);
    of[links[i].b].push_back(i);
  }
  std::vector<bool> strong(links.size());
  for (std::vector<std::uint32_t>& own : of) {
    std::ranges::stable_sort(own, std::ranges::greater{}, [&links](std::uint32_t i) { return links[i].weight; });
    const auto keep = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(own.size()))));
    for (std::size_t i = 0; i < keep; ++i) strong[own[i]] = true;
  }
  return strong;
}

/// How strongly links pull: more within a community, little where they are none of a node's strongest.
std::vector<Link> pulls_of(const Piece& piece) {
  const std::vector<bool> strong = backbone(piece.nodes.size(), piece.links);
  std::vector<Link> pulls = piece.links;
  for (std::size_t i = 0; i < pulls.size(); ++i) {
    Link& pull = pulls[i];
    pull.weight = 1 + logarithm(1 + pull.weight);
    if (strong[i]) continue;
    pull.weight *= kWeak;
    if (piece.communities[pull.a] != piece.communities[pull.b]) pull.weight *= kAcross;
  }
  return pulls;
}

std::vector<double> masses_of(const Piece& piece) {
  std::vector<double> masses(piece.nodes.size(), 1);
  for (const Link& link : piece.links) {
    masses[link.a] += 1;
    masses[link.b] += 1;
  }
  return masses;
}

/// Communities laid out as if each were one node.
std::vector<Point> community_places(const Piece& piece, std::size_t count, std::span<const double> masses) {
  std::vector<double> mass(count);
  for (std::size_t i = 0; i < masses.size(); ++i) mass[piece.communities[i]] += masses[i];
  std::vector<Link> links;
  for (const Link& link : piece.links) {
    const auto [low, high] = std::minmax(piece.communities[link.a], piece.communities[link.b]);
    if (low != high) links.push_back({low, high, 1 + link.weight});
  }
  std::vector<Point> places = spiral(count);
  const double spread = std::sqrt(static_cast<double>(piece.nodes.size())) * 6;
  for (Point& place : places) place = {place.x * spread, place.y * spread};
  settle(places, mass, joined(std::move(links)), 300);
  return places;
}

/// Where nodes start: around the place of their community.
std::vector<Point> start_of(const Piece& piece, std::span<const double> masses) {
  const std::size_t count = 1 + *std::ranges::max_element(piece.communities);
  const std::vector<Point> middle = community_places(piece, count, masses);
  const std::vector<Point> around = spiral(piece.nodes.size());
  std::vector<std::size_t> used(count);
  std::vector<Point> places;
  for (const std::uint32_t community : piece.communities) {
    const Point& at = around[used[community]++];
    places.push_back({middle[community].x + 5 * at.x, middle[community].y + 5 * at.y});
  }
  return places;
}

/// The distance to the nearest other point that half of the points have at most. O(n^2) for few, else of a sample.
double typical_distance(const std::vector<Point>& places) {
  const std::size_t stride = 1 + places.size() / 400;
  std::vector<double> nearest;
  for (std::size_t i = 0; i < places.size(); i += stride) {
    double least = 1e300;
    for (std::size_t j = 0; j < places.size(); ++j) {
      const double dx = places[i].x - places[j].x;
      const double dy = places[i].y - places[j].y;
      if (i != j) least = std::min(least, dx * dx + dy * dy);
    }
    nearest.push_back(least);
  }
  std::ranges::sort(nearest);
  return std::sqrt(nearest[nearest.size() / 2]);
}

/// Turns points so that they spread sideways most.
void lie_down(std::vector<Point>& places) {
  Point middle;
  for (const Point& place : places) middle = {middle.x + place.x, middle.y + place.y};
  const auto count = static_cast<double>(places.size());
  middle = {middle.x / count, middle.y / count};
  double xx = 0;
  double xy = 0;
  double yy = 0;
  for (Point& place : places) {
    place = {place.x - middle.x, place.y - middle.y};
    xx += place.x * place.x;
    xy += place.x * place.y;
    yy += place.y * place.y;
  }
  // The first eigenvector of the matrix of second moments.
  const double half = (xx - yy) / 2;
  const double root = std::sqrt(half * half + xy * xy);
  Point axis = half >= 0 ? Point{half + root, xy} : Point{xy, root - half};
  const double norm = std::sqrt(axis.x * axis.x + axis.y * axis.y);
  if (norm < 1e-9) return;
  axis = {axis.x / norm, axis.y / norm};
  for (Point& place : places) {
    place = {place.x * axis.x + place.y * axis.y, place.y * axis.x - place.x * axis.y};
  }
}

std::vector<Point> drawn(const Piece& piece, std::span<const double> radii) {
  if (piece.nodes.size() == 1) return {Point{}};
  const std::vector<double> masses = masses_of(piece);
  std::vector<Point> places = start_of(piece, masses);
  settle(places, masses, pulls_of(piece), piece.nodes.size() < kLarge ? 600 : 300);
  lie_down(places);
  std::vector<double> discs;
  double mean = 0;
  for (const std::uint32_t node : piece.nodes) {
    discs.push_back(radii[node] + kGap / 2);
    mean += discs.back() / static_cast<double>(piece.nodes.size());
  }
  const double scale = kNextDoor * mean / std::max(typical_distance(places), 1e-6);
  for (Point& place : places) place = {place.x * scale, place.y * scale};
  part_discs(places, discs);
  return places;
}

}  // namespace

std::vector<Link> joined(std::vector<Link> links) {
  std::ranges::stable_sort(links, {}, [](const Link& link) { return std::pair(link.a, link.b); });
  std::vector<Link> sums;
  for (const Link& link : links) {
    if (sums.empty() || sums.back().a != link.a || sums.back().b != link.b) {
      sums.push_back(link);
    } else {
      sums.back().weight += link.weight;
    }
  }
  return sums;
}

Drawing draw(std::span<const double> radii, std::span<const Link> links) {
  Drawing drawing{std::vector<Point>(radii.size()), communities_of(radii.size(), links)};
  if (radii.empty()) return drawing;
  std::vector<Part> parts;
  for (Piece& piece : pieces_of(radii.size(), links)) {
    const std::vector<std::uint32_t> own = communities_of(piece.nodes.size(), piece.links);
    piece.communities = own;
    std::vector<Point> places = drawn(piece, radii);
    parts.push_back({std::move(piece.nodes), std::move(places)});
  }
  pack(parts, radii);
  for (const Part& part : parts) {
    for (std::size_t i = 0; i < part.nodes.size(); ++i) drawing.places[part.nodes[i]] = part.places[i];
  }
  return drawing;
}

}  // namespace entente
