// See dealings.h.
#include "queries/dealings.h"

#include <algorithm>

#include "queries/rows.h"

namespace entente {

void Dealings::add(const GraphRelation& relation) {
  const std::string word = relation_word(relation);
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
  const auto repeated = std::ranges::unique(events);
  events.erase(repeated.begin(), repeated.end());
  for (const std::uint32_t event : events) sum.add(graph.events[event]);
  return sum;
}

std::vector<std::string> dealings_columns() {
  return {"events",          "verbal_cooperation", "material_cooperation",
          "verbal_conflict", "material_conflict",  "mean_intensity"};
}

void append_dealings(std::vector<Value>& row, const Dealings& dealings) {
  row.push_back(count_value(dealings.events));
  for (std::size_t quad = 1; quad < dealings.quads.size(); ++quad) row.push_back(count_value(dealings.quads[quad]));
  row.push_back(dealings.mean_intensity());
}

}  // namespace entente
