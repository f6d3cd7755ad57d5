// See properties.h.
#include "queries/cypher/properties.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace entente {

namespace {

using Graph = KnowledgeGraph;
using Entity = GraphEntity;
using Relation = GraphRelation;
using Event = GraphEvent;

/// A member of the class that has it, as a cell.
template <auto Member>
Cell cell_of(const auto& thing) {
  const auto& value = thing.*Member;
  using T = std::remove_cvref_t<decltype(value)>;
  if constexpr (std::is_same_v<T, std::string>) {
    return text_cell(value);
  } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
    return texts_cell(value);
  } else if constexpr (std::is_same_v<T, bool> || std::is_same_v<T, double>) {
    return Cell(value);
  } else if constexpr (std::is_integral_v<T>) {
    return Cell(static_cast<std::int64_t>(value));
  } else {
    return Cell(std::string(word(value)));
  }
}

template <auto Member>
Cell of_entity(const Entity& entity) {
  return cell_of<Member>(entity);
}
template <auto Member>
Cell of_relation(const Relation& relation) {
  return cell_of<Member>(relation);
}
template <auto Member>
Cell of_event(const Graph&, const Event& event) {
  return cell_of<Member>(event);
}
template <auto Member>
Cell link(const Entity& entity) {
  return text_cell(entity.links.*Member);
}

template <auto Member>
Cell names(const Graph& graph, const Event& event) {
  std::vector<std::string> names;
  for (const std::uint32_t entity : event.*Member) names.push_back(graph.entities[entity].name);
  return texts_cell(names);
}

Cell place_name(const Graph& graph, const Event& event) {
  if (event.place < 0) return {};
  return text_cell(graph.entities[static_cast<std::size_t>(event.place)].name);
}

/// Sorted by name.
constexpr std::array kProperties{
    QueryProperty{"aliases", of_entity<&Entity::aliases>},
    QueryProperty{"articles", of_entity<&Entity::articles>, of_relation<&Relation::articles>,
                  of_event<&Event::articles>},
    QueryProperty{"background", nullptr, of_relation<&Relation::background>},
    QueryProperty{"cameo", nullptr, nullptr, of_event<&Event::cameo>},
    QueryProperty{"confidence", nullptr, of_relation<&Relation::confidence>, of_event<&Event::confidence>},
    QueryProperty{"contested", nullptr, nullptr, [](const Graph&, const Event& e) { return Cell(e.contested()); }},
    QueryProperty{"contexts", nullptr, nullptr, of_event<&Event::contexts>},
    QueryProperty{"country", [](const Entity& e) { return text_cell(country_code(e)); }},
    QueryProperty{"cow", link<&Links::cow>},
    QueryProperty{"date", nullptr, nullptr, of_event<&Event::date>},
    QueryProperty{"date_precision", nullptr, nullptr, of_event<&Event::precision>},
    QueryProperty{"end", nullptr, of_relation<&Relation::end>},
    QueryProperty{"first_date", of_entity<&Entity::first_date>, of_relation<&Relation::first_date>,
                  of_event<&Event::first_date>},
    QueryProperty{"id", of_entity<&Entity::id>, of_relation<&Relation::id>, of_event<&Event::id>},
    QueryProperty{"intensity", nullptr, nullptr, of_event<&Event::intensity>},
    QueryProperty{"iso3", link<&Links::iso3>},
    QueryProperty{"joint", nullptr, nullptr, [](const Graph&, const Event& e) { return Cell(e.targets.empty()); }},
    QueryProperty{"kind", of_entity<&Entity::kind>, nullptr,
                  [](const Graph&, const Event&) { return Cell(std::string("coded_event")); }},
    QueryProperty{"last_date", of_entity<&Entity::last_date>, of_relation<&Relation::last_date>,
                  of_event<&Event::last_date>},
    QueryProperty{"mentions", of_entity<&Entity::mentions>},
    QueryProperty{"modality", nullptr, nullptr, of_event<&Event::modality>},
    QueryProperty{"mode", nullptr, nullptr, of_event<&Event::mode>},
    QueryProperty{"name", of_entity<&Entity::name>},
    QueryProperty{"negated", nullptr, of_relation<&Relation::negated>},
    QueryProperty{"past", nullptr, of_relation<&Relation::past>},
    QueryProperty{"place", nullptr, nullptr, place_name},
    QueryProperty{"quad", nullptr, nullptr, of_event<&Event::quad>},
    QueryProperty{"role", nullptr, of_relation<&Relation::role>},
    QueryProperty{"sector", of_entity<&Entity::sector>},
    QueryProperty{"sources", nullptr, nullptr, names<&Event::sources>},
    QueryProperty{"start", nullptr, of_relation<&Relation::start>},
    QueryProperty{"stories", nullptr, of_relation<&Relation::weight>, of_event<&Event::weight>},
    QueryProperty{"targets", nullptr, nullptr, names<&Event::targets>},
    QueryProperty{"type", of_entity<&Entity::type>, of_relation<&Relation::type>, of_event<&Event::type>},
    QueryProperty{"weight", nullptr, of_relation<&Relation::weight>, of_event<&Event::weight>},
    QueryProperty{"wikidata", link<&Links::wikidata>},
};
static_assert(std::ranges::is_sorted(kProperties, {}, &QueryProperty::name));

}  // namespace

std::span<const QueryProperty> properties() {
  return kProperties;
}

const QueryProperty* property_named(std::string_view name) {
  const auto* found = std::ranges::lower_bound(kProperties, name, {}, &QueryProperty::name);
  return found != kProperties.end() && found->name == name ? found : nullptr;
}

Cell property_of_node(const PatternGraph& graph, std::uint32_t node, const QueryProperty& property) {
  if (graph.is_event(node)) {
    return property.of_event == nullptr ? Cell{} : property.of_event(graph.graph(), graph.event(node));
  }
  return property.of_entity == nullptr ? Cell{} : property.of_entity(graph.entity(node));
}

Cell property_of_edge(const PatternGraph& graph, std::uint32_t edge, const QueryProperty& property) {
  const PatternGraph::Edge& e = graph.edge(edge);
  if (property.name == "type") return Cell(graph.types()[e.type].name);
  if (e.of == PatternGraph::Of::relation) {
    return property.of_relation == nullptr ? Cell{} : property.of_relation(graph.graph().relations[e.index]);
  }
  return property.of_event == nullptr ? Cell{} : property.of_event(graph.graph(), graph.graph().events[e.index]);
}

}  // namespace entente
