// The graph as queries see it: nodes and directed edges between them.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/filter.h"
#include "graph/knowledge_graph.h"

namespace entente {

/// Entities are nodes. Relations are edges from subject to object. An event is both: a node, to which edges `source`
/// lead, and from which edges `target`, `place`, `reported_by` and `denied_by` lead, as in the view `events` of
/// exports; and an edge of its PLOVER type from each of its sources to each of its targets, or, where it has none,
/// between each two of its sources, as in the view `entities`. What the filter selects is there; of its kinds the nodes
/// know themselves. Immutable: any number of threads at once.
class PatternGraph {
 public:
  enum class Of : std::uint8_t {
    relation,
    act,   ///< an event, seen as an edge between two actors
    role,  ///< what an entity has to do with an event
  };
  struct Edge {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint32_t index = 0;  ///< into KnowledgeGraph::relations, else ::events
    std::uint16_t type = 0;   ///< index into types()
    Of of = Of::relation;
    bool symmetric = false;  ///< it also leads from `to` to `from`
  };
  struct Type {
    std::string name;
    Of of = Of::relation;
  };

  /// The graph and filter must outlive it. O(ties).
  PatternGraph(const KnowledgeGraph& graph, const Filter& filter);

  [[nodiscard]] const KnowledgeGraph& graph() const { return graph_; }
  [[nodiscard]] std::uint32_t entity_count() const { return static_cast<std::uint32_t>(graph_.entities.size()); }
  /// Entities first, then events, each by id.
  [[nodiscard]] std::uint32_t node_count() const { return static_cast<std::uint32_t>(selected_.size()); }
  [[nodiscard]] bool is_event(std::uint32_t node) const { return node >= entity_count(); }
  [[nodiscard]] const GraphEntity& entity(std::uint32_t node) const { return graph_.entities[node]; }
  [[nodiscard]] const GraphEvent& event(std::uint32_t node) const { return graph_.events[node - entity_count()]; }
  /// Whether the filter selects it.
  [[nodiscard]] bool selected(std::uint32_t node) const { return selected_[node]; }

  [[nodiscard]] const Edge& edge(std::uint32_t index) const { return edges_[index]; }
  /// The edges that begin or end at a node, by index.
  [[nodiscard]] std::span<const std::uint32_t> edges_of(std::uint32_t node) const {
    return std::span(incident_).subspan(first_[node], first_[node + 1] - first_[node]);
  }
  /// All types of the ontology, and any other that the graph has.
  [[nodiscard]] std::span<const Type> types() const { return types_; }

  /// The id of a node, or of what an edge stands for, in the graph file.
  [[nodiscard]] const std::string& id_of_node(std::uint32_t node) const;
  [[nodiscard]] const std::string& id_of_edge(std::uint32_t edge) const;

 private:
  void add_relations(const Filter& filter);
  void add_events();
  void add_acts(std::uint32_t index);
  void add_roles(std::uint32_t index);
  void add(const Edge& edge);
  void index_edges();
  void add_type(std::string_view name, Of of);
  std::uint16_t type_of(const std::string& name, Of of);

  const KnowledgeGraph& graph_;
  std::vector<bool> selected_;
  std::vector<Type> types_;
  std::map<std::pair<Of, std::string>, std::uint16_t> index_of_type_;
  std::vector<Edge> edges_;
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> incident_;
};

}  // namespace entente
