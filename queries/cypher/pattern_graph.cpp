// See pattern_graph.h.
#include "queries/cypher/pattern_graph.h"

#include <algorithm>

#include "extract/ontology.h"
#include "graph/sayers.h"

namespace entente {

PatternGraph::PatternGraph(const KnowledgeGraph& graph, const Filter& filter) : graph_(graph) {
  for (const RelationType& type : ontology().relations()) add_type(type.name, Of::relation);
  for (const EventType& type : ontology().events()) add_type(type.name, Of::act);
  for (const char* role : {"source", "target", "place", "reported_by", "denied_by"}) add_type(role, Of::role);
  for (const GraphEntity& entity : graph.entities) selected_.push_back(selects(filter, entity));
  for (const GraphEvent& event : graph.events) selected_.push_back(selects(filter, event));
  add_relations(filter);
  add_events();
  index_edges();
}

void PatternGraph::add_type(std::string_view name, Of of) {
  index_of_type_.emplace(std::pair(of, name), static_cast<std::uint16_t>(types_.size()));
  types_.push_back({std::string(name), of});
}

std::uint16_t PatternGraph::type_of(const std::string& name, Of of) {
  const auto found = index_of_type_.find({of, name});
  if (found != index_of_type_.end()) return found->second;
  add_type(name, of);
  return static_cast<std::uint16_t>(types_.size() - 1);
}

void PatternGraph::add(const Edge& edge) {
  if (edge.from != edge.to) edges_.push_back(edge);
}

void PatternGraph::add_relations(const Filter& filter) {
  for (std::uint32_t i = 0; i < graph_.relations.size(); ++i) {
    const GraphRelation& relation = graph_.relations[i];
    if (!selects(filter, relation)) continue;
    const RelationType* type = ontology().relation(relation.type);
    add({relation.subject, relation.object, i, type_of(relation.type, Of::relation), Of::relation,
         type != nullptr && type->symmetric});
  }
}

void PatternGraph::add_events() {
  for (std::uint32_t i = 0; i < graph_.events.size(); ++i) {
    if (!selected_[entity_count() + i]) continue;
    add_acts(i);
    add_roles(i);
  }
}

void PatternGraph::add_acts(std::uint32_t index) {
  const GraphEvent& event = graph_.events[index];
  const std::uint16_t type = type_of(event.type, Of::act);
  for (auto source = event.sources.begin(); source != event.sources.end(); ++source) {
    for (const std::uint32_t target : event.targets) add({*source, target, index, type, Of::act, false});
    if (!event.targets.empty()) continue;
    for (auto other = source + 1; other != event.sources.end(); ++other) {
      add({*source, *other, index, type, Of::act, true});
    }
  }
}

void PatternGraph::add_roles(std::uint32_t index) {
  const GraphEvent& event = graph_.events[index];
  const std::uint32_t node = entity_count() + index;
  const auto leads_to = [&](std::uint32_t entity, const char* role) {
    add({node, entity, index, type_of(role, Of::role), Of::role, false});
  };
  for (const std::uint32_t source : event.sources) {
    add({source, node, index, type_of("source", Of::role), Of::role, false});
  }
  for (const std::uint32_t target : event.targets) leads_to(target, "target");
  if (event.place >= 0) leads_to(static_cast<std::uint32_t>(event.place), "place");
  for (const std::uint32_t who : sayers_of(event)) leads_to(who, "reported_by");
  for (const std::uint32_t who : event.denied_by) leads_to(who, "denied_by");
}

void PatternGraph::index_edges() {
  first_.assign(selected_.size() + 1, 0);
  for (const Edge& edge : edges_) {
    ++first_[edge.from + 1];
    ++first_[edge.to + 1];
  }
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  incident_.resize(2 * edges_.size());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (std::uint32_t i = 0; i < edges_.size(); ++i) {
    incident_[next[edges_[i].from]++] = i;
    incident_[next[edges_[i].to]++] = i;
  }
}

const std::string& PatternGraph::id_of_node(std::uint32_t node) const {
  return is_event(node) ? event(node).id : entity(node).id;
}

const std::string& PatternGraph::id_of_edge(std::uint32_t edge) const {
  const Edge& e = edges_[edge];
  return e.of == Of::relation ? graph_.relations[e.index].id : graph_.events[e.index].id;
}

}  // namespace entente
