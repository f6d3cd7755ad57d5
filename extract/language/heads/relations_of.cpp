// See relations_of.h, and training/FORMAT.md, section 8.
#include "extract/language/heads/relations_of.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace entente {

namespace {

constexpr std::uint32_t kSentencesApart = 2;
constexpr std::size_t kWordsApart = 1000;  // so that a sentence of ten thousand names is no matter of hours

/// The highest scores of two entities so far, and the mentions that gave each.
class HighestScores {
 public:
  void add(const float* scores, std::size_t labels, std::uint32_t subject, std::uint32_t object) {
    best_.resize(labels, {0.0F, kNobody, kNobody});
    for (std::size_t i = 0; i < labels; ++i) {
      if (best_[i].subject == kNobody || scores[i] > best_[i].score) best_[i] = {scores[i], subject, object};
    }
  }

  /// Appends those of at least the probability.
  void append(const PairHead& head, std::int32_t subject, std::int32_t object, float floor,
              std::vector<RelationScore>& to) const {
    std::vector<float> scores;
    for (const Best& best : best_) scores.push_back(best.score);
    const auto probabilities = head.calibration().probabilities(scores.data());
    for (std::size_t i = 0; i < best_.size(); ++i) {
      if (!(probabilities[i] >= floor)) continue;
      to.push_back(
          {subject, object, head.labels()[i], probabilities[i], best_[i].score, best_[i].subject, best_[i].object});
    }
  }

 private:
  static constexpr std::uint32_t kNobody = UINT32_MAX;
  struct Best {
    float score;
    std::uint32_t subject, object;
  };
  std::vector<Best> best_;
};

/// Mentions of entities in the order of the text.
std::vector<std::uint32_t> in_order(const PairHead::Mentions& mentions, std::span<const std::int32_t> entity) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < entity.size(); ++i) {
    if (entity[i] >= 0) order.push_back(i);
  }
  std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(mentions.facts[a].sentence, mentions.facts[a].first) <
           std::tie(mentions.facts[b].sentence, mentions.facts[b].first);
  });
  return order;
}

}  // namespace

std::vector<RelationScore> relations_of(const PairHead& head, const PairHead::Mentions& mentions,
                                        std::span<const std::size_t> places, std::span<const std::int32_t> entity,
                                        float floor) {
  const std::vector<std::uint32_t> order = in_order(mentions, entity);
  const auto far_before = [&](std::uint32_t a, std::uint32_t b) {
    return mentions.facts[a].sentence + kSentencesApart < mentions.facts[b].sentence ||
           places[a] + kWordsApart < places[b];
  };
  std::map<std::int32_t, std::vector<std::size_t>> mentions_of;  // places in the order
  for (std::size_t i = 0; i < order.size(); ++i) mentions_of[entity[order[i]]].push_back(i);

  std::vector<RelationScore> relations;
  std::vector<std::uint32_t> near;
  encoder::AlignedVector<float> scores;
  for (const auto& [subject, own] : mentions_of) {
    std::map<std::int32_t, HighestScores> highest;
    for (const std::size_t at : own) {
      const std::uint32_t asks = order[at];
      std::size_t first = at, last = at;
      while (first > 0 && !far_before(order[first - 1], asks)) --first;
      while (last < order.size() && !far_before(asks, order[last])) ++last;
      near.clear();
      for (std::size_t i = first; i < last; ++i) {
        if (entity[order[i]] != subject) near.push_back(order[i]);
      }
      head.score(mentions, asks, near, scores);
      for (std::size_t i = 0; i < near.size(); ++i) {
        highest[entity[near[i]]].add(scores.data() + i * head.stride(), head.labels().size(), asks, near[i]);
      }
    }
    for (const auto& [object, best] : highest) best.append(head, subject, object, floor, relations);
  }
  return relations;
}

}  // namespace entente
