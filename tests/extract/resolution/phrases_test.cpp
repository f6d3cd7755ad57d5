// Nominals and pronouns: for whom they stand, and for whom not.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <string>

#include "extract/text/utf8.h"
#include "tests/extract/reading_of.h"

using namespace entente;
using namespace entente::test;

namespace {

/// The entities that a stretch of text stands for: "Xi Jinping + Lee Jae-myung"; "-" for none.
std::string meant(const Extraction& x, std::string_view words) {
  const CodePoints points(x.article.text);
  std::string names;
  for (const Mention& mention : x.mentions) {
    const ByteSpan bytes = points.bytes(mention.span);
    if (mention.entity < 0 || x.article.text.substr(bytes.begin, bytes.size()) != words) continue;
    names += (names.empty() ? "" : " + ") + x.entities[static_cast<std::size_t>(mention.entity)].name;
  }
  return names.empty() ? "-" : names;
}

}  // namespace

TEST_CASE("pronouns stand for people of their gender, and it for a body") {
  const auto x = read(
      "Emmanuel Macron called Angela Merkel on Friday. She told reporters that he was well. NATO said it had "
      "opened a base.");
  CHECK(meant(x, "She") == "Angela Merkel");
  CHECK(meant(x, "he") == "Emmanuel Macron");
  CHECK(meant(x, "it") == "North Atlantic Treaty Organization");
}

TEST_CASE("two arguments of one verb are two, unless the pronoun turns back") {
  const auto x = read("Emmanuel Macron met Olaf Scholz. Scholz praised him. Macron praised himself.");
  CHECK(meant(x, "him") == "Emmanuel Macron");
  CHECK(meant(x, "himself") == "Emmanuel Macron");
}

TEST_CASE("a relative pronoun stands for its noun, an apposition for its name") {
  const auto x = read("Angela Merkel, who led Germany, retired. Xiaomi, a Chinese company, grew. The company hired.");
  CHECK(meant(x, "who") == "Angela Merkel");
  CHECK(meant(x, "a Chinese company") == "Xiaomi");
  CHECK(meant(x, "The company") == "Xiaomi");
}

TEST_CASE("plurals stand for the two that the text names") {
  const auto x = read("Xi Jinping and Lee Jae Myung met in Seoul. The two leaders shook hands. They agreed on trade.");
  CHECK(meant(x, "The two leaders") == "Xi Jinping + Lee Jae-myung");
  CHECK(meant(x, "They") == "Xi Jinping + Lee Jae-myung");
  const auto y = read("China and Japan signed a treaty on Friday. Both countries want peace.");
  CHECK(meant(y, "Both countries") == "China + Japan");
  CHECK(meant(read("Russia attacked. China, Japan and India protested. Both countries want peace."),
              "Both countries") == "-");
}

TEST_CASE("who speaks is I") {
  const auto x = read("\"I will go to Kyiv,\" said Emmanuel Macron. Angela Merkel listened.");
  CHECK(meant(x, "I") == "Emmanuel Macron");
}

TEST_CASE("those who are never named are entities without a key, and only where they are spoken of again") {
  const auto x = read("A woman was arrested in Paris. She had thrown a shoe. A man laughed.");
  const auto unnamed = std::ranges::find(x.entities, false, &Entity::named);
  REQUIRE(unnamed != x.entities.end());
  CHECK(unnamed->name == "A woman");
  CHECK(unnamed->kind == Kind::person);
  CHECK(unnamed->key.empty());
  CHECK(meant(x, "She") == "A woman");
  CHECK(meant(x, "A man") == "-");
}

TEST_CASE("capitals that act are their states, and places where things happen") {
  const auto x = read("Moscow accused Ankara of lying. The envoy flew to Beijing.");
  CHECK(meant(x, "Moscow") == "Russia");
  CHECK(meant(x, "Ankara") == "Turkey");
  CHECK(meant(x, "Beijing") == "Beijing");
}

TEST_CASE("the table of nouns is sorted and names each noun once") {
  std::ifstream file(ENTENTE_SOURCE_DIR "/data/language/nouns.tsv");
  std::string line;
  REQUIRE(std::getline(file, line));
  CHECK(line == "noun\tkind\tgender\tnumber");
  std::string before;
  while (std::getline(file, line)) {
    const std::string noun = line.substr(0, line.find('\t'));
    CHECK(before < noun);
    CHECK(std::ranges::count(line, '\t') == 3);
    before = noun;
  }
}
