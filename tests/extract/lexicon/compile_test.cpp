// The compiler's promises: the same tables give the same bytes, a fault is named, a damaged image is refused.
#include <doctest/doctest.h>

#include <map>

#include "extract/lexicon/compile.h"
#include "extract/lexicon/image.h"
#include "extract/lexicon/matcher.h"
#include "extract/lexicon/schemas.h"
#include "extract/lexicon/tokens.h"

using namespace entente::lexicon;

namespace {

using Tables = std::map<std::string, std::string, std::less<>>;

// Every table with its header alone.
Tables empty_tables() {
  Tables tables;
  for (const Schema& schema : kSchemas) {
    std::string header;
    for (const Column& column : schema.columns) {
      if (!header.empty()) header += '\t';
      header += column.name;
    }
    tables[std::string(schema.file)] = header.append("\n");
  }
  return tables;
}

std::string compiled(const Tables& tables) {
  return compile([&](std::string_view file) { return tables.find(file)->second; });
}

std::string fault(const Tables& tables) {
  try {
    static_cast<void>(compiled(tables));
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "no fault";
}

std::string with_row(std::string_view file, std::string_view rows) {
  Tables tables = empty_tables();
  tables.find(file)->second += rows;
  return fault(tables);
}

}  // namespace

TEST_CASE("the same tables give the same bytes, a changed cell another fingerprint") {
  Tables tables = empty_tables();
  tables["surnames.tsv"] += "Li\t5\nWu\t7\n";
  tables["titles.tsv"] += "mayor\tmayors\tsubnational\tGOV\n";
  const std::string bytes = compiled(tables);
  CHECK(bytes == compiled(tables));
  tables["surnames.tsv"].replace(tables["surnames.tsv"].size() - 2, 1, 1, '8');
  const std::string changed = compiled(tables);
  const auto fingerprint = [](const std::string& image) {
    return Image(std::as_bytes(std::span(image)), "t").fingerprint();
  };
  CHECK(fingerprint(bytes) != fingerprint(changed));
}

TEST_CASE("a name written in several ways gives each text its own entries") {
  Tables tables = empty_tables();
  tables["agents.tsv"] += "us\t\tX\t\n";
  tables["organisations.tsv"] += "US\t\tcompany\t\t\t\t\t\t\t\nUs\t\tmedia\t\t\t\t\t\t\t\n";
  const std::string bytes = compiled(tables);
  const Image image(std::as_bytes(std::span(bytes)), "test");
  const auto types = [&](std::string_view text) {
    std::string result;
    for (const auto& found : find_names(image, text, tokenize(text))) {
      for (const auto id : found.entries) result.append(image.text(image.entries[id].type)).append(" ");
    }
    return result;
  };
  CHECK(types("us") == "X ");
  CHECK(types("Us") == "media X ");
  CHECK(types("US") == "company media X ");
}

TEST_CASE("faults in the tables name file and line") {
  CHECK(with_row("surnames.tsv", "Wu\t7\nLi\t5\n") ==
        "data/lexicon/surnames.tsv:3: 'Li' stands behind 'Wu'; rows are sorted bytewise by their first 1 columns");
  CHECK(with_row("surnames.tsv", "Li\t5\nLi\t6\n") ==
        "data/lexicon/surnames.tsv:3: a second row for 'Li'; the first 1 columns say what a row is about");
  CHECK(with_row("surnames.tsv", "Li\tmany\n") ==
        "data/lexicon/surnames.tsv:2: column 'weight': 'many' is no whole number from 0 to 4294967295");
  CHECK(with_row("surnames.tsv", "Li\n") == "data/lexicon/surnames.tsv:2: 1 cells, the header has 2");
  CHECK(with_row("events.tsv", "X\t\tparty\t\t\t\n") ==
        "data/lexicon/events.tsv:2: column 'type': unknown type 'party'; allowed: summit, election, war, treaty, "
        "disaster, "
        "other");
  CHECK(with_row("events.tsv", "X\t\twar\t\t2020-13-01\t\n") ==
        "data/lexicon/events.tsv:2: column 'start': '2020-13-01' is no date; write 2025-11-01, 2025-11 or 2025");
  CHECK(with_row("offices.tsv", "P1\t2020\tmayor\tsubnational\t\t\t\n") ==
        "data/lexicon/offices.tsv:2: column 'person_id': no person 'P1' in people.tsv");
  CHECK(with_row("memberships.tsv", "FRA\tNATO\tmember\t\t\n") ==
        "data/lexicon/memberships.tsv:2: column 'iso3': no country 'FRA' in countries.tsv");
  CHECK(with_row("titles.tsv", "a (b\t\thonorific\t\n") ==
        "data/lexicon/titles.tsv:2: ' (' can stand in no name: 'a (b'");
  Tables tables = empty_tables();
  tables["surnames.tsv"].assign("name\tcount\n");
  CHECK(fault(tables) == "data/lexicon/surnames.tsv:1: the header is 'name count', expected 'name weight'");
}

TEST_CASE("a damaged image is refused with what is wrong") {
  const std::string good = compiled(empty_tables());
  const auto why = [](const std::string& bytes) -> std::string {
    try {
      static_cast<void>(Image(std::as_bytes(std::span(bytes)), "x.bin"));
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "opened";
  };
  CHECK(why(good) == "opened");
  CHECK(why(good.substr(0, 20)) ==
        "x.bin: 20 bytes are too few for a compiled lexicon; build the lexicon again with entente-lexicon");
  CHECK(why(std::string(good.size(), 'x')).starts_with("x.bin: this is no compiled lexicon"));
  CHECK(why(good + "x").find("its header says") != std::string::npos);
  std::string flipped = good;
  flipped.back() = static_cast<char>(flipped.back() ^ 1);
  CHECK(why(flipped).find("does not have the fingerprint") != std::string::npos);
  std::string newer = good;
  newer[8] = 99;
  CHECK(why(newer).find("has version 99, this program reads 1") != std::string::npos);
}
