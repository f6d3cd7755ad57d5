// GEXF: what Gephi needs for its timeline, its kinds of edges and its colours.
#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <string>

#include "export/appearance.h"
#include "export/spells.h"
#include "tests/export/exported.h"

using namespace entente;

TEST_CASE("spells that overlap, touch or follow each other become one") {
  CHECK(merged({{"2025-11-05", "2025-11-05"}, {"2025-10-30", "2025-10-31"}, {"2025-11-01", "2025-11-02"}}) ==
        std::vector<Spell>{{"2025-10-30", "2025-11-02"}, {"2025-11-05", "2025-11-05"}});
  CHECK(merged({{"2024-02-28", "2024-02-28"}, {"2024-03-01", "2024-03-01"}}).size() == 2);
  CHECK(merged({{"2024-02-29", "2024-02-29"}, {"2024-03-01", "2024-03-01"}}).size() == 1);
  CHECK(merged({{"2025-01-01", "2025-12-31"}, {"2025-05-01", "2025-05-02"}}) ==
        std::vector<Spell>{{"2025-01-01", "2025-12-31"}});
  CHECK(merged({}).empty());
}

TEST_CASE("a spell has full dates, and none where the dates are unknown or turned round") {
  CHECK(spell_of("2025-02", "2025-02") == Spell{"2025-02-01", "2025-02-28"});
  CHECK(spell_of("", "2024") == Spell{"2024-01-01", "2024-12-31"});
  CHECK_FALSE(spell_of("", ""));
  CHECK_FALSE(spell_of("2025-02-30", "2025-03-01"));
  CHECK_FALSE(spell_of("2025-03", "2025-02"));
}

TEST_CASE("an edge has its relation as kind, a weight, and a spell for each run of days") {
  const std::string text = exported("gexf");
  const std::string member = part_of(text, "<edge id=\"e3\"", "</edge>");
  CHECK(contains(member,
                 "source=\"country:chn\" target=\"organisation:a_20b_3Ac_5Fd\" type=\"directed\" "
                 "kind=\"member_of\" label=\"member_of\" weight=\"4\""));
  CHECK(contains(member, "<attvalue for=\"roles\" value=\"founding; member\"/>"));
  const std::string consult = part_of(text, "target=\"country:null\" type=\"directed\" kind=\"CONSULT\"", "</edge>");
  CHECK(contains(consult,
                 "<spell start=\"2025-10-30\" end=\"2025-10-30\"/>\n"
                 "          <spell start=\"2025-11-01\" end=\"2025-11-01\"/>\n"));
  const std::string agree =
      part_of(text, "source=\"person:line\" target=\"person:rtl\" type=\"directed\" kind=\"AGREE\"", "</edge>");
  CHECK(count(agree, "<spell ") == 1);
  CHECK(contains(agree, "<spell start=\"2025-11-03\" end=\"2025-11-04\"/>"));
}

TEST_CASE("a node is on the timeline as long as any of its edges") {
  const std::string china = part_of(exported("gexf"), "<node id=\"country:chn\"", "</node>");
  CHECK(contains(china, "<spell start=\"2025-10-01\" end=\"2025-11-30\"/>"));  // its articles; SANCTION of 2025-11
  CHECK(contains(china, "<attvalue for=\"last_date\" value=\"2025-11-02\"/>"));
}

TEST_CASE("nodes are coloured by kind and sized by weight") {
  const std::string text = exported("gexf");
  CHECK(contains(part_of(text, "<node id=\"country:chn\"", "</node>"), "<viz:color r=\"213\" g=\"94\" b=\"0\"/>"));
  CHECK(contains(part_of(text, "<node id=\"person:rtl\"", "</node>"), "<viz:color r=\"0\" g=\"114\" b=\"178\"/>"));
  CHECK(contains(text, "<viz:size value=\"5.66\"/>"));
  CHECK(hex(colour_of("person")) == "#0072b2");
  CHECK(hex(colour_of("nothing known")) == "#999999");
  CHECK(size_of(0) == size_of(1));
  CHECK(size_of(100) == 10 * size_of(1));
}

TEST_CASE("names with markup, line breaks and controls are written as XML holds them") {
  ExportOptions options;
  options.isolated = true;
  const std::string text = exported("gexf", options);
  CHECK(contains(text, "label=\"R&amp;D &quot;Böse&quot; &lt;Söhne&gt; 'GmbH'\""));
  CHECK(contains(text, "label=\"First&#10;Second&#9;Third&#13;&#10;Fourth\""));
  CHECK(contains(text, "label=\"bell and [31mred,  bad\""));
  CHECK(contains(text, "label=\"INF Treaty\""));
}

TEST_CASE("GEXF has no value that is empty, not finite, or of a type that Gephi does not know") {
  KnowledgeGraph graph = hostile_graph();
  graph.relations[5].confidence = std::numeric_limits<double>::infinity();
  const std::string text = exported("gexf", {}, graph);
  CHECK_FALSE(contains(text, "value=\"\""));
  CHECK_FALSE(contains(text, "value=\"inf\""));
  CHECK(count(text, "type=\"string\"") + count(text, "type=\"integer\"") + count(text, "type=\"double\"") +
            count(text, "type=\"boolean\"") ==
        count(text, "<attribute "));
}

TEST_CASE("an empty graph is a whole GEXF file") {
  CHECK(contains(exported("gexf", {}, {}), "<nodes>\n    </nodes>\n    <edges>\n    </edges>\n  </graph>\n</gexf>\n"));
}
