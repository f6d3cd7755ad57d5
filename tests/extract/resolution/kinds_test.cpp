// Of which type, country and sector those are whom an article names.
#include <doctest/doctest.h>

#include "tests/extract/reading_of.h"

using namespace entente::test;

TEST_CASE("who holds an office at the article's date is of its sector") {
  CHECK(has(kinds(read("Xi Jinping arrived in Seoul.")), "Xi Jinping: politician CHN GOV"));
  CHECK(has(kinds(read("Nicolas Sarkozy spoke in Paris.", "2010-05-01")), "Nicolas Sarkozy: politician FRA GOV"));
  CHECK(has(kinds(read("Nicolas Sarkozy spoke in Paris.", "2022-05-01")), "Nicolas Sarkozy: politician FRA -"));
}

TEST_CASE("a title beside a name tells the sector, but for one that firms and states have alike") {
  const Lines found =
      kinds(read("General Ivo Brandt and Senator Mia Lund met in Zagreb. The journalist Karl Osten and Zembla Air's "
                 "chairman Uwe Falk stayed away, as did former senator Ida Holm."));
  CHECK(has(found, "Ivo Brandt: military - MIL"));
  CHECK(has(found, "Mia Lund: politician - LEG"));
  CHECK(has(found, "Karl Osten: other - MED"));
  CHECK_FALSE(has(found, "Uwe Falk: - - PTY"));
  CHECK(has(found, "Ida Holm: politician - -"));
}

TEST_CASE("whom a tie binds to a body is of its sector") {
  const Lines found = kinds(read("Karl Osten is the spokesman of Renault. Uwe Falk leads the Zembla Liberation Army."));
  CHECK(has(found, "Renault: company FRA BUS"));
  CHECK(has(found, "Karl Osten: other FRA BUS"));
}

TEST_CASE("nobody is a politician, and nothing a party, where no sentence speaks of politics") {
  CHECK(has(kinds(read("Gerd Meyerhof scored twice against Celtic on Sunday.")), "Gerd Meyerhof: - - -"));
  CHECK(has(kinds(read("Gerd Meyerhof won the election on Sunday.")), "Gerd Meyerhof: politician"));
}

TEST_CASE("a word of its name tells what an event is, and the model alone no election") {
  CHECK(has(kinds(read("Fans came to Cairo for the 2039 World Cup.")), "2039 World Cup: other"));
  CHECK(has(kinds(read("He fought in the First Ivorian Civil War.")), "First Ivorian Civil War: war"));
}

TEST_CASE("what the lexicon knows is of the kind that it says, whatever the model reads") {
  const Lines found = kinds(read("Scotland voted. Boko Haram killed ten. Haaretz said so. He lives in Fresno, Calif."));
  CHECK(has(found, "Scotland: region GBR"));
  CHECK(has(found, "Boko Haram: armed_group NGA REB"));
  CHECK(has(found, "Haaretz: media ISR MED"));
  CHECK(has(found, "California: region USA"));
}

TEST_CASE("common nouns with a capital are no places, and shouted words no parties") {
  for (const auto& line : kinds(read("Member States met in the North. I BELIEVE THAT ALL OF US WIN."))) {
    CAPTURE(line);
    CHECK_FALSE(line.starts_with("States"));
    CHECK_FALSE(line.starts_with("North"));
    CHECK_FALSE(line.starts_with("I "));
  }
}

TEST_CASE("a city of a name that several countries have is that of the country which the article names") {
  CHECK(has(kinds(read("Police in Britain raided a house in Newcastle.")), "Newcastle upon Tyne: city GBR"));
  CHECK(has(kinds(read("South Africa's police raided a house in Newcastle.")), "Newcastle: city ZAF"));
  CHECK(has(kinds(read("Canada's prime minister spoke in London.")), "London: city GBR"));
  CHECK(has(kinds(read("Canada's prime minister spoke in London, Ontario.")), "London: city CAN"));
  CHECK(has(kinds(read("He spoke in Manchester, N.H., on Sunday.")), "Manchester: city USA"));
}
