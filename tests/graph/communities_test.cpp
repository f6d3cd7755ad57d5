// Groups of nodes that have more to do with each other than with the rest.
#include "graph/communities.h"

#include <doctest/doctest.h>

using namespace entente;

namespace {

/// Rings of so many nodes, each ring joined to the next by one weak link.
std::vector<Link> rings(std::uint32_t count, std::uint32_t size) {
  std::vector<Link> links;
  for (std::uint32_t ring = 0; ring < count; ++ring) {
    const std::uint32_t first = ring * size;
    for (std::uint32_t i = 0; i < size; ++i) {
      links.push_back({first + i, first + (i + 1) % size, 1});
      links.push_back({first + i, first + (i + 2) % size, 1});
    }
    if (ring + 1 < count) links.push_back({first, first + size, 0.1});
  }
  return links;
}

}  // namespace

TEST_CASE("communities are the groups that hold together, the largest first") {
  std::vector<Link> links = rings(4, 10);
  links.push_back({40, 41, 1});
  const std::vector<std::uint32_t> found = communities_of(43, links);
  for (std::size_t i = 0; i < 40; ++i) CHECK(found[i] == i / 10);
  CHECK(found[40] == 4);
  CHECK(found[41] == 4);
  CHECK(found[42] == 5);
}

TEST_CASE("a strong link binds where a weak one does not") {
  CHECK(communities_of(4, std::vector<Link>{{0, 1, 5}, {1, 2, 1}, {2, 3, 5}}) ==
        std::vector<std::uint32_t>{0, 0, 1, 1});
  CHECK(communities_of(4, std::vector<Link>{{0, 1, 1}, {1, 2, 5}, {0, 3, 5}}) ==
        std::vector<std::uint32_t>{0, 1, 1, 0});
}

TEST_CASE("nodes without links are communities of one") {
  CHECK(communities_of(3, {}) == std::vector<std::uint32_t>{0, 1, 2});
  CHECK(communities_of(0, {}).empty());
}
