// See communities.h.
#include "graph/communities.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace entente {

namespace {

constexpr int kRounds = 20;
constexpr int kLevels = 12;
constexpr double kLeastGain = 1e-9;

/// A graph whose nodes may stand for many: neighbours by index, and what a node has with itself.
struct Level {
  std::vector<std::vector<std::pair<std::uint32_t, double>>> neighbours;
  std::vector<double> within;  ///< weight of links inside a node, each counted twice
  double total = 0;            ///< weight of all links, each counted twice

  [[nodiscard]] std::size_t size() const { return neighbours.size(); }
  [[nodiscard]] double degree(std::size_t node) const {
    double sum = within[node];
    for (const auto& [other, weight] : neighbours[node]) sum += weight;
    return sum;
  }
};

Level level_of(std::size_t nodes, std::span<const Link> links) {
  Level level{std::vector<std::vector<std::pair<std::uint32_t, double>>>(nodes), std::vector<double>(nodes), 0};
  for (const Link& link : links) {
    level.neighbours[link.a].emplace_back(link.b, link.weight);
    level.neighbours[link.b].emplace_back(link.a, link.weight);
    level.total += 2 * link.weight;
  }
  for (auto& neighbours : level.neighbours) std::ranges::sort(neighbours);
  return level;
}

/// Moves nodes one by one to the community where they add most to modularity.
class Moving {
 public:
  explicit Moving(const Level& level) : level_(level), community_(level.size()), weight_to_(level.size()) {
    std::iota(community_.begin(), community_.end(), 0U);
    for (std::size_t i = 0; i < level.size(); ++i) degree_.push_back(level.degree(i));
    sum_ = degree_;
  }

  bool run() {
    bool moved_any = false;
    for (int round = 0; round < kRounds; ++round) {
      bool moved = false;
      for (std::uint32_t node = 0; node < level_.size(); ++node) moved = move(node) || moved;
      moved_any = moved_any || moved;
      if (!moved) break;
    }
    return moved_any;
  }

  [[nodiscard]] const std::vector<std::uint32_t>& communities() const { return community_; }

 private:
  bool move(std::uint32_t node) {
    const std::uint32_t from = community_[node];
    candidates_.assign(1, from);
    for (const auto& [other, weight] : level_.neighbours[node]) {
      const std::uint32_t there = community_[other];
      if (weight_to_[there] == 0 && there != from) candidates_.push_back(there);
      weight_to_[there] += weight;
    }
    std::ranges::sort(candidates_);
    sum_[from] -= degree_[node];
    const auto gain = [&](std::uint32_t to) { return weight_to_[to] - sum_[to] * degree_[node] / level_.total; };
    std::uint32_t best = from;
    for (const std::uint32_t to : candidates_) {
      if (gain(to) > gain(best) + kLeastGain) best = to;
    }
    sum_[best] += degree_[node];
    for (const std::uint32_t to : candidates_) weight_to_[to] = 0;
    community_[node] = best;
    return best != from;
  }

  const Level& level_;
  std::vector<std::uint32_t> community_;
  std::vector<double> degree_;
  std::vector<double> sum_;        ///< of the degrees in a community
  std::vector<double> weight_to_;  ///< of the links from the node at hand to a community; nought between moves
  std::vector<std::uint32_t> candidates_;
};

/// Numbers the values from 0 in the order of their first occurrence; gives how many there are.
std::size_t renumber(std::vector<std::uint32_t>& values) {
  constexpr std::uint32_t kNone = 0xffffffff;
  std::vector<std::uint32_t> number(values.size(), kNone);
  std::uint32_t next = 0;
  for (std::uint32_t& value : values) {
    if (number[value] == kNone) number[value] = next++;
    value = number[value];
  }
  return next;
}

/// Communities become nodes.
Level gathered(const Level& level, const std::vector<std::uint32_t>& community, std::size_t count) {
  Level result{std::vector<std::vector<std::pair<std::uint32_t, double>>>(count), std::vector<double>(count),
               level.total};
  std::vector<std::map<std::uint32_t, double>> sums(count);
  for (std::size_t node = 0; node < level.size(); ++node) {
    const std::uint32_t own = community[node];
    result.within[own] += level.within[node];
    for (const auto& [other, weight] : level.neighbours[node]) {
      (community[other] == own ? result.within[own] : sums[own][community[other]]) += weight;
    }
  }
  for (std::size_t i = 0; i < count; ++i) result.neighbours[i].assign(sums[i].begin(), sums[i].end());
  return result;
}

void number_by_size(std::vector<std::uint32_t>& community) {
  const std::size_t count = renumber(community);
  std::vector<std::size_t> sizes(count);
  for (const std::uint32_t c : community) ++sizes[c];
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, std::ranges::greater{}, [&sizes](std::uint32_t c) { return sizes[c]; });
  std::vector<std::uint32_t> rank(count);
  for (std::uint32_t i = 0; i < count; ++i) rank[order[i]] = i;
  for (std::uint32_t& c : community) c = rank[c];
}

}  // namespace

std::vector<std::uint32_t> communities_of(std::size_t nodes, std::span<const Link> links) {
  std::vector<std::uint32_t> community(nodes);
  std::iota(community.begin(), community.end(), 0U);
  Level level = level_of(nodes, links);
  for (int i = 0; i < kLevels && level.total > 0; ++i) {
    Moving moving(level);
    if (!moving.run()) break;
    std::vector<std::uint32_t> moved = moving.communities();
    const std::size_t count = renumber(moved);
    for (std::uint32_t& c : community) c = moved[c];
    level = gathered(level, moved, count);
  }
  number_by_size(community);
  return community;
}

}  // namespace entente
