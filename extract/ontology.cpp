#include "extract/ontology.h"

#include <algorithm>
#include <string>
#include <vector>

#include "extract/text/table.h"

extern "C" {
extern const char entente_relations_begin[];
extern const char entente_relations_end[];
extern const char entente_events_begin[];
extern const char entente_events_end[];
}

namespace entente {
namespace {

// Both tables are sorted by name, as a test makes sure.
struct Tables {
  std::vector<RelationType> relations;
  std::vector<EventType> events;
};

Tables parse() {
  Tables tables;
  for (const auto& row : table_rows({entente_relations_begin, entente_relations_end})) {
    tables.relations.push_back({row.at(0), row.at(1), row.at(2), row.at(3), row.at(4) == "1", row.at(5) == "1",
                                row.at(6), row.at(7), row.at(8)});
  }
  for (const auto& row : table_rows({entente_events_begin, entente_events_end})) {
    tables.events.push_back(
        {row.at(0), static_cast<std::int32_t>(number_in(row.at(1))), row.at(2), number_in(row.at(3)), row.at(4)});
  }
  return tables;
}

const Tables& tables() {
  static const Tables kTables = parse();
  return kTables;
}

template <typename Row>
const Row* row_named(const std::vector<Row>& rows, std::string_view name) {
  const auto found = std::ranges::lower_bound(rows, name, {}, &Row::name);
  return found == rows.end() || found->name != name ? nullptr : &*found;
}

/// The value of a key in "key:value|key:value"; empty where the key is not there.
std::string_view value_of(std::string_view pairs, std::string_view key) {
  for (const std::string_view pair : split(pairs, '|')) {
    if (const std::size_t colon = pair.find(':'); pair.substr(0, colon) == key) return pair.substr(colon + 1);
  }
  return {};
}

}  // namespace

std::string_view property_of(const RelationType& type, Kind object, std::string_view role) {
  if (const std::string_view property = value_of(type.by_role, role); !property.empty()) return property;
  if (const std::string_view property = value_of(type.by_object, word(object)); !property.empty()) return property;
  return type.property;
}

std::span<const RelationType> Ontology::relations() const {
  return tables().relations;
}
std::span<const EventType> Ontology::events() const {
  return tables().events;
}
const RelationType* Ontology::relation(std::string_view name) const {
  return row_named(tables().relations, name);
}
const EventType* Ontology::event(std::string_view name) const {
  return row_named(tables().events, name);
}

const Ontology& ontology() {
  static const Ontology kOntology;
  return kOntology;
}

}  // namespace entente
