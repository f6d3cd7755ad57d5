#include "extract/events/type_scores.h"

#include <algorithm>
#include <vector>

namespace entente {
namespace {

constexpr float kFloor = 0.05F;   // below it the head says nothing
constexpr double kAgrees = 0.15;  // what full agreement adds
constexpr double kOpposes = 0.7;  // what full certainty of another type leaves

std::vector<EventScore> scores(const Trees& trees, const ArticleReading* reading, std::uint32_t token) {
  if (!reading) return {};
  return reading->events(trees.sentence_of(token), token - trees.sentence(token).first, kFloor);
}

}  // namespace

EventScore TypeScores::best(std::uint32_t token) const {
  const auto all = scores(trees_, reading_, token);
  return all.empty() ? EventScore{} : all.front();
}

double TypeScores::of(std::uint32_t token, std::string_view type) const {
  const auto all = scores(trees_, reading_, token);
  const auto found = std::ranges::find(all, type, &EventScore::type);
  return found == all.end() ? 0 : static_cast<double>(found->probability);
}

double TypeScores::factor(std::initializer_list<std::uint32_t> words,
                          std::initializer_list<std::string_view> types) const {
  double same = 0;
  double other = 0;
  for (const std::uint32_t word : words) {
    for (const EventScore& score : scores(trees_, reading_, word)) {
      double& side = std::ranges::find(types, score.type) != types.end() ? same : other;
      side = std::max(side, static_cast<double>(score.probability));
    }
  }
  const double against = std::max(0.0, other - same);
  return (1 + kAgrees * same) * (1 - (1 - kOpposes) * against);
}

}  // namespace entente
