#include "extract/language/heads/core_arguments.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace entente {
namespace {

// "Christopher telephoned Kozyrev Tuesday": words 1 to 4
const std::vector<std::string> kLabels{"root", "nsubj", "obj", "obl"};

struct Sentence {
  std::vector<std::uint32_t> heads{2, 0, 2, 2};
  std::vector<std::uint32_t> labels{1, 0, 1, 3};
  std::vector<float> arcs = std::vector<float>(5 * 5, -9.0F);
  std::vector<std::vector<float>> scores = std::vector<std::vector<float>>(5, {0, 0, 0, 0});

  Sentence() {
    for (const std::size_t word : {1, 3, 4}) arcs[word * 5 + 2] = 4;
  }

  void settle() {
    const auto label_scores = [this](std::size_t word, std::size_t) { return scores[word]; };
    settle_core_arguments({heads, labels, arcs.data(), 5, label_scores}, core_slots(kLabels));
  }
};

TEST_CASE("a second subject becomes what it is second likeliest to be") {
  Sentence sentence;
  sentence.scores[1] = {-9, 8, 1, 0};
  sentence.scores[3] = {-9, 6, 5, 0};
  sentence.settle();
  CHECK(sentence.labels == std::vector<std::uint32_t>{1, 0, 2, 3});
  CHECK(sentence.heads == std::vector<std::uint32_t>{2, 0, 2, 2});
}

TEST_CASE("a second subject goes to another head where that costs less than another label") {
  Sentence sentence;
  sentence.scores[1] = {-9, 8, 1, 0};
  sentence.scores[3] = {-9, 6, -5, -5};
  sentence.arcs[3 * 5 + 4] = 3;
  sentence.settle();
  CHECK(sentence.labels == std::vector<std::uint32_t>{1, 0, 1, 3});
  CHECK(sentence.heads == std::vector<std::uint32_t>{2, 0, 4, 2});
}

TEST_CASE("no word is hung below itself") {
  Sentence sentence;
  sentence.heads = {2, 0, 2, 3};
  sentence.scores[1] = {-9, 8, 1, 0};
  sentence.scores[3] = {-9, 6, -5, -5};
  sentence.arcs[3 * 5 + 4] = 3.9F;  // but it hangs on the third
  sentence.settle();
  CHECK(sentence.heads == std::vector<std::uint32_t>{2, 0, 2, 3});
  CHECK(sentence.labels == std::vector<std::uint32_t>{2, 0, 1, 3});
}

TEST_CASE("a tree without rivals stays as it is") {
  Sentence sentence;
  sentence.labels = {1, 0, 2, 3};
  sentence.settle();
  CHECK(sentence.labels == std::vector<std::uint32_t>{1, 0, 2, 3});
}

}  // namespace
}  // namespace entente
