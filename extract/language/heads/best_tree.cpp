// See best_tree.h. The steps, and what wins where scores are equal, are those of training/decode.py.
#include "extract/language/heads/best_tree.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace entente {

namespace {

constexpr double kNever = -1e9;
constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

/// Scores of arcs, row the dependent, column the head.
class Arcs {
 public:
  explicit Arcs(std::size_t nodes) : nodes_(nodes), scores_(nodes * nodes, kNever) {}
  [[nodiscard]] std::size_t nodes() const { return nodes_; }
  [[nodiscard]] double& at(std::size_t dependent, std::size_t head) { return scores_[dependent * nodes_ + head]; }
  [[nodiscard]] double at(std::size_t dependent, std::size_t head) const { return scores_[dependent * nodes_ + head]; }
  [[nodiscard]] std::size_t best_head(std::size_t dependent) const {
    const double* row = scores_.data() + dependent * nodes_;
    return static_cast<std::size_t>(std::max_element(row, row + nodes_) - row);
  }

 private:
  std::size_t nodes_;
  std::vector<double> scores_;
};

using Heads = std::vector<std::size_t>;

/// A cycle in the order of its arcs, empty where there is none.
std::vector<std::size_t> find_cycle(const Heads& heads) {
  enum class Colour : char { white, grey, black };
  std::vector<Colour> colour(heads.size(), Colour::white);
  for (std::size_t start = 1; start < heads.size(); ++start) {
    std::vector<std::size_t> path;
    std::size_t v = start;
    for (; v != 0 && colour[v] == Colour::white; v = heads[v]) {
      colour[v] = Colour::grey;
      path.push_back(v);
    }
    if (v != 0 && colour[v] == Colour::grey) return {std::ranges::find(path, v), path.end()};
    for (const std::size_t u : path) colour[u] = Colour::black;
  }
  return {};
}

/// The graph in which a cycle is one node, the last, and what an arc from or to that node stands for.
struct Contraction {
  std::vector<std::size_t> outside;  ///< nodes that are not in the cycle, the root first
  std::vector<std::size_t> leave;    ///< by place in `outside`: the head within the cycle
  std::vector<std::size_t> enter;    ///< by place in `outside`: the word of the cycle that would hang there
  Arcs arcs;
};

Contraction contracted(const Arcs& arcs, const Heads& heads, const std::vector<std::size_t>& cycle) {
  std::vector<bool> inside(arcs.nodes(), false);
  for (const std::size_t v : cycle) inside[v] = true;
  std::vector<std::size_t> outside;
  for (std::size_t v = 0; v < arcs.nodes(); ++v) {
    if (!inside[v]) outside.push_back(v);
  }
  const std::size_t m = outside.size();
  Contraction small{outside, Heads(m, kNone), Heads(m, kNone), Arcs(m + 1)};
  double whole = 0;
  for (const std::size_t v : cycle) whole += arcs.at(v, heads[v]);
  for (std::size_t i = 0; i < m; ++i) {
    const std::size_t node = outside[i];
    for (std::size_t j = 0; j < m; ++j) {
      if (i != j) small.arcs.at(i, j) = arcs.at(node, outside[j]);
    }
    double most_out = 0, most_in = 0;
    for (const std::size_t v : cycle) {
      const double out = arcs.at(node, v), in = whole - arcs.at(v, heads[v]) + arcs.at(v, node);
      const auto better = [v](double score, double most, std::size_t now) {
        return now == kNone || score > most || (score == most && v < now);
      };
      if (better(out, most_out, small.leave[i])) std::tie(most_out, small.leave[i]) = std::pair(out, v);
      if (better(in, most_in, small.enter[i])) std::tie(most_in, small.enter[i]) = std::pair(in, v);
    }
    if (node != 0) small.arcs.at(i, m) = most_out;
    small.arcs.at(m, i) = most_in;
  }
  return small;
}

/// The best heads; that of node 0 means nothing. Contracts a cycle at a time, then undoes the contractions.
Heads edmonds(Arcs arcs) {
  struct Step {
    Heads heads;
    Contraction small;
  };
  std::vector<Step> steps;
  Heads heads;
  for (;;) {
    heads.assign(arcs.nodes(), 0);
    for (std::size_t v = 1; v < arcs.nodes(); ++v) heads[v] = arcs.best_head(v);
    const std::vector<std::size_t> cycle = find_cycle(heads);
    if (cycle.empty()) break;
    steps.push_back({heads, contracted(arcs, heads, cycle)});
    arcs = steps.back().small.arcs;
  }
  for (auto each = steps.rbegin(); each != steps.rend(); ++each) {
    Step& step = *each;
    const auto& [outside, leave, enter, unused] = step.small;
    const std::size_t m = outside.size();
    for (std::size_t i = 1; i < m; ++i) step.heads[outside[i]] = heads[i] == m ? leave[i] : outside[heads[i]];
    step.heads[enter[heads[m]]] = outside[heads[m]];
    heads = std::move(step.heads);
  }
  return heads;
}

/// The best heads in which only `root` hangs on the root.
Heads with_root(Arcs arcs, std::size_t root) {
  for (std::size_t v = 1; v < arcs.nodes(); ++v) {
    if (v != root) arcs.at(v, 0) = kNever;
  }
  return edmonds(std::move(arcs));
}

}  // namespace

std::vector<std::uint32_t> best_tree(const float* scores, std::size_t nodes, std::size_t stride) {
  Arcs arcs(nodes);
  for (std::size_t i = 1; i < nodes; ++i) {
    for (std::size_t j = 0; j < nodes; ++j) {
      if (i != j) arcs.at(i, j) = static_cast<double>(scores[i * stride + j]);
    }
  }
  Heads best = edmonds(arcs);
  std::vector<std::size_t> roots;
  for (std::size_t v = 1; v < nodes; ++v) {
    if (best[v] == 0) roots.push_back(v);
  }
  if (roots.size() > 1) {
    double most = -std::numeric_limits<double>::infinity();
    for (const std::size_t root : roots) {
      Heads found = with_root(arcs, root);
      // The forbidden arcs count as they do in the search, so that a tree that cannot do without them loses.
      double sum = 0;
      for (std::size_t v = 1; v < nodes; ++v) sum += found[v] == 0 && v != root ? kNever : arcs.at(v, found[v]);
      if (sum > most) {
        most = sum;
        best = std::move(found);
      }
    }
  }
  std::vector<std::uint32_t> heads;
  for (std::size_t v = 1; v < nodes; ++v) heads.push_back(static_cast<std::uint32_t>(best[v]));
  return heads;
}

}  // namespace entente
