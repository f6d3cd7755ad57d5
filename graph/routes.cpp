#include "graph/routes.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <tuple>

namespace entente {
namespace {

constexpr std::uint32_t kFar = std::numeric_limits<std::uint32_t>::max();

/// Fewest steps, then least cost, then lowest indices.
struct Better {
  bool operator()(const Route& a, const Route& b) const {
    const std::size_t a_size = a.entities.size();
    const std::size_t b_size = b.entities.size();
    return std::tie(a_size, a.cost, a.entities) < std::tie(b_size, b.cost, b.entities);
  }
};

/// Steps from each entity to the goal; kFar beyond max_hops.
std::vector<std::uint32_t> steps_to(const TieGraph& graph, std::uint32_t goal, std::size_t max_hops) {
  std::vector<std::uint32_t> distance(graph.size(), kFar);
  std::vector<std::uint32_t> queue{goal};
  distance[goal] = 0;
  for (std::size_t at = 0; at < queue.size() && distance[queue[at]] < max_hops; ++at) {
    for (const TieGraph::Step step : graph.steps(queue[at])) {
      if (distance[step.to] != kFar) continue;
      distance[step.to] = distance[queue[at]] + 1;
      queue.push_back(step.to);
    }
  }
  return distance;
}

/// Breadth-first searches for the best way from an entity to the goal around closed entities.
class RouteSearch {
 public:
  RouteSearch(const TieGraph& graph, std::uint32_t goal, std::size_t max_hops)
      : graph_(graph),
        goal_(goal),
        distance_(steps_to(graph, goal, max_hops)),
        labels_(graph.size()),
        closed_(graph.size(), false) {}

  void close(std::uint32_t entity) { closed_[entity] = true; }
  void open(std::uint32_t entity) { closed_[entity] = false; }

  /// The best way of at most max_hops steps whose first step is none of `barred`.
  std::optional<Route> best(std::uint32_t from, std::size_t max_hops, const std::set<std::uint32_t>& barred) {
    if (distance_[from] == kFar) return std::nullopt;
    for (std::size_t hops = distance_[from]; hops <= max_hops; ++hops) {
      if (reaches(from, hops, barred)) return traced();
    }
    return std::nullopt;
  }

 private:
  struct Label {
    std::uint64_t search = 0;  // number of the search that wrote it
    std::size_t depth = 0;
    double cost = 0;
    std::size_t parent_rank = 0;
    std::uint32_t parent = kFar;
  };

  /// Labels all that lies on ways of at most `hops` steps, as far as the distances without closed entities can tell;
  /// true where the goal is among it. Each layer is kept in the order of the ways to it, so that of two ways of the
  /// same cost the one with lower indices comes first and stays.
  bool reaches(std::uint32_t from, std::size_t hops, const std::set<std::uint32_t>& barred) {
    ++search_;
    labels_[from] = {search_, 0, 0, 0, kFar};
    std::vector<std::uint32_t> layer{from};
    for (std::size_t depth = 1; depth <= hops && !layer.empty(); ++depth) {
      layer = next_layer(layer, depth, hops, depth == 1 ? barred : kNone);
      if (labels_[goal_].search == search_) return true;
    }
    return false;
  }

  std::vector<std::uint32_t> next_layer(const std::vector<std::uint32_t>& layer, std::size_t depth, std::size_t hops,
                                        const std::set<std::uint32_t>& barred) {
    std::vector<std::uint32_t> next;
    for (std::size_t rank = 0; rank < layer.size(); ++rank) {
      const double cost_so_far = labels_[layer[rank]].cost;
      for (const TieGraph::Step step : graph_.steps(layer[rank])) {
        const bool in_reach = distance_[step.to] != kFar && depth + distance_[step.to] <= hops;
        if (!in_reach || closed_[step.to] || barred.contains(step.to)) continue;
        Label& label = labels_[step.to];
        const double cost = cost_so_far + step.cost();
        const bool fresh = label.search != search_;
        if (!fresh && (label.depth != depth || label.cost <= cost)) continue;
        if (fresh) next.push_back(step.to);
        label = {search_, depth, cost, rank, layer[rank]};
      }
    }
    std::sort(next.begin(), next.end(), [this](std::uint32_t a, std::uint32_t b) {
      return std::tuple(labels_[a].parent_rank, a) < std::tuple(labels_[b].parent_rank, b);
    });
    return next;
  }

  [[nodiscard]] Route traced() const {
    Route route{{}, labels_[goal_].cost};
    for (std::uint32_t at = goal_; at != kFar; at = labels_[at].parent) route.entities.push_back(at);
    std::reverse(route.entities.begin(), route.entities.end());
    return route;
  }

  inline static const std::set<std::uint32_t> kNone;

  const TieGraph& graph_;
  std::uint32_t goal_;
  std::vector<std::uint32_t> distance_;
  std::vector<Label> labels_;
  std::vector<bool> closed_;
  std::uint64_t search_ = 0;
};

/// The entities that follow the first `length` ones of a route in the routes that begin the same.
std::set<std::uint32_t> followers(const std::vector<Route>& routes, const Route& route, std::size_t length) {
  std::set<std::uint32_t> result;
  for (const Route& other : routes) {
    if (other.entities.size() > length &&
        std::equal(other.entities.begin(), other.entities.begin() + static_cast<std::ptrdiff_t>(length),
                   route.entities.begin())) {
      result.insert(other.entities[length]);
    }
  }
  return result;
}

double cost_of(const TieGraph& graph, const std::vector<std::uint32_t>& entities) {
  double cost = 0;
  for (std::size_t i = 0; i + 1 < entities.size(); ++i) {
    const auto all = graph.steps(entities[i]);
    cost += (*std::ranges::lower_bound(all, entities[i + 1], {}, &TieGraph::Step::to)).cost();
  }
  return cost;
}

}  // namespace

std::vector<Route> best_routes(const TieGraph& graph, std::uint32_t from, std::uint32_t to, std::size_t k,
                               std::size_t max_hops) {
  RouteSearch search(graph, to, max_hops);
  std::vector<Route> found;
  std::set<Route, Better> waiting;
  if (auto first = search.best(from, max_hops, {})) waiting.insert(std::move(*first));
  while (found.size() < k && !waiting.empty()) {
    found.push_back(std::move(waiting.extract(waiting.begin()).value()));
    const Route route = found.back();
    for (std::size_t i = 0; i + 1 < route.entities.size() && found.size() < k; ++i) {
      search.close(route.entities[i]);
      auto spur = search.best(route.entities[i], max_hops - i, followers(found, route, i + 1));
      if (!spur) continue;
      spur->entities.insert(spur->entities.begin(), route.entities.begin(),
                            route.entities.begin() + static_cast<std::ptrdiff_t>(i));
      spur->cost = cost_of(graph, spur->entities);
      waiting.insert(std::move(*spur));
    }
    for (const std::uint32_t entity : route.entities) search.open(entity);
  }
  return found;
}

}  // namespace entente
