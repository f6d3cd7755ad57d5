#include "graph/topology.h"

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>

#include "graph/routes.h"
#include "graph/tie_graph.h"

namespace entente {
namespace {

constexpr double kDamping = 0.85;
constexpr int kRounds = 100;
constexpr double kSettled = 1e-12;  // sum of all changes in a round after which PageRank is done

/// Shortest ways from one source, for Brandes' betweenness.
struct Tree {
  explicit Tree(std::size_t n) : distance(n), ways(n), dependency(n) { order.reserve(n); }

  std::vector<std::int32_t> distance;
  std::vector<double> ways;
  std::vector<double> dependency;
  std::vector<std::uint32_t> order;  // by distance
};

void count_ways(const TieGraph& graph, std::uint32_t source, Tree& tree) {
  std::fill(tree.distance.begin(), tree.distance.end(), -1);
  std::fill(tree.ways.begin(), tree.ways.end(), 0.0);
  std::fill(tree.dependency.begin(), tree.dependency.end(), 0.0);
  tree.order.assign(1, source);
  tree.distance[source] = 0;
  tree.ways[source] = 1;
  for (std::size_t at = 0; at < tree.order.size(); ++at) {
    const std::uint32_t u = tree.order[at];
    for (const TieGraph::Step step : graph.steps(u)) {
      if (tree.distance[step.to] < 0) {
        tree.distance[step.to] = tree.distance[u] + 1;
        tree.order.push_back(step.to);
      }
      if (tree.distance[step.to] == tree.distance[u] + 1) tree.ways[step.to] += tree.ways[u];
    }
  }
}

void add_dependencies(const TieGraph& graph, Tree& tree, double scale, std::vector<double>& score) {
  for (std::size_t at = tree.order.size(); at-- > 1;) {
    const std::uint32_t w = tree.order[at];
    for (const TieGraph::Step step : graph.steps(w)) {
      const std::uint32_t v = step.to;
      if (tree.distance[v] + 1 != tree.distance[w]) continue;
      tree.dependency[v] += tree.ways[v] / tree.ways[w] * (1 + tree.dependency[w]);
    }
    score[w] += scale * tree.dependency[w];
  }
}

/// Component numbers renumbered by size, then by lowest member; those not selected get kNoComponent.
std::vector<std::uint32_t> by_size(const std::vector<std::uint32_t>& component, std::size_t count,
                                   const std::vector<bool>& selected) {
  struct Group {
    std::uint32_t size = 0;
    std::uint32_t lowest = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t number = 0;
  };
  std::vector<Group> groups(count);
  for (std::uint32_t v = 0; v < component.size(); ++v) {
    if (!selected[v]) continue;
    Group& group = groups[component[v]];
    ++group.size;
    group.lowest = std::min(group.lowest, v);
  }
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple(-std::int64_t{groups[a].size}, groups[a].lowest) <
           std::tuple(-std::int64_t{groups[b].size}, groups[b].lowest);
  });
  for (std::uint32_t i = 0; i < order.size(); ++i) groups[order[i]].number = i;
  std::vector<std::uint32_t> result(component.size(), Topology::kNoComponent);
  for (std::uint32_t v = 0; v < component.size(); ++v) {
    if (selected[v]) result[v] = groups[component[v]].number;
  }
  return result;
}

}  // namespace

struct Topology::Impl {
  Impl(const KnowledgeGraph& graph, const Filter& filter) : ties(graph, filter) {}
  TieGraph ties;
};

Topology::Topology(const KnowledgeGraph& graph, const Filter& filter)
    : impl_(std::make_unique<const Impl>(graph, filter)) {}
Topology::~Topology() = default;
Topology::Topology(Topology&&) noexcept = default;
Topology& Topology::operator=(Topology&&) noexcept = default;

std::size_t Topology::entity_count() const {
  return impl_->ties.size();
}
std::size_t Topology::edge_count() const {
  return impl_->ties.edge_count() / 2;
}
bool Topology::selected(std::uint32_t entity) const {
  return entity < impl_->ties.size() && impl_->ties.selected()[entity];
}

std::vector<Neighbour> Topology::neighbours(std::uint32_t entity) const {
  std::vector<Neighbour> result;
  if (!selected(entity)) return result;
  for (const TieGraph::Step step : impl_->ties.steps(entity)) {
    const auto ties = impl_->ties.ties(step);
    result.push_back({step.to, step.strength, {ties.begin(), ties.end()}});
  }
  std::stable_sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a.strength > b.strength; });
  return result;
}

std::vector<Tie> Topology::ties(std::uint32_t from, std::uint32_t to) const {
  if (!selected(from) || !selected(to)) return {};
  const auto ties = impl_->ties.between(from, to);
  return {ties.begin(), ties.end()};
}

std::size_t Topology::degree(std::uint32_t entity) const {
  return selected(entity) ? impl_->ties.steps(entity).size() : 0;
}

double Topology::strength(std::uint32_t entity) const {
  double sum = 0;
  if (!selected(entity)) return sum;
  for (const TieGraph::Step step : impl_->ties.steps(entity)) sum += step.strength;
  return sum;
}

std::vector<Path> Topology::paths(std::uint32_t from, std::uint32_t to, std::size_t k, std::size_t max_hops) const {
  std::vector<Path> result;
  if (!selected(from) || !selected(to) || from == to) return result;
  for (Route& route : best_routes(impl_->ties, from, to, k, max_hops)) {
    Path path{std::move(route.entities), {}, route.cost};
    for (std::size_t i = 0; i + 1 < path.entities.size(); ++i) {
      path.ties.push_back(ties(path.entities[i], path.entities[i + 1]));
    }
    result.push_back(std::move(path));
  }
  return result;
}

std::vector<std::uint32_t> Topology::components() const {
  // Every edge is there in both directions, so what is strongly connected is what is connected.
  const TieGraph& graph = impl_->ties;
  std::vector<std::uint32_t> component(graph.size());
  const auto index = boost::get(boost::vertex_index, graph.boost_graph());
  const auto count =
      boost::strong_components(graph.boost_graph(), boost::make_iterator_property_map(component.begin(), index));
  return by_size(component, static_cast<std::size_t>(count), graph.selected());
}

std::vector<double> Topology::pagerank() const {
  const TieGraph& graph = impl_->ties;
  const auto n = static_cast<double>(std::count(graph.selected().begin(), graph.selected().end(), true));
  std::vector<double> rank(graph.size(), 0.0);
  std::vector<double> out(graph.size(), 0.0);
  for (std::uint32_t v = 0; v < graph.size(); ++v) {
    rank[v] = graph.selected()[v] ? 1 / n : 0;
    out[v] = strength(v);
  }
  for (int round = 0; round < kRounds; ++round) {
    double idle = 0;  // of entities without ties, spread over all
    std::vector<double> next(graph.size(), 0.0);
    for (std::uint32_t u = 0; u < graph.size(); ++u) {
      if (out[u] <= 0) idle += rank[u];
      for (const TieGraph::Step step : graph.steps(u)) next[step.to] += rank[u] * step.strength / out[u];
    }
    double change = 0;
    for (std::uint32_t v = 0; v < graph.size(); ++v) {
      if (graph.selected()[v]) next[v] = (1 - kDamping) / n + kDamping * (next[v] + idle / n);
      change += std::abs(next[v] - rank[v]);
    }
    rank = std::move(next);
    if (change < kSettled) break;
  }
  return rank;
}

std::vector<double> Topology::betweenness(std::size_t pivots) const {
  const TieGraph& graph = impl_->ties;
  std::vector<std::uint32_t> joined;
  for (std::uint32_t v = 0; v < graph.size(); ++v) {
    if (graph.steps(v).size() > 0) joined.push_back(v);
  }
  std::vector<double> score(graph.size(), 0.0);
  const std::size_t n = joined.size();
  const std::size_t sources = std::min(n, std::max<std::size_t>(pivots, 1));
  if (n < 3) return score;
  const double pairs = static_cast<double>(n - 1) * static_cast<double>(n - 2);
  const double scale = static_cast<double>(n) / static_cast<double>(sources) / pairs;
  Tree tree(graph.size());
  for (std::size_t i = 0; i < sources; ++i) {
    count_ways(graph, joined[i * n / sources], tree);
    add_dependencies(graph, tree, scale, score);
  }
  return score;
}

}  // namespace entente
