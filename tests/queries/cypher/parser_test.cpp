// What is refused, where, and what the message says to do.
#include <string>
#include <utility>
#include <vector>

#include "queries/cypher/lexer.h"
#include "queries/cypher/parser.h"
#include "tests/queries/cypher/ask.h"

using namespace entente;

TEST_CASE("a message shows the line and a caret under the place") {
  CHECK_THROWS_WITH_AS(parse_query("MATCH (a:Country)\nWHERE a.name == \"Łódź\"\nRETURN a"),
                       "equality is a single = (line 2, column 14)\n"
                       "  WHERE a.name == \"Łódź\"\n"
                       "               ^",
                       QueryError);
  CHECK_THROWS_WITH_AS(parse_query("MATCH (a {name: 'Łódź' x}) RETURN a"),
                       "a , or the } that ends the properties was expected, not 'x' (line 1, column 24)\n"
                       "  MATCH (a {name: 'Łódź' x}) RETURN a\n"
                       "                         ^",
                       QueryError);
}

TEST_CASE("what is no query of the language is refused where it goes wrong") {
  const std::vector<std::pair<std::string, std::string>> refusals{
      {"", "a query begins with MATCH, not the end (line 1, column 1)"},
      {"MTCH (a) RETURN a", "a query begins with MATCH, not 'MTCH' (did you mean 'MATCH'?) (line 1, column 1)"},
      {"MATCH (a)", "MATCH, WHERE or RETURN was expected, not the end (line 1, column 10)"},
      {"MATCH (a RETURN a", "the ) that ends a node was expected, not 'RETURN' (line 1, column 10)"},
      {"MATCH (a)-[r->(b) RETURN a", "the ] that ends an edge was expected, not '-' (line 1, column 13)"},
      {"MATCH (a)-(b) RETURN a", "a - of an edge was expected, not '(' (line 1, column 11)"},
      {"MATCH (a)-[*]->(b) RETURN a", "say how many edges at most, up to 8: *1..3 (line 1, column 12)"},
      {"MATCH (a)-[*3..2]->(b) RETURN a", "say how many edges at most, up to 8: *1..3 (line 1, column 12)"},
      {"MATCH (a)-[*1..99]->(b) RETURN a", "99 is more than the 8 there may be (line 1, column 16)"},
      {"MATCH (a {name: $x}) RETURN a", "there are no parameters; write the value itself (line 1, column 17)"},
      {"MATCH (a {name: 'x}) RETURN a", "this quote has no second one in its line (line 1, column 17)"},
      {"MATCH (a) WHERE a.name = “x” RETURN a", "quotes are straight here: \" or ' (line 1, column 26)"},
      {"MATCH (a) WHERE a.name =~ 'x' RETURN a",
       "=~ is not of this subset; there are CONTAINS, STARTS WITH and ENDS WITH (line 1, column 24)"},
      {"MATCH (a) RETURN a.articles + 1",
       "queries do not calculate; return the values and do it there (line 1, column 29)"},
      {"MATCH (a) WHERE 1 < a.articles < 3 RETURN a", "comparisons do not chain; join them by AND (line 1, column 32)"},
      {"MATCH (a) RETURN a LIMIT -1", "a whole number was expected, not '-' (line 1, column 26)"},
      {"MATCH (a) RETURN a b", "ORDER BY, SKIP, LIMIT or the end was expected, not 'b' (line 1, column 20)"},
      {"MATCH p = (a)-[]->(b) RETURN p",
       "paths have no names here; name their edges: (a)-[r*1..3]-(b) (line 1, column 7)"},
      {"MATCH shortestPath((a)-[*1..3]-(b)) RETURN a",
       "shortestPath is not of this subset; `entente path` finds the best ways (line 1, column 7)"},
      {"MATCH (a) RETURN a \x01", "the character U+0001 means nothing here (line 1, column 20)"},
  };
  for (const auto& [query, message] : refusals) CHECK(refusal(query) == message);
  CHECK(refusal("MATCH (a) RETURN \xff") == "the query is not in UTF-8 (line 1, column 1)");
}

TEST_CASE("clauses that write, and others that there are not, are named with what to do") {
  for (const std::string clause : {"CREATE", "DELETE", "SET", "MERGE", "REMOVE"}) {
    CHECK(refusal("MATCH (a) " + clause + " (b)").starts_with(clause + " changes a graph, and a query only reads; "));
  }
  CHECK(refusal("MATCH (a) WITH a RETURN a").starts_with("WITH is not of this subset"));
  CHECK(refusal("OPTIONAL MATCH (a) RETURN a").starts_with("OPTIONAL is not of this subset"));
  CHECK(refusal("UNWIND [1] AS x RETURN x").starts_with("UNWIND is not of this subset"));
  CHECK(refusal("CALL db.labels()").starts_with("CALL is not of this subset"));
}

TEST_CASE("what is too deep within itself is refused") {
  const auto deep = [](const std::string& what) {
    std::string query = "MATCH (a) WHERE ";
    for (int i = 0; i < 5000; ++i) query += what;
    return refusal(query);
  };
  for (const char* what : {"(", "NOT ", "[", "size("}) {
    CHECK(deep(what).starts_with("expressions are too deep within each other here"));
  }
  CHECK(deep("a.name = 'x' OR ").starts_with("a value was expected, not the end"));
}

TEST_CASE("a text is cut into queries at ; outside of strings and comments") {
  CHECK(end_of_query("MATCH (a) RETURN a;") == 18);
  CHECK(end_of_query("';' \";\" `;` /*;*/ // ;\n;") == 23);
  CHECK(end_of_query("'it\\'s;'") == std::string_view::npos);
  CHECK(end_of_query("it's\n;") == 5);
}

TEST_CASE("strings take escapes") {
  const std::vector<QueryToken> tokens = tokens_of(R"('it\'s' "a\tb" "\u0141\u00f3d\u017a" .5 1..3 // rest)");
  std::vector<std::string> texts;
  for (const QueryToken& token : tokens) texts.push_back(token.text);
  CHECK(texts == std::vector<std::string>{"it's", "a\tb", "Łódź", ".5", "1", "..", "3", ""});
  CHECK_THROWS_AS((void)tokens_of(R"('\ud800')"), QueryError);
}
