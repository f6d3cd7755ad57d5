// What an entity did and what was done to it, by date.
#include "queries/event_order.h"
#include "queries/queries.h"
#include "queries/rows.h"

namespace entente {

Answer timeline(const World& world, std::uint32_t entity, std::optional<std::uint32_t> other, std::size_t limit) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < world.graph.events.size(); ++i) {
    const GraphEvent& event = world.graph.events[i];
    if (acts_in(event, entity) && (!other || acts_in(event, *other)) && selects(world.filter, event))
      found.push_back(i);
  }
  const std::size_t total = found.size();
  std::string heading = "Events of " + world.graph.entities[entity].name;
  if (other) heading += " and " + world.graph.entities[*other].name;
  Section section = event_section("events", std::move(heading));
  for (const std::uint32_t event : latest(world.graph, std::move(found), limit)) {
    section.rows.push_back(event_row(world, event));
  }
  Answer answer;
  note_left_out(answer, "events (the latest)", section.rows.size(), total);
  answer.sections.push_back(std::move(section));
  return answer;
}

}  // namespace entente
