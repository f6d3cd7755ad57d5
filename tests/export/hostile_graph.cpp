// See hostile_graph.h.
#include "tests/export/hostile_graph.h"

#include <algorithm>
#include <string>

namespace entente {

namespace {

GraphEntity entity(std::string id, Kind kind, std::string name, std::vector<std::string> aliases = {}) {
  GraphEntity entity;
  entity.id = std::move(id);
  entity.kind = kind;
  entity.name = std::move(name);
  entity.aliases = std::move(aliases);
  entity.articles = 2;
  entity.mentions = 3;
  entity.first_date = "2025-10";
  entity.last_date = "2025-11-02";
  return entity;
}

GraphRelation relation(std::string id, std::string type, std::uint32_t subject, std::uint32_t object,
                       std::string role = {}, bool negated = false) {
  GraphRelation relation;
  relation.id = std::move(id);
  relation.type = std::move(type);
  relation.subject = subject;
  relation.object = object;
  relation.role = std::move(role);
  relation.negated = negated;
  relation.weight = 2;
  relation.articles = 2;
  relation.first_date = "2025-10-31";
  relation.last_date = "2025-11-02";
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
  event.first_date = "2025-11-02";
  event.last_date = "2025-11-02";
  event.confidence = 0.8;
  return event;
}

}  // namespace

KnowledgeGraph hostile_graph() {
  KnowledgeGraph graph;
  graph.entities = {
      entity("country/chn", Kind::country, "China", {"中国", "People's Republic of China"}),      // 0
      entity("country/null", Kind::country, "null"),                                              // 1
      entity("event/inf-treaty", Kind::event, "INF Treaty", {"NaN & <Infinity>", "]]>"}),         // 2
      entity("organisation/a b:c_d", Kind::organisation, "R&D \"Böse\" <Söhne> 'GmbH'"),          // 3
      entity("organisation/emoji", Kind::organisation, "Red 🌹 Rose 👩‍👩‍👧"),       // 4
      entity("person/line", Kind::person, "First\nSecond\tThird\r\nFourth"),                      // 5
      entity("person/rtl", Kind::person, "محمود عباس"),                                           // 6
      entity("person/\xD0\xBF\xD1\x83", Kind::person, "bell\x07 and \x1b[31mred\x01, \xFF bad"),  // 7
      entity("place/alone", Kind::place, R"(Alone \N, C:\new "x\")"),                             // 8
  };
  graph.relations = {
      relation("r-000000000001", "member_of", 0, 3),
      relation("r-000000000002", "member_of", 0, 3, "founding; member"),
      relation("r-000000000003", "member_of", 0, 3, {}, true),
      relation("r-000000000004", "allied_with", 4, 0),
      relation("r-000000000005", "allied_with", 0, 4),
      relation("r-000000000006", "leads", 7, 0, "<president>"),
      relation("r-000000000007", "leads", 5, 5),
  };
  graph.events = {
      event("e-000000000001", "CONSULT", 1, 2, {0}, {1}, "2025-10-30"),
      event("e-000000000002", "CONSULT", 1, 1, {0}, {1}, "2025-11-01"),
      event("e-000000000003", "CONSULT", 1, 1, {1}, {0}, "2025-11-01"),
      event("e-000000000004", "SANCTION", 4, -4, {0, 4}, {1, 6}, "2025-11"),
      event("e-000000000005", "THREATEN", 3, -6, {0}, {1}, ""),
      event("e-000000000006", "PROTEST", 4, -6.5, {5}, {}, "2025-11-01"),
      event("e-000000000007", "AGREE", 1, 4, {5}, {6}, "2025-11-03"),
      event("e-000000000008", "AGREE", 1, 4, {4, 5, 6}, {}, "2025-11-04"),
  };
  graph.events[1].modality = Modality::planned;
  graph.events[3].place = 2;
  graph.events[4].modality = Modality::denied;
  return graph;
}

std::vector<Evidence> hostile_evidence(std::string_view id, std::size_t limit) {
  std::vector<Evidence> evidence(2);
  evidence[0].article = "a1";
  evidence[0].source = "Agence \"X\" & Y";
  evidence[0].published = "2025-10-31";
  evidence[0].text = "“Stop <b>now</b>” & go: " + std::string(id) + "\x02.";
  evidence[1].article = "a2";
  evidence[1].text = "Another sentence.";
  evidence.resize(std::min(limit, evidence.size()));
  return evidence;
}

}  // namespace entente
