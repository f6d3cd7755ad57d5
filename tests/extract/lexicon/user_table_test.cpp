// A user's own table: its entries come first, its faults are named.
#include <doctest/doctest.h>

#include "tests/extract/lexicon/support.h"

using namespace entente;
using namespace entente::lexicon_test;

namespace {

std::string fault(std::string_view ending, std::string_view content) {
  const File file(ending, content);
  try {
    static_cast<void>(Lexicon::builtin().with_table(file.path()));
  } catch (const std::runtime_error& error) {
    const std::string what = error.what();
    REQUIRE(what.starts_with(file.path().string()));
    return what.substr(file.path().string().size());
  }
  return "no fault";
}

}  // namespace

TEST_CASE("a user's entry is found, and comes before ours of the same name") {
  const File file(".tsv",
                  "kind\tname\ttype\taliases\tcountry\tstart\twikidata\n"
                  "person\tJane Q. Doe\tdiplomat\tJane Doe|J.Q. Doe\tFRA\t\tQ1\n"
                  "organisation\tGeorgia\tcompany\t\tUSA\t1999\t\n");
  const Lexicon ours = Lexicon::builtin();
  const Lexicon lexicon = ours.with_table(file.path());
  CHECK(people(lexicon, "Jane Doe met Emmanuel Macron.") == std::vector<std::string>{"Jane Doe", "Emmanuel Macron"});

  const auto doe = lexicon.entry(lexicon.find("J.Q. Doe").front());
  CHECK(doe.name == "Jane Q. Doe");
  CHECK(doe.type == "diplomat");
  CHECK(doe.country == "FRA");
  CHECK(doe.wikidata == "Q1");

  const auto georgia = lexicon.match("in Georgia").front().entries;
  REQUIRE(georgia.size() == ours.find("Georgia").size() + 1);
  CHECK(lexicon.entry(georgia[0]).type == "company");
  CHECK(lexicon.entry(georgia[0]).start == "1999");
  CHECK(lexicon.entry(georgia[1]).country == "GEO");
  CHECK(ours.match("in Georgia").front().entries.size() + 1 == georgia.size());
}

TEST_CASE("several tables join, CSV as well, and every table changes the fingerprint") {
  const File first(".csv", "name,kind,aliases\n\"Doe, Jane\",person,\"Jane \"\"JD\"\" Doe\"\n");
  const File second(".csv", "\xEF\xBB\xBFname,kind\r\nZorbania,country\r\n\r\n");
  const Lexicon ours = Lexicon::builtin();
  CHECK(fault(".csv", "name,kind,aliases\nA,person,\"Jane \"\"JD\"\" Doe\"\n") ==
        ":2: ' \"' can stand in no name: 'Jane \"JD\" Doe'");

  const Lexicon one = ours.with_table(second.path());
  const Lexicon two = one.with_table(File(".tsv", "name\tkind\nFoo Bar\tevent\n").path());
  CHECK(countries(two, "Zorbania") == std::vector<std::string>{"Zorbania"});
  CHECK(found(two, "the Foo Bar", {LexiconKind::event}) == std::vector<std::string>{"Foo Bar"});
  CHECK(two.size() == ours.size() + 2);
  CHECK(ours.fingerprint() != one.fingerprint());
  CHECK(one.fingerprint() != two.fingerprint());
  CHECK(one.fingerprint() == ours.with_table(second.path()).fingerprint());
}

TEST_CASE("a name with a comma matches with it") {
  const File file(".csv", "name,kind\n\"Doe, Jane\",person\n");
  const Lexicon lexicon = Lexicon::builtin().with_table(file.path());
  CHECK(people(lexicon, "It was Doe, Jane of Paris") == std::vector<std::string>{"Doe, Jane"});
}

TEST_CASE("faults name file, line and column, and say what is allowed") {
  CHECK(
      fault(".tsv", "name\tkind\nA\tpersn\n") ==
      ":2: column 'kind': unknown kind 'persn'; did you mean 'person'? allowed: person, country, organisation, place, "
      "event, demonym, metonym, group, title, agent");
  CHECK(fault(".tsv", "name\tkind\tcolour\n").starts_with(":1: unknown column 'colour'; allowed: name, kind, type"));
  CHECK(fault(".tsv", "name\ttype\nA\tb\n") == ":1: the column 'kind' is missing; the header is 'name type'");
  CHECK(fault(".tsv", "name\tkind\tname\n") == ":1: the column 'name' stands there twice");
  CHECK(fault(".tsv", "name\tkind\n\nA\tperson\tx\n") == ":3: 3 cells, the header has 2");
  CHECK(fault(".tsv", "name\tkind\n\tperson\n") == ":2: column 'name': the cell is empty");
  CHECK(fault(".csv", "name,kind,start\nA,person,31.12.2020\n") ==
        ":2: column 'start': '31.12.2020' is no date; write 2025-11-01, 2025-11 or 2025");
  CHECK(fault(".csv", "name,kind,country\nA,person,fr\n") ==
        ":2: column 'country': 'fr' is no ISO 3166 alpha-3 code, as 'FRA' is");
  CHECK(fault(".csv", "name,kind,type\nA,person,politican\n") ==
        ":2: column 'type': unknown type 'politican'; did you mean 'politician'? allowed: politician, official, "
        "military, "
        "diplomat, other");
  CHECK(fault(".csv", "name,kind\nA,person\nB,person\nA,person\n") == ":4: column 'name': a second person 'A'");
  CHECK(fault(".csv", "name,kind\n\"A,person\n") == ":2: a quote that opens here is never closed");
  CHECK(fault(".csv", "name,kind\nA\xff,person\n") == ":2: 'A\xEF\xBF\xBD' is not valid UTF-8");
  CHECK(fault(".csv", "name,kind\n---,person\n") == ":2: the name '---' has no letter or digit");
  CHECK(fault(".csv", "name,kind,aliases\nA,person,B||C\n") ==
        ":2: column 'aliases': an empty name in the list 'B||C'");
}

TEST_CASE("a table that is not there is named") {
  CHECK_THROWS_WITH(static_cast<void>(Lexicon::builtin().with_table("/no/such/table.tsv")),
                    "cannot read the lexicon table '/no/such/table.tsv': no such file, or not readable");
}
