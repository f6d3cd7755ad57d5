// A query whose names are understood: which nodes and edges may stand for its variables, which properties and functions
// are meant. Private to queries/cypher/, but for NameFinder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "queries/cypher/pattern_graph.h"
#include "queries/cypher/properties.h"
#include "queries/cypher/syntax.h"
#include "queries/find_entity.h"

namespace entente {

/// Finds the entity that a name means among those that pass a test; throws NoSuchEntity.
using NameFinder = std::function<FoundEntity(const std::string& name, const EntityTest& among)>;

/// A label: any of some kinds, and of a type unless that is empty.
struct Label {
  std::uint32_t kinds = 0;  ///< bits by Kind; kCodedEvent for events of the graph
  std::string type;
};
inline constexpr std::uint32_t kCodedEvent = 1U << 5U;

using PropertyEquals = std::pair<const QueryProperty*, Cell>;

/// What a node must be to stand for a variable.
struct NodeTest {
  bool events = false;                     ///< whether events of the graph may stand there
  std::vector<std::vector<Label>> labels;  ///< all must fit, of each one of the alternatives
  std::vector<std::uint32_t> pinned;       ///< it must be all of these entities
  std::vector<PropertyEquals> equals;
};

struct EdgeTest {
  std::vector<bool> types;  ///< by PatternGraph::types()
  std::vector<PropertyEquals> equals;
};

struct Variable {
  enum class Sort : std::uint8_t { node, edge, edges };
  Sort sort = Sort::node;
  std::string name;  ///< empty where the query gives none
};

/// An edge, or with `hops` a way along edges, from one node variable to another.
struct EdgePattern {
  std::uint32_t variable = 0;
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  bool directed = true;
  std::optional<Hops> hops;
  std::uint32_t clause = 0;  ///< within one MATCH no edge stands for two patterns
  EdgeTest test;
};

/// A part of WHERE that must hold, and the variables it is about.
struct QueryCondition {
  Expression expression;
  std::uint64_t about = 0;  ///< bits by variable
};

struct Item {
  Expression expression;
  std::string name;
  bool named = false;
  bool hidden = false;  ///< sorts only
};

struct Sort {
  std::size_t item = 0;
  bool descending = false;
};

struct BoundQuery {
  std::vector<Variable> variables;
  std::vector<NodeTest> nodes;  ///< by variable; of edges without meaning
  std::vector<EdgePattern> edges;
  std::vector<QueryCondition> conditions;
  bool distinct = false;
  bool grouped = false;  ///< whether anything is counted
  std::vector<Item> items;
  std::vector<Sort> sort;
  std::size_t skip = 0;
  std::optional<std::size_t> limit;
  std::vector<std::string> notes;  ///< how names were understood
};

inline constexpr std::size_t kMostVariables = 64;

/// Throws QueryError for what there is not, with near names, and NoSuchEntity.
[[nodiscard]] BoundQuery bind_query(const QuerySyntax& query, const PatternGraph& graph, const NameFinder& find);

}  // namespace entente
