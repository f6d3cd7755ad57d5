// See dealings.h.
#include "queries/dealings.h"

#include <algorithm>
#include <iterator>

#include "queries/rows.h"

namespace entente {

void Dealings::add(const GraphRelation& relation) {
  const std::string word = marked_relation_word(relation);
  const auto place = std::ranges::lower_bound(relations, word);
  if (place == relations.end() || *place != word) relations.insert(place, word);
}

void Dealings::add(const GraphEvent& event) {
  ++events;
  ++quads[event.quad >= 1 && event.quad <= 4 ? static_cast<std::size_t>(event.quad) : 0];
  intensity += event.intensity;
}

Value Dealings::mean_intensity() const {
  if (events == 0) return {};
  return intensity / static_cast<double>(events);
}

bool is_actor(const World& world, std::uint32_t entity) {
  const GraphEntity& of = world.graph.entities[entity];
  if (!world.filter.kinds.empty()) return selects(world.filter, of);
  return of.kind == Kind::person || of.kind == Kind::country || of.kind == Kind::organisation;
}

Dealings dealings(const KnowledgeGraph& graph, std::span<const Tie> ties) {
  std::vector<std::uint32_t> events;
  Dealings sum;
  for (const Tie& tie : ties) {
    if (tie.kind == Tie::Kind::relation) {
      sum.add(graph.relations[tie.index]);
    } else {
      events.push_back(tie.index);
    }
  }
  std::ranges::sort(events);
  events.erase(std::unique(events.begin(), events.end()), events.end());
  for (const std::uint32_t event : events) sum.add(graph.events[event]);
  return sum;
}

std::vector<std::string> finer_dealings_columns() {
  return {"verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"};
}

std::vector<std::string> dealings_columns() {
  std::vector<std::string> columns{"events", "cooperation", "conflict"};
  std::ranges::move(finer_dealings_columns(), std::back_inserter(columns));
  columns.emplace_back("mean_intensity");
  return columns;
}

void append_dealings(std::vector<Value>& row, const Dealings& dealings) {
  row.push_back(count_value(dealings.events));
  row.push_back(count_value(dealings.quads[1] + dealings.quads[2]));
  row.push_back(count_value(dealings.quads[3] + dealings.quads[4]));
  for (std::size_t quad = 1; quad < dealings.quads.size(); ++quad) row.push_back(count_value(dealings.quads[quad]));
  row.push_back(dealings.mean_intensity());
}

}  // namespace entente
