// The page in one file: whole, closed to the network, and no name can break out of its data.
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <sstream>
#include <string>

#include "export/page.h"
#include "tests/export/exported.h"

using namespace entente;

namespace {

KnowledgeGraph with_hostile_names() {
  KnowledgeGraph graph = hostile_graph();
  graph.entities[0].name = "</script><script>alert(1)</script><!--";
  graph.entities[1].name =
      "a\xE2\x80\xA8"
      "b\xE2\x80\xA9"
      "c\xE2\x82\xAC d\xE2";
  graph.entities[1].aliases = {"& <b>\"bold\"</b>", "]]>"};
  return graph;
}

/// The graph in a page, parsed.
rapidjson::Document data_of(const std::string& page) {
  constexpr std::string_view kBegin = "<script type=\"application/json\" id=\"data\">";
  rapidjson::Document document;
  document.Parse(part_of(page, kBegin, "</script>").substr(kBegin.size()).c_str());
  return document;
}

std::string around(std::string_view json) {
  std::ostringstream out;
  write_page_around(
      "'none'", [json](std::ostream& data) { data << json; }, out);
  return out.str();
}

}  // namespace

TEST_CASE("without Node.js at build time, the page says what to install" * doctest::skip(has_page())) {
  CHECK_THROWS_WITH_AS(exported("html"), doctest::Contains("apt install nodejs npm"), std::runtime_error);
}

TEST_CASE("a page holds the graph with its sentences, and no name can become markup" * doctest::skip(!has_page())) {
  const KnowledgeGraph graph = with_hostile_names();
  ExportOptions options;
  options.isolated = true;
  const std::string page = exported("html", options, graph);
  CHECK(count(page, "</script>") == 2);
  CHECK_FALSE(contains(page, "<script>alert"));
  CHECK_FALSE(contains(page, "\xE2\x80\xA8"));
  const rapidjson::Document data = data_of(page);
  REQUIRE_FALSE(data.HasParseError());
  REQUIRE(data["entities"].Size() == graph.entities.size());
  CHECK(data["entities"][0]["name"].GetString() == graph.entities[0].name);
  CHECK(std::string(data["entities"][1]["name"].GetString()) ==
        "a\xE2\x80\xA8"
        "b\xE2\x80\xA9"
        "c\xE2\x82\xAC d\xEF\xBF\xBD");
  CHECK(data["entities"][1]["aliases"][0].GetString() == graph.entities[1].aliases[0]);
  REQUIRE(data["relations"].Size() > 0);
  const auto& statement = data["relations"][0]["evidence"][0];
  const auto& sentence = data["sentences"][statement[0].GetUint()];
  CHECK(std::string(sentence[1].GetString()).size() > 0);
  CHECK(data["articles"].Size() > sentence[0].GetUint());
}

TEST_CASE("a page asks nobody for anything" * doctest::skip(!has_page())) {
  const std::string page = around("{}");
  const std::string policy = part_of(page, "Content-Security-Policy\" content=\"", "\"");
  CHECK(contains(policy, "default-src 'none'"));
  CHECK(contains(policy, "connect-src 'none'"));
  CHECK_FALSE(contains(policy, "unsafe"));
  CHECK_FALSE(contains(page, "src=\"http"));
  CHECK_FALSE(contains(page, "href=\"http"));
  CHECK_FALSE(contains(page, "@import"));
}

TEST_CASE("bytes that only look like the beginning of a line separator pass through a page" *
          doctest::skip(!has_page())) {
  for (const std::string_view text : {"\xE2\x80", "\xE2\xE2\x80\xA6", "\xE2\x80\xE2\x80\x99", "\xE2\x80\x99", "\xE2"}) {
    CHECK(contains(around(text), "id=\"data\">" + std::string(text) + "</script>"));
  }
  CHECK(contains(around("\xE2\xE2\x80\xA8<"), "id=\"data\">\xE2\\u2028\\u003c</script>"));
}
