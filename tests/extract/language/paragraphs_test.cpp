// Lines to paragraphs; headings, bylines and page text told from prose.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extract/language/analysis.h"

namespace {

struct Line {
  std::string text;
  bool heading;
  bool operator==(const Line&) const = default;
};

std::vector<Line> lines_of(const std::string& text) {
  std::vector<Line> result;
  for (const auto& paragraph : entente::paragraphs(text)) {
    result.push_back({text.substr(paragraph.span.begin, paragraph.span.size()), paragraph.heading});
  }
  return result;
}

}  // namespace

TEST_CASE("headings are lines without an end, in title case or short") {
  const auto lines = lines_of(
      "The president arrived in Seoul on Saturday.\nThe Unprecedented Exchange: What Happened in Gyeongju?\n"
      "He gave two phones.\nWill President Lee Actually Use the Phones?\nNobody knows yet, his office said.\n"
      "By Jane Doe\n");
  REQUIRE(lines.size() == 6);
  CHECK_FALSE(lines[0].heading);
  CHECK(lines[1].heading);
  CHECK_FALSE(lines[2].heading);
  CHECK(lines[3].heading);
  CHECK_FALSE(lines[4].heading);
  CHECK(lines[5].heading);
}

TEST_CASE("page text is no prose even where it is a sentence") {
  const auto lines = lines_of("Talks began on Monday.\n\nShare this story about Xi Jinping with your friends.\n");
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].heading);
}

TEST_CASE("lines that merely wrap are joined") {
  const auto lines = lines_of(
      "The foreign ministers of the two countries\nmet in Beijing on Friday to discuss the\nborder, and agreed to meet "
      "again.\n\nThey left at night.");
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].text.find("ministers of the two countries\nmet") != std::string::npos);
}

TEST_CASE("a sentence that the end of a page tears is one paragraph") {
  const auto lines =
      lines_of("We call upon all Member States to give their support to the 12\n\nefforts of the mission.");
  REQUIRE(lines.size() == 1);
  CHECK(lines_of("We call upon all Member States to give support to the mission\n\nefforts of many.").size() == 2);
}

TEST_CASE("a text of one short line is read, not skipped") {
  CHECK_FALSE(lines_of("Xi meets Putin in Moscow").at(0).heading);
}

TEST_CASE("an empty text has no paragraph") {
  CHECK(lines_of("").empty());
  CHECK(lines_of(" \n\n\t ").empty());
}
