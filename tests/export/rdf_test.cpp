// RDF: the same statements as Turtle and JSON-LD, in terms that others know.
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <string>

#include "export/rdf.h"
#include "tests/export/exported.h"

using namespace entente;

TEST_CASE("ids become IRIs, whatever they hold") {
  CHECK(iri_of("person/xi-jinping") == "urn:entente:person/xi-jinping");
  CHECK(iri_of("a b>\"\\ä") == "urn:entente:a%20b%3E%22%5C%C3%A4");
}

TEST_CASE("an entity has its class and names, a relation its statement and its Wikidata property") {
  const std::string text = exported("turtle");
  const std::string china = part_of(text, "\n<urn:entente:country/chn>", " .\n");
  CHECK(contains(china, " a schema:Country ;\n"));
  CHECK(contains(text, "@prefix schema: <https://schema.org/> .\n"));
  CHECK(contains(text, " a rdf:Statement ;\n  rdf:subject <urn:entente:"));
  CHECK(contains(text, "rdf:predicate entente:member_of ;"));
  CHECK(contains(text, " wdt:P463 <urn:entente:"));
}

TEST_CASE("a negated relation has no Wikidata property") {
  KnowledgeGraph graph = hostile_graph();
  ExportOptions options;
  options.filter.negated = true;
  for (GraphRelation& relation : graph.relations) relation.negated = true;
  CHECK_FALSE(contains(exported("turtle", options, graph), " wdt:P463 "));
  CHECK(contains(exported("turtle", options, graph), "entente:negated \"true\"^^xsd:boolean"));
}

TEST_CASE("sentences are annotations of their articles") {
  const std::string text = exported("turtle");
  const std::string annotation = part_of(text, "/evidence/1>", " .\n");
  CHECK(contains(annotation, "a oa:Annotation"));
  CHECK(contains(annotation, "oa:hasSource <urn:entente:article/"));
  CHECK(contains(annotation, "oa:exact \""));
  CHECK(contains(annotation, "oa:start \""));
  CHECK(contains(text, " a schema:NewsArticle"));
  ExportOptions none;
  none.sentences = 0;
  CHECK_FALSE(contains(exported("turtle", none), "oa:Annotation"));
}

TEST_CASE("names come through JSON-LD, dates have the type of their precision") {
  rapidjson::Document document;
  document.Parse(exported("json-ld").c_str());
  REQUIRE_FALSE(document.HasParseError());
  const KnowledgeGraph graph = hostile_graph();
  std::size_t found = 0;
  for (const auto& resource : document["@graph"].GetArray()) {
    for (const GraphEntity& entity : graph.entities) {
      if (resource["@id"].GetString() != iri_of(entity.id)) continue;
      ++found;
      if (!contains(entity.name, "\xFF")) CHECK(resource["schema:name"].GetString() == entity.name);
    }
  }
  CHECK(found > 3);
  const std::string text = exported("turtle");
  CHECK(contains(text, "\"2025-11-01\"^^xsd:date"));
}

TEST_CASE("a picture has a disc for each node and a label for the greatest") {
  const std::string text = exported("svg");
  CHECK(count(text, "<circle ") == count(exported("gexf"), "<node "));
  CHECK(contains(text, "&lt;Söhne&gt;"));
  CHECK(count(text, "<text ") > 0);
  CHECK_FALSE(contains(text, "nan"));
  ExportOptions unplaced;
  unplaced.placing = Placing::none;
  CHECK_THROWS_WITH_AS(exported("svg", unplaced), doctest::Contains("--layout force"), std::runtime_error);
}
