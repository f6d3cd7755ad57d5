// The ontology: what kinds of relations and events there are, from the tables of data/ontology/ compiled into the
// program.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "extract/extraction.h"

namespace entente {

/// A row of data/ontology/relations.tsv.
struct RelationType {
  std::string_view name;       ///< "leads"
  std::string_view property;   ///< the Wikidata property it corresponds to, or empty
  std::string_view by_object;  ///< other properties by kind of object: "organisation:P488|place:P6"
  std::string_view by_role;    ///< and by role, which come first: "mayor:P6"
  bool inverse = false;        ///< the property runs from object to subject
  bool symmetric = false;      ///< A tie of A to B is one of B to A
  std::string_view subjects;   ///< kinds it joins, split by |
  std::string_view objects;
  std::string_view description;
};

/// A row of data/ontology/events.tsv: one of PLOVER's sixteen types (PLOVER codebook, 2021).
struct EventType {
  std::string_view name;   ///< "CONSULT"
  std::int32_t quad = 0;   ///< 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
  std::string_view cameo;  ///< root code where no finer one is known
  double intensity = 0;    ///< Goldstein scale of that root
  std::string_view description;
};

/// The Wikidata property of a tie of that type to an object of that kind in that role; empty where there is none.
[[nodiscard]] std::string_view property_of(const RelationType& type, Kind object, std::string_view role);

class Ontology {
 public:
  [[nodiscard]] std::span<const RelationType> relations() const;
  [[nodiscard]] std::span<const EventType> events() const;
  /// The row of that name, or nullptr.
  [[nodiscard]] const RelationType* relation(std::string_view name) const;
  [[nodiscard]] const EventType* event(std::string_view name) const;
};

/// The ontology of this program; parsed once, then read by any thread.
[[nodiscard]] const Ontology& ontology();

}  // namespace entente
