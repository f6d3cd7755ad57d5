// A clause has one subject and one object: what a tree says against that is settled by the next best reading.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace entente {

/// For each label of an arc the slot that it fills ("nsubj" and "csubj:pass" both that of the subject), -1 for none: no
/// word has two dependents in one slot.
[[nodiscard]] std::vector<int> core_slots(std::span<const std::string> labels);

/// A sentence as it is read: words from 1, heads from 0 (the root).
struct TreeReading {
  std::span<std::uint32_t> heads;   ///< by word, from 0
  std::span<std::uint32_t> labels;  ///< by word, from 0
  const float* arcs = nullptr;      ///< score of word i on j: arcs[i * stride + j]
  std::size_t stride = 0;
  /// Scores of all labels for the arc from a word (from 1) to a head.
  std::function<std::vector<float>(std::size_t word, std::size_t head)> label_scores;
};

/// Where two dependents of a word fill one slot, gives one of them another label or another of its likeliest heads,
/// whichever costs least. The steps are those of training/decode.py.
void settle_core_arguments(const TreeReading& tree, std::span<const int> slots);

}  // namespace entente
