// Views: countries with what their people did, and the surroundings of an entity.
#include <doctest/doctest.h>

#include <string>

#include "tests/export/exported.h"

using namespace entente;

namespace {

KnowledgeGraph with_countries() {
  KnowledgeGraph graph = hostile_graph();
  graph.entities[0].country = "CHN";
  graph.entities[1].links.iso3 = "NUL";
  graph.entities[5].country = "CHN";
  graph.entities[6].country = "NUL";
  return graph;
}

ExportOptions around(const std::string& centre, std::size_t hops) {
  ExportOptions options;
  options.centre = centre;
  options.hops = hops;
  return options;
}

}  // namespace

TEST_CASE("in the view of dyads only countries are nodes, and act as their people do, once an event") {
  ExportOptions options;
  options.view = View::dyads;
  const std::string text = exported("gexf", options, with_countries());
  CHECK(count(text, "<node ") == 2);
  const std::string agree =
      part_of(text, "source=\"country:chn\" target=\"country:null\" type=\"directed\" kind=\"AGREE\"", "</edge>");
  CHECK(contains(agree, "<attvalue for=\"count\" value=\"2\"/>"));
  CHECK(contains(agree, "<attvalue for=\"joint\" value=\"1\"/>"));
  const std::string sanction =
      part_of(text, "source=\"country:chn\" target=\"country:null\" type=\"directed\" kind=\"SANCTION\"", "</edge>");
  CHECK(contains(sanction, "<attvalue for=\"count\" value=\"1\"/>"));
  CHECK_FALSE(contains(text, "member_of"));
}

TEST_CASE("around an entity are those one step away, and the edges between them") {
  const std::string near = exported("gexf", around("country/null", 1));
  CHECK(count(near, "<node ") == 3);  // China, null, Red Rose
  CHECK(contains(near, "kind=\"allied_with\""));
  CHECK_FALSE(contains(near, "kind=\"leads\""));
  const std::string further = exported("gexf", around("country/null", 2));
  CHECK(contains(further, "kind=\"leads\""));
  CHECK(count(exported("gexf", around("country/null", 9)), "<edge ") == 12);
}

TEST_CASE("around an entity that is not there is nothing") {
  CHECK(count(exported("gexf", around("country/none", 1)), "<node ") == 0);
}
