#include "graph/tie_graph.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace entente {
namespace {

constexpr double kLeastStrength = 1e-6;  // so that a statement without any confidence still has a finite cost

/// A tie as one of its two ends sees it.
struct HalfTie {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  Tie tie;
};

Direction reversed(Direction direction) {
  switch (direction) {
    case Direction::out:
      return Direction::in;
    case Direction::in:
      return Direction::out;
    case Direction::with:
      break;
  }
  return Direction::with;
}

double strength_of(std::uint32_t weight, double confidence) {
  return std::max(weight * confidence, kLeastStrength);
}

/// Collects the ties a filter selects, each from both ends.
class Gatherer {
 public:
  explicit Gatherer(const std::vector<bool>& selected) : selected_(selected) {}

  void relation(const GraphRelation& relation, std::uint32_t index) {
    const double strength = strength_of(relation.weight, relation.confidence);
    join(relation.subject, relation.object, {Tie::Kind::relation, index, Direction::out, strength});
  }

  void event(const GraphEvent& event, std::uint32_t index) {
    const double strength = strength_of(event.weight, event.confidence);
    for (const std::uint32_t source : event.sources) {
      for (const std::uint32_t target : event.targets) {
        join(source, target, {Tie::Kind::event, index, Direction::out, strength});
      }
    }
    const Tie together{Tie::Kind::event, index, Direction::with, strength};
    for (const auto& side : {event.sources, event.targets}) {
      for (std::size_t i = 0; i < side.size(); ++i) {
        for (std::size_t j = i + 1; j < side.size(); ++j) join(side[i], side[j], together);
      }
    }
  }

  /// All half ties by their ends, the strongest first; an event joins two entities once.
  std::vector<HalfTie> sorted() {
    const auto rank = [](const HalfTie& h) {
      return std::tuple(h.from, h.to, -h.tie.strength, h.tie.kind, h.tie.index, h.tie.direction);
    };
    const auto same = [](const HalfTie& a, const HalfTie& b) {
      return a.from == b.from && a.to == b.to && a.tie.kind == b.tie.kind && a.tie.index == b.tie.index;
    };
    std::sort(halves_.begin(), halves_.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    halves_.erase(std::unique(halves_.begin(), halves_.end(), same), halves_.end());
    return std::move(halves_);
  }

 private:
  void join(std::uint32_t a, std::uint32_t b, Tie tie) {
    if (a == b || !selected_[a] || !selected_[b]) return;
    halves_.push_back({a, b, tie});
    tie.direction = reversed(tie.direction);
    halves_.push_back({b, a, tie});
  }

  const std::vector<bool>& selected_;
  std::vector<HalfTie> halves_;
};

std::vector<HalfTie> gather(const KnowledgeGraph& graph, const Filter& filter, const std::vector<bool>& selected) {
  Gatherer gatherer(selected);
  for (std::uint32_t i = 0; i < graph.relations.size(); ++i) {
    if (selects(filter, graph.relations[i])) gatherer.relation(graph.relations[i], i);
  }
  for (std::uint32_t i = 0; i < graph.events.size(); ++i) {
    if (selects(filter, graph.events[i])) gatherer.event(graph.events[i], i);
  }
  return gatherer.sorted();
}

}  // namespace

TieGraph::TieGraph(const KnowledgeGraph& graph, const Filter& filter) {
  selected_.reserve(graph.entities.size());
  for (const GraphEntity& entity : graph.entities) selected_.push_back(selects(filter, entity));

  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  std::vector<Edge> edges;
  for (const HalfTie& half : gather(graph, filter, selected_)) {
    if (ends.empty() || ends.back() != std::pair(half.from, half.to)) {
      ends.emplace_back(half.from, half.to);
      edges.push_back({0, static_cast<std::uint32_t>(ties_.size()), 0});
    }
    edges.back().strength += half.tie.strength;
    ++edges.back().tie_count;
    ties_.push_back(half.tie);
  }
  csr_ = Csr(boost::edges_are_sorted, ends.begin(), ends.end(), edges.begin(),
             static_cast<std::uint32_t>(graph.entities.size()));
}

std::span<const Tie> TieGraph::between(std::uint32_t from, std::uint32_t to) const {
  const auto all = steps(from);
  const auto found = std::ranges::lower_bound(all, to, {}, &Step::to);
  if (found == all.end() || (*found).to != to) return {};
  return ties(*found);
}

}  // namespace entente
