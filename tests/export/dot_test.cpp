// DOT: what Graphviz draws.
#include <doctest/doctest.h>

#include <string>

#include "tests/export/exported.h"

using namespace entente;

TEST_CASE("DOT: names are quoted so that Graphviz shows them as they are") {
  ExportOptions options;
  options.isolated = true;
  const std::string text = exported("dot", options);
  CHECK(contains(text, R"([label="R&amp;D \"Böse\" <Söhne> 'GmbH'",)"));
  CHECK(contains(text, R"([label="Alone \\N, C:\\new \"x\\\"",)"));
  CHECK(contains(text, R"([label="First\nSecond Third\nFourth",)"));
  CHECK(contains(text, R"([label="bell and [31mred,  bad",)"));
}

TEST_CASE("DOT: nodes are coloured by kind, edges as wide as their weight, without an arrow where symmetric") {
  const std::string text = exported("dot");
  CHECK(contains(text, R"("country:chn" [label="China", class="country", color="#d55e00"];)"));
  CHECK(contains(part_of(text, "\"country:chn\" -> \"organisation:a_20b_3Ac_5Fd\"", "\n"), "penwidth=2.00"));
  CHECK(contains(part_of(text, "\"country:chn\" -> \"organisation:emoji\"", "\n"), "dir=none"));
  CHECK_FALSE(contains(part_of(text, "\"country:chn\" -> \"organisation:a_20b_3Ac_5Fd\"", "\n"), "dir=none"));
}

TEST_CASE("DOT: the evidence is the tooltip of an edge") {
  ExportOptions options;
  CHECK(contains(exported("dot"), R"(tooltip="“Stop <b>now</b>” &amp; go: )"));
  options.sentences = 0;
  CHECK_FALSE(contains(exported("dot", options), "tooltip"));
}
