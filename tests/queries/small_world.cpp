// See small_world.h.
#include "tests/queries/small_world.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

GraphEntity entity(std::string id, Kind kind, std::string name, std::string country, std::uint32_t articles,
                   std::vector<std::string> aliases = {}) {
  GraphEntity entity;
  entity.id = std::move(id);
  entity.kind = kind;
  entity.name = std::move(name);
  entity.country = std::move(country);
  if (kind == Kind::country) entity.links.iso3 = entity.country;
  entity.articles = articles;
  entity.mentions = articles;
  entity.first_date = "2025-01-01";
  entity.last_date = "2025-06-30";
  entity.aliases = std::move(aliases);
  return entity;
}

GraphRelation relation(std::string id, std::string type, std::uint32_t subject, std::uint32_t object,
                       std::uint32_t weight, std::string role = {}) {
  GraphRelation relation;
  relation.id = std::move(id);
  relation.type = std::move(type);
  relation.subject = subject;
  relation.object = object;
  relation.role = std::move(role);
  relation.weight = weight;
  relation.articles = weight;
  relation.first_date = "2025-01-10";
  relation.last_date = "2025-06-10";
  relation.confidence = 0.9;
  return relation;
}

GraphEvent event(std::string id, std::string type, std::int32_t quad, double intensity,
                 std::vector<std::uint32_t> sources, std::vector<std::uint32_t> targets, std::string date) {
  GraphEvent event;
  event.id = std::move(id);
  event.type = std::move(type);
  event.quad = quad;
  event.intensity = intensity;
  event.sources = std::move(sources);
  event.targets = std::move(targets);
  event.date = std::move(date);
  event.precision = DatePrecision::day;
  event.weight = 1;
  event.articles = 1;
  event.first_date = "2025-06-01";
  event.last_date = "2025-06-01";
  event.confidence = 0.8;
  return event;
}

}  // namespace

KnowledgeGraph small_graph() {
  KnowledgeGraph graph;
  graph.entities = {
      entity("country/chn", Kind::country, "China", "CHN", 90, {"PRC", "People's Republic of China"}),  // 0
      entity("country/usa", Kind::country, "United States", "USA", 99, {"America", "US"}),              // 1
      entity("organisation/nato", Kind::organisation, "North Atlantic Treaty Organization", "", 40),    // 2
      entity("organisation/pla", Kind::organisation, "People's Liberation Army", "CHN", 12),            // 3
      entity("person/george-bush", Kind::person, "George Bush", "USA", 5),                              // 4
      entity("person/george-w-bush", Kind::person, "George W. Bush", "USA", 6),                         // 5
      entity("person/kim-jong-un", Kind::person, "Kim Jong Un", "PRK", 30),                             // 6
      entity("person/lech-walesa", Kind::person, "Lech Wałęsa", "POL", 4),                              // 7
      entity("person/xi-jinping", Kind::person, "Xi Jinping", "CHN", 60, {"Chairman Xi"}),              // 8
      entity("place/washington", Kind::place, "Washington", "USA", 50),                                 // 9
      entity("place/washington-state", Kind::place, "Washington", "USA", 2),                            // 10
  };
  graph.relations = {
      relation("r-0a0000000001", "leads", 8, 0, 9, "president"),
      relation("r-0b0000000002", "leads", 5, 1, 2, "president"),
      relation("r-0c0000000003", "member_of", 1, 2, 7),
      relation("r-0d0000000004", "member_of", 0, 2, 1),
  };
  graph.relations[1].past = true;
  graph.relations[3].negated = true;
  graph.events = {
      event("e-0a0000000001", "CONSULT", 1, 1, {8}, {1}, "2025-03-01"),
      event("e-0b0000000002", "SANCTION", 4, -4, {1}, {0}, "2025-02-01"),
      event("e-0c0000000003", "THREATEN", 3, -6, {0}, {1}, "2025-05-05"),
      event("e-0d0000000004", "AGREE", 1, 4, {0, 1}, {}, "2025-04-04"),
      event("e-0e0000000005", "MOBILIZE", 4, -7.2, {3}, {1}, "2025-06-06"),
      event("e-0f0000000006", "ACCUSE", 3, -2, {6}, {1}, ""),
  };
  return graph;
}

std::uint32_t index_of(const KnowledgeGraph& graph, std::string_view id) {
  const auto found = std::ranges::find(graph.entities, id, &GraphEntity::id);
  REQUIRE(found != graph.entities.end());
  return static_cast<std::uint32_t>(found - graph.entities.begin());
}

std::vector<Evidence> SmallWorld::evidence(std::string_view id, std::size_t limit) {
  asked_.emplace_back(id);
  std::vector<Evidence> evidence(2);
  evidence[0].article = "a1";
  evidence[0].published = "2025-06-01";
  evidence[0].source = "Reuters";
  evidence[0].text = fmt::format("First of {}.", id);
  evidence[0].confidence = 0.5;
  evidence[1] = evidence[0];
  evidence[1].article = "a2";
  evidence[1].text = fmt::format("Surest of {}.", id);
  evidence[1].confidence = 0.9;
  evidence.resize(std::min(limit, evidence.size()));
  return evidence;
}

const Section& section(const Answer& answer, std::string_view key) {
  const auto found = std::ranges::find(answer.sections, key, &Section::key);
  REQUIRE(found != answer.sections.end());
  for (const std::vector<Value>& row : found->rows) REQUIRE(row.size() == found->columns.size());
  return *found;
}

std::string cell(const Section& section, std::size_t row, std::string_view column) {
  struct Printer {
    std::string operator()(std::monostate) const { return "-"; }
    std::string operator()(std::int64_t number) const { return fmt::to_string(number); }
    std::string operator()(double number) const { return fmt::to_string(number); }
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(const std::string& text) const { return text; }
  };
  const auto found = std::ranges::find(section.columns, column);
  REQUIRE(found != section.columns.end());
  REQUIRE(row < section.rows.size());
  return std::visit(Printer{}, section.rows[row][static_cast<std::size_t>(found - section.columns.begin())]);
}

std::vector<std::string> column(const Section& section, std::string_view name) {
  std::vector<std::string> cells;
  for (std::size_t row = 0; row < section.rows.size(); ++row) cells.push_back(cell(section, row, name));
  return cells;
}

}  // namespace entente
