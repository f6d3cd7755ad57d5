// The graph under Topology: entities as vertices of a Boost compressed sparse row graph, an edge in each direction for
// all ties between two. Private to graph/.
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstddef>
#include <cstdint>
#include <ranges>
#include <span>
#include <vector>

#include "graph/topology.h"

namespace entente {

class TieGraph {
 public:
  /// What an edge stands for: a stretch of ties(), and their strength together.
  struct Edge {
    double strength = 0;
    std::uint32_t first_tie = 0;
    std::uint32_t tie_count = 0;
  };
  using Csr = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Edge, boost::no_property,
                                                 std::uint32_t, std::uint32_t>;
  /// One step to a neighbour.
  struct Step {
    std::uint32_t to = 0;
    double strength = 0;
    std::uint32_t first_tie = 0;
    std::uint32_t tie_count = 0;
    /// What the step costs on a path.
    [[nodiscard]] double cost() const { return 1 / strength; }
  };

  TieGraph(const KnowledgeGraph& graph, const Filter& filter);

  [[nodiscard]] std::size_t size() const { return selected_.size(); }
  [[nodiscard]] std::size_t edge_count() const { return boost::num_edges(csr_); }  ///< each pair counts twice
  [[nodiscard]] const std::vector<bool>& selected() const { return selected_; }
  [[nodiscard]] const Csr& boost_graph() const { return csr_; }

  /// The steps from an entity, by index of the neighbour.
  [[nodiscard]] auto steps(std::uint32_t entity) const {
    const auto [begin, end] = boost::out_edges(entity, csr_);
    return std::views::iota((*begin).idx, (*end).idx) | std::views::transform([this, entity](std::uint32_t index) {
             const Csr::edge_descriptor edge(entity, index);
             const Edge& what = csr_[edge];
             return Step{boost::target(edge, csr_), what.strength, what.first_tie, what.tie_count};
           });
  }
  /// The ties a step stands for, the strongest first.
  [[nodiscard]] std::span<const Tie> ties(const Step& step) const {
    return std::span(ties_).subspan(step.first_tie, step.tie_count);
  }
  /// The ties between two entities; empty where there is none. O(log degree).
  [[nodiscard]] std::span<const Tie> between(std::uint32_t from, std::uint32_t to) const;

 private:
  std::vector<bool> selected_;
  std::vector<Tie> ties_;
  Csr csr_;
};

}  // namespace entente
