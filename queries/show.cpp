// The dossier of an entity.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "queries/dealings.h"
#include "queries/event_order.h"
#include "queries/queries.h"
#include "queries/rows.h"

namespace entente {

namespace {

constexpr std::size_t kSaid = 3;  // sentences that mention the entity, the latest

Section who(const GraphEntity& entity) {
  Section section{"entity",
                  entity.name,
                  {"id", "name", "kind", "type", "country", "sector", "iso3", "wikidata", "cow", "aliases", "articles",
                   "mentions", "first_date", "last_date"},
                  {},
                  true};
  section.rows.push_back({entity.id, entity.name, std::string(word(entity.kind)), text_value(entity.type),
                          text_value(entity.country), text_value(entity.sector), text_value(entity.links.iso3),
                          text_value(entity.links.wikidata), text_value(entity.links.cow),
                          text_value(joined(entity.aliases, "; ")), count_value(entity.articles),
                          count_value(entity.mentions), text_value(entity.first_date), text_value(entity.last_date)});
  return section;
}

bool is_end(const World& world, const GraphRelation& relation, std::uint32_t entity) {
  if (relation.subject != entity && relation.object != entity) return false;
  const std::uint32_t other = relation.subject == entity ? relation.object : relation.subject;
  return selects(world.filter, world.graph.entities[other]) && selects(world.filter, relation);
}

Section ties(const World& world, std::uint32_t entity, std::size_t limit, Answer& answer) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < world.graph.relations.size(); ++i) {
    if (is_end(world, world.graph.relations[i], entity)) found.push_back(i);
  }
  std::ranges::stable_sort(found, std::ranges::greater{}, [&](std::uint32_t i) {
    return world.graph.relations[i].weight * world.graph.relations[i].confidence;
  });
  Section section = relation_section(world, "ties", "Ties");
  for (const std::uint32_t i : found) {
    if (section.rows.size() == limit) break;
    section.rows.push_back(relation_row(world, i));
  }
  note_left_out(answer, "ties", section.rows.size(), found.size());
  return section;
}

Section last_events(const World& world, std::uint32_t entity, std::size_t limit, Answer& answer) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < world.graph.events.size(); ++i) {
    if (acts_in(world.graph.events[i], entity) && selects(world.filter, world.graph.events[i])) found.push_back(i);
  }
  const std::size_t total = found.size();
  std::vector<std::uint32_t> shown = latest(world.graph, std::move(found), limit);
  std::ranges::reverse(shown);
  Section section = event_section("events", "Latest events");
  for (const std::uint32_t i : shown) section.rows.push_back(event_row(world, i));
  note_left_out(answer, "events", section.rows.size(), total);
  return section;
}

Section co_actors(const World& world, std::uint32_t entity, std::size_t limit) {
  Section section{"co_actors", "Deals with", {"id", "name", "kind"}, {}, false};
  for (std::string& column : dealings_columns()) section.columns.push_back(std::move(column));
  section.unseen = finer_dealings_columns();
  section.unseen.emplace_back("id");
  for (const Neighbour& neighbour : world.topology.neighbours(entity)) {
    if (section.rows.size() == limit) break;
    const Dealings sum = dealings(world.graph, neighbour.ties);
    if (sum.events == 0) continue;
    const GraphEntity& other = world.graph.entities[neighbour.entity];
    if (!selects(world.filter, other)) continue;
    std::vector<Value> row{other.id, other.name, std::string(word(other.kind))};
    append_dealings(row, sum);
    section.rows.push_back(std::move(row));
  }
  return section;
}

Section last_said(const World& world, const GraphEntity& entity) {
  Section section{"said", "Last said", {"published", "sentence", "article", "outlet"},
                  {},     false,       {"sentence", "outlet", "published", "article"},
                  {}};
  const std::vector<Evidence> evidence = world.evidence ? world.evidence(entity.id, SIZE_MAX) : std::vector<Evidence>{};
  const Evidence* before = nullptr;
  for (auto said = evidence.rbegin(); said != evidence.rend() && section.rows.size() < kSaid; ++said) {
    const bool again = before != nullptr && before->article == said->article && before->sentence == said->sentence;
    before = &*said;
    if (again) continue;
    section.rows.push_back(
        {text_value(said->published), text_value(said->text), text_value(said->article), text_value(said->source)});
  }
  return section;
}

}  // namespace

Answer show(const World& world, std::uint32_t entity, std::size_t limit) {
  Answer answer;
  answer.sections.push_back(who(world.graph.entities[entity]));
  answer.sections.push_back(ties(world, entity, limit, answer));
  answer.sections.push_back(last_events(world, entity, limit, answer));
  answer.sections.push_back(co_actors(world, entity, limit));
  answer.sections.push_back(last_said(world, world.graph.entities[entity]));
  return answer;
}

}  // namespace entente
