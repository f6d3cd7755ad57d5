// The shape of a knowledge graph: who is next to whom, by what, how strongly; ways between two; who stands in the
// middle.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "graph/filter.h"
#include "graph/knowledge_graph.h"

namespace entente {

/// How a tie runs, seen from the first of two entities.
enum class Direction : std::uint8_t {
  out,   ///< it is the subject or a source, the other the object or a target
  in,    ///< the other way round
  with,  ///< both stand on the same side of an event
};

/// A relation or an event that joins two entities.
struct Tie {
  enum class Kind : std::uint8_t { relation, event };
  Kind kind = Kind::relation;
  std::uint32_t index = 0;  ///< into KnowledgeGraph::relations or ::events
  Direction direction = Direction::out;
  double strength = 0;  ///< weight * confidence
  bool operator==(const Tie&) const = default;
};

/// An entity next to another, with all ties between the two, the strongest first.
struct Neighbour {
  std::uint32_t entity = 0;  ///< index into KnowledgeGraph::entities
  double strength = 0;       ///< sum over the ties
  std::vector<Tie> ties;
};

/// A way from one entity to another, none met twice.
struct Path {
  std::vector<std::uint32_t> entities;  ///< from first to last, both included
  std::vector<std::vector<Tie>> ties;   ///< ties[i] join entities[i] and entities[i + 1], the strongest first
  double cost = 0;                      ///< sum over the steps of 1 / strength
};

/// The graph as a Boost.Graph of entities, in which one edge stands for all relations and events between two: an event
/// joins its sources and targets with each other (its place and who reports it are not joined). Immutable: any number
/// of threads at once. Indices are those of the graph it was made of. All answers are deterministic: the same graph and
/// filter give the same bits.
class Topology {
 public:
  /// Keeps what the filter selects; both ends of a tie must be selected. O(ties log ties). The graph need not outlive
  /// it.
  explicit Topology(const KnowledgeGraph& graph, const Filter& filter = {});
  ~Topology();
  Topology(Topology&&) noexcept;
  Topology& operator=(Topology&&) noexcept;

  [[nodiscard]] std::size_t entity_count() const;  ///< all of the graph's, selected or not
  [[nodiscard]] std::size_t edge_count() const;    ///< pairs of entities joined
  [[nodiscard]] bool selected(std::uint32_t entity) const;

  /// The entities next to one, the strongest first, then by index. O(ties of the entity).
  [[nodiscard]] std::vector<Neighbour> neighbours(std::uint32_t entity) const;
  /// All ties between two entities, the strongest first; empty where there is none.
  [[nodiscard]] std::vector<Tie> ties(std::uint32_t from, std::uint32_t to) const;
  /// Number of neighbours, and sum of the strength of all ties.
  [[nodiscard]] std::size_t degree(std::uint32_t entity) const;
  [[nodiscard]] double strength(std::uint32_t entity) const;

  /// The k best ways between two entities: fewest steps first, then least cost, then lowest indices. Yen's algorithm
  /// (Yen 1971) over breadth-first searches held to what can still reach the goal: at worst O(k * max_hops^2 * edges).
  [[nodiscard]] std::vector<Path> paths(std::uint32_t from, std::uint32_t to, std::size_t k,
                                        std::size_t max_hops) const;

  /// The component each selected entity belongs to, numbered from 0 by size (largest first), then by lowest index;
  /// kNoComponent for the others. O(edges).
  static constexpr std::uint32_t kNoComponent = 0xffffffff;
  [[nodiscard]] std::vector<std::uint32_t> components() const;
  /// Weighted PageRank (Brin and Page 1998), damping 0.85, ties in proportion to strength; sums to 1 over the selected
  /// entities, 0 for the others. O(edges) per round, at most 100 rounds.
  [[nodiscard]] std::vector<double> pagerank() const;
  /// Betweenness (Brandes 2001) over steps, scaled to [0, 1]. Exact up to `pivots` selected entities with ties, else
  /// from that many spread evenly over the ids (Brandes and Pich 2007). O(min(pivots, entities) * edges).
  [[nodiscard]] std::vector<double> betweenness(std::size_t pivots = 512) const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace entente
