// Who held an office on a date.
#include <doctest/doctest.h>

#include <algorithm>

#include "extract/lexicon/builder.h"
#include "extract/lexicon/holders.h"
#include "tests/extract/lexicon/support.h"

using namespace entente;
using namespace entente::lexicon_test;

namespace {

std::string holder(std::string_view country, std::string_view role_class, std::string_view date) {
  const Lexicon lexicon = Lexicon::builtin();
  const auto persons = lexicon.holders(country, role_class, date);
  return persons.empty() ? "" : std::string(lexicon.entry(persons.front()).name);
}

/// A small lexicon of persons A, B, C ... and the terms they held as FM of XXX.
struct Offices {
  lexicon::Builder builder;
  std::string bytes;
  lexicon::Image image;

  Offices& add(std::string_view name, std::string_view start, std::string_view end, std::string_view open_as_of,
               std::string_view role = "foreign minister") {
    LexiconEntry entry;
    entry.name = name;
    const auto id = builder.add_entry(entry);
    builder.add_name(id, name);
    builder.add_term(
        id, {.role = role, .role_class = "FM", .country = "XXX", .start = start, .end = end, .open_as_of = open_as_of});
    return *this;
  }

  std::string on(std::string_view date) {
    if (bytes.empty()) {
      bytes = builder.finish();
      image = lexicon::Image(std::as_bytes(std::span(bytes)), "test");
    }
    std::string names;
    for (const auto person : lexicon::office_holders(image, "XXX", "FM", date)) {
      names += image.text(image.entries[person].name);
    }
    return names;
  }
};

}  // namespace

TEST_CASE("heads of state and government by date") {
  CHECK(holder("FRA", "HOS", "2010-05-01") == "Nicolas Sarkozy");
  CHECK(holder("FRA", "HOS", "2025-05-01") == "Emmanuel Macron");
  CHECK(holder("USA", "HOS", "2019") == "Donald Trump");
  CHECK(holder("USA", "HOS", "2022") == "Joe Biden");
  CHECK(holder("USA", "HOS", "2025-06") == "Donald Trump");
  CHECK(holder("GBR", "HOG", "2005-07-07") == "Tony Blair");
  CHECK(holder("DEU", "HOG", "2015-09-01") == "Angela Merkel");
}

TEST_CASE("a term ends on its last day, and the successor of that day is the surer") {
  CHECK(holder("FRA", "HOS", "2012-05-14") == "Nicolas Sarkozy");
  CHECK(holder("FRA", "HOS", "2012-05-16") == "Francois Hollande");
  CHECK(holder("USA", "HOS", "2021-01-19") == "Donald Trump");
  CHECK(holder("USA", "HOS", "2021-01-21") == "Joe Biden");
}

TEST_CASE("offices as of November 2025") {
  constexpr std::string_view kDate = "2025-11-01";
  CHECK(holder("CHN", "HOS", kDate) == "Xi Jinping");
  CHECK(holder("CHN", "HOG", kDate) == "Li Qiang");
  CHECK(holder("CHN", "FM", kDate) == "Wang Yi");
  CHECK(holder("KOR", "HOS", kDate) == "Lee Jae-myung");
  CHECK(holder("KOR", "FM", kDate) == "Cho Hyun");
  CHECK(holder("PRK", "HOS", kDate) == "Kim Jong Un");
  CHECK(holder("JPN", "HOG", kDate) == "Sanae Takaichi");
  CHECK(holder("USA", "FM", kDate) == "Marco Rubio");
  CHECK(holder("RUS", "HOS", kDate) == "Vladimir Putin");
  CHECK(holder("UKR", "HOS", kDate) == "Volodymyr Zelensky");
  CHECK(holder("GBR", "HOG", kDate) == "Keir Starmer");
  CHECK(holder("DEU", "HOG", kDate) == "Friedrich Merz");
  CHECK(holder("IND", "HOG", kDate) == "Narendra Modi");
  CHECK(holder("ISR", "HOG", kDate) == "Benjamin Netanyahu");
  CHECK(holder("IRN", "HOS", kDate) == "Masoud Pezeshkian");
  CHECK(holder("TUR", "HOS", kDate) == "Recep Tayyip Erdogan");
}

TEST_CASE("unknown countries, classes and dates have no holders") {
  CHECK(holder("XYZ", "HOS", "2020") == "");
  CHECK(holder("FRA", "wizard", "2020") == "");
  CHECK(holder("FRA", "HOS", "") == "");
  CHECK(holder("FRA", "HOS", "1700") == "");
}

TEST_CASE("an open term counts until somebody known later follows") {
  Offices offices;
  offices.add("A", "2020", "", "2021-06").add("B", "2023-05-01", "", "2025-12");
  CHECK(offices.on("2020-07-01") == "A");
  CHECK(offices.on("2022-07-01") == "A");
  CHECK(offices.on("2024-01-01") == "BA");
}

TEST_CASE("closed terms come before open ones that are long unknown, ministers before their deputies") {
  Offices offices;
  offices.add("A", "2010", "", "2012-01").add("B", "2014-01-01", "2016-12-31", "");
  offices.add("C", "2015", "2016", "", "Deputy foreign minister");
  CHECK(offices.on("2015-06-01") == "BCA");
  CHECK(offices.on("2013-06-01") == "A");
}

TEST_CASE("dates cut short count from their first to their last day") {
  Offices offices;
  offices.add("A", "2010", "2012", "").add("B", "2012-12", "2014-02", "");
  CHECK(offices.on("2012-12-31") == "BA");
  CHECK(offices.on("2012-11-30") == "A");
  CHECK(offices.on("2014-02-28") == "B");
  CHECK(offices.on("2014-03-01") == "");
  CHECK(offices.on("2012") == "BA");
}

TEST_CASE("a person's terms are given by start") {
  const Lexicon lexicon = Lexicon::builtin();
  const auto terms = lexicon.terms(lexicon.find("Nicolas Sarkozy").front());
  REQUIRE(terms.size() > 2);
  CHECK(std::ranges::is_sorted(terms, {}, &Term::start));
  const auto last = std::ranges::find(terms, "HOS", &Term::role_class);
  REQUIRE(last != terms.end());
  CHECK(last->start == "2007-05-16");
  CHECK(last->end == "2012-05-15");
  CHECK(lexicon.terms(lexicon.find("China").front()).empty());
}
