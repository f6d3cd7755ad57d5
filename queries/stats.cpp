// What is in a graph.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "queries/queries.h"
#include "queries/rows.h"

namespace entente {

namespace {

using Counts = std::map<std::string, std::size_t>;

std::size_t total(const Counts& counts) {
  std::size_t sum = 0;
  for (const auto& [word, count] : counts) sum += count;
  return sum;
}

/// Most frequent first, then by word.
Section section_of(std::string key, std::string heading, std::string column, const Counts& counts) {
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::ranges::stable_sort(sorted, std::ranges::greater{}, [](const auto& entry) { return entry.second; });
  Section section{std::move(key), std::move(heading), {std::move(column), "count"}, {}, false};
  for (const auto& [word, count] : sorted) section.rows.push_back({word, count_value(count)});
  return section;
}

/// Whether one of its actors is of a kind asked for.
bool has_actor(const World& world, const GraphEvent& event) {
  const auto selected = [&](std::uint32_t entity) { return world.topology.selected(entity); };
  return std::ranges::any_of(event.sources, selected) || std::ranges::any_of(event.targets, selected);
}

struct Days {
  std::string first;
  std::string last;
  void add(const GraphEntity& entity) {
    if (!entity.first_date.empty() && (first.empty() || entity.first_date < first)) first = entity.first_date;
    last = std::max(last, entity.last_date);
  }
};

}  // namespace

Answer stats(const World& world, const Holdings& holdings) {
  Counts kinds;
  Counts relations;
  Counts events;
  Days days;
  for (std::uint32_t i = 0; i < world.graph.entities.size(); ++i) {
    if (!world.topology.selected(i)) continue;
    ++kinds[std::string(word(world.graph.entities[i].kind))];
    days.add(world.graph.entities[i]);
  }
  for (const GraphRelation& relation : world.graph.relations) {
    const bool ends = world.topology.selected(relation.subject) && world.topology.selected(relation.object);
    if (ends && selects(world.filter, relation)) ++relations[relation_word(relation)];
  }
  for (const GraphEvent& event : world.graph.events) {
    if (has_actor(world, event) && selects(world.filter, event)) ++events[event.type];
  }
  Section sum{"graph",
              "Graph",
              {"articles", "sentences", "entities", "relations", "events", "pairs", "first_date", "last_date"},
              {},
              true};
  sum.rows.push_back({count_value(holdings.articles), count_value(holdings.sentences), count_value(total(kinds)),
                      count_value(total(relations)), count_value(total(events)),
                      count_value(world.topology.edge_count()), text_value(days.first), text_value(days.last)});
  Answer answer;
  answer.sections = {std::move(sum), section_of("entities", "Entities", "kind", kinds),
                     section_of("relations", "Relations", "type", relations),
                     section_of("events", "Events", "type", events)};
  return answer;
}

}  // namespace entente
