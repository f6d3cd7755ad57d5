// Sets of things that are one, of which some may never be. Private to graph/.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace entente {

/// Things of which none of the one list is one with any of the other.
struct KeptApart {
  std::vector<std::size_t> first;
  std::vector<std::size_t> second;
};

/// Disjoint sets of 0 .. size-1; the lowest stands for its set. What is to be kept apart is never joined, however long
/// the chain.
class EntitySets {
 public:
  EntitySets(std::size_t size, std::span<const KeptApart> kept_apart) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    for (std::size_t i = 0; i < kept_apart.size(); ++i) {
      for (const std::size_t each : kept_apart[i].first) sides_[each].insert(2 * i);
      for (const std::size_t each : kept_apart[i].second) sides_[each].insert(2 * i + 1);
    }
  }

  [[nodiscard]] std::size_t find(std::size_t at) {
    while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
    return at;
  }

  /// False where they are kept apart.
  bool join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    if (a == b) return true;
    if (!sides_.empty() && !take_sides(a, b)) return false;
    parent_[std::max(a, b)] = std::min(a, b);
    return true;
  }

 private:
  /// Whether two roots may be joined; if so the one that remains stands on the sides of both.
  bool take_sides(std::size_t a, std::size_t b) {
    std::set<std::size_t> both;
    for (const std::size_t root : {a, b}) {
      const auto sides = sides_.find(root);
      if (sides == sides_.end()) continue;
      for (const std::size_t side : sides->second) {
        if (both.contains(side % 2 == 0 ? side + 1 : side - 1)) return false;
      }
      both.insert(sides->second.begin(), sides->second.end());
    }
    if (!both.empty()) sides_[std::min(a, b)] = std::move(both);
    return true;
  }

  std::vector<std::size_t> parent_;
  std::map<std::size_t, std::set<std::size_t>> sides_;  // by root: on which side of which pair it stands
};

}  // namespace entente
