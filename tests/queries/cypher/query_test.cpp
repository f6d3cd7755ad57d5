// Each clause, asked of the small world.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tests/queries/cypher/ask.h"

using namespace entente;

TEST_CASE("nodes are found by label, type and property") {
  CHECK(rows("MATCH (a:Country) RETURN a") == Rows{"China", "United States"});
  CHECK(rows("match (a:organization) return a.name") ==
        Rows{"North Atlantic Treaty Organization", "People's Liberation Army"});
  CHECK(rows("MATCH (a:Country|Place {country: 'USA'}) RETURN a.id") ==
        Rows{"country/usa", "place/washington", "place/washington-state"});
  CHECK(rows("MATCH (a:SANCTION) RETURN a") == Rows{"SANCTION: United States > China, 2025-02-01"});
  CHECK(rows("MATCH (a:Person:Country) RETURN a").empty());
  CHECK(rows("MATCH (n) RETURN count(*)") == Rows{"11"});
  CHECK(rows("MATCH (n:Event) RETURN count(*)") == Rows{"6"});
}

TEST_CASE("names in a node are taken as in other questions, among what the label allows") {
  CHECK(rows("MATCH (a {name: 'chairman xi'}) RETURN a") == Rows{"Xi Jinping"});
  CHECK(rows("MATCH (a:Person {name: 'Walesa'}) RETURN a") == Rows{"Lech Wałęsa"});
  CHECK(ask("MATCH (a {name: 'NATO'}) RETURN a").notes ==
        Rows{"'NATO' taken for North Atlantic Treaty Organization (organisation/nato)"});
  CHECK(refusal("MATCH (a {name: 'Xi Jingping'}) RETURN a") == "no entity 'Xi Jingping'; did you mean 'Xi Jinping'?");
  CHECK(refusal("MATCH (a {name: 'Bush'}) RETURN a").starts_with("'Bush' may be 2 entities"));
  CHECK(refusal("MATCH (a:Person {name: 'Washington'}) RETURN a") ==
        "'Washington' is place/washington, a place, which the label leaves out (line 1, column 24)");
  CHECK(refusal("MATCH (e:CodedEvent {name: 'x'}) RETURN e").starts_with("no property of events 'name'; did you mean"));
  CHECK(rows("MATCH (a) WHERE a.name = 'chairman xi' RETURN a").empty());
}

TEST_CASE("edges are followed in the direction of the arrow") {
  CHECK(rows("MATCH (a)-[r:leads]->(b) RETURN a, r.role, b, r.past") ==
        Rows{"George W. Bush | president | United States | true", "Xi Jinping | president | China | false"});
  CHECK(rows("MATCH (b)<-[:leads {past: true}]-(a) RETURN a") == Rows{"George W. Bush"});
  CHECK(rows("MATCH (a:Country)-[:leads]->(b) RETURN a").empty());
  CHECK(rows("MATCH (a {name: 'China'})-[r:leads|SANCTION]-(b) RETURN b, type(r)") ==
        Rows{"Xi Jinping | leads", "United States | SANCTION"});
}

TEST_CASE("events are edges between actors, and nodes with roles") {
  CHECK(rows("MATCH (a)-[e:THREATEN]->(b) RETURN a, b, e.date, e.intensity") ==
        Rows{"China | United States | 2025-05-05 | -6"});
  CHECK(
      rows("MATCH (a)-[:source]->(e:Event)-[:target]->(b {name: 'US'}) RETURN a, e.type ORDER BY e.type") ==
      Rows{"Kim Jong Un | ACCUSE", "Xi Jinping | CONSULT", "People's Liberation Army | MOBILIZE", "China | THREATEN"});
  CHECK(rows("MATCH (e:AGREE)<-[r:source]-(a) RETURN r") ==
        Rows{"source of AGREE: China, United States, 2025-04-04", "source of AGREE: China, United States, 2025-04-04"});
}

TEST_CASE("what two did together leads both ways") {
  CHECK(rows("MATCH (a)-[e:AGREE]->(b) RETURN a, b, e.joint") ==
        Rows{"China | United States | true", "United States | China | true"});
}

TEST_CASE("edges without a type are relations and acts, unless the pattern speaks of events") {
  CHECK(rows("MATCH (a {id: 'organisation/pla'})-[r]-(b) RETURN b, type(r)") == Rows{"United States | MOBILIZE"});
  CHECK(rows("MATCH (a {id: 'organisation/pla'})-[r]-(e:Event) RETURN e.type, type(r)") == Rows{"MOBILIZE | source"});
}

TEST_CASE("patterns share variables, and use no edge twice within a MATCH") {
  CHECK(rows("MATCH (p)-[:leads]->(c), (c)-[:SANCTION|THREATEN]->(d) RETURN p, d") ==
        Rows{"George W. Bush | China", "Xi Jinping | United States"});
  CHECK(rows("MATCH (p)-[:leads]->(c) MATCH (c)-[:member_of]->(o) RETURN p, o") ==
        Rows{"George W. Bush | North Atlantic Treaty Organization"});
  CHECK(rows("MATCH (a)-[:leads]->(b)<-[:leads]-(c) RETURN a").empty());
  CHECK(rows("MATCH (a)-[:leads]->(b) MATCH (b)<-[:leads]-(c) RETURN count(*)") == Rows{"2"});
}

TEST_CASE("a star follows several edges in a row") {
  CHECK(rows("MATCH (a {name: 'Xi'})-[r:leads|SANCTION|member_of*1..3]-(b) RETURN b, size(r), type(r)") ==
        Rows{"China | 1 | leads", "United States | 2 | leads; SANCTION", "George W. Bush | 3 | leads; SANCTION; leads",
             "North Atlantic Treaty Organization | 3 | leads; SANCTION; member_of"});
  CHECK(rows("MATCH (o {name: 'NATO'})<-[r:leads|member_of*2]-(a) RETURN a, type(r)") ==
        Rows{"George W. Bush | leads; member_of"});
  CHECK(rows("MATCH (a {name: 'NATO'})-[*0..1]-(b) RETURN b") ==
        Rows{"North Atlantic Treaty Organization", "United States"});
}

TEST_CASE("conditions are of three values") {
  const std::vector<std::pair<std::string, Rows>> conditions{
      {"a.articles > 40 AND a.kind = 'country'", {"China", "United States"}},
      {"a.articles >= 90 OR a.name STARTS WITH 'Lech'", {"China", "United States", "Lech Wałęsa"}},
      {"a.country IN ['PRK', \"POL\"]", {"Kim Jong Un", "Lech Wałęsa"}},
      {"a.name CONTAINS 'Bush' AND NOT a.name CONTAINS 'W.'", {"George Bush"}},
      {"a.name ENDS WITH 'Un'", {"Kim Jong Un"}},
      {"fold(a.name) = 'lech walesa'", {"Lech Wałęsa"}},
      {"a.country IS NULL", {"North Atlantic Treaty Organization"}},
      {"a.country <> 'USA' AND a.kind <> 'person'", {"China", "People's Liberation Army"}},
      {"(a.articles = 4 OR a.articles = 5) AND a.country IS NOT NULL", {"George Bush", "Lech Wałęsa"}},
      {"NOT (a.country = 'USA') AND a.articles < 12.5", {"Lech Wałęsa", "People's Liberation Army"}},
      {"a.articles > '4'", {}},
      {"size(a.aliases) = 2", {"China", "United States"}},

  };
  for (const auto& [condition, names] : conditions) {
    Rows sorted = names;
    Rows found = rows("MATCH (a) WHERE " + condition + " RETURN a");
    std::ranges::sort(sorted);
    std::ranges::sort(found);
    CHECK_MESSAGE(found == sorted, condition);
  }
}

TEST_CASE("rows are counted, sorted and cut") {
  CHECK(rows("MATCH (a) RETURN a.kind, count(*) AS n ORDER BY n DESC, a.kind") ==
        Rows{"person | 5", "country | 2", "organisation | 2", "place | 2"});
  CHECK(rows("MATCH (e:Event) RETURN min(e.date), max(e.intensity), count(e.date), sum(e.quad)") ==
        Rows{"2025-02-01 | 4 | 5 | 16"});
  CHECK(rows("MATCH (a:Person) RETURN avg(a.articles), sum(a.articles), collect(DISTINCT a.country)") ==
        Rows{"21 | 105 | USA; PRK; POL; CHN"});
  CHECK(rows("MATCH (a:Person) RETURN count(DISTINCT a.country), count(a)") == Rows{"4 | 5"});
  CHECK(rows("MATCH (a:Person) RETURN DISTINCT a.country ORDER BY a.country DESC") == Rows{"USA", "PRK", "POL", "CHN"});
  CHECK(rows("MATCH (a) RETURN a ORDER BY a.articles DESC SKIP 1 LIMIT 2") == Rows{"China", "Xi Jinping"});
  CHECK(rows("MATCH (a:Country)--(b) RETURN a, count(*) ORDER BY a.name DESC") ==
        Rows{"United States | 8", "China | 4"});
  CHECK(rows("MATCH (a) RETURN a LIMIT 0").empty());
  CHECK(rows("MATCH (e:Event) RETURN year(e.date) AS y, count(*) ORDER BY y") == Rows{"2025 | 5", "- | 1"});
  CHECK(rows("MATCH (a:Place:Person) RETURN count(*), sum(a.articles), min(a.name)") == Rows{"0 | 0 | -"});
  CHECK(rows("MATCH (a:Place:Person) RETURN a.kind, count(*)").empty());
}

TEST_CASE("nodes and edges are told by name, with their id beside") {
  const Answer answer = ask("MATCH (a)-[r:leads]->(b {name: 'China'}) RETURN *");
  const Section& found = section(answer, "rows");
  CHECK(found.columns == Rows{"a", "a_id", "r", "r_id", "b", "b_id"});
  CHECK(found.unseen == Rows{"a_id", "b_id"});
  CHECK(cell(found, 0, "r") == "Xi Jinping leads China");
  CHECK(cell(found, 0, "r_id") == "r-0a0000000001");
}

TEST_CASE("evidence is the surest sentence, read only for rows shown") {
  SmallWorld small;
  const World world = small.world();
  const PatternGraph graph(world.graph, world.filter);
  const NameFinder find;
  const Answer answer = answer_query(
      world, graph, "MATCH (a)-[r:SANCTION]->(b) RETURN r.type, evidence(r), evidence(a) AS a LIMIT 1", find);
  const Section& found = section(answer, "rows");
  CHECK(found.columns == Rows{"r.type", "sentence", "article", "outlet", "published", "a"});
  CHECK(cell(found, 0, "sentence") == "Surest of e-0b0000000002.");
  CHECK(cell(found, 0, "a") == "Surest of country/usa.");
  const Answer first = answer_query(world, graph, "MATCH (a) RETURN evidence(a) ORDER BY a.articles LIMIT 1", find);
  CHECK(cell(section(first, "rows"), 0, "sentence") == "Surest of place/washington-state.");
  CHECK(small.asked().size() == 3);
}

TEST_CASE("the filter says what there is") {
  CHECK(rows("MATCH (a)-[r:member_of]->(b) RETURN a") == Rows{"United States"});
  Filter filter;
  filter.negated = true;
  CHECK(rows("MATCH (a)-[r:member_of]->(b) RETURN a, r.negated", filter) ==
        Rows{"China | true", "United States | false"});
  filter.kinds = {Kind::country};
  CHECK(rows("MATCH (a)-[]->(b) RETURN DISTINCT a, b", filter) ==
        Rows{"China | United States", "United States | China"});
  CHECK(rows("MATCH (a {name: 'Xi'})-[:leads]->(b) RETURN b", filter) == Rows{"China"});
  Filter spring;
  spring.from = "2025-03";
  spring.to = "2025-05";
  CHECK(rows("MATCH (e:Event) RETURN e.type", spring) == Rows{"CONSULT", "THREATEN", "AGREE"});
}

TEST_CASE("what there is not is named, with what is near") {
  const std::vector<std::pair<std::string, std::string>> refusals{
      {"MATCH (a:Persn) RETURN a", "no label 'Persn'; did you mean 'Person'? (line 1, column 10)"},
      {"MATCH (a)-[:leeds]->(b) RETURN a", "no type of edges 'leeds'; did you mean 'leads'? (line 1, column 13)"},
      {"MATCH (a) RETURN a.nmae", "no property of entities 'nmae'; did you mean 'name'? (line 1, column 20)"},
      {"MATCH (a)-[r:leads]->(b) RETURN r.dat",
       "no property of relations 'dat'; did you mean 'past'? (line 1, column 35)"},
      {"MATCH (a) RETURN b", "nothing in MATCH is called 'b'; there are a (line 1, column 18)"},
      {"MATCH (a) RETURN cuont(a)", "no function 'cuont'; did you mean 'count'? (line 1, column 18)"},
      {"MATCH (a) RETURN size(count(a))", "count() stands by itself, in RETURN (line 1, column 23)"},
      {"MATCH (a) WHERE count(a) > 1 RETURN a", "count() stands by itself, in RETURN (line 1, column 17)"},
      {"MATCH (a) RETURN collect(*)", "* stands in count(*) and in RETURN * (line 1, column 26)"},
      {"MATCH (a) RETURN a, a.name AS a", "two columns are called 'a'; name one with AS (line 1, column 21)"},
      {"MATCH (a) WHERE a.name AND true RETURN a", "answered with 0 rows"},
      {"MATCH (a) WHERE a RETURN a", "a condition was expected, as in a.articles > 10 (line 1, column 17)"},
      {"MATCH (a)-[a]->(b) RETURN a",
       "'a' stands for something else already; edges are named once each (line 1, column 10)"},
      {"MATCH (a)-[r*1..2]->(b) RETURN r.type",
       "'r' is a list of edges; there are size(r), type(r), id(r), evidence(r) (line 1, column 34)"},
      {"MATCH (a) WHERE evidence(a) CONTAINS 'x' RETURN a",
       "evidence() stands in RETURN alone; `entente search` finds sentences by their words (line 1, column 17)"},
      {"MATCH (a) RETURN DISTINCT a.kind ORDER BY a.name",
       "with DISTINCT, count() and the like, rows are sorted by what is returned; return this too (line 1, column "
       "43)"},
  };
  for (const auto& [query, message] : refusals) CHECK(refusal(query) == message);
}

TEST_CASE("a query that costs too much is given up, saying what to do") {
  CHECK_THROWS_WITH_AS(ask("MATCH (a), (b), (c) RETURN count(*)", {}, {1000, 1000}),
                       "the query looks at more than 1000 nodes and edges; name a node, as in (a {name: \"China\"}), "
                       "give labels and types, or allow fewer edges in a row than *1..N",
                       QueryTooLarge);
  CHECK_THROWS_WITH_AS(ask("MATCH (a), (b) RETURN a, b", {}, {1000, 100}),
                       "the answer has more than 100 rows, groups or values; add LIMIT, WHERE, labels or types, or "
                       "count() instead",
                       QueryTooLarge);
  CHECK(rows("MATCH (a), (b) RETURN a, b LIMIT 100").size() == 100);
}
