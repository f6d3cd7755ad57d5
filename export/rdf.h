// A knowledge graph as resources with properties, in terms of schema.org, Wikidata, RDF, PROV and Web Annotation.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "export/selection.h"
#include "graph/evidence_source.h"

namespace entente {

/// A name for the beginning of IRIs.
struct Prefix {
  std::string_view name;
  std::string_view iri;
};
[[nodiscard]] std::span<const Prefix> prefixes();

struct Resource;

/// An IRI: with a prefix ("schema:name", "wd:Q15031"), or whole.
struct Iri {
  std::string text;
  bool prefixed = false;

  bool operator==(const Iri&) const = default;
};
/// Text with a type ("xsd:date"), or plain where that is empty.
struct Literal {
  std::string text;
  std::string type = {};
};
using RdfValue = std::variant<Iri, Literal, std::vector<Resource>>;  ///< the last: one nested resource without an IRI

struct Property {
  std::string predicate;  ///< with a prefix
  RdfValue value;
};

/// Something with its properties. The same predicate may come several times, next to each other.
struct Resource {
  Iri id = {};  ///< empty where it is nested
  std::vector<std::string> types;
  std::vector<Property> properties;
};

/// Passes entities, relations, events and articles as resources, one by one. Every relation and event is a resource
/// with its evidence as annotations; where a Wikidata property says the same, the subject has that property as well,
/// unless the relation is negated, over or background.
ExportCounts write_resources(const KnowledgeGraph& graph, const EvidenceSource& evidence, const ExportOptions& options,
                             const std::function<void(const Resource&)>& write);

/// The IRI of an id of the graph file, "urn:entente:person/xi-jinping"; what an IRI cannot hold is percent-encoded.
[[nodiscard]] std::string iri_of(std::string_view id);

}  // namespace entente
