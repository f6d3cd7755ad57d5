// Neighbours, ways, components and ranks on small graphs.
#include "graph/topology.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <random>

using namespace entente;

namespace {

/// A graph of countries named by letters.
class Sketch {
 public:
  explicit Sketch(std::size_t entities) {
    for (std::size_t i = 0; i < entities; ++i) {
      GraphEntity& entity = graph.entities.emplace_back();
      entity.id = "country/" + std::string(1, static_cast<char>('a' + i));
      entity.kind = Kind::country;
    }
  }
  GraphRelation& relation(std::uint32_t subject, std::uint32_t object, std::uint32_t weight = 1) {
    GraphRelation& relation = graph.relations.emplace_back();
    relation.type = "allied_with";
    relation.subject = subject;
    relation.object = object;
    relation.weight = weight;
    relation.confidence = 1;
    relation.first_date = relation.last_date = "2025-11-01";
    return relation;
  }
  GraphEvent& event(std::vector<std::uint32_t> sources, std::vector<std::uint32_t> targets) {
    GraphEvent& event = graph.events.emplace_back();
    event.type = "CONSULT";
    event.sources = std::move(sources);
    event.targets = std::move(targets);
    event.weight = 1;
    event.confidence = 0.5;
    event.first_date = event.last_date = "2025-11-02";
    return event;
  }
  KnowledgeGraph graph;
};

constexpr std::uint32_t A = 0, B = 1, C = 2, D = 3, E = 4;

using Ways = std::vector<std::vector<std::uint32_t>>;

Ways ways(const Topology& topology, std::uint32_t from, std::uint32_t to, std::size_t k, std::size_t max_hops = 6) {
  Ways result;
  for (const Path& path : topology.paths(from, to, k, max_hops)) result.push_back(path.entities);
  return result;
}

}  // namespace

TEST_CASE("a neighbour has all ties between the two, the strongest neighbour comes first") {
  Sketch sketch(3);
  sketch.relation(A, B);
  sketch.event({B}, {A});
  sketch.relation(C, A, 7);
  const Topology topology(sketch.graph);
  const std::vector<Neighbour> neighbours = topology.neighbours(A);
  REQUIRE(neighbours.size() == 2);
  CHECK(neighbours[0].entity == C);
  CHECK(neighbours[0].strength == 7);
  CHECK(neighbours[0].ties == std::vector<Tie>{{Tie::Kind::relation, 1, Direction::in, 7}});
  CHECK(neighbours[1].entity == B);
  CHECK(neighbours[1].strength == 1.5);
  CHECK(neighbours[1].ties ==
        std::vector<Tie>{{Tie::Kind::relation, 0, Direction::out, 1}, {Tie::Kind::event, 0, Direction::in, 0.5}});
  CHECK(topology.degree(A) == 2);
  CHECK(topology.strength(A) == 8.5);
  CHECK(topology.edge_count() == 2);
}

TEST_CASE("an event joins its actors, on the same side too, but not its place") {
  Sketch sketch(4);
  sketch.event({A, B}, {C}).place = static_cast<std::int32_t>(D);
  const Topology topology(sketch.graph);
  CHECK(topology.ties(A, B).at(0).direction == Direction::with);
  CHECK(topology.ties(A, C).at(0).direction == Direction::out);
  CHECK(topology.ties(C, B).at(0).direction == Direction::in);
  CHECK(topology.degree(D) == 0);
}

TEST_CASE("what is negated, denied or hypothetical is no tie unless asked for") {
  Sketch sketch(2);
  sketch.relation(A, B).negated = true;
  sketch.event({A}, {B}).modality = Modality::denied;
  sketch.event({A}, {B}).modality = Modality::hypothetical;
  CHECK(Topology(sketch.graph).degree(A) == 0);
  CHECK(Topology(sketch.graph, {.negated = true}).ties(A, B).size() == 1);
  CHECK(Topology(sketch.graph, {.negated = true, .hypothetical = true, .denied = true}).ties(A, B).size() == 3);
}

TEST_CASE("filters select by type, kind, weight, confidence and date") {
  Sketch sketch(3);
  sketch.relation(A, B, 3);
  sketch.event({A}, {C});
  sketch.graph.entities[C].kind = Kind::person;
  const auto degree = [&](const Filter& filter) { return Topology(sketch.graph, filter).degree(A); };
  CHECK(degree({}) == 2);
  CHECK(degree({.relation_types = {"allied_with"}}) == 1);
  CHECK(degree({.event_types = {"CONSULT"}}) == 1);
  CHECK(degree({.relation_types = {"allied_with"}, .event_types = {"CONSULT"}}) == 2);
  CHECK(degree({.kinds = {Kind::country}}) == 1);
  CHECK(degree({.min_weight = 2}) == 1);
  CHECK(degree({.min_confidence = 0.6}) == 1);
  CHECK(degree({.from = "2025-11-02"}) == 1);
  CHECK(degree({.to = "2025-11-01"}) == 1);
  CHECK(degree({.from = "2025-11", .to = "2025-11"}) == 2);
  CHECK(degree({.from = "2025-12"}) == 0);
}

TEST_CASE("days meet as far as cut dates can tell") {
  CHECK(days_meet({.from = "2025-11-03"}, "2025", "2025"));
  CHECK_FALSE(days_meet({.from = "2026-01-01"}, "2025", "2025"));
  CHECK(days_meet({.to = "2025-11"}, "2025-11-30", ""));
  CHECK_FALSE(days_meet({.to = "2025-10"}, "2025-11-30", ""));
  CHECK(days_meet({.from = "2030"}, "2012", ""));
  CHECK_FALSE(days_meet({.from = "2030"}, "", ""));
  CHECK(days_meet({}, "", ""));
}

TEST_CASE("a relation that the text dates holds then, not when it was reported") {
  Sketch sketch(2);
  GraphRelation& relation = sketch.relation(A, B);
  relation.start = "1950";
  relation.end = "1989-11";
  CHECK(Topology(sketch.graph, {.from = "1970", .to = "1971"}).degree(A) == 1);
  CHECK(Topology(sketch.graph, {.from = "2025"}).degree(A) == 0);
}

TEST_CASE("ways are ordered by steps, then strength, then index") {
  Sketch sketch(5);
  sketch.relation(A, B);
  sketch.relation(B, E);
  sketch.relation(A, C, 5);
  sketch.relation(C, E, 5);
  sketch.relation(A, D);
  sketch.relation(D, E);
  const Topology topology(sketch.graph);
  CHECK(ways(topology, A, E, 9) == Ways{{A, C, E}, {A, B, E}, {A, D, E}});
  CHECK(ways(topology, A, E, 2) == Ways{{A, C, E}, {A, B, E}});
  CHECK(topology.paths(A, E, 1, 6).at(0).cost == doctest::Approx(0.4));
  CHECK(topology.paths(A, E, 1, 6).at(0).ties.at(0).at(0).index == 2);
  CHECK(ways(topology, E, A, 1) == Ways{{E, C, A}});
}

TEST_CASE("longer ways follow shorter ones, none passes an entity twice") {
  Sketch sketch(4);
  sketch.relation(A, B);
  sketch.relation(B, C);
  sketch.relation(A, C);
  sketch.relation(C, D);
  const Topology topology(sketch.graph);
  CHECK(ways(topology, A, D, 9) == Ways{{A, C, D}, {A, B, C, D}});
  CHECK(ways(topology, A, D, 9, 2) == Ways{{A, C, D}});
  CHECK(ways(topology, A, D, 9, 1).empty());
  CHECK(ways(topology, A, D, 0).empty());
}

TEST_CASE("all simple ways of a complete graph are found once") {
  Sketch sketch(5);
  for (std::uint32_t u = A; u <= E; ++u) {
    for (std::uint32_t v = u + 1; v <= E; ++v) sketch.relation(u, v);
  }
  const Ways all = ways(Topology(sketch.graph), A, E, 100);
  CHECK(all.size() == 16);  // 1 + 3 + 6 + 6
  CHECK(std::is_sorted(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  }));
  CHECK(std::adjacent_find(all.begin(), all.end()) == all.end());
}

namespace {

/// All simple ways, found by trying everything.
void every_way(const Topology& topology, std::uint32_t to, std::size_t max_hops, std::vector<std::uint32_t>& way,
               double cost, std::vector<std::pair<double, std::vector<std::uint32_t>>>& found) {
  if (way.back() == to) {
    found.emplace_back(cost, way);
    return;
  }
  if (way.size() > max_hops) return;
  for (const Neighbour& next : topology.neighbours(way.back())) {
    if (std::find(way.begin(), way.end(), next.entity) != way.end()) continue;
    way.push_back(next.entity);
    every_way(topology, to, max_hops, way, cost + 1 / next.strength, found);
    way.pop_back();
  }
}

}  // namespace

TEST_CASE("the best ways of random graphs are those that trying everything finds") {
  std::mt19937 random(5);
  for (int round = 0; round < 60; ++round) {
    Sketch sketch(9);
    for (int i = 0; i < 16; ++i) {
      const auto u = static_cast<std::uint32_t>(random() % 9);
      const auto v = static_cast<std::uint32_t>(random() % 9);
      if (u != v) sketch.relation(u, v, 1U << (random() % 3));
    }
    const Topology topology(sketch.graph);
    std::vector<std::pair<double, std::vector<std::uint32_t>>> all;
    std::vector<std::uint32_t> way{A};
    every_way(topology, E, 5, way, 0, all);
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
      return a.second.size() != b.second.size() ? a.second.size() < b.second.size() : a < b;
    });
    Ways expected;
    for (const auto& [cost, entities] : all) expected.push_back(entities);
    CHECK(ways(topology, A, E, 1000, 5) == expected);
    expected.resize(std::min<std::size_t>(expected.size(), 3));
    CHECK(ways(topology, A, E, 3, 5) == expected);
  }
}

TEST_CASE("there is no way to itself, to nowhere, or across components") {
  Sketch sketch(3);
  sketch.relation(A, B);
  const Topology topology(sketch.graph);
  CHECK(topology.paths(A, A, 3, 3).empty());
  CHECK(topology.paths(A, C, 3, 3).empty());
  CHECK(topology.paths(A, 99, 3, 3).empty());
  CHECK(topology.neighbours(99).empty());
}

TEST_CASE("components are numbered by size") {
  Sketch sketch(5);
  sketch.relation(A, B);
  sketch.relation(C, D);
  sketch.relation(D, E);
  CHECK(Topology(sketch.graph).components() == std::vector<std::uint32_t>{1, 1, 0, 0, 0});
  sketch.graph.entities[A].kind = Kind::person;
  CHECK(Topology(sketch.graph, {.kinds = {Kind::country}}).components() ==
        std::vector<std::uint32_t>{Topology::kNoComponent, 1, 0, 0, 0});
}

TEST_CASE("PageRank favours the middle of a star and sums to one") {
  Sketch sketch(5);
  for (const std::uint32_t leaf : {B, C, D}) sketch.relation(A, leaf);
  const std::vector<double> rank = Topology(sketch.graph).pagerank();
  CHECK(std::accumulate(rank.begin(), rank.end(), 0.0) == doctest::Approx(1));
  CHECK(rank[A] > 2 * rank[B]);
  CHECK(rank[B] == doctest::Approx(rank[D]));
  CHECK(rank[E] < rank[B]);  // without ties
}

TEST_CASE("betweenness of a line is known") {
  Sketch sketch(5);
  sketch.relation(A, B);
  sketch.relation(B, C);
  sketch.relation(C, D);
  const std::vector<double> exact = Topology(sketch.graph).betweenness();
  // Pairs of the other three that pass: 2 of 3 for B and C.
  CHECK(exact[A] == 0);
  CHECK(exact[B] == doctest::Approx(2.0 / 3));
  CHECK(exact[C] == doctest::Approx(2.0 / 3));
  CHECK(exact[E] == 0);
}

TEST_CASE("betweenness from few sources is the same each time and finds the middle") {
  Sketch sketch(26);
  for (std::uint32_t leaf = 1; leaf < 26; ++leaf) sketch.relation(A, leaf);
  const Topology topology(sketch.graph);
  CHECK(topology.betweenness()[A] == doctest::Approx(1));
  CHECK(topology.betweenness(5) == topology.betweenness(5));
  CHECK(topology.betweenness(5)[A] > 0.5);
}

TEST_CASE("an empty graph has no shape") {
  const Topology topology(KnowledgeGraph{});
  CHECK(topology.components().empty());
  CHECK(topology.pagerank().empty());
  CHECK(topology.betweenness().empty());
}
