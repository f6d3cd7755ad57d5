// Counting votes for the value most articles agree on. Private to graph/.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace entente {

/// Votes for values of one property. Values are few, so a sorted vector holds them.
template <typename Value>
class Tally {
 public:
  using Vote = std::pair<Value, std::uint32_t>;

  void add(const Value& value, std::uint32_t votes = 1) {
    const auto at = std::lower_bound(votes_.begin(), votes_.end(), value,
                                     [](const Vote& vote, const Value& wanted) { return vote.first < wanted; });
    if (at != votes_.end() && at->first == value) {
      at->second += votes;
    } else {
      votes_.insert(at, {value, votes});
    }
  }
  void add(const Tally& other) {
    for (const auto& [value, votes] : other.votes_) add(value, votes);
  }

  /// Takes votes back that were added before.
  void remove(const Tally& other) {
    for (const auto& [value, votes] : other.votes_) {
      for (Vote& vote : votes_) {
        if (vote.first == value) vote.second -= std::min(votes, vote.second);
      }
    }
    std::erase_if(votes_, [](const Vote& vote) { return vote.second == 0; });
  }

  /// The value with the most votes; of several the lowest; a default Value where there is none.
  [[nodiscard]] Value best() const {
    return best([](const Value&, const Value&) { return false; });
  }
  /// Of several values with the most votes the one that `better` puts before the others, then the lowest.
  template <typename Better>
  [[nodiscard]] Value best(Better better) const {
    const auto found = std::max_element(votes_.begin(), votes_.end(), [&](const Vote& a, const Vote& b) {
      return a.second != b.second ? a.second < b.second : better(b.first, a.first);
    });
    return found == votes_.end() ? Value{} : found->first;
  }

  [[nodiscard]] const std::vector<Vote>& votes() const { return votes_; }  ///< by value
  [[nodiscard]] bool empty() const { return votes_.empty(); }
  [[nodiscard]] bool has(const Value& value) const {
    return std::any_of(votes_.begin(), votes_.end(), [&](const Vote& vote) { return vote.first == value; });
  }

 private:
  std::vector<Vote> votes_;
};

}  // namespace entente
