// The tables of data/ontology/ are sorted, whole, and agree with each other.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "extract/events/events.h"
#include "extract/extraction.h"
#include "extract/ontology.h"
#include "extract/text/table.h"

using namespace entente;

namespace {

std::string file(const std::string& name) {
  std::ifstream stream(std::string(ENTENTE_SOURCE_DIR) + "/data/" + name, std::ios::binary);
  REQUIRE_MESSAGE(stream.good(), name);
  std::stringstream text;
  text << stream.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("every table is sorted, without empty lines, with as many cells in each row as in its header") {
  for (const std::string name :
       {"ontology/cameo.tsv", "ontology/control_verbs.tsv", "ontology/events.tsv", "ontology/irregular_verbs.tsv",
        "ontology/noun_classes.tsv", "ontology/noun_relations.tsv", "ontology/nouns.tsv", "ontology/relations.tsv",
        "ontology/title_relations.tsv", "ontology/verbs.tsv", "language/abbreviations.tsv", "language/name_words.tsv",
        "language/sentence_words.tsv"}) {
    CAPTURE(name);
    const std::string text = file(name);
    std::vector<std::string_view> lines = split(text, '\n');
    REQUIRE(lines.back().empty());
    lines.pop_back();
    const auto cells = split(lines.front(), '\t').size();
    for (const auto line : lines) CHECK_MESSAGE(split(line, '\t').size() == cells, line);
    CHECK(std::ranges::is_sorted(lines.begin() + 1, lines.end()));
    CHECK(std::adjacent_find(lines.begin(), lines.end()) == lines.end());
  }
}

TEST_CASE("common words are sorted bytewise, as their look-up needs") {
  const std::string text = file("language/common_words.txt");
  auto lines = split(text, '\n');
  lines.pop_back();
  CHECK(std::ranges::is_sorted(lines));
}

TEST_CASE("verbs and nouns name event types of the ontology and codes with an intensity") {
  for (const std::string name : {"ontology/verbs.tsv", "ontology/nouns.tsv"}) {
    const std::string text = file(name);
    for (const auto& row : table_rows(text)) {
      CHECK_MESSAGE(ontology().event(row.at(2)) != nullptr, row.at(0));
      CHECK_MESSAGE(intensity_of(row.at(4)) != 0, row.at(4));
    }
  }
}

TEST_CASE("relation tables name types and kinds of the ontology") {
  for (const std::string name : {"ontology/title_relations.tsv", "ontology/noun_relations.tsv"}) {
    const std::string text = file(name);
    for (const auto& row : table_rows(text)) CHECK_MESSAGE(ontology().relation(row.at(1)) != nullptr, row.at(1));
  }
  for (const RelationType& type : ontology().relations()) {
    for (const auto kind : split(type.subjects, '|')) CHECK_MESSAGE(kind_of(kind), type.name);
    for (const auto kind : split(type.objects, '|')) CHECK_MESSAGE(kind_of(kind), type.name);
  }
}

TEST_CASE("there are PLOVER's sixteen types, four quad classes") {
  CHECK(ontology().events().size() == 16);
  for (const EventType& type : ontology().events()) {
    CHECK(type.quad >= 1);
    CHECK(type.quad <= 4);
  }
  CHECK(ontology().event("CONSULT")->quad == 1);
  CHECK(ontology().event("NOTHING") == nullptr);
}

TEST_CASE("the words for values are read back as the values") {
  CHECK(kind_of(word(Kind::organisation)) == Kind::organisation);
  CHECK(modality_of(word(Modality::hypothetical)) == Modality::hypothetical);
  CHECK_FALSE(form_of("nonsense").has_value());
}
