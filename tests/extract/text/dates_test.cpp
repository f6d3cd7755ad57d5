// Dates: ISO dates cut short, and the ways in which feeds write a date.
#include "extract/text/dates.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace entente;

TEST_CASE("an ISO date covers the days from its first to its last") {
  CHECK(first_day("2025-11-01") == "2025-11-01");
  CHECK(last_day("2025-11-01") == "2025-11-01");
  CHECK(first_day("2024-02") == "2024-02-01");
  CHECK(last_day("2024-02") == "2024-02-29");
  CHECK(first_day("2025") == "2025-01-01");
  CHECK(last_day("2025") == "2025-12-31");
}

TEST_CASE("what is no ISO date gives nothing") {
  for (const char* text :
       {"", "20", "2025-13", "2025-02-29", "2025-11-1", "2025/11/01", "2025-11-01T", "+025", "20a5"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso_date(text));
    CHECK(first_day(text).empty());
    CHECK(last_day(text).empty());
  }
}

TEST_CASE("normalised_date reads what feeds and articles write") {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"2025-11-01", "2025-11-01"},
      {"2025-11-01T09:30:00Z", "2025-11-01"},
      {"2025-11-01T23:30:00-05:00", "2025-11-01"},
      {"2025-11-01 09:30", "2025-11-01"},
      {" 2025-11-01\n", "2025-11-01"},
      {"2025/11/1", "2025-11-01"},
      {"2025-11", "2025-11"},
      {"2025", "2025"},
      {"20251101", "2025-11-01"},
      {"20251101T093000Z", "2025-11-01"},
      {"20251101093000", "2025-11-01"},
      {"1761989400", "2025-11-01"},
      {"1761989400000", "2025-11-01"},
      {"1 November 2025", "2025-11-01"},
      {"1st of November, 2025", "2025-11-01"},
      {"Nov. 1, 2025", "2025-11-01"},
      {"Sept. 5, 2025", "2025-09-05"},
      {"November 1, 2025 at 9:30 a.m. ET", "2025-11-01"},
      {"Updated 10:30 GMT, 1 May 2025", "2025-05-01"},
      {"Sat, 01 Nov 2025 10:00:00 GMT", "2025-11-01"},
      {"Sat Nov  1 10:00:00 2025", "2025-11-01"},
      {"Sat, 01 Nov 25 10:00:00 GMT", "2025-11-01"},
      {"01-Nov-2025", "2025-11-01"},
      {"2025 Nov 1", "2025-11-01"},
      {"November 2025", "2025-11"},
      {"1.11.2025", "2025-11-01"},
      {"25/12/2025", "2025-12-25"},
      {"12/25/2025", "2025-12-25"},
  };
  for (const auto& [text, date] : cases) {
    CAPTURE(text);
    CHECK(normalised_date(text) == date);
  }
}

TEST_CASE("day and month that may be either way round leave only the year") {
  CHECK(normalised_date("11/1/2025") == "2025");
}

TEST_CASE("what is no date gives nothing") {
  for (const char* text : {"", "yesterday", "2025-02-30", "31 November 2025", "May the talks go on",
                           "0001-01-01T00:00:00Z", "13/13/2025", "99999999", "2025-00-10", "12", "1 in 10"}) {
    CAPTURE(text);
    CHECK(normalised_date(text).empty());
  }
  CHECK(normalised_date(std::string(100000, '1')).empty());
}
