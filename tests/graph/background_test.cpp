// Background: ties that articles carry without saying them are in the graph only where they are asked for.
#include "graph/background.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "graph/store.h"
#include "tests/graph/draft.h"

using namespace entente;

namespace {

/// "Ana Costa spoke in Lisbon.", where the lexicon knows where Lisbon lies.
Extraction speech(const std::string& id, const std::string& published, double told = 0) {
  Draft draft(id, published);
  draft.says("Good morning.").says("Ana Costa spoke in Lisbon, Portugal.");
  const auto ana = draft.person("Ana Costa", {.country = "PRT"});
  const auto portugal = draft.country("Portugal", "PRT");
  const auto lisbon = draft.entity(Kind::place, "Lisbon", {.country = "PRT"});
  Relation& known = draft.relation("located_in", lisbon, portugal);
  known.background = true;
  known.confidence = 0.9;
  known.rule = "lexicon";
  if (told > 0) draft.relation("located_in", lisbon, portugal, "capital").confidence = told;
  draft.relation("citizen_of", ana, portugal).confidence = 0.8;
  return draft;
}

class Filed {
 public:
  explicit Filed(const std::vector<Extraction>& articles, const std::vector<Correction>& corrections = {})
      : store(folder_ / "x.db", Store::Mode::write) {
    store.add(articles);
    store.set_corrections(corrections);
    store.derive();
  }

 private:
  TemporaryFolder folder_;

 public:
  Store store;
};

/// The sorts of id, types and roles of a graph's relations, sorted.
using Ties = std::vector<std::string>;
Ties ties(const KnowledgeGraph& graph) {
  Ties result;
  for (const GraphRelation& r : graph.relations) result.push_back(r.id.substr(0, 2) + " " + r.type + " " + r.role);
  std::ranges::sort(result);
  return result;
}

/// What a filter selects of the graph with its background.
KnowledgeGraph asked(const Store& store, const Filter& filter) {
  KnowledgeGraph graph = store.load();
  add_background(graph, store.background(graph), filter);
  std::erase_if(graph.relations, [&](const GraphRelation& relation) { return !selects(filter, relation); });
  return graph;
}

Filter with_background() {
  Filter filter;
  filter.background = true;
  return filter;
}

}  // namespace

TEST_CASE("background is left out unless it is asked for, and then marked") {
  const Filed filed({speech("a1", "2025-11-02"), speech("a2", "2025-11-01")});
  CHECK(ties(asked(filed.store, {})) == Ties{"r- citizen_of "});
  const KnowledgeGraph graph = asked(filed.store, with_background());
  CHECK(ties(graph) == Ties{"b- located_in ", "r- citizen_of "});
  const GraphRelation& known = graph.relations.front();
  CHECK(known.background);
  CHECK_FALSE(graph.relations.back().background);
  CHECK(graph.entities[known.subject].id == "place/lisbon");
  CHECK(graph.entities[known.object].id == "country/portugal");
  CHECK(known.articles == 2);
  CHECK(known.weight == 1);  // nobody says it, however many carry it
  CHECK(known.first_date == "2025-11-01");
  CHECK(known.last_date == "2025-11-02");
  CHECK(known.confidence == doctest::Approx(0.9));
}

TEST_CASE("the evidence of background is the sentence with which each article carries it, by date") {
  const Filed filed({speech("a1", "2025-11-02"), speech("a2", "2025-11-01")});
  const KnowledgeGraph graph = filed.store.load();
  const BackgroundTies background = filed.store.background(graph);
  REQUIRE(background.relations.size() == 1);
  const std::string& id = background.relations[0].id;
  const std::vector<Evidence> evidence = filed.store.evidence(background, id);
  REQUIRE(evidence.size() == 2);
  CHECK(evidence[0].article == "a2");
  CHECK(evidence[1].article == "a1");
  CHECK(evidence[0].text == "Ana Costa spoke in Lisbon, Portugal.");
  CHECK(evidence[0].rule == "lexicon");
  CHECK(filed.store.extraction("a2")->relations[static_cast<std::size_t>(evidence[0].statement)].background);
  CHECK(filed.store.evidence(background, id, 1).size() == 1);
  CHECK(filed.store.evidence(id).empty());
  CHECK(filed.store.evidence(background, "b-000000000000").empty());
  CHECK(contains(background, id));
  CHECK_FALSE(contains(background, graph.relations[0].id));
}

TEST_CASE("what is told as well stands once, as told, where the filter selects that") {
  const Filed filed({speech("a1", "2025-11-02"), speech("a2", "2025-11-01", 0.7)});
  CHECK(ties(asked(filed.store, with_background())) == Ties{"r- citizen_of ", "r- located_in capital"});
  Filter sure = with_background();
  sure.min_confidence = 0.75;
  CHECK(ties(asked(filed.store, sure)) == Ties{"b- located_in ", "r- citizen_of "});
}

TEST_CASE("all of the background is there for who asks by id") {
  const Filed filed({speech("a1", "2025-11-02", 0.7)});
  KnowledgeGraph graph = filed.store.load();
  add_background(graph, filed.store.background(graph));
  CHECK(ties(graph) == Ties{"b- located_in ", "r- citizen_of ", "r- located_in capital"});
}

TEST_CASE("background is the same in whatever order and runs the articles came, and leaves the file as it is") {
  const Filed once({speech("a1", "2025-11-02"), speech("a2", "2025-11-01")});
  Filed twice({speech("a2", "2025-11-01")});
  twice.store.add(std::vector{speech("a1", "2025-11-02")});
  twice.store.derive();
  const BackgroundTies one = once.store.background(once.store.load());
  const BackgroundTies other = twice.store.background(twice.store.load());
  REQUIRE(one.relations.size() == 1);
  REQUIRE(other.relations.size() == 1);
  CHECK(one.relations[0].id == other.relations[0].id);
  const std::vector<Evidence> first = once.store.evidence(one, one.relations[0].id);
  const std::vector<Evidence> second = twice.store.evidence(other, one.relations[0].id);
  CHECK(std::ranges::equal(first, second, {}, &Evidence::article, &Evidence::article));
}

TEST_CASE("corrections hold for background: entities that are one, entities and ties dropped") {
  const std::vector<Extraction> articles = {speech("a1", "2025-11-02")};
  const Filed plain(articles);
  const std::string id = plain.store.background(plain.store.load()).relations.at(0).id;
  using Action = CorrectionAction;

  const Filed joined(articles, {{"", "", Action::same, "person/ana-costa", "place/lisbon", ""}});
  const KnowledgeGraph graph = asked(joined.store, with_background());
  REQUIRE(ties(graph) == Ties{"b- located_in ", "r- citizen_of "});
  CHECK(graph.entities[graph.relations[0].subject].id == "person/ana-costa");

  const Filed without(articles, {{"", "", Action::drop, "place/lisbon", "", ""}});
  CHECK(ties(asked(without.store, with_background())) == Ties{"r- citizen_of "});

  const Filed dropped(articles, {{"", "", Action::drop, id, "", ""}, {"", "", Action::drop, "b-000000000000", "", ""}});
  CHECK(ties(asked(dropped.store, with_background())) == Ties{"r- citizen_of "});
  const std::vector<CorrectionEffect> wanted = {{false, "there is no tie of the background 'b-000000000000'"},
                                                {true, "dropped"}};
  CHECK(dropped.store.effects() == wanted);
}
