// JSON graphs: the serialisation of graphology, and node-link data of networkx.
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <string>

#include "tests/export/exported.h"

using namespace entente;

namespace {

rapidjson::Document parsed(const std::string& text) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag>(text.c_str(), text.size());
  REQUIRE_FALSE(document.HasParseError());
  return document;
}

ExportOptions with_isolated() {
  ExportOptions options;
  options.isolated = true;
  return options;
}

}  // namespace

TEST_CASE("graphology: a directed multigraph with labels, colours and sizes") {
  const rapidjson::Document graph = parsed(exported("graphology"));
  CHECK(std::string(graph["options"]["type"].GetString()) == "directed");
  CHECK(graph["options"]["multi"].GetBool());
  CHECK(graph["nodes"].Size() == 7);
  CHECK(graph["edges"].Size() == 12);
  const auto& china = graph["nodes"][0];
  CHECK(std::string(china["key"].GetString()) == "country/chn");
  CHECK(std::string(china["attributes"]["label"].GetString()) == "China");
  CHECK(std::string(china["attributes"]["color"].GetString()) == "#d55e00");
  CHECK(china["attributes"]["size"].GetDouble() == doctest::Approx(5.66));
  CHECK(std::string(china["attributes"]["aliases"].GetString()) == "中国; People's Republic of China");
}

TEST_CASE("graphology: a node has no attribute `type`, which sigma.js takes for a drawing program") {
  const rapidjson::Document graph = parsed(exported("graphology"));
  CHECK_FALSE(graph["nodes"][0]["attributes"].HasMember("type"));
  CHECK(std::string(graph["nodes"][0]["attributes"]["kind"].GetString()) == "country");
}

TEST_CASE("what is unknown is left out of JSON graphs") {
  CHECK_FALSE(contains(exported("graphology"), "null,"));
  CHECK_FALSE(parsed(exported("graphology"))["nodes"][0]["attributes"].HasMember("subtype"));
  CHECK_FALSE(parsed(exported("node-link"))["nodes"][0].HasMember("subtype"));
}

TEST_CASE("node-link: lists stay lists, evidence is whole, the id of an edge is its key") {
  const rapidjson::Document graph = parsed(exported("node-link"));
  CHECK(graph["directed"].GetBool());
  CHECK(graph["multigraph"].GetBool());
  CHECK(graph["nodes"][0]["aliases"].Size() == 2);
  CHECK(std::string(graph["edges"][0]["key"].GetString()) == "e1");
  CHECK(std::string(graph["edges"][0]["evidence"][0]["article"].GetString()) == "a1");
}

TEST_CASE("any name comes back from JSON; a byte that is no UTF-8 as U+FFFD") {
  for (const char* format : {"graphology", "node-link"}) {
    const std::string text = exported(format, with_isolated());
    parsed(text);
    CHECK(contains(text, R"("bell\u0007 and \u001B[31mred\u0001, )"
                         "\xEF\xBF\xBD bad\""));
    CHECK(contains(text, R"("Alone \\N, C:\\new \"x\\\"")"));
    CHECK(contains(text, R"("First\nSecond\tThird\r\nFourth")"));
    CHECK(contains(text, "\"label\":\"null\""));
  }
}

TEST_CASE("an empty graph is a whole JSON document") {
  for (const char* format : {"graphology", "node-link"}) {
    const rapidjson::Document graph = parsed(exported(format, {}, {}));
    CHECK(graph["nodes"].Empty());
    CHECK(graph["edges"].Empty());
  }
}
