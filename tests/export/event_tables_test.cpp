// Tables of events and of dyads.
#include <doctest/doctest.h>

#include <string>

#include "tests/export/exported.h"

using namespace entente;

namespace {

/// Two countries, a minister of each, an organisation of none, a city.
KnowledgeGraph small_world() {
  KnowledgeGraph graph = hostile_graph();
  graph.relations.clear();
  graph.entities[0].country = "CHN";
  graph.entities[1].country = "NUL";
  graph.entities[5].country = "CHN";
  graph.entities[5].sector = "GOV";
  graph.entities[6].country = "NUL";
  graph.entities[6].sector = "MIL";
  graph.entities[8].type = "city";
  graph.entities[8].country = "CHN";
  graph.events[0].cameo = "042";
  graph.events[0].mode = "visit";
  graph.events[0].place = 8;
  graph.events[0].sources = {0, 5};
  return graph;
}

std::string line(const std::string& text, const std::string& begin) {
  return part_of("\n" + text, "\n" + begin, "\n").substr(1);
}

}  // namespace

TEST_CASE("a row for each event and article, in the columns of ICEWS") {
  const std::string text = exported("events", {}, small_world());
  CHECK(
      text.substr(0, text.find('\n')) ==
      "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget "
      "Name\tTarget Sectors\tTarget Country\tStory ID\tSentence\tPublisher\tCity\tProvince\tCountry\tStory Date\tURL\t"
      "Quad Code\tContexts\tModality\tConfidence\tArticles\tStories\tStance\tAsserted By\tDenied By");
  CHECK(count(text, "\ne-000000000001\t") == 2);
  const std::string first = part_of(text, "e-000000000001\t2025-10-30\t", "e-000000000002");
  CHECK(contains(
      first,
      "\"China; First\nSecond\tThird\r\nFourth\"\t; GOV\tCHN; CHN\tCONSULT (visit)\t042\t2\tnull\t\tNUL\ta2"
      "\tAnother sentence.\t\t\"Alone \\N, C:\\new \"\"x\\\"\"\"\t\tCHN\t\t\t1\t\tactual\t0.8\t1\t1\treports\t\t\n"));
  CHECK(contains(first, "\ta1\t“Stop <b>now</b>” & go: e-000000000001\x02.\t\"Agence \"\"X\"\" & Y\"\t"));
}

TEST_CASE("denied events are no rows, unless asked for; filters by kind hold for actors") {
  CHECK_FALSE(contains(exported("events"), "THREATEN"));
  ExportOptions options;
  options.filter.denied = true;
  CHECK(contains(exported("events", options), "THREATEN"));
  options.filter.kinds = {Kind::organisation};
  CHECK_FALSE(contains(exported("events", options), "THREATEN"));
  CHECK(contains(exported("events", options), "SANCTION"));
}

TEST_CASE("an event without evidence is a row") {
  std::ostringstream out;
  const ExportCounts counts = export_graph(small_world(), {}, *format_named("events"), {}, out);
  CHECK(counts.rows == 7);
  CHECK(count(out.str(), "\ne-000000000004\t") == 1);
}

TEST_CASE("dyads: what people did counts for their country, once an event") {
  const std::string text = exported("dyads", {}, small_world());
  CHECK(line(text, "source") ==
        "source,target,period,events,verbal_cooperation,material_cooperation,verbal_conflict,material_conflict,"
        "mean_intensity,planned,joint,articles,stories,event_ids");
  CHECK(line(text, "CHN,NUL,2025-10") == "CHN,NUL,2025-10,1,1,0,0,0,2,0,0,1,1,e-000000000001");
  CHECK(line(text, "CHN,NUL,2025-11") ==
        "CHN,NUL,2025-11,4,3,0,0,1,1.25,1,1,4,4,"
        "e-000000000002; e-000000000004; e-000000000007; e-000000000008");
  CHECK(line(text, "NUL,CHN,2025-11") == "NUL,CHN,2025-11,1,1,0,0,0,1,0,0,1,1,e-000000000003");
  CHECK(count(text, "\n") == 4);
}

TEST_CASE("dyads by day and by year; a date known to the month only stays so") {
  ExportOptions options;
  options.period = Period::day;
  const std::string days = exported("dyads", options, small_world());
  CHECK(line(days, "CHN,NUL,2025-11,") == "CHN,NUL,2025-11,1,0,0,0,1,-4,0,0,1,1,e-000000000004");
  CHECK(line(days, "CHN,NUL,2025-11-01") == "CHN,NUL,2025-11-01,1,1,0,0,0,1,1,0,1,1,e-000000000002");
  options.period = Period::year;
  CHECK(contains(exported("dyads", options, small_world()), "CHN,NUL,2025,5,4,0,0,1,"));
}
