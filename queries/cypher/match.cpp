// See match.h.
#include "queries/cypher/match.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "queries/cypher/labels.h"
#include "queries/cypher/plan.h"
#include "queries/cypher/query_error.h"

namespace entente {

namespace {

constexpr std::uint32_t kNothing = 0xFFFFFFFF;

class Matcher {
 public:
  Matcher(const BoundQuery& query, const PatternGraph& graph, std::uint64_t most_steps, const MatchSink& sink)
      : query_(query), graph_(graph), steps_(plan(query, graph)), most_(most_steps), sink_(sink) {
    const std::size_t count = query.variables.size();
    binding_.at.assign(count, kNothing);
    binding_.ways.resize(count);
    for (const Variable& variable : query.variables) {
      binding_.is_node.push_back(variable.sort == Variable::Sort::node);
      binding_.is_way.push_back(variable.sort == Variable::Sort::edges);
    }
  }

  void run() { from_step(0); }

 private:
  // Each of these returns false where no more is wanted.

  bool from_step(std::size_t number) {
    if (number == steps_.size()) return sink_(binding_);
    const Step& step = steps_[number];
    return step.what == Step::What::scan ? scan(number, step) : follow(number, step);
  }

  /// What comes after a step, if its conditions hold.
  bool after(std::size_t number) {
    for (const std::uint32_t condition : steps_[number].conditions) {
      if (!evaluate(query_.conditions[condition].expression, graph_, binding_).is_true()) return true;
    }
    return from_step(number + 1);
  }

  bool scan(std::size_t number, const Step& step) {
    const NodeTest& test = query_.nodes[step.variable];
    std::uint32_t begin = 0;
    std::uint32_t end = test.events ? graph_.node_count() : graph_.entity_count();
    if (!test.pinned.empty()) {
      begin = test.pinned.front();
      end = begin + 1;
    }
    bool more = true;
    for (std::uint32_t node = begin; more && node < end; ++node) {
      count_step();
      if (!may_be(step.variable, node)) continue;
      binding_.at[step.variable] = node;
      more = after(number);
    }
    binding_.at[step.variable] = kNothing;
    return more;
  }

  bool follow(std::size_t number, const Step& step) {
    const EdgePattern& pattern = query_.edges[step.edge];
    const bool forward = step.variable == pattern.from;
    std::uint32_t begin = step.variable;
    std::uint32_t end = forward ? pattern.to : pattern.from;
    bool along = forward;
    const bool closes = binding_.at[end] != kNothing;
    if (closes && !pattern.hops && degree(end) < degree(begin)) {
      std::swap(begin, end);
      along = !along;
    }
    return pattern.hops ? follow_way(number, pattern, binding_.at[begin], end, along)
                        : follow_edge(number, pattern, binding_.at[begin], end, along);
  }

  bool follow_edge(std::size_t number, const EdgePattern& pattern, std::uint32_t node, std::uint32_t end, bool along) {
    for (const std::uint32_t index : graph_.edges_of(node)) {
      const std::uint32_t other = step_along(pattern, index, node, along);
      if (other == kNothing || is_used(index, pattern.clause)) continue;
      if (!arrive(number, end, other, [&] { binding_.at[pattern.variable] = index; })) return false;
      binding_.at[pattern.variable] = kNothing;
    }
    return true;
  }

  /// Goes on from the node that a way has come to.
  bool follow_way(std::size_t number, const EdgePattern& pattern, std::uint32_t node, std::uint32_t end, bool along) {
    const auto length = static_cast<std::uint32_t>(way_.size());
    if (length >= pattern.hops->least) {
      const std::vector<std::uint32_t> way = way_;  // another pattern may be a way too
      const bool more = arrive(number, end, node, [&] {
        std::vector<std::uint32_t>& edges = binding_.ways[pattern.variable];
        edges = way;
        if (!along) std::ranges::reverse(edges);
        way_.clear();
      });
      way_ = way;
      binding_.ways[pattern.variable].clear();
      if (!more) return false;
    }
    if (length == pattern.hops->most) return true;
    for (const std::uint32_t index : graph_.edges_of(node)) {
      const std::uint32_t other = step_along(pattern, index, node, along);
      if (other == kNothing || is_used(index, pattern.clause)) continue;
      if (std::ranges::find(way_, index) != way_.end()) continue;
      if (other != binding_.at[end] && !graph_.selected(other)) continue;
      way_.push_back(index);
      const bool more = follow_way(number, pattern, other, end, along);
      way_.pop_back();
      if (!more) return false;
    }
    return true;
  }

  /// Whether a pattern may end at a node; then takes what led there, and goes on.
  template <typename Take>
  bool arrive(std::size_t number, std::uint32_t end, std::uint32_t node, Take take) {
    const bool found = binding_.at[end] != kNothing;
    if (found ? binding_.at[end] != node : !may_be(end, node)) return true;
    take();
    if (found) return after(number);
    binding_.at[end] = node;
    const bool more = after(number);
    binding_.at[end] = kNothing;
    return more;
  }

  /// The other end of an edge that a pattern may stand for, seen from a node; kNothing where it may not.
  std::uint32_t step_along(const EdgePattern& pattern, std::uint32_t index, std::uint32_t node, bool along) {
    count_step();
    const PatternGraph::Edge& edge = graph_.edge(index);
    if (!pattern.test.types[edge.type]) return kNothing;
    const bool leads_on = edge.from == node;
    if (pattern.directed && !edge.symmetric && leads_on != along) return kNothing;
    for (const auto& [property, value] : pattern.test.equals) {
      if (compared(property_of_edge(graph_, index, *property), value) != std::partial_ordering::equivalent) {
        return kNothing;
      }
    }
    return leads_on ? edge.to : edge.from;
  }

  /// Whether an edge stands for another pattern of the same MATCH.
  [[nodiscard]] bool is_used(std::uint32_t index, std::uint32_t clause) const {
    return std::ranges::any_of(query_.edges, [&](const EdgePattern& pattern) {
      if (pattern.clause != clause) return false;
      if (!pattern.hops) return binding_.at[pattern.variable] == index;
      const std::vector<std::uint32_t>& way = binding_.ways[pattern.variable];
      return std::ranges::find(way, index) != way.end();
    });
  }

  [[nodiscard]] bool may_be(std::uint32_t variable, std::uint32_t node) const {
    const NodeTest& test = query_.nodes[variable];
    if (graph_.is_event(node) && !test.events) return false;
    if (test.pinned.empty() ? !graph_.selected(node) : !is_pinned(test, node)) return false;
    const bool labelled = graph_.is_event(node) ? fits_labels(test.labels, graph_.event(node))
                                                : fits_labels(test.labels, graph_.entity(node));
    return labelled && std::ranges::all_of(test.equals, [&](const PropertyEquals& equals) {
             return compared(property_of_node(graph_, node, *equals.first), equals.second) ==
                    std::partial_ordering::equivalent;
           });
  }

  static bool is_pinned(const NodeTest& test, std::uint32_t node) {
    return std::ranges::all_of(test.pinned, [node](std::uint32_t pin) { return pin == node; });
  }

  [[nodiscard]] std::size_t degree(std::uint32_t variable) const {
    return graph_.edges_of(binding_.at[variable]).size();
  }

  void count_step() {
    if (++taken_ <= most_) return;
    throw QueryTooLarge(
        fmt::format("the query looks at more than {} nodes and edges; name a node, as in (a {{name: \"China\"}}), give "
                    "labels and types, or allow fewer edges in a row than *1..N",
                    most_));
  }

  const BoundQuery& query_;
  const PatternGraph& graph_;
  std::vector<Step> steps_;
  std::uint64_t most_;
  const MatchSink& sink_;
  Binding binding_;
  std::vector<std::uint32_t> way_;  ///< edges of the way that is being followed
  std::uint64_t taken_ = 0;
};

}  // namespace

void match(const BoundQuery& query, const PatternGraph& graph, std::uint64_t most_steps, const MatchSink& sink) {
  Matcher(query, graph, most_steps, sink).run();
}

}  // namespace entente
