// See plan.h.
#include "queries/cypher/plan.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <tuple>

#include "queries/cypher/labels.h"

namespace entente {

namespace {

/// How many times fewer nodes are likely to pass a test of a property or a condition.
constexpr std::size_t kSelective = 20;

class Planner {
 public:
  Planner(const BoundQuery& query, const PatternGraph& graph) : query_(query), graph_(graph) {
    for (const GraphEntity& entity : graph.graph().entities) ++count_[static_cast<std::size_t>(entity.kind)];
    count_.back() = graph.graph().events.size();
    for (std::uint32_t i = 0; i < query.variables.size(); ++i) {
      cost_.push_back(query.variables[i].sort == Variable::Sort::node ? cost(i) : 0);
    }
  }

  std::vector<Step> steps() {
    std::vector<bool> placed(query_.edges.size());
    while (true) {
      if (const auto edge = next_edge(placed)) {
        placed[*edge] = true;
        follow(*edge);
      } else if (const auto node = next_node()) {
        add({Step::What::scan, *node, 0}, std::uint64_t{1} << *node);
      } else {
        return std::move(steps_);
      }
    }
  }

 private:
  [[nodiscard]] bool found(std::uint32_t variable) const { return (found_ >> variable & 1U) != 0; }

  /// The edges from a named node, or the nodes of kinds that may stand there.
  [[nodiscard]] std::size_t cost(std::uint32_t variable) const {
    const NodeTest& test = query_.nodes[variable];
    if (!test.pinned.empty()) return graph_.edges_of(test.pinned.front()).size();
    std::size_t nodes = 0;
    for (std::size_t kind = 0; kind < count_.size(); ++kind) {
      const bool possible = std::ranges::all_of(test.labels, [&](const std::vector<Label>& labels) {
        return std::ranges::any_of(labels, [&](const Label& label) { return (label.kinds >> kind & 1U) != 0; });
      });
      if (possible && (kind + 1 < count_.size() || test.events)) nodes += count_[kind];
    }
    const bool selective =
        !test.equals.empty() || std::ranges::any_of(query_.conditions, [&](const QueryCondition& condition) {
          return condition.about == std::uint64_t{1} << variable;
        });
    return selective ? 1 + nodes / kSelective : 1 + nodes;
  }

  [[nodiscard]] std::optional<std::uint32_t> next_edge(const std::vector<bool>& placed) const {
    std::optional<std::uint32_t> best;
    std::tuple<int, std::size_t> least{std::numeric_limits<int>::max(), 0};
    for (std::uint32_t i = 0; i < placed.size(); ++i) {
      const EdgePattern& edge = query_.edges[i];
      if (placed[i] || (!found(edge.from) && !found(edge.to))) continue;
      const bool closes = found(edge.from) && found(edge.to);
      const int rank = (closes ? 0 : 2) + (edge.hops ? 1 : 0);
      const std::tuple<int, std::size_t> rate{rank, closes ? 0 : cost_[found(edge.from) ? edge.to : edge.from]};
      if (rate < least) {
        least = rate;
        best = i;
      }
    }
    return best;
  }

  [[nodiscard]] std::optional<std::uint32_t> next_node() const {
    std::optional<std::uint32_t> best;
    for (std::uint32_t i = 0; i < query_.variables.size(); ++i) {
      if (query_.variables[i].sort != Variable::Sort::node || found(i)) continue;
      if (!best || cost_[i] < cost_[*best]) best = i;
    }
    return best;
  }

  void follow(std::uint32_t index) {
    const EdgePattern& edge = query_.edges[index];
    const std::uint32_t begin = found(edge.from) ? edge.from : edge.to;
    add({Step::What::follow, begin, index},
        std::uint64_t{1} << edge.from | std::uint64_t{1} << edge.to | std::uint64_t{1} << edge.variable);
  }

  void add(Step step, std::uint64_t finds) {
    const std::uint64_t before = found_;
    found_ |= finds;
    for (std::uint32_t i = 0; i < query_.conditions.size(); ++i) {
      const std::uint64_t about = query_.conditions[i].about;
      const bool decided = steps_.empty() ? about == 0 : false;
      const bool now = (about & ~found_) == 0 && (about & ~before) != 0;
      if (decided || now) step.conditions.push_back(i);
    }
    steps_.push_back(std::move(step));
  }

  const BoundQuery& query_;
  const PatternGraph& graph_;
  std::array<std::size_t, 6> count_{};  ///< nodes by kind; events last
  std::vector<std::size_t> cost_;
  std::uint64_t found_ = 0;
  std::vector<Step> steps_;
};

}  // namespace

std::vector<Step> plan(const BoundQuery& query, const PatternGraph& graph) {
  return Planner(query, graph).steps();
}

}  // namespace entente
