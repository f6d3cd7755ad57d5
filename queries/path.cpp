// How two entities are connected: the best ways, step by step.
#include <fmt/format.h>

#include "queries/queries.h"
#include "queries/rows.h"

namespace entente {

namespace {

std::string_view word(Direction direction) {
  switch (direction) {
    case Direction::out:
      return "out";
    case Direction::in:
      return "in";
    case Direction::with:
      return "with";
  }
  return "";
}

/// "Xi Jinping, leads: China", for people: which of the two does it to the other.
std::string arrow(std::string_view what, Direction direction) {
  switch (direction) {
    case Direction::out:
      return fmt::format("-- {} ->", what);
    case Direction::in:
      return fmt::format("<- {} --", what);
    case Direction::with:
      return fmt::format("-- {} --", what);
  }
  return std::string(what);
}

std::vector<Value> step_row(const World& world, const Path& path, std::size_t number, std::size_t step) {
  const KnowledgeGraph& graph = world.graph;
  const Tie& tie = path.ties[step].front();
  std::vector<Value> row{count_value(number), count_value(step + 1), graph.entities[path.entities[step]].name};
  std::string id;
  const auto append = [&](const auto& link, const std::string& told, const std::string& what, const std::string& date) {
    id = link.id;
    row.insert(row.end(), {arrow(told, tie.direction), graph.entities[path.entities[step + 1]].name, link.id, what,
                           std::string(word(tie.direction)), text_value(date), link.confidence,
                           count_value(path.ties[step].size())});
  };
  bool background = false;
  if (tie.kind == Tie::Kind::relation) {
    const GraphRelation& relation = graph.relations[tie.index];
    append(relation, marked_relation_word(relation), relation_word(relation), relation.last_date);
    background = relation.background;
  } else {
    const GraphEvent& event = graph.events[tie.index];
    append(event, event.type, event.type, day_of(event));
  }
  if (world.filter.background) row.emplace_back(background);
  append_sentence(row, world, id);
  return row;
}

std::string route(const KnowledgeGraph& graph, const Path& path) {
  std::vector<std::string> names;
  for (const std::uint32_t entity : path.entities) names.push_back(graph.entities[entity].name);
  return joined(names, " > ");
}

}  // namespace

Answer path(const World& world, std::uint32_t from, std::uint32_t to, std::size_t k, std::size_t max_hops) {
  const std::string& first = world.graph.entities[from].name;
  const std::string& last = world.graph.entities[to].name;
  Section ways{"paths", fmt::format("Ways from {} to {}", first, last), {"path", "route", "steps", "cost"}, {}, false};
  Section steps{"steps",
                "Steps",
                {"path", "step", "from", "tie", "to", "id", "type", "direction", "date", "confidence", "ties"},
                {},
                false,
                {"sentence", "outlet", "published", "article", "id", "confidence"},
                {"type", "direction", "ties"}};
  if (world.filter.background) {
    steps.columns.emplace_back("background");
    steps.unseen.emplace_back("background");  // people read it in the tie
  }
  for (std::string& column : sentence_columns()) steps.columns.push_back(std::move(column));
  for (const Path& way : world.topology.paths(from, to, k, max_hops)) {
    const std::size_t number = ways.rows.size() + 1;
    ways.rows.push_back({count_value(number), route(world.graph, way), count_value(way.ties.size()), way.cost});
    for (std::size_t step = 0; step < way.ties.size(); ++step) {
      steps.rows.push_back(step_row(world, way, number, step));
    }
  }
  Answer answer;
  if (ways.rows.empty()) {
    answer.notes.push_back(fmt::format("no way from {} to {} in {} steps or fewer", first, last, max_hops));
  }
  answer.sections = {std::move(ways), std::move(steps)};
  return answer;
}

}  // namespace entente
