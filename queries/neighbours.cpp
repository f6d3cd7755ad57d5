// Who is next to an entity, and by what.
#include "queries/dealings.h"
#include "queries/queries.h"
#include "queries/rows.h"

namespace entente {

namespace {

std::string_view id_of(const KnowledgeGraph& graph, const Tie& tie) {
  return tie.kind == Tie::Kind::relation ? graph.relations[tie.index].id : graph.events[tie.index].id;
}

std::vector<Value> row_of(const World& world, const Neighbour& neighbour) {
  const GraphEntity& entity = world.graph.entities[neighbour.entity];
  const Dealings sum = dealings(world.graph, neighbour.ties);
  const Tie& strongest = neighbour.ties.front();
  const bool is_relation = strongest.kind == Tie::Kind::relation;
  const std::string id(id_of(world.graph, strongest));
  std::vector<Value> row{entity.id, entity.name, std::string(word(entity.kind)), text_value(joined(sum.relations))};
  append_dealings(row, sum);
  row.emplace_back(neighbour.strength);
  row.emplace_back(id);
  row.emplace_back(is_relation ? relation_word(world.graph.relations[strongest.index])
                               : world.graph.events[strongest.index].type);
  row.push_back(text_value(is_relation ? world.graph.relations[strongest.index].last_date
                                       : day_of(world.graph.events[strongest.index])));
  row.emplace_back(is_relation ? world.graph.relations[strongest.index].confidence
                               : world.graph.events[strongest.index].confidence);
  if (world.filter.background) {
    row.emplace_back(is_relation && world.graph.relations[strongest.index].background);
  }
  append_sentence(row, world, id);
  return row;
}

}  // namespace

Answer neighbours(const World& world, std::uint32_t entity, std::size_t limit) {
  Section section{"neighbours", "Neighbours of " + world.graph.entities[entity].name, {}, {}, false, {}, {}};
  section.below = {"sentence", "outlet", "published", "article", "strongest_id", "confidence"};
  section.unseen = finer_dealings_columns();
  for (const char* column : {"id", "date", "strongest"}) section.unseen.emplace_back(column);
  section.columns = {"id", "name", "kind", "relations"};
  for (std::string& column : dealings_columns()) section.columns.push_back(std::move(column));
  for (const char* column : {"strength", "strongest_id", "strongest", "date", "confidence"}) {
    section.columns.emplace_back(column);
  }
  if (world.filter.background) section.columns.emplace_back("background");
  for (std::string& column : sentence_columns()) section.columns.push_back(std::move(column));
  std::vector<Neighbour> found = world.topology.neighbours(entity);
  std::erase_if(found, [&](const Neighbour& n) { return !selects(world.filter, world.graph.entities[n.entity]); });
  for (const Neighbour& neighbour : found) {
    if (section.rows.size() == limit) break;
    section.rows.push_back(row_of(world, neighbour));
  }
  Answer answer;
  note_left_out(answer, "neighbours", section.rows.size(), found.size());
  answer.sections.push_back(std::move(section));
  return answer;
}

}  // namespace entente
