// The tables of data/lexicon/ hold what world news needs. That they are sorted and well-formed the compiler proves.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "extract/lexicon/compile.h"
#include "extract/lexicon/image.h"
#include "extract/lexicon/schemas.h"
#include "tests/extract/lexicon/support.h"

using namespace entente;
using namespace entente::lexicon_test;

namespace {

std::string content(std::string_view file) {
  std::ifstream in(std::string(ENTENTE_SOURCE_DIR "/data/lexicon/") + std::string(file), std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

const lexicon::Schema& schema(std::string_view file) {
  const auto found = std::ranges::find(lexicon::kSchemas, file, &lexicon::Schema::file);
  REQUIRE(found != std::end(lexicon::kSchemas));
  return *found;
}

struct State {
  std::string iso3, name;
  bool has_demonym = false;
};

std::vector<State> united_nations() {
  enum { kName, kIso3, kPlurals = 9, kDemonyms = 8, kAdjectives = 10, kUn = 14 };
  const lexicon::Table table("countries.tsv", content("countries.tsv"), schema("countries.tsv"));
  std::vector<State> states;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto row = table.row(i);
    if (row[kUn] == "1") {
      states.push_back(
          {std::string(row[kIso3]), std::string(row[kName]), !row[kDemonyms].empty() || !row[kAdjectives].empty()});
    }
  }
  return states;
}

}  // namespace

TEST_CASE("the built-in lexicon is what the tables compile to") {
  const std::string bytes = lexicon::compile([](std::string_view file) { return content(file); });
  const lexicon::Image image(std::as_bytes(std::span(bytes)), "compiled");
  CHECK(image.fingerprint() == Lexicon::builtin().fingerprint());
  CHECK(bytes.size() < 25'000'000);
}

TEST_CASE("each of the 193 members of the United Nations has a name, a demonym and a head") {
  const Lexicon lexicon = Lexicon::builtin();
  const auto states = united_nations();
  CHECK(states.size() == 193);
  for (const auto& [iso3, name, has_demonym] : states) {
    CAPTURE(name);
    const auto id = lexicon.country(iso3);
    REQUIRE(id);
    CHECK(lexicon.entry(*id).name == name);
    CHECK_FALSE(lexicon.entry(*id).cow.empty());
    CHECK_FALSE(lexicon.entry(*id).wikidata.empty());
    CHECK(lexicon.find(name).front() == *id);
    CHECK(has_demonym);
    const bool has_head =
        !lexicon.holders(iso3, "HOS", "2025-11-01").empty() || !lexicon.holders(iso3, "HOG", "2025-11-01").empty();
    CHECK(has_head);
  }
  CHECK_FALSE(lexicon.country("XYZ"));
}

TEST_CASE("memberships count right") {
  const Lexicon lexicon = Lexicon::builtin();
  const auto member = [&](std::string_view country, std::string_view organisation) -> std::string {
    for (const auto& membership : lexicon.memberships(country)) {
      if (lexicon.entry(membership.organisation).name == organisation && membership.end.empty())
        return std::string(membership.status);
    }
    return "";
  };
  CHECK(member("DEU", "North Atlantic Treaty Organization") == "member");
  CHECK(member("SWE", "North Atlantic Treaty Organization") == "member");
  CHECK(member("AUT", "North Atlantic Treaty Organization") != "member");
  CHECK(member("VNM", "Association of Southeast Asian Nations") == "member");
  CHECK(lexicon.memberships("XYZ").empty());
}

TEST_CASE("name order and name parts") {
  const Lexicon lexicon = Lexicon::builtin();
  CHECK(lexicon.name_order("CHN").order == "FG");
  CHECK(lexicon.name_order("USA").order == "GF");
  CHECK(lexicon.name_order("ESP").surname == "first_of_two");

  CHECK(lexicon.name_part("Emmanuel").given > 0);
  CHECK(lexicon.name_part("EMMANUEL").gender == 'M');
  CHECK(lexicon.name_part("María").gender == 'F');
  CHECK(lexicon.name_part("Kim").surname > lexicon.name_part("Macron").surname);
  CHECK(lexicon.name_part("Nguyễn").surname == lexicon.name_part("Nguyen").surname);
  CHECK(lexicon.name_part("Garcia-Lopez").surname > 0);
  CHECK(lexicon.name_part("Garcia-Xqz").surname == 0);
  const auto unknown = lexicon.name_part("xqzw");
  CHECK(unknown.given + unknown.surname == 0);
  CHECK(unknown.gender == '?');
  CHECK(lexicon.name_part("").given == 0);
}

TEST_CASE("well-known names of the news are known") {
  const Lexicon lexicon = Lexicon::builtin();
  for (const auto* name : {"YouTube",
                           "Facebook",
                           "Huawei",
                           "Reuters",
                           "Xinhua",
                           "Al Jazeera",
                           "The New York Times",
                           "Kremlin",
                           "European Commission",
                           "International Criminal Court",
                           "IAEA",
                           "Hamas",
                           "Hezbollah",
                           "Taliban",
                           "BRICS",
                           "G20",
                           "World Bank",
                           "Foreign Ministry",
                           "State Department",
                           "Knesset",
                           "State Duma"}) {
    CAPTURE(name);
    REQUIRE_FALSE(lexicon.find(name).empty());
    CHECK(lexicon.entry(lexicon.find(name).front()).kind == LexiconKind::organisation);
  }
}

TEST_CASE("no city goes by the name of another of its country") {
  enum { kName, kIso3, kType = 3, kAliases };
  const lexicon::Table table("places.tsv", content("places.tsv"), schema("places.tsv"));
  std::set<std::pair<std::string_view, std::string_view>> cities;
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table.row(i)[kType] == "city") cities.emplace(table.row(i)[kName], table.row(i)[kIso3]);
  }
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto row = table.row(i);
    if (row[kType] != "city") continue;
    for (const std::string_view alias : row.list(kAliases)) {
      CAPTURE(row[kName]);
      CAPTURE(alias);
      CHECK((alias == row[kName] || !cities.contains({alias, row[kIso3]})));
    }
  }
}

TEST_CASE("one person has one row") {
  enum { kId, kName, kWikidata = 7 };
  const lexicon::Table table("people.tsv", content("people.tsv"), schema("people.tsv"));
  std::map<std::string_view, std::string_view> people;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto row = table.row(i);
    if (row[kWikidata].empty()) continue;
    const auto [first, is_new] = people.emplace(row[kWikidata], row[kName]);
    CAPTURE(row[kName]);
    CAPTURE(first->second);
    CHECK(is_new);
  }
}

TEST_CASE("all words for kinds are in the tables' registry once") {
  const std::set<std::string_view> kinds(lexicon::words::kKinds.begin(), lexicon::words::kKinds.end());
  CHECK(kinds.size() == lexicon::words::kKinds.size());
  for (const auto office : lexicon::words::kOfficeClasses) {
    CAPTURE(office);
    CHECK(std::ranges::find(lexicon::words::kTitleClasses, office) != lexicon::words::kTitleClasses.end());
  }
}
