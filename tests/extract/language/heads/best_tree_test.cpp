// The best tree is found among all of them.
#include "extract/language/heads/best_tree.h"

#include <doctest/doctest.h>

#include <random>

using entente::best_tree;

namespace {

using Heads = std::vector<std::uint32_t>;

/// Whether every word reaches the root, on which exactly one hangs. heads[i] is that of word i + 1.
bool is_tree(const Heads& heads) {
  std::size_t roots = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    if (heads[i] == 0) ++roots;
    std::size_t v = i + 1, steps = 0;
    while (v != 0 && steps++ <= heads.size()) v = heads[v - 1];
    if (v != 0) return false;
  }
  return roots == 1;
}

float total(const std::vector<float>& scores, const Heads& heads) {
  const std::size_t nodes = heads.size() + 1;
  float sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) sum += scores[(i + 1) * nodes + heads[i]];
  return sum;
}

float highest_total(const std::vector<float>& scores, std::size_t words) {
  float best = -1e30F;
  Heads heads(words, 0);
  for (;;) {
    if (is_tree(heads)) best = std::max(best, total(scores, heads));
    std::size_t i = 0;
    while (i < words && ++heads[i] == words + 1) heads[i++] = 0;
    if (i == words) return best;
  }
}

}  // namespace

TEST_CASE("the best tree has the highest total of all trees") {
  std::mt19937 random(5);
  for (int round = 0; round < 400; ++round) {
    const std::size_t words = 1 + static_cast<std::size_t>(round) % 5;
    std::vector<float> scores((words + 1) * (words + 1));
    for (float& score : scores) score = static_cast<float>(random() % 32);
    if (round % 2 == 1) {
      for (std::size_t i = 1; i <= words; ++i) scores[i * (words + 1)] += 40;  // all would hang on the root
    }
    const Heads heads = best_tree(scores.data(), words + 1, words + 1);
    CHECK(is_tree(heads));
    CHECK(total(scores, heads) == highest_total(scores, words));
  }
}

TEST_CASE("cycles within cycles are undone") {
  std::mt19937 random(6);
  for (const std::size_t words : {40U, 90U}) {
    std::vector<float> scores((words + 1) * (words + 1));
    for (float& score : scores) score = static_cast<float>(random() % 1000);
    for (std::size_t i = 1; i <= words; ++i) {  // neighbours choose each other, then pairs do, and so on
      for (std::size_t j = 1; j <= words; ++j)
        scores[i * (words + 1) + j] += 5000.0F / static_cast<float>(((i - 1) ^ (j - 1)) + 1);
    }
    const Heads heads = best_tree(scores.data(), words + 1, words + 1);
    CHECK(is_tree(heads));
    Heads chain(words);
    for (std::size_t i = 0; i < words; ++i) chain[i] = static_cast<std::uint32_t>(i);
    CHECK(total(scores, heads) >= total(scores, chain));
  }
}

TEST_CASE("one word hangs on the root") {
  const std::vector<float> scores(4, 0.0F);
  CHECK(best_tree(scores.data(), 2, 2) == Heads{0});
}
