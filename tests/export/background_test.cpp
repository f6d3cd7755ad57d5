// Background: ties that no article says are marked in every format that has ties, and only where they are asked for.
#include <doctest/doctest.h>

#include <string>

#include "export/views.h"
#include "tests/export/exported.h"

using namespace entente;

namespace {

/// A place, a country and a person; where the place lies no article says.
KnowledgeGraph graph_with_background() {
  KnowledgeGraph graph;
  graph.entities.resize(3);
  graph.entities[0].id = graph.entities[0].name = "country/prt";
  graph.entities[0].kind = Kind::country;
  graph.entities[1].id = graph.entities[1].name = "person/ana";
  graph.entities[2].id = graph.entities[2].name = "place/lisbon";
  graph.entities[2].kind = Kind::place;
  GraphRelation known;
  known.id = "b-000000000001";
  known.type = "capital_of";
  known.subject = 2;
  known.weight = known.articles = 1;
  known.confidence = 0.9;
  known.background = true;
  GraphRelation told = known;
  told.id = "r-000000000002";
  told.type = "citizen_of";
  told.subject = 1;
  told.background = false;
  graph.relations = {known, told};
  return graph;
}

ExportOptions asked(bool background) {
  ExportOptions options;
  options.filter.background = background;
  options.placing = Placing::force;
  return options;
}

std::string text(std::string_view format, bool background) {
  return exported(format, asked(background), graph_with_background());
}

}  // namespace

TEST_CASE("background is in no format unless it is asked for") {
  for (const Format& format : formats()) {
    if (format.contents != Contents::graph && format.contents != Contents::whole) continue;
    if (format.name == "html") continue;  // the page has more words
    CAPTURE(format.name);
    CHECK_FALSE(contains(text(format.name, false), "background"));
    CHECK_FALSE(contains(text(format.name, false), "capital_of"));
    CHECK(contains(text(format.name, true), "citizen_of"));
    CHECK(contains(text(format.name, true), "capital_of"));
  }
}

TEST_CASE("where it is asked for, a column tells it from what is told") {
  const std::string gexf = text("gexf", true);
  CHECK(contains(part_of(gexf, "kind=\"capital_of\"", "</edge>"), "<attvalue for=\"background\" value=\"true\"/>"));
  CHECK(contains(part_of(gexf, "kind=\"citizen_of\"", "</edge>"), "<attvalue for=\"background\" value=\"false\"/>"));
  const Pair csv = exported_pair("csv", asked(true), graph_with_background());
  CHECK(contains(csv.edges, ",graph_ids,background,evidence\n"));
  CHECK(contains(csv.edges, ",b-000000000001,true,"));
  CHECK(contains(csv.edges, ",r-000000000002,false,"));
  CHECK(contains(exported_pair("neo4j", asked(true), graph_with_background()).edges, ",background:boolean,"));
  CHECK_FALSE(contains(exported_pair("csv", asked(false), graph_with_background()).edges, "background"));
  CHECK(schema_of(View::entities, true).edges.size() == schema_of(View::entities).edges.size() + 1);
}

TEST_CASE("drawings dash it, the page names it, RDF flags it and derives no plain triple of it") {
  CHECK(count(text("dot", true), "style=dashed") == 1);
  CHECK(count(text("svg", true), "stroke-dasharray") == 1);
  CHECK(contains(text("svg", true), "capital_of (background)"));
  CHECK(contains(text("html", true), "\"type\":\"background: capital_of\""));
  const std::string turtle = text("turtle", true);
  CHECK(count(turtle, "entente:background \"true\"") == 1);
  CHECK(contains(turtle, " wdt:P27 "));  // citizen of
  CHECK_FALSE(contains(turtle, " wdt:P1376 "));
}
