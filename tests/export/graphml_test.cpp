// GraphML: what of a graph is written, and how.
#include <doctest/doctest.h>

#include <limits>
#include <sstream>
#include <string>

#include "export/export.h"
#include "export/node_id.h"
#include "export/xml_text.h"
#include "tests/export/exported.h"

using namespace entente;

namespace {

std::string graphml(const ExportOptions& options, const KnowledgeGraph& graph = hostile_graph()) {
  return exported("graphml", options, graph);
}

/// The lines from one that holds `begin` to the end of its element.
std::string element(const std::string& text, std::string_view begin) {
  const std::size_t at = text.find(begin);
  REQUIRE(at != std::string::npos);
  const bool is_node = text.substr(at, 5) == "<node";
  return text.substr(at, text.find(is_node ? "</node>" : "</edge>", at) - at);
}

}  // namespace

TEST_CASE("ids become NMTOKENs that can be turned back") {
  CHECK(portable_id("person/xi-jinping") == "person:xi-jinping");
  CHECK(portable_id("organisation/a b:c_d") == "organisation:a_20b_3Ac_5Fd");
  CHECK(portable_id("person/\xD0\xBF") == "person:_D0_BF");
  CHECK(portable_id("") == "_");
  for (const GraphEntity& entity : hostile_graph().entities) CHECK(graph_id(portable_id(entity.id)) == entity.id);
  CHECK(graph_id("") == "");
  CHECK(graph_id("_") == "");
  CHECK(graph_id("a_2") == "a_2");
  CHECK(graph_id("a_zz") == "a_zz");
}

TEST_CASE("text is escaped, and what XML cannot hold is left out") {
  CHECK(xml_text("R&D \"<x>\" ]]>") == "R&amp;D \"&lt;x&gt;\" ]]&gt;");
  CHECK(xml_attribute("a\"b\n\tc") == "a&quot;b&#10;&#9;c");
  CHECK(xml_text("a\r\nb") == "a&#13;\nb");
  CHECK(xml_text("bell\x07\x1b\xFF\x7F|\xEF\xBF\xBE|\xEF\xBF\xBF|\xED\xA0\x80|") == "bell\x7F||||");
  CHECK(xml_text("\xEF\xBF\xBD 🌹 محمود") == "\xEF\xBF\xBD 🌹 محمود");
}

TEST_CASE("relations and events become one edge a source, target and type") {
  const std::string text = graphml({});
  CHECK(count(text, "<edge ") == 12);
  CHECK(count(text, "label=\"member_of\"") == 1);
  const std::string member = element(text, "<edge id=\"e3\"");
  CHECK(contains(member, "source=\"country:chn\" target=\"organisation:a_20b_3Ac_5Fd\" label=\"member_of\""));
  CHECK(contains(member, "<data key=\"weight\">4</data>"));
  CHECK(contains(member, "<data key=\"e_count\">2</data>"));
  CHECK(contains(member, "<data key=\"e_roles\">founding; member</data>"));
  CHECK(contains(member, "<data key=\"e_graph_ids\">r-000000000001; r-000000000002</data>"));
  CHECK(contains(member, "<data key=\"e_first_date\">2025-10-31</data>"));
}

TEST_CASE("events are summed with mean intensity, quad class and how many are planned") {
  const std::string text = graphml({});
  const std::string consult = element(text, "source=\"country:chn\" target=\"country:null\" label=\"CONSULT\"");
  CHECK(contains(consult, "<data key=\"e_count\">2</data>"));
  CHECK(contains(consult, "<data key=\"e_planned\">1</data>"));
  CHECK(contains(consult, "<data key=\"e_intensity\">1.5</data>"));
  CHECK(contains(consult, "<data key=\"e_quad\">1</data>"));
  CHECK(contains(consult, "<data key=\"e_first_date\">2025-10-30</data>"));
  CHECK(contains(consult, "<data key=\"e_last_date\">2025-11-01</data>"));
  const std::string sanction = element(text, "source=\"organisation:emoji\" target=\"person:rtl\" label=\"SANCTION\"");
  CHECK(contains(sanction, "<data key=\"e_last_date\">2025-11-30</data>"));
}

TEST_CASE("actors of an event without a target are joined with each other") {
  const std::string text = graphml({});
  CHECK(count(text, "label=\"AGREE\"") == 3);
  const std::string together = element(text, "source=\"organisation:emoji\" target=\"person:line\" label=\"AGREE\"");
  CHECK(contains(together, "<data key=\"e_joint\">1</data>"));
  CHECK(contains(together, "<data key=\"e_symmetric\">true</data>"));
  const std::string both = element(text, "source=\"person:line\" target=\"person:rtl\" label=\"AGREE\"");
  CHECK(contains(both, "<data key=\"e_count\">2</data>"));
  CHECK(contains(both, "<data key=\"e_joint\">1</data>"));
  CHECK(contains(both, "<data key=\"e_symmetric\">false</data>"));
}

TEST_CASE("a symmetric relation is one edge from the lower node, whichever way it was stated") {
  const std::string text = graphml({});
  CHECK(count(text, "label=\"allied_with\"") == 1);
  const std::string allied =
      element(text, "source=\"country:chn\" target=\"organisation:emoji\" label=\"allied_with\"");
  CHECK(contains(allied, "<data key=\"e_symmetric\">true</data>"));
  CHECK(contains(allied, "<data key=\"e_count\">2</data>"));
}

TEST_CASE("negated and denied statements are left out, and kept apart when asked for") {
  CHECK_FALSE(contains(graphml({}), "not member_of"));
  CHECK_FALSE(contains(graphml({}), "THREATEN"));
  ExportOptions options;
  options.filter.negated = true;
  options.filter.denied = true;
  const std::string text = graphml(options);
  CHECK(count(text, "label=\"not member_of\"") == 1);
  CHECK(contains(element(text, "label=\"not member_of\""), "<data key=\"e_negated\">true</data>"));
  CHECK(count(text, "label=\"THREATEN\"") == 1);
}

TEST_CASE("entities without an edge, and loops, are left out unless asked for") {
  std::ostringstream out;
  const ExportCounts counts = export_graph(hostile_graph(), hostile_evidence, *format_named("graphml"), {}, out);
  CHECK(counts.nodes == 7);
  CHECK(counts.isolated == 2);
  CHECK(counts.edges == 12);
  ExportOptions options;
  options.isolated = true;
  CHECK(count(graphml(options), "<node ") == 9);
}

TEST_CASE("the view of events hangs actors on events by role") {
  ExportOptions options;
  options.view = View::events;
  const std::string text = graphml(options);
  const std::string event = element(text, "<node id=\"e-000000000004\"");
  CHECK(contains(event, "<data key=\"n_type\">coded_event</data>"));
  CHECK(contains(event, "<data key=\"n_subtype\">SANCTION</data>"));
  CHECK(contains(event, "<data key=\"n_intensity\">-4</data>"));
  CHECK(contains(text, "source=\"country:chn\" target=\"e-000000000004\" label=\"source\""));
  CHECK(contains(text, "source=\"e-000000000004\" target=\"person:rtl\" label=\"target\""));
  CHECK(contains(text, "source=\"e-000000000004\" target=\"event:inf-treaty\" label=\"place\""));
  CHECK_FALSE(contains(text, "e-000000000005"));
}

TEST_CASE("evidence is cut to what was asked for") {
  CHECK(contains(
      element(graphml({}), "label=\"leads\""),
      "<data key=\"e_evidence\">“Stop &lt;b&gt;now&lt;/b&gt;” &amp; go: r-000000000006. [Agence \"X\" &amp; Y, "
      "2025-10-31] | Another sentence. [a2]</data>"));
  ExportOptions options;
  options.sentences = 1;
  CHECK_FALSE(contains(graphml(options), "Another sentence."));
  options.sentences = 0;
  CHECK_FALSE(contains(graphml(options), "<data key=\"e_evidence\">"));
}

TEST_CASE("strict GraphML has no label attribute") {
  ExportOptions options;
  options.strict = true;
  CHECK_FALSE(contains(graphml(options), " label=\""));
  CHECK(contains(graphml(options), "<data key=\"e_relation\">member_of</data>"));
}

TEST_CASE("a weight is positive and a number is finite, whatever the graph says") {
  KnowledgeGraph graph = hostile_graph();
  graph.relations[5].weight = 0;
  graph.relations[5].confidence = std::numeric_limits<double>::quiet_NaN();
  const std::string leads = element(graphml({}, graph), "label=\"leads\"");
  CHECK(contains(leads, "<data key=\"weight\">1</data>"));
  CHECK_FALSE(contains(leads, "nan"));
}

TEST_CASE("the same graph gives the same bytes") {
  CHECK(graphml({}) == graphml({}));
}

TEST_CASE("an empty graph is a whole file") {
  const std::string text = graphml({}, {});
  CHECK(contains(text, "<graph id=\"G\" edgedefault=\"directed\">\n  </graph>\n</graphml>\n"));
}
