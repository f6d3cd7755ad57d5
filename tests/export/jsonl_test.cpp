// JSON Lines: every line is an object with all keys.
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <sstream>
#include <string>
#include <vector>

#include "export/export.h"
#include "export/views.h"
#include "tests/export/hostile_graph.h"

using namespace entente;

namespace {

std::vector<rapidjson::Document> lines(const ExportOptions& options) {
  std::stringstream out;
  export_graph(hostile_graph(), hostile_evidence, *format_named("jsonl"), options, out);
  std::vector<rapidjson::Document> documents;
  for (std::string line; std::getline(out, line);) {
    documents.emplace_back();
    documents.back().Parse(line.c_str());
    REQUIRE_FALSE(documents.back().HasParseError());
  }
  return documents;
}

}  // namespace

TEST_CASE("every node and edge has every column of its kind, under the id of the graph file") {
  ExportOptions options;
  options.isolated = true;
  const Schema schema = schema_of(View::entities);
  std::size_t nodes = 0;
  std::size_t edges = 0;
  for (const rapidjson::Document& line : lines(options)) {
    const bool is_node = std::string(line["record"].GetString()) == "node";
    ++(is_node ? nodes : edges);
    for (const Column& column : is_node ? schema.nodes : schema.edges) {
      CHECK(line.HasMember(std::string(column.name).c_str()));
    }
  }
  CHECK(nodes == hostile_graph().entities.size());
  CHECK(edges == 12);
}

TEST_CASE("names come back as they were, lists stay lists, evidence is whole") {
  const std::vector<rapidjson::Document> all = lines({});
  CHECK(std::string(all[0]["label"].GetString()) == "China");
  CHECK(std::string(all[0]["aliases"][0].GetString()) == "中国");
  CHECK(all[0]["subtype"].IsNull());
  bool found = false;
  for (const rapidjson::Document& line : all) {
    if (std::string(line["id"].GetString()) == "person/line") {
      found = true;
      CHECK(std::string(line["label"].GetString()) == "First\nSecond\tThird\r\nFourth");
    }
  }
  CHECK(found);
  const rapidjson::Document& edge = all.back();
  REQUIRE(edge["evidence"].Size() == 2);
  CHECK(std::string(edge["evidence"][0]["article"].GetString()) == "a1");
  CHECK(edge["evidence"][1]["source"].IsNull());
}
