// Answers as tables, JSON, CSV and TSV.
#include "cli/print_answer.h"

#include <doctest/doctest.h>

#include <limits>
#include <sstream>
#include <string>

using namespace entente;

namespace {

Answer answer() {
  Section ties{"ties", "Ties", {"id", "who", "share", "past", "sentence", "article"},
               {},     false,  {"sentence", "article"},
               {"id"}};
  ties.rows.push_back(
      {std::string("r-1"), std::string("Xi, \"Jinping\""), 0.5, true, std::string("He said\nso."), std::string("a1")});
  ties.rows.push_back(
      {std::string("r-2"), std::string("习近平"), std::numeric_limits<double>::quiet_NaN(), false, Value{}, Value{}});
  Section sum{"sum", "Sum", {"count"}, {{std::int64_t{2}}}, true, {}, {}};
  return {{sum, ties}, {"a note"}};
}

std::string printed(AnswerFormat format, const Answer& what = answer(), TableStyle style = {}) {
  std::ostringstream out;
  print(what, format, style, out);
  return out.str();
}

}  // namespace

TEST_CASE("tables align by what is seen, put sentences under their row, and leave out what is for programs") {
  CHECK(printed(AnswerFormat::table) ==
        "Sum\n"
        "  count  2\n"
        "\n"
        "Ties\n"
        "  who            share  past\n"
        "  Xi, \"Jinping\"   0.50  yes\n"
        "    “He said so.” (a1)\n"
        "  习近平\n"
        "\n"
        "a note\n");
}

TEST_CASE("a narrow table wraps cells at words") {
  Answer wide;
  wide.sections.push_back({"x", "X", {"name", "text"}, {}, false, {}, {}});
  wide.sections[0].rows.push_back({std::string("short"), std::string("many words that do not fit in one line at all")});
  CHECK(printed(AnswerFormat::table, wide, {40, false}) ==
        "X\n"
        "  name   text\n"
        "  short  many words that do not fit in\n"
        "         one line at all\n");
}

TEST_CASE("a table holds no control characters of names, so that no name can command a terminal") {
  Answer evil;
  evil.sections.push_back({"x", "X\x1b[2J", {"name"}, {{std::string("a\x1b[31mb")}}, false, {}, {}});
  CHECK(printed(AnswerFormat::table, evil).find('\x1b') == std::string::npos);
}

TEST_CASE("colours are told apart from text") {
  CHECK(printed(AnswerFormat::table, answer(), {100, true}).starts_with("\033[1mSum\033[0m\n"));
}

TEST_CASE("JSON has all columns, null for what is not known, and never NaN") {
  const std::string json = printed(AnswerFormat::json);
  CHECK(json.find("\"who\": \"Xi, \\\"Jinping\\\"\"") != std::string::npos);
  CHECK(json.find("\"share\": null") != std::string::npos);
  CHECK(json.find("\"notes\": [\n    \"a note\"\n  ]") != std::string::npos);
}

TEST_CASE("JSON Lines name the section of each row") {
  CHECK(printed(AnswerFormat::jsonl) ==
        "{\"section\":\"sum\",\"count\":2}\n"
        "{\"section\":\"ties\",\"id\":\"r-1\",\"who\":\"Xi, \\\"Jinping\\\"\",\"share\":0.5,\"past\":true,"
        "\"sentence\":\"He said\\nso.\",\"article\":\"a1\"}\n"
        "{\"section\":\"ties\",\"id\":\"r-2\",\"who\":\"习近平\",\"share\":null,\"past\":false,\"sentence\":null,"
        "\"article\":null}\n");
}

TEST_CASE("CSV and TSV are one table under one header") {
  CHECK(printed(AnswerFormat::csv) ==
        "section,count,id,who,share,past,sentence,article\r\n"
        "sum,2,,,,,,\r\n"
        "ties,,r-1,\"Xi, \"\"Jinping\"\"\",0.5,true,\"He said\nso.\",a1\r\n"
        "ties,,r-2,习近平,,false,,\r\n");
  CHECK(printed(AnswerFormat::tsv) ==
        "section\tcount\tid\twho\tshare\tpast\tsentence\tarticle\n"
        "sum\t2\t\t\t\t\t\t\n"
        "ties\t\tr-1\tXi, \"Jinping\"\t0.5\ttrue\tHe said\\nso.\ta1\n"
        "ties\t\tr-2\t习近平\t\tfalse\t\t\n");
}

TEST_CASE("a word names each format") {
  for (const std::string_view word : answer_format_words()) CHECK(answer_format_of(word));
  CHECK_FALSE(answer_format_of("xml"));
}
