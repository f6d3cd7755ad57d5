// All that passed between two sides: relations and events, in both directions and together.
#include <algorithm>
#include <array>

#include "queries/dealings.h"
#include "queries/event_order.h"
#include "queries/queries.h"
#include "queries/rows.h"

namespace entente {

namespace {

/// Everybody on a side, sorted.
std::vector<std::uint32_t> members(const World& world, std::uint32_t entity, std::uint32_t opponent, Sides sides) {
  const GraphEntity& head = world.graph.entities[entity];
  std::vector<std::uint32_t> side{entity};
  if (sides == Sides::themselves || head.kind != Kind::country || head.links.iso3.empty()) return side;
  for (std::uint32_t i = 0; i < world.graph.entities.size(); ++i) {
    const GraphEntity& other = world.graph.entities[i];
    const bool acts = other.kind == Kind::person || other.kind == Kind::organisation;
    const bool belongs = acts && i != opponent && other.country == head.links.iso3;
    if (belongs && selects(world.filter, other)) side.push_back(i);
  }
  std::ranges::sort(side);
  return side;
}

bool meet(const std::vector<std::uint32_t>& some, const std::vector<std::uint32_t>& side) {
  return std::ranges::any_of(some, [&](std::uint32_t entity) { return contains(side, entity); });
}

enum Way : std::uint8_t { kForth, kBack, kTogether, kNone };

class Question {
 public:
  Question(const World& world, std::uint32_t a, std::uint32_t b, Sides sides)
      : world_(world),
        names_{world.graph.entities[a].name, world.graph.entities[b].name},
        a_(members(world, a, b, sides)),
        b_(members(world, b, a, sides)) {}

  Answer answer(std::size_t limit) {
    const std::vector<std::uint32_t> relations = between_relations();
    const std::vector<std::uint32_t> events = between_events();
    Answer answer;
    answer.sections = {summary(relations, events), relation_rows(relations, limit), event_rows(events, limit)};
    note_left_out(answer, "relations", answer.sections[1].rows.size(), relations.size());
    note_left_out(answer, "events (the latest)", answer.sections[2].rows.size(), events.size());
    return answer;
  }

 private:
  [[nodiscard]] Way way(const GraphRelation& relation) const {
    if (contains(a_, relation.subject) && contains(b_, relation.object)) return kForth;
    if (contains(b_, relation.subject) && contains(a_, relation.object)) return kBack;
    return kNone;
  }

  [[nodiscard]] Way way(const GraphEvent& event) const {
    const bool a_does = meet(event.sources, a_);
    const bool b_does = meet(event.sources, b_);
    const bool to_a = meet(event.targets, a_);
    const bool to_b = meet(event.targets, b_);
    if (a_does && to_b) return b_does && to_a ? kTogether : kForth;
    if (b_does && to_a) return kBack;
    return (a_does && b_does) || (to_a && to_b) ? kTogether : kNone;
  }

  [[nodiscard]] std::string way_text(Way way) const {
    switch (way) {
      case kForth:
        return names_[0] + " > " + names_[1];
      case kBack:
        return names_[1] + " > " + names_[0];
      default:
        return "together";
    }
  }

  [[nodiscard]] std::vector<std::uint32_t> between_relations() const {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < world_.graph.relations.size(); ++i) {
      const GraphRelation& relation = world_.graph.relations[i];
      if (way(relation) != kNone && selects(world_.filter, relation)) found.push_back(i);
    }
    std::ranges::stable_sort(found, {}, [&](std::uint32_t i) { return world_.graph.relations[i].first_date; });
    return found;
  }

  [[nodiscard]] std::vector<std::uint32_t> between_events() const {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < world_.graph.events.size(); ++i) {
      const GraphEvent& event = world_.graph.events[i];
      if (way(event) != kNone && selects(world_.filter, event)) found.push_back(i);
    }
    return latest(world_.graph, std::move(found), world_.graph.events.size());
  }

  [[nodiscard]] Section summary(const std::vector<std::uint32_t>& relations,
                                const std::vector<std::uint32_t>& events) const {
    std::array<Dealings, kNone> sums;
    for (const std::uint32_t i : relations) sums[way(world_.graph.relations[i])].add(world_.graph.relations[i]);
    for (const std::uint32_t i : events) sums[way(world_.graph.events[i])].add(world_.graph.events[i]);
    Section section{"summary", "Between " + names_[0] + " and " + names_[1], {"way", "relations"}, {}, false};
    for (std::string& column : dealings_columns()) section.columns.push_back(std::move(column));
    section.unseen = finer_dealings_columns();
    for (const Way way : {kForth, kBack, kTogether}) {
      std::vector<Value> row{way_text(way), text_value(joined(sums[way].relations))};
      append_dealings(row, sums[way]);
      section.rows.push_back(std::move(row));
    }
    return section;
  }

  [[nodiscard]] Section relation_rows(const std::vector<std::uint32_t>& relations, std::size_t limit) const {
    Section section = relation_section(world_, "relations", "Relations");
    for (const std::uint32_t i : relations) {
      if (section.rows.size() == limit) break;
      section.rows.push_back(relation_row(world_, i));
    }
    return section;
  }

  [[nodiscard]] Section event_rows(const std::vector<std::uint32_t>& events, std::size_t limit) const {
    Section section = event_section("events", "Events");
    section.columns.insert(section.columns.begin() + 2, "way");
    for (const std::uint32_t i : latest(world_.graph, events, limit)) {
      std::vector<Value> row = event_row(world_, i);
      row.insert(row.begin() + 2, Value(way_text(way(world_.graph.events[i]))));
      section.rows.push_back(std::move(row));
    }
    return section;
  }

  const World& world_;
  std::array<std::string, 2> names_;
  std::vector<std::uint32_t> a_;
  std::vector<std::uint32_t> b_;
};

}  // namespace

Answer between(const World& world, std::uint32_t a, std::uint32_t b, Sides sides, std::size_t limit) {
  return Question(world, a, b, sides).answer(limit);
}

}  // namespace entente
