// The best sequence of tags is found, and none that a name cannot have.
#include "extract/language/heads/best_tags.h"

#include <doctest/doctest.h>

#include <limits>
#include <random>

using entente::TagScheme;

namespace {

const std::vector<std::string> kTags{"O",         "B-place",   "I-place",   "E-place",  "S-place",
                                     "B-country", "I-country", "E-country", "S-country"};

bool follows(const std::string& before, const std::string& after) {
  const bool opened = before[0] == 'B' || before[0] == 'I', goes_on = after[0] == 'I' || after[0] == 'E';
  return opened == goes_on && (!opened || before.substr(1) == after.substr(1));
}

/// The highest total of any sequence that may stand, all of them tried.
float highest_total(const std::vector<float>& scores, std::size_t words) {
  float best = -std::numeric_limits<float>::infinity();
  std::vector<std::size_t> path(words, 0);
  for (;;) {
    bool may_stand = follows("O", kTags[path.front()]) && follows(kTags[path.back()], "O");
    float total = scores[path[0]];
    for (std::size_t w = 1; w < words; ++w) {
      may_stand = may_stand && follows(kTags[path[w - 1]], kTags[path[w]]);
      total += scores[w * kTags.size() + path[w]];
    }
    if (may_stand) best = std::max(best, total);
    std::size_t w = 0;
    while (w < words && ++path[w] == kTags.size()) path[w++] = 0;
    if (w == words) return best;
  }
}

}  // namespace

TEST_CASE("the best tags have the highest total of all that may stand") {
  const TagScheme scheme(kTags);
  std::mt19937 random(3);
  for (int round = 0; round < 60; ++round) {
    const std::size_t words = 1 + static_cast<std::size_t>(round) % 5;
    std::vector<float> scores(words * kTags.size());
    for (float& score : scores) score = static_cast<float>(random() % 64);  // whole numbers: sums are exact
    const auto best = scheme.best(scores.data(), words, kTags.size());
    float total = 0;
    for (std::size_t w = 0; w < words; ++w) {
      total += scores[w * kTags.size() + best[w]];
      CHECK(follows(w == 0 ? "O" : kTags[best[w - 1]], kTags[best[w]]));
    }
    CHECK(follows(kTags[best.back()], "O"));
    CHECK(total == highest_total(scores, words));
  }
}

TEST_CASE("of equal ways that of the lower tag is taken") {
  const TagScheme scheme(kTags);
  const std::vector<float> scores(3 * kTags.size(), 1.0F);
  CHECK(scheme.best(scores.data(), 3, kTags.size()) == std::vector<std::uint32_t>{0, 0, 0});
}

TEST_CASE("tags give the spans of names") {
  const TagScheme scheme(kTags);
  const std::vector<std::uint32_t> tags{4, 0, 5, 6, 7, 1, 3};  // S-place O B-country I- E- B-place E-
  const auto spans = scheme.spans(tags);
  REQUIRE(spans.size() == 3);
  CHECK(spans[0].begin == 0);
  CHECK(spans[0].end == 1);
  CHECK(spans[1].begin == 2);
  CHECK(spans[1].end == 5);
  CHECK(kTags[spans[1].tag] == "E-country");
  CHECK(spans[2].begin == 5);
  CHECK(spans[2].end == 7);
}
