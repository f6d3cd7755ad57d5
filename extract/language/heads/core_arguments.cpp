// See core_arguments.h.
#include "extract/language/heads/core_arguments.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace entente {

namespace {

constexpr std::size_t kLikeliest = 4;  // heads that are tried
constexpr float kSubjectFirst = 4.0F;  // what it costs to leave the subject to a rival behind the verb

constexpr int kSubject = 0;

/// Another head or label for a word, and what it costs in score.
struct Change {
  std::size_t word = 0;
  std::size_t head = 0;
  std::uint32_t label = 0;
  float short_of_best = 0;  ///< of the labels of that arc
  float loss = std::numeric_limits<float>::infinity();
};

class Settling {
 public:
  Settling(const TreeReading& tree, std::span<const int> slots)
      : tree_(tree), slots_(slots), short_of_best_(tree.heads.size(), 0.0F) {}

  void run() {
    while (const auto rivals = conflict()) apply(best_change(*rivals));
  }

 private:
  [[nodiscard]] std::size_t head(std::size_t word) const { return tree_.heads[word - 1]; }
  [[nodiscard]] int slot(std::size_t word) const { return slots_[tree_.labels[word - 1]]; }
  [[nodiscard]] float arc(std::size_t word, std::size_t head) const { return tree_.arcs[word * tree_.stride + head]; }

  /// The words that fill one slot of a head; the lowest head, then the lowest slot.
  [[nodiscard]] std::optional<std::vector<std::size_t>> conflict() const {
    std::vector<std::array<std::size_t, 3>> filled;
    for (std::size_t word = 1; word <= tree_.heads.size(); ++word) {
      if (slot(word) >= 0 && head(word) != 0)
        filled.push_back({head(word), static_cast<std::size_t>(slot(word)), word});
    }
    std::ranges::sort(filled);
    for (std::size_t i = 1; i < filled.size(); ++i) {
      const auto same = [&](const auto& each) { return each[0] == filled[i][0] && each[1] == filled[i][1]; };
      if (!same(filled[i - 1])) continue;
      std::vector<std::size_t> words;
      for (const auto& each : filled) {
        if (same(each)) words.push_back(each[2]);
      }
      return words;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::set<int> taken(std::size_t head, std::size_t but) const {
    std::set<int> result;
    for (std::size_t word = 1; word <= tree_.heads.size(); ++word) {
      if (word != but && this->head(word) == head && slot(word) >= 0) result.insert(slot(word));
    }
    return result;
  }

  [[nodiscard]] bool above(std::size_t word, std::size_t other) const {
    for (std::size_t at = other; at != 0; at = head(at)) {
      if (at == word) return true;
    }
    return false;
  }

  /// The best label of an arc that fills no slot already filled.
  [[nodiscard]] Change labelled(std::size_t word, std::size_t head) const {
    const std::vector<float> scores = tree_.label_scores(word, head);
    const std::set<int> filled = taken(head, word);
    Change change{word, head, 0, std::numeric_limits<float>::infinity()};
    const float best = *std::ranges::max_element(scores);
    for (std::uint32_t label = 0; label < scores.size(); ++label) {
      if (slots_[label] >= 0 && filled.contains(slots_[label])) continue;
      const float shortfall = best - scores[label];
      if (shortfall < change.short_of_best) std::tie(change.label, change.short_of_best) = std::pair(label, shortfall);
    }
    const float moved = arc(word, this->head(word)) - arc(word, head);
    change.loss = (moved + change.short_of_best) - short_of_best_[word - 1];
    return change;
  }

  [[nodiscard]] Change best_change(const std::vector<std::size_t>& rivals) const {
    Change best;
    const bool behind = slot(rivals.back()) == kSubject && rivals.back() > head(rivals.back());
    for (const std::size_t word : rivals) {
      const auto consider = [&](Change change) {
        if (behind && word < head(word)) change.loss += kSubjectFirst;
        if (change.loss < best.loss) best = change;
      };
      consider(labelled(word, head(word)));
      std::vector<std::size_t> heads(tree_.heads.size() + 1);
      std::iota(heads.begin(), heads.end(), std::size_t{0});
      std::ranges::stable_sort(heads, [&](std::size_t a, std::size_t b) { return arc(word, a) > arc(word, b); });
      heads.resize(std::min(heads.size(), kLikeliest));
      for (const std::size_t other : heads) {
        if (other != 0 && other != head(word) && !above(word, other)) consider(labelled(word, other));
      }
    }
    return best;
  }

  void apply(const Change& change) {
    tree_.heads[change.word - 1] = static_cast<std::uint32_t>(change.head);
    tree_.labels[change.word - 1] = change.label;
    short_of_best_[change.word - 1] = change.short_of_best;
  }

  const TreeReading& tree_;
  std::span<const int> slots_;
  std::vector<float> short_of_best_;
};

}  // namespace

std::vector<int> core_slots(std::span<const std::string> labels) {
  constexpr std::array<std::pair<std::string_view, int>, 6> kSlots{
      {{"nsubj", 0}, {"nsubj:pass", 0}, {"csubj", 0}, {"csubj:pass", 0}, {"obj", 1}, {"iobj", 2}}};
  std::vector<int> slots;
  for (const std::string& label : labels) {
    const auto found = std::ranges::find(kSlots, label, &std::pair<std::string_view, int>::first);
    slots.push_back(found == kSlots.end() ? -1 : found->second);
  }
  return slots;
}

void settle_core_arguments(const TreeReading& tree, std::span<const int> slots) {
  Settling(tree, slots).run();
}

}  // namespace entente
