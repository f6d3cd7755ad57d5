// The layout: same places every time, no disc on another, what belongs together stands together.
#include "export/layout.h"

#include <doctest/doctest.h>

#include <cmath>

#include "export/forces.h"
#include "tests/export/exported.h"

using namespace entente;

namespace {

/// Rings of so many nodes, each node also joined with the next but one; the first nodes of neighbouring rings joined.
struct Rings {
  std::vector<double> radii;
  std::vector<Link> links;
};

Rings rings(std::uint32_t count, std::uint32_t size) {
  Rings rings;
  for (std::uint32_t i = 0; i < count * size; ++i) rings.radii.push_back(2 + i % 5 * 3);
  for (std::uint32_t ring = 0; ring < count; ++ring) {
    const std::uint32_t first = ring * size;
    for (std::uint32_t i = 0; i < size; ++i) {
      for (const std::uint32_t step : {1U, 2U}) rings.links.push_back({first + i, first + (i + step) % size, 2});
    }
    if (ring > 0) rings.links.push_back({first - size, first, 1});
  }
  return rings;
}

double distance(const Point& a, const Point& b) {
  return std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

double greatest_overlap(const Drawing& drawing, const std::vector<double>& radii) {
  double greatest = 0;
  for (std::size_t i = 0; i < radii.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      greatest = std::max(greatest, radii[i] + radii[j] - distance(drawing.places[i], drawing.places[j]));
    }
  }
  return greatest;
}

}  // namespace

TEST_CASE("no disc stands on another, and every place is a number") {
  const Rings graph = rings(12, 25);
  const Drawing drawing = draw(graph.radii, graph.links);
  for (const Point& place : drawing.places) CHECK((std::isfinite(place.x) && std::isfinite(place.y)));
  CHECK(greatest_overlap(drawing, graph.radii) < 0.01);
}

TEST_CASE("the same graph is drawn the same to the last bit") {
  const Rings graph = rings(5, 12);
  const Drawing first = draw(graph.radii, graph.links);
  const Drawing second = draw(graph.radii, graph.links);
  CHECK(first.places == second.places);
  CHECK(first.communities == second.communities);
}

TEST_CASE("nodes of a community stand nearer to each other than to the rest") {
  const Rings graph = rings(6, 20);
  const Drawing drawing = draw(graph.radii, graph.links);
  double within = 0;
  double across = 0;
  int inside = 0;
  int outside = 0;
  for (std::size_t i = 0; i < graph.radii.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const bool same = i / 20 == j / 20;
      (same ? within : across) += distance(drawing.places[i], drawing.places[j]);
      ++(same ? inside : outside);
    }
  }
  CHECK(2 * within / inside < across / outside);
}

TEST_CASE("a hundred times the same two, one node, no node, and discs that start in one spot are drawn as well") {
  CHECK(draw({}, {}).places.empty());
  CHECK(draw(std::vector{3.0}, {}).places == std::vector{Point{}});
  const std::vector<double> many(200, 5.0);
  CHECK(greatest_overlap(draw(many, {}), many) < 0.01);
  const std::vector<Link> pairs = [] {
    std::vector<Link> links;
    for (std::uint32_t i = 0; i < 200; i += 2) links.push_back({i, i + 1, 1});
    return links;
  }();
  CHECK(greatest_overlap(draw(many, pairs), many) < 0.01);
  std::vector<Point> heap(30, Point{1, 1});
  part_discs(heap, std::vector<double>(30, 2.0));
  CHECK(greatest_overlap({heap, {}}, std::vector<double>(30, 2.0)) < 0.01);
}

TEST_CASE("a star of a thousand leaves and hubs of any size do not lie on each other") {
  std::vector<double> radii(1001, 2.0);
  radii[0] = 60;
  std::vector<Link> links;
  for (std::uint32_t i = 1; i <= 1000; ++i) links.push_back({0, i, 1.0 + i % 7});
  CHECK(greatest_overlap(draw(radii, links), radii) < 0.01);
}

TEST_CASE("the logarithm is one") {
  for (const double number : {1.0, 1.5, 2.0, 7.3, 100.0, 1e9}) {
    CHECK(std::abs(logarithm(number) - std::log(number)) < 1e-7 * (1 + std::log(number)));
  }
}

TEST_CASE("GEXF has places for all nodes, unless they are not wanted") {
  const std::string placed = exported("gexf");
  CHECK(count(placed, "<viz:position ") == count(placed, "<node "));
  CHECK(contains(placed, "<attribute id=\"community\" title=\"community\" type=\"integer\"/>"));
  ExportOptions options;
  options.placing = Placing::none;
  CHECK_FALSE(contains(exported("gexf", options), "viz:position"));
  CHECK_FALSE(contains(exported("gexf", options), "community"));
  CHECK(contains(exported("graphology"), "\"x\":"));
  CHECK_FALSE(contains(exported("graphology", options), "\"x\":"));
}
