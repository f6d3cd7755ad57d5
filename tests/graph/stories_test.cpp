// Which articles are copies of one story, and which only look like it.
#include "graph/stories.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

using namespace entente;

namespace {

/// Stories by article id: those with the same letter are one, the letters in the order of the ids.
std::string stories(std::vector<Article> articles) {
  std::ranges::sort(articles, {}, &Article::id);
  Stories found;
  for (const Article& article : articles) found.add(article);
  const std::vector<std::uint32_t> of = found.finish([&](std::size_t i) { return articles[i].text; });
  std::map<std::uint32_t, char> letters;
  std::string result;
  for (const std::uint32_t story : of)
    result += letters.try_emplace(story, static_cast<char>('a' + letters.size())).first->second;
  return result;
}

Article article(const std::string& id, const std::string& text, const std::string& published = "2025-11-01") {
  Article result;
  result.id = id;
  result.text = text;
  result.published = published;
  return result;
}

const std::string kLead =
    "The foreign ministers of Peru and Chile signed an agreement on Tuesday that opens the border crossing at Tacna to "
    "freight around the clock, ending a dispute over customs fees that had held up trucks for most of the spring. ";
const std::string kMiddle =
    "Under the agreement, which runs for five years, drivers will show their papers only once, and the two countries "
    "share the cost of a new inspection hall. Chambers of commerce on both sides welcomed it and said that it came "
    "late. ";
const std::string kEnd =
    "The crossing handles about a third of the trade between the two neighbours. Talks had broken down twice since "
    "the beginning of the year, when hauliers blocked the road to protest against higher fees and longer waits. ";
const std::string kStory = kLead + "\n\n" + kMiddle + "\n\n" + kEnd;

const std::string kNextDay =
    "Customs officers in Tacna began a strike on Wednesday, a day after their government promised to keep the crossing "
    "open at night, and said that they had not been asked. Their union wants forty more posts and a bonus for night "
    "work before it sends anybody to the new shift, a spokeswoman told reporters at the gate. ";

}  // namespace

TEST_CASE("the same text is one story whatever its headline") {
  CHECK(stories({article("1", kStory), article("2", kStory), article("3", "\n" + kStory)}) == "aaa");
}

TEST_CASE("a copy may be cut, edited lightly, and have a byline") {
  std::string edited = kStory;
  edited.replace(edited.find("welcomed it"), 11, "welcomed the news");
  edited.replace(edited.find("broken down"), 11, "collapsed");
  CHECK(stories({article("1", kStory), article("2", kLead + kMiddle),
                 article("3", "By Ana Costa, LIMA (Wire)\n\n" + kStory), article("4", edited), article("5", kLead)}) ==
        "aaaaa");
}

TEST_CASE("quotes, dashes and case do not matter") {
  std::string other = kStory;
  std::ranges::transform(other, other.begin(), [](char c) { return c == 'T' ? 't' : c; });
  CHECK(stories({article("1", "“" + kStory + "”"), article("2", "\"" + other + "\" —")}) == "aa");
}

TEST_CASE("the next day's report that repeats the background is another story") {
  CHECK(stories({article("1", kStory), article("2", kNextDay + kMiddle + kEnd, "2025-11-02")}) == "ab");
  CHECK(stories({article("1", kStory), article("2", kNextDay + kStory, "2025-11-02")}) == "ab");
}

TEST_CASE("a bulletin is not the story of one of its items, and joins no two of them") {
  const std::string second =
      "Bolivia's parliament passed a budget on Tuesday after a night of debate, with money for roads in the lowlands "
      "and "
      "for schools in the mountains, and with a lower fuel subsidy than the government had asked for, which its own "
      "members called a warning to the minister of finance. ";
  CHECK(stories({article("1", kNextDay + second + kLead), article("2", kLead), article("3", second)}) == "abc");
}

TEST_CASE("issues of a daily bulletin differ in their figures") {
  const auto bulletin = [](int arrests, int boats, int people, int share) {
    return "The border guard said in its daily report that in the past twenty four hours it turned back " +
           std::to_string(arrests) +
           " people who had tried to cross the river, that its patrols on the lake stopped a number of boats, " +
           std::to_string(boats) + " in all, and that shelters on this side now hold " + std::to_string(people) +
           " people, which is " + std::to_string(share) +
           " percent of what they can take. The border guard reminds travellers that the crossing at the old bridge "
           "stays closed at night, that papers are checked on both banks, and that hunters need a permit.";
  };
  CHECK(stories({article("1", bulletin(112, 14, 3040, 61)), article("2", bulletin(97, 8, 3122, 63), "2025-11-02")}) ==
        "ab");
}

TEST_CASE("short reports in one frame are not copies") {
  CHECK(stories({article("1",
                         "A magnitude 5.3 earthquake strikes the coast of northern Chile at a depth of 20 kilometres; "
                         "no damage or casualties are reported by the authorities so far."),
                 article("2",
                         "A magnitude 5.3 earthquake strikes the coast of southern Peru at a depth of 20 kilometres; "
                         "no damage or casualties are reported by the authorities so far.")}) == "ab");
  CHECK(stories({article("1", "Ana Costa met Rui Dias."), article("2", "Ana Costa met Eva Dias.")}) == "ab");
  CHECK(stories({article("1", "Ana Costa met Rui Dias."), article("2", "ANA COSTA met Rui Dias")}) == "aa");
  Article coal = article("1", "Pays 20 cents a share on 15 April.");
  Article oats = article("2", "Pays 20 cents a share on 15 April.");
  coal.title = "Coal Company's dividend";
  oats.title = "Oats Company's dividend";
  CHECK(stories({coal, oats}) == "ab");
}

TEST_CASE("the same text weeks apart is told twice; an unknown date speaks against nothing") {
  CHECK(stories({article("1", kStory), article("2", kStory, "2025-11-08")}) == "aa");
  CHECK(stories({article("1", kStory), article("2", kStory, "2025-12-01")}) == "ab");
  CHECK(stories({article("1", kStory), article("2", kStory, "")}) == "aa");
}

TEST_CASE("texts without words are nobody's copies") {
  CHECK(stories({article("1", ""), article("2", ""), article("3", "... --")}) == "abc");
}

TEST_CASE("stories do not depend on the ids, and so not on the order, of articles") {
  const std::vector<std::string> texts = {kStory, kLead + kMiddle, kNextDay + kMiddle + kEnd, kNextDay, kLead, kEnd};
  std::vector<std::size_t> order = {0, 1, 2, 3, 4, 5};
  std::mt19937 random(3);
  for (int round = 0; round < 20; ++round) {
    std::vector<Article> articles;
    for (std::size_t i = 0; i < order.size(); ++i) articles.push_back(article(std::to_string(i), texts[order[i]]));
    const std::string found = stories(articles);
    for (std::size_t i = 0; i < order.size(); ++i) {
      for (std::size_t j = 0; j < order.size(); ++j) {
        const auto story = [](std::size_t text) { return text == 0 || text == 1 || text == 4 ? 0 : text == 5 ? 2 : 1; };
        CHECK((found[i] == found[j]) == (story(order[i]) == story(order[j])));
      }
    }
    std::ranges::shuffle(order, random);
  }
}
