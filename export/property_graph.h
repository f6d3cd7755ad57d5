// What a view makes of the knowledge graph and a format writes: nodes and directed edges with values under typed
// columns.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

enum class FieldType : std::uint8_t {
  text,
  integer,
  number,
  boolean,
  list,
  day,   ///< text: an ISO date, "2025-11-01"
  date,  ///< text: an ISO date, cut short where less is known: "2025-11"
};

/// A value under a column; monostate where there is none. A list is joined with "; " by formats that know no lists.
using Field = std::variant<std::monostate, std::string, std::int64_t, double, bool, std::vector<std::string>>;

/// A column of all nodes or of all edges. The name is lower snake_case and clashes with no reader's reserved word.
struct Column {
  std::string_view name;
  FieldType type = FieldType::text;
  std::string_view meaning;  ///< one line, for the documentation of the format
};

/// Days on a timeline, both ends included: full ISO dates, the first no later than the last.
struct Spell {
  std::string first;
  std::string last;

  auto operator<=>(const Spell&) const = default;
};

/// Where a node stands in the drawing, and the group it belongs to.
struct Place {
  double x = 0;
  double y = 0;  ///< grows upwards
  std::int64_t community = 0;

  bool operator==(const Place&) const = default;
};

struct Node {
  std::string id;  ///< as in the graph file, "person/xi-jinping"
  std::string label;
  std::string kind;            ///< "person", "country", "organisation", "place", "event" or "coded_event"
  double weight = 0;           ///< distinct articles that speak of it
  std::vector<Spell> spells;   ///< one at most: from the first to the last day of it and of its edges
  std::vector<Field> fields;   ///< one for each node column
  std::optional<Place> place;  ///< of all nodes or of none
};

struct Edge {
  std::string id;  ///< "e1", "e2" ... in the order written
  std::string source;
  std::string target;
  std::string relation;  ///< "member_of", "not member_of", "SANCTION": at most one edge a source, target and relation
  double weight = 1;     ///< finite and greater than 0
  std::vector<Spell> spells;       ///< when: sorted, at least a day between them
  std::vector<Field> fields;       ///< one for each edge column
  std::vector<Evidence> evidence;  ///< the first few statements behind it
  bool background = false;         ///< no article says so
};

/// The columns that the fields of nodes and edges stand under. Views of static tables.
struct Schema {
  std::span<const Column> nodes;
  std::span<const Column> edges;
};

/// Writes one graph in one format to a stream given at its making. Calls come in this order: begin, all nodes, all
/// edges, end.
class GraphWriter {
 public:
  GraphWriter() = default;
  GraphWriter(const GraphWriter&) = delete;
  GraphWriter& operator=(const GraphWriter&) = delete;
  virtual ~GraphWriter() = default;

  virtual void begin(const Schema& schema) = 0;
  virtual void node(const Node& node) = 0;
  virtual void edge(const Edge& edge) = 0;
  virtual void end() = 0;
};

/// Writes a format in which an edge is a text of its own, that depends on nothing but the edge: so that the texts can
/// be made on several threads.
class EdgewiseWriter : public GraphWriter {
 public:
  /// Appends the text of an edge; any number of threads at once, once all nodes are written.
  virtual void append(const Edge& edge, std::string& text) const = 0;
  /// Writes the texts of one edge or more, in their order.
  virtual void edges(std::string_view text) = 0;

  void edge(const Edge& edge) final {
    std::string text;
    append(edge, text);
    edges(text);
  }
};

}  // namespace entente
