// Who did what to whom, when.
#include <doctest/doctest.h>

#include "tests/extract/reading_of.h"

using namespace entente::test;

TEST_CASE("an active verb with both sides") {
  CHECK(has(events(read("Xi Jinping visited South Korea on Saturday.", "2025-11-02")),
            "Xi Jinping CONSULT/visit South Korea 2025-11-01 actual"));
  CHECK(has(events(read("Russian forces attacked Ukraine.")), "Russian Armed Forces ASSAULT Ukraine"));
  CHECK(has(events(read("Germany on Monday banned Iran from the fair.")), "Germany SANCTION Iran"));
}

TEST_CASE("a passive turns the sides") {
  CHECK(has(events(read("Osama bin Laden was killed by US special forces in 2011.")),
            "United States ASSAULT Osama bin Laden 2011 actual"));
}

TEST_CASE("two who meet are both sources") {
  CHECK(has(events(read("Xi Jinping and Vladimir Putin met in Beijing.")), "Xi Jinping + Vladimir Putin CONSULT -"));
}

TEST_CASE("words in between belong to the pattern") {
  CHECK(has(events(read("Japan imposed new economic sanctions on North Korea.")),
            "Japan SANCTION/discontinue North Korea"));
  CHECK(has(events(read("China held two days of talks with India.")), "China CONSULT India"));
}

TEST_CASE("planned, denied and hypothetical events are marked") {
  CHECK(has(events(read("Xi Jinping plans to visit South Korea.")), "Xi Jinping CONSULT/visit South Korea  planned"));
  CHECK(has(events(read("Japan will not recognise Taiwan.")), "Japan SUPPORT Taiwan"));
  CHECK(events(read("Japan will not recognise Taiwan.")).at(0).ends_with("denied"));
  CHECK(events(read("Japan could sanction Russia.")).at(0).ends_with("hypothetical"));
}

TEST_CASE("an act named by a noun") {
  CHECK(has(events(read("The talks between China and India failed.")), "China + India CONSULT -"));
  CHECK(has(events(read("Israel's attack on Iran shocked many.")), "Israel ASSAULT Iran"));
}

TEST_CASE("dates are read against the article's day") {
  CHECK(
      has(events(read("China condemned Japan yesterday.", "2025-03-01")), "China ACCUSE/disapprove Japan 2025-02-28"));
  CHECK(has(events(read("China condemned Japan in March 2014.")), "China ACCUSE/disapprove Japan 2014-03 "));
  CHECK(has(events(read("China condemned Japan last month.", "2025-01-31")), "China ACCUSE/disapprove Japan 2024-12 "));
  CHECK(has(events(read("China had condemned Japan.", "2025-01-31")), "China ACCUSE/disapprove Japan  actual"));
  CHECK(has(events(read("China condemned Japan on 5 May.", "2025-11-02")), "China ACCUSE/disapprove Japan 2025-05-05"));
}

TEST_CASE("what is supposed has not happened, and what dates another act has no date of its own") {
  CHECK(events(read("Everything would stop if Russia attacked Japan.")).at(0).ends_with("hypothetical"));
  CHECK(has(events(read("It came four months after Russia invaded Ukraine.")), "Russia ASSAULT Ukraine  actual"));
  CHECK(events(read("The United States attacked another NATO country.")).empty());
}

TEST_CASE("who tells is not who acts") {
  const auto x = read("Russia attacked Ukraine, according to Emmanuel Macron.");
  REQUIRE(x.events.size() == 1);
  CHECK(x.events[0].attribution >= 0);
  CHECK(has(events(x), "Russia ASSAULT Ukraine"));
}

TEST_CASE("no event is made of half a one or of something else") {
  CHECK(events(read("Chinese smartphones hit shops in Japan.")).empty());
  CHECK(events(read("Trump warned the United States might leave NATO.")).empty());
  CHECK(events(read("The report on Syria met expectations.")).empty());
  CHECK(events(read("Visitors from Japan praised the food.")).empty());
  CHECK(events(read("The United States bombed Iranian-backed militias.")).empty());
  CHECK(events(read("Donald Trump imposed tariffs on US$60 billion of goods.")).empty());
  CHECK(events(read("The Finns asked what would annoy the Russians.")).empty());
  CHECK(events(read("Joe Biden received the Democratic Party's nomination.")).empty());
}

TEST_CASE("politicians attack each other with words") {
  CHECK(has(events(read("Donald Trump attacked Joe Biden over taxes.")), "Donald Trump ACCUSE/disapprove Joe Biden"));
}

TEST_CASE("a date of another clause is not the date of the act") {
  CHECK(has(events(read("Volodymyr Zelensky, who spoke on Monday, condemned Russia on Tuesday.", "2025-11-06")),
            "Volodymyr Zelensky ACCUSE/disapprove Russia 2025-11-04"));
  CHECK(has(events(read("Donald Trump met Volodymyr Zelensky for the first time since April.", "2025-11-06")),
            "Donald Trump CONSULT Volodymyr Zelensky 2025-11-06"));
}
