// From what a person types to the entity meant.
#include "queries/find_entity.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "queries/edit_distance.h"
#include "tests/queries/small_world.h"

using namespace entente;

namespace {

std::string found_id(std::string_view name) {
  const KnowledgeGraph graph = small_graph();
  return graph.entities[find_entity(graph, name).entity].id;
}

std::string refusal(std::string_view name) {
  try {
    return "found " + found_id(name);
  } catch (const NoSuchEntity& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("a name is found however it is written") {
  const std::vector<std::pair<std::string, std::string>> names{
      {"Xi Jinping", "person/xi-jinping"},
      {"xi jinping", "person/xi-jinping"},
      {"Xi Jin-ping", "person/xi-jinping"},
      {"Jinping Xi", "person/xi-jinping"},
      {"JINPING", "person/xi-jinping"},
      {"chairman xi", "person/xi-jinping"},
      {"person/xi-jinping", "person/xi-jinping"},
      {"person:xi-jinping", "person/xi-jinping"},
      {"Kim Jong-un", "person/kim-jong-un"},
      {"kim jongun", "person/kim-jong-un"},
      {"Lech Walesa", "person/lech-walesa"},
      {"WAŁĘSA", "person/lech-walesa"},
      {"CHN", "country/chn"},
      {"usa", "country/usa"},
      {"PRC", "country/chn"},
      {"NATO", "organisation/nato"},
      {"north atlantic", "organisation/nato"},
      {"peoples republic of china", "country/chn"},
      {"unit stat", "country/usa"},
      {"George W Bush", "person/george-w-bush"},
      {"Washington", "place/washington"},
  };
  for (const auto& [name, id] : names) {
    CAPTURE(name);
    CHECK(refusal(name) == "found " + id);
  }
}

TEST_CASE("what is not plain is said") {
  const KnowledgeGraph graph = small_graph();
  CHECK(find_entity(graph, "Xi Jinping").note == "");
  CHECK(find_entity(graph, "person/xi-jinping").note == "");
  CHECK(find_entity(graph, "CHN").note == "");
  CHECK(find_entity(graph, "NATO").note == "'NATO' taken for North Atlantic Treaty Organization (organisation/nato)");
  CHECK(find_entity(graph, "Washington").note ==
        "'Washington' taken for Washington (place/washington), not Washington (place/washington-state)");
}

TEST_CASE("near-equal candidates are listed with their ids") {
  CHECK(refusal("Bush") ==
        "'Bush' may be 2 entities; give the id of the one you mean:\n"
        "  person/george-w-bush  George W. Bush, 6 articles\n"
        "  person/george-bush    George Bush, 5 articles");
}

TEST_CASE("a misspelt name is not taken for another, but suggested") {
  CHECK(refusal("Xi Jingping") == "no entity 'Xi Jingping'; did you mean 'Xi Jinping'?");
  CHECK(refusal("Walsea") == "no entity 'Walsea'; did you mean 'Lech Wałęsa'?");
  CHECK(refusal("Chnia") == "no entity 'Chnia'; did you mean 'China'?");
  CHECK(refusal("Atlantis") ==
        "no entity 'Atlantis'; `entente top` lists the entities of a graph, `entente search` its sentences");
  CHECK(refusal("") == "no entity ''; `entente top` lists the entities of a graph, `entente search` its sentences");
  CHECK(refusal("?!") == "no entity '?!'; `entente top` lists the entities of a graph, `entente search` its sentences");
}

TEST_CASE("edit distance counts slips up to a limit") {
  CHECK(edit_distance("", "", 3) == 0);
  CHECK(edit_distance("putin", "putin", 3) == 0);
  CHECK(edit_distance("putn", "putin", 3) == 1);
  CHECK(edit_distance("puitn", "putin", 3) == 1);
  CHECK(edit_distance("pxtyn", "putin", 3) == 2);
  CHECK(edit_distance("kitten", "sitting", 3) == 3);
  CHECK(edit_distance("kitten", "sitting", 2) == 3);
  CHECK(edit_distance("a", "abcdefgh", 2) == 3);
}
