// See nodes.h.
#include "export/nodes.h"

#include <array>
#include <utility>

#include "extract/text/dates.h"

namespace entente {

namespace {

using enum FieldType;

constexpr std::string_view kCodedEvent = "coded_event";

struct EntityColumn {
  Column column;
  Field (*value)(const GraphEntity&);
};

Field count_field(std::uint32_t count) {
  return static_cast<std::int64_t>(count);
}

constexpr std::array kEntityColumns{
    EntityColumn{{"type", text, "person, country, organisation, place, event; coded_event for an event of the graph"},
                 [](const GraphEntity& e) -> Field { return std::string(word(e.kind)); }},
    EntityColumn{{"subtype", text, "within the type: politician, igo, city, summit; of a coded event its PLOVER type"},
                 [](const GraphEntity& e) { return text_field(e.type); }},
    EntityColumn{{"country", text, "ISO 3166 alpha-3 of the country it belongs to or acts for"},
                 [](const GraphEntity& e) { return text_field(e.country); }},
    EntityColumn{{"sector", text, "kind of actor: GOV, MIL, REB, OPP ..."},
                 [](const GraphEntity& e) { return text_field(e.sector); }},
    EntityColumn{{"iso3", text, "ISO 3166 alpha-3, of a country"},
                 [](const GraphEntity& e) { return text_field(e.links.iso3); }},
    EntityColumn{{"wikidata", text, "Wikidata item"},
                 [](const GraphEntity& e) { return text_field(e.links.wikidata); }},
    EntityColumn{{"cow", text, "Correlates of War country number"},
                 [](const GraphEntity& e) { return text_field(e.links.cow); }},
    EntityColumn{{"aliases", list, "other spellings met"}, [](const GraphEntity& e) { return list_field(e.aliases); }},
    EntityColumn{{"articles", integer, "distinct articles that mention or report it"},
                 [](const GraphEntity& e) { return count_field(e.articles); }},
    EntityColumn{{"mentions", integer, "mentions in all articles"},
                 [](const GraphEntity& e) { return count_field(e.mentions); }},
    EntityColumn{{"first_date", day, "first day of it: of an entity, publication of the first article; ISO date"},
                 [](const GraphEntity& e) { return text_field(first_day(e.first_date)); }},
    EntityColumn{{"last_date", day, "last day of it; ISO date"},
                 [](const GraphEntity& e) { return text_field(last_day(e.last_date)); }},
};

struct EventColumn {
  Column column;
  Field (*value)(const GraphEvent&);
};

constexpr std::array kEventColumns{
    EventColumn{{"date", date, "of an event: ISO date, as precise as known"},
                [](const GraphEvent& e) { return text_field(e.date); }},
    EventColumn{{"mode", text, "of an event: PLOVER mode"}, [](const GraphEvent& e) { return text_field(e.mode); }},
    EventColumn{{"contexts", list, "of an event: PLOVER contexts"},
                [](const GraphEvent& e) { return list_field(e.contexts); }},
    EventColumn{{"cameo", text, "of an event: CAMEO code"}, [](const GraphEvent& e) { return text_field(e.cameo); }},
    EventColumn{
        {"quad", integer, "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"},
        [](const GraphEvent& e) -> Field { return static_cast<std::int64_t>(e.quad); }},
    EventColumn{{"intensity", number, "Goldstein scale, -10 to 10"},
                [](const GraphEvent& e) -> Field { return e.intensity; }},
    EventColumn{{"modality", text, "actual, planned, hypothetical, denied"},
                [](const GraphEvent& e) -> Field { return std::string(word(e.modality)); }},
    EventColumn{{"contested", boolean, "of an event: whether somebody denies it (edges `denied_by` say who)"},
                [](const GraphEvent& e) -> Field { return e.contested(); }},
    EventColumn{{"stories", integer, "of an event: independent stories that report it"},
                [](const GraphEvent& e) { return count_field(e.weight); }},
    EventColumn{{"confidence", number, "of the surest statement, 0 to 1"},
                [](const GraphEvent& e) -> Field { return e.confidence; }},
};

template <std::size_t... I>
constexpr auto columns_of_entities(std::index_sequence<I...>) {
  return std::array{kEntityColumns[I].column...};
}
template <std::size_t... I, std::size_t... J>
constexpr auto columns_of_both(std::index_sequence<I...>, std::index_sequence<J...>) {
  return std::array{kEntityColumns[I].column..., kEventColumns[J].column...};
}
constexpr auto kEntityOnly = columns_of_entities(std::make_index_sequence<kEntityColumns.size()>());
constexpr auto kBoth = columns_of_both(std::make_index_sequence<kEntityColumns.size()>(),
                                       std::make_index_sequence<kEventColumns.size()>());

/// What an event has under a column of entities.
Field shared_value(const GraphEvent& event, std::string_view column) {
  if (column == "type") return std::string(kCodedEvent);
  if (column == "subtype") return text_field(event.type);
  if (column == "articles") return count_field(event.articles);
  if (column == "first_date") return text_field(first_day(event.date.empty() ? event.first_date : event.date));
  if (column == "last_date") return text_field(last_day(event.date.empty() ? event.last_date : event.date));
  return {};
}

std::string event_label(const GraphEvent& event) {
  std::string label = event.type;
  if (!event.mode.empty()) label += " (" + event.mode + ")";
  if (!event.date.empty()) label += " " + event.date;
  return label;
}

}  // namespace

Field text_field(std::string text) {
  if (text.empty()) return {};
  return text;
}

Field list_field(std::vector<std::string> list) {
  if (list.empty()) return {};
  return list;
}

std::span<const Column> entity_columns() {
  return kEntityOnly;
}

std::span<const Column> entity_and_event_columns() {
  return kBoth;
}

Node node_of(const GraphEntity& entity) {
  Node node;
  node.id = entity.id;
  node.label = entity.name.empty() ? entity.id : entity.name;
  node.kind = word(entity.kind);
  node.weight = static_cast<double>(entity.articles);
  node.fields.reserve(kEntityColumns.size());
  for (const EntityColumn& column : kEntityColumns) node.fields.push_back(column.value(entity));
  return node;
}

Node padded(Node node) {
  node.fields.resize(kBoth.size());
  return node;
}

Node node_of(const GraphEvent& event) {
  Node node;
  node.id = event.id;
  node.label = event_label(event);
  node.kind = kCodedEvent;
  node.weight = static_cast<double>(event.weight);
  node.fields.reserve(kBoth.size());
  for (const EntityColumn& column : kEntityColumns) node.fields.push_back(shared_value(event, column.column.name));
  for (const EventColumn& column : kEventColumns) node.fields.push_back(column.value(event));
  return node;
}

}  // namespace entente
