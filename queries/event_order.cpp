// See event_order.h.
#include "queries/event_order.h"

#include <algorithm>
#include <tuple>

#include "queries/rows.h"

namespace entente {

std::vector<std::uint32_t> latest(const KnowledgeGraph& graph, std::vector<std::uint32_t> events, std::size_t limit) {
  std::ranges::sort(events, [&](std::uint32_t a, std::uint32_t b) {
    const GraphEvent& left = graph.events[a];
    const GraphEvent& right = graph.events[b];
    return std::tie(day_of(left), left.id) < std::tie(day_of(right), right.id);
  });
  if (events.size() > limit) events.erase(events.begin(), events.end() - static_cast<std::ptrdiff_t>(limit));
  return events;
}

bool contains(const std::vector<std::uint32_t>& sorted, std::uint32_t entity) {
  return std::ranges::binary_search(sorted, entity);
}

bool acts_in(const GraphEvent& event, std::uint32_t entity) {
  return contains(event.sources, entity) || contains(event.targets, entity);
}

}  // namespace entente
