// CSV pairs: for Gephi, whose guesses of types must come out right, and for Neo4j's bulk import.
#include <doctest/doctest.h>

#include <sstream>
#include <stdexcept>
#include <string>

#include "export/delimited.h"
#include "tests/export/exported.h"

using namespace entente;

namespace {

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

/// The line that begins so.
std::string line(const std::string& text, const std::string& begin) {
  return part_of("\n" + text, "\n" + begin, "\n").substr(1);
}

}  // namespace

TEST_CASE("a field is quoted where it must be") {
  CHECK(delimited_field("plain", ',') == "plain");
  CHECK(delimited_field("", ',').empty());
  CHECK(delimited_field("a,b", ',') == "\"a,b\"");
  CHECK(delimited_field("a,b", '\t') == "a,b");
  CHECK(delimited_field("a\tb", '\t') == "\"a\tb\"");
  CHECK(delimited_field("say \"x\"", ',') == "\"say \"\"x\"\"\"");
  CHECK(delimited_field("a\r\nb", ',') == "\"a\r\nb\"");
  CHECK(delimited_field(" a", ',') == "\" a\"");
  CHECK(delimited_field("a\xFF", ',') == "a\xEF\xBF\xBD");
}

TEST_CASE("a row is its fields, separated, and ends with a line feed") {
  std::ostringstream out;
  DelimitedRows rows(out, ',');
  for (const std::string_view field : {"", "a b", "c, \"d\"", "e\xFF", ""}) rows.add(field);
  rows.end_row();
  rows.add("next");
  rows.end_row();
  rows.end_row();
  CHECK(out.str() == ",a b,\"c, \"\"d\"\"\",e\xEF\xBF\xBD,\nnext\n\n");
}

TEST_CASE("CSV for Gephi has its column names, a timeset, and a kind for each relation") {
  const Pair csv = exported_pair("csv");
  CHECK(
      first_line(csv.nodes) ==
      "Id,Label,Timeset,type,subtype,country,sector,iso3,wikidata,cow,aliases,articles,mentions,first_date,last_date");
  CHECK(
      first_line(csv.edges) ==
      "Source,Target,Type,Kind,Id,Label,Weight,Timeset,relation,family,symmetric,negated,past,roles,held_from,held_to,"
      "count,articles,planned,joint,quad,intensity,confidence,first_date,last_date,graph_ids,evidence");
  CHECK(line(csv.nodes, "country:null") ==
        "country:null,null,\"<[2025-10-01,2025-11-30]>\",country,,,,,,,,2,3,2025/10/01,2025/11/02");
  CHECK(contains(csv.edges,
                 "country:chn,country:null,Directed,CONSULT,e1,CONSULT,2.0,"
                 "\"<[2025-10-30,2025-10-30]; [2025-11-01,2025-11-01]>\",CONSULT,event,false,"));
}

TEST_CASE("in CSV for Gephi no date can be taken for a timestamp and no number for a whole one") {
  KnowledgeGraph graph = hostile_graph();
  graph.relations[5].start = "2013";
  graph.relations[5].end = "2014-03";
  const Pair csv = exported_pair("csv", {}, graph);
  CHECK(contains(csv.edges, ",2013/00/00,2014/03/00,"));
  CHECK(contains(csv.edges, ",-4.0,0.8,"));
  CHECK(contains(csv.nodes, ",2,3,2025/10/01,2025/11/02\n"));
}

TEST_CASE("in CSV for Gephi backslashes are doubled and controls left out") {
  ExportOptions options;
  options.isolated = true;
  const Pair csv = exported_pair("csv", options);
  CHECK(contains(csv.nodes, R"("Alone \\N, C:\\new ""x\\""")"));
  CHECK(contains(csv.nodes, "\"bell and [31mred,  bad\""));
  CHECK(contains(csv.nodes, "\"First\nSecond\tThird\r\nFourth\""));
}

TEST_CASE("CSV for Neo4j has typed columns, labels by kind and types by relation") {
  ExportOptions options;
  options.filter.negated = true;
  const Pair csv = exported_pair("neo4j", options);
  CHECK(first_line(csv.nodes) ==
        "id:ID,:LABEL,name,type,subtype,country,sector,iso3,wikidata,cow,aliases:string[],articles:long,mentions:long,"
        "first_date:date,last_date:date");
  CHECK(first_line(csv.edges) ==
        ":START_ID,:END_ID,:TYPE,id,weight:double,relation,family,symmetric:boolean,negated:boolean,past:boolean,"
        "roles:string[],held_from,held_to,count:long,articles:long,planned:long,joint:long,quad:long,intensity:double,"
        "confidence:double,first_date:date,last_date:date,graph_ids:string[],evidence");
  CHECK(contains(csv.nodes, "\norganisation/a b:c_d,Organisation,\"R&D \"\"Böse\"\" <Söhne> 'GmbH'\",organisation,"));
  CHECK(contains(csv.nodes, ",中国;People's Republic of China,"));
  CHECK(contains(csv.edges, "country/chn,organisation/a b:c_d,NOT_MEMBER_OF,"));
}

TEST_CASE("in CSV for Neo4j an item of a list keeps no semicolon, and events are labelled as coded") {
  ExportOptions options;
  options.view = View::events;
  const Pair csv = exported_pair("neo4j", options);
  CHECK(contains(csv.edges, ",\"founding, member\","));
  CHECK(contains(csv.nodes, "\ne-000000000004,CodedEvent,SANCTION 2025-11,coded_event,SANCTION,"));
}

TEST_CASE("a pair is not written into one stream, nor a single file into two") {
  std::ostringstream out;
  CHECK_THROWS_WITH_AS(export_graph({}, {}, *format_named("csv"), {}, out),
                       "the format csv is two files, one of nodes and one of edges", std::invalid_argument);
  CHECK_THROWS_WITH_AS(export_graph({}, {}, *format_named("gexf"), {}, PairOutput{out, out}),
                       "the format gexf is one file", std::invalid_argument);
}
