// Tables: RFC 4180, delimiters, rows that do not fit.
#include <doctest/doctest.h>

#include "tests/extract/reading/reading.h"

using namespace entente;
using test::read;

TEST_CASE("a row is an article, cells may hold delimiters, quotes and line breaks") {
  const auto outcome = read(
      "id,Title,Published At,text\r\na1,\"Talks, again\",2025-11-01,\"Xi said \"\"yes\"\".\n\nLee, too. "
      "\"\r\n\r\na2,,,Plain.\r\n",
      "n.csv");
  CHECK(outcome.said().empty());
  REQUIRE(outcome.articles.size() == 2);
  CHECK(outcome.articles[0] ==
        Article{"a1", "Talks, again", "2025-11-01", "", "", "en", "Xi said \"yes\".\n\nLee, too. "});
  CHECK(outcome.articles[1] == Article{"a2", "", "", "", "", "en", "Plain."});
}

TEST_CASE("the delimiter is told by the header") {
  for (const char* table : {"id\ttitle\ttext\n1\tT, t; t|t\tX.\n", "id;title;text\n1;\"T, t; t|t\";X.\n",
                            "id|title|text\n1|\"T, t; t|t\"|X.\n", "id,title,text\n1,\"T, t; t|t\",X."}) {
    CAPTURE(table);
    CHECK(read(table).only() == Article{"1", "T, t; t|t", "", "", "", "en", "X."});
  }
}

TEST_CASE("a table of one column needs the name's ending") {
  CHECK(read("text\nXi met Lee.\n", "n.csv").only().text == "Xi met Lee.");
  CHECK(read("text\nXi met Lee.\n", "n").only().text == "text\nXi met Lee.\n");
}

TEST_CASE("a prose line with commas is not a header") {
  const char* text = "In Seoul, on the second day, talks went on.\nXi met Lee.\n";
  CHECK(read(text).only().text == text);
}

TEST_CASE("rows that do not fit are reported with their line") {
  const auto outcome = read("id,title,text\n1,\"a\nb\",A.\n2,T,B, and more\n3,T\n4,T,D.,\n", "n.csv");
  REQUIRE(outcome.articles.size() == 2);
  CHECK(outcome.articles[1].text == "D.");
  CHECK(outcome.said() ==
        "n.csv: line 4: the row has 4 cells and the header 3; the row was skipped (put quotes around cells that hold "
        "the delimiter)\n"
        "n.csv: line 5: the row has no text; it was skipped");
}

TEST_CASE("a table without a text column lists its columns") {
  CHECK(read("id,title,inhalt\n1,T,X.\n", "n.csv").said() ==
        "n.csv: line 1: no column holds the text (columns: 'id', 'title', 'inhalt'); call one of them text, body or "
        "content; the file was skipped");
}

TEST_CASE("a quote that is never closed costs one line") {
  const auto outcome = read("id,text\n1,A.\n2,\"B.\n3,C.\n4,D.\n", "n.csv");
  REQUIRE(outcome.articles.size() == 3);
  CHECK(outcome.articles[1].text == "C.");
  CHECK(outcome.articles[2].text == "D.");
  CHECK(outcome.said().starts_with("n.csv: line 3: a quote that is opened here is never closed; the line was skipped"));
}

TEST_CASE("a quote within a quoted cell must be doubled") {
  const auto outcome = read("id,text\n1,\"He said \"yes\" twice\"\n2,\"B.\n3,C.\n4,\"D.\"\n", "n.csv");
  REQUIRE(outcome.articles.size() == 2);
  CHECK(outcome.articles[0].text == "C.");
  CHECK(outcome.articles[1].text == "D.");
  CHECK(outcome.problems[0].line == 2);
  CHECK(outcome.problems[1].line == 3);
  CHECK(outcome.messages[0].find("a quote within a quoted cell is neither doubled nor the cell's end") !=
        std::string::npos);
}

TEST_CASE("quotes within a cell are text") {
  CHECK(read("id,text\n1,A 5\" gun.\n2,B.\n", "n.csv").articles.size() == 2);
}
