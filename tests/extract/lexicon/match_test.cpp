// Names in text: spans, case, diacritics, acronyms, punctuation, longest first, namesakes.
#include <doctest/doctest.h>

#include <thread>

#include "tests/extract/lexicon/support.h"

using namespace entente;
using namespace entente::lexicon_test;

namespace {

using Strings = std::vector<std::string>;

const LexiconEntry first_entry(const Lexicon& lexicon, std::string_view name) {
  const auto entries = lexicon.find(name);
  REQUIRE_FALSE(entries.empty());
  return lexicon.entry(entries.front());
}

}  // namespace

TEST_CASE("people, countries and organisations are found with their spans") {
  const Lexicon lexicon = Lexicon::builtin();
  const std::string text = "Xi Jinping met Donald Trump in South Korea, the White House said after the APEC summit.";
  CHECK(people(lexicon, text) == Strings{"Xi Jinping", "Donald Trump"});
  CHECK(countries(lexicon, text) == Strings{"South Korea", "Korea"});
  CHECK(organisations(lexicon, text) == Strings{"White House", "APEC"});
  CHECK(found(lexicon, text, {LexiconKind::event}) == Strings{"APEC summit"});
  const auto matches = lexicon.match(text);
  CHECK(matches.front().span == ByteSpan{0, 10});
}

TEST_CASE("matches are sorted by begin, the longer first") {
  const std::string text = "The People's Bank of China and the Bank of China.";
  const auto matches = Lexicon::builtin().match(text);
  REQUIRE(matches.size() > 3);
  for (std::size_t i = 1; i < matches.size(); ++i) {
    const auto &before = matches[i - 1].span, &here = matches[i].span;
    CHECK((before.begin < here.begin || (before.begin == here.begin && before.end > here.end)));
  }
}

TEST_CASE("a capitalised name matches only capitalised text, or text all of capitals") {
  const Lexicon lexicon = Lexicon::builtin();
  CHECK(countries(lexicon, "china, turkey and chad are read about") == Strings{});
  CHECK(countries(lexicon, "China, Turkey and Chad") == Strings{"China", "Turkey", "Chad"});
  CHECK(countries(lexicon, "CHINA AND NORTH KOREA AGREE") == Strings{"CHINA", "NORTH KOREA", "KOREA"});
  CHECK(organisations(lexicon, "the bank of England") == Strings{});
}

TEST_CASE("an acronym matches only itself, and a headline's words are not acronyms") {
  const Lexicon lexicon = Lexicon::builtin();
  CHECK(countries(lexicon, "The US told us, and Us too.") == Strings{"US"});
  CHECK(organisations(lexicon, "WHO said who knows") == Strings{"WHO"});
  CHECK(countries(lexicon, "TRUMP TELLS US TO WAIT") == Strings{});
  CHECK(organisations(lexicon, "DOCTORS ASK WHO KNOWS") == Strings{});
  CHECK(organisations(lexicon, "NATO AND OPEC MINISTERS") == Strings{"NATO", "OPEC"});
}

TEST_CASE("case and diacritics are folded, hyphens, spaces and apostrophes count alike") {
  const Lexicon lexicon = Lexicon::builtin();
  CHECK(people(lexicon, "Kim Jong-un, Kim Jong Un, KIM JONG UN") ==
        Strings{"Kim Jong-un", "Kim Jong Un", "KIM JONG UN"});
  CHECK(people(lexicon, "Lee Jae-myung and Lee Jae Myung") == Strings{"Lee Jae-myung", "Lee Jae Myung"});
  CHECK(countries(lexicon, "Cote d’Ivoire, Côte d'Ivoire, Türkiye, Turkiye") ==
        Strings{"Cote d’Ivoire", "Côte d'Ivoire", "Türkiye", "Turkiye"});
  CHECK(people(lexicon, "Recep Tayyip Erdoğan").front() == "Recep Tayyip Erdoğan");
  CHECK(organisations(lexicon, "the Workers’ Party of Korea").front() == "Workers’ Party of Korea");
}

TEST_CASE("spellings of one name lead to one person") {
  const Lexicon lexicon = Lexicon::builtin();
  const auto id = lexicon.find("Volodymyr Zelensky").front();
  for (const auto* name : {"Volodymyr Zelenskyy", "Volodymyr Zelenskiy", "volodymyr zelensky"}) {
    CAPTURE(name);
    REQUIRE_FALSE(lexicon.find(name).empty());
    CHECK(lexicon.find(name).front() == id);
  }
}

TEST_CASE("the span takes an abbreviation's full stop and leaves a possessive") {
  const Lexicon lexicon = Lexicon::builtin();
  CHECK(countries(lexicon, "He left the U.S. for China's coast.") == Strings{"U.S.", "China"});
  CHECK(countries(lexicon, "the U.S.-led force") == Strings{"U.S."});
  CHECK(people(lexicon, "Donald Trump’s tariffs") == Strings{"Donald Trump"});
  CHECK(organisations(lexicon, "McDonald's closed") == Strings{"McDonald's"});
  CHECK(found(lexicon, "Sen. Lindsey Graham and sen people", {LexiconKind::title}) == Strings{"Sen."});
}

TEST_CASE("a name ends at a sentence, a line and a bracket, but not at an abbreviation's stop") {
  const Lexicon lexicon = Lexicon::builtin();
  CHECK(organisations(lexicon, "They flew to Washington. Post offices closed.") == Strings{});
  CHECK(organisations(lexicon, "They flew to Washington\nPost offices closed.") == Strings{});
  CHECK(organisations(lexicon, "Washington (Post) and Washington, Post") == Strings{});
  CHECK(organisations(lexicon, "the Washington Post") == Strings{"Washington Post"});
  CHECK(found(lexicon, "in St. Petersburg", {LexiconKind::place}).front() == "St. Petersburg");
  CHECK(organisations(lexicon, "AT&T and Johnson & Johnson") == Strings{"AT&T", "Johnson & Johnson"});
}

TEST_CASE("titles and agents match in any case") {
  const Lexicon lexicon = Lexicon::builtin();
  CHECK(found(lexicon, "Foreign Minister and foreign ministers", {LexiconKind::title}) ==
        Strings{"Foreign Minister", "Minister", "foreign ministers", "ministers"});
  CHECK(first_entry(lexicon, "foreign minister").type == "FM");
  CHECK(first_entry(lexicon, "rebels").sector == "REB");
}

TEST_CASE("a combining form counts only before a hyphen") {
  const Lexicon lexicon = Lexicon::builtin();
  CHECK(found(lexicon, "Sino-Russian ties, Franco-German ties", {LexiconKind::demonym}) ==
        Strings{"Sino", "Russian", "Franco", "German"});
  CHECK(found(lexicon, "Franco ruled Spain", {LexiconKind::demonym}) == Strings{});
}

TEST_CASE("among namesakes the best known comes first") {
  const Lexicon lexicon = Lexicon::builtin();
  for (const auto* name : {"Georgia", "Jordan", "Chad", "Turkey", "Luxembourg", "Mexico"}) {
    CAPTURE(name);
    CHECK(first_entry(lexicon, name).kind == LexiconKind::country);
  }
  CHECK(first_entry(lexicon, "Paris").country == "FRA");
  CHECK(first_entry(lexicon, "Washington").name == "Washington, D.C.");
  CHECK(first_entry(lexicon, "Lincoln").kind == LexiconKind::place);
  CHECK(first_entry(lexicon, "London").country == "GBR");
}

TEST_CASE("a surname alone names nobody; a few people go by one name") {
  const Lexicon lexicon = Lexicon::builtin();
  CHECK(people(lexicon, "Trump, Xi, Putin, Merkel, Jordan and Washington") == Strings{});
  CHECK(people(lexicon, "Lula won") == Strings{"Lula"});
}

TEST_CASE("demonyms say whose they are, regions' too") {
  const Lexicon lexicon = Lexicon::builtin();
  CHECK(first_entry(lexicon, "Chinese").country == "CHN");
  CHECK(first_entry(lexicon, "Russians").type == "plural");
  CHECK(first_entry(lexicon, "Scottish").target == "Scotland");
  CHECK(first_entry(lexicon, "Scottish").country == "GBR");
  CHECK(first_entry(lexicon, "African").target == "Africa");
}

TEST_CASE("metonyms lead to a country and a body") {
  const Lexicon lexicon = Lexicon::builtin();
  const auto entries = lexicon.find("Pentagon");
  bool seen = false;
  for (const auto id : entries) {
    const auto entry = lexicon.entry(id);
    if (entry.kind != LexiconKind::metonym) continue;
    seen = true;
    CHECK(entry.country == "USA");
    CHECK(entry.target == "United States Department of Defense");
  }
  CHECK(seen);
}

TEST_CASE("hostile text is taken as it comes") {
  const Lexicon lexicon = Lexicon::builtin();
  CHECK(lexicon.match("").empty());
  CHECK(lexicon.match("\xff\xfe\xc3 \x80").empty());
  CHECK(lexicon.find("").empty());
  CHECK(lexicon.find("...").empty());
  CHECK(countries(lexicon, std::string("China\0China", 11)) == Strings{"China", "China"});
  CHECK(lexicon.match(std::string(200'000, 'a')).empty());
  CHECK_THROWS_WITH(static_cast<void>(lexicon.entry(0xffffffffU)),
                    doctest::Contains("the lexicon has no entry 4294967295"));
}

TEST_CASE("threads may share a lexicon") {
  const Lexicon lexicon = Lexicon::builtin();
  const std::string text = "Emmanuel Macron met Friedrich Merz in Berlin.";
  std::vector<std::thread> threads;
  std::vector<Strings> results(4);
  for (auto& result : results) threads.emplace_back([&] { result = people(lexicon, text); });
  for (auto& thread : threads) thread.join();
  for (const auto& result : results) CHECK(result == Strings{"Emmanuel Macron", "Friedrich Merz"});
}
