// Dependency trees: a score for each pair of words (biaffine), the best tree, and a label for each of its arcs. After
// Dozat and Manning, "Deep biaffine attention for neural dependency parsing", 2017.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "extract/language/encoder/linear.h"
#include "extract/language/encoder/model_file.h"
#include "extract/language/heads/head_input.h"
#include "extract/language/heads/windows.h"

namespace entente {

class TreeHead {
 public:
  TreeHead(const encoder::Kernels& kernels, const encoder::ModelFile& file);

  /// For each node its head (a word of its sentence from 1, 0: the root) and the number of its label; those of roots
  /// mean nothing. A sentence of more than a few hundred words is read in stretches; the roots of later stretches hang
  /// on that of the first. No word has two subjects, nor two objects.
  struct Trees {
    std::vector<std::uint32_t> heads, labels;
  };
  [[nodiscard]] Trees read(const HeadInput& input, const std::vector<SentenceNodes>& sentences) const;

 private:
  struct Ends;
  /// The score of each word of a stretch on each other.
  struct Arcs {
    encoder::AlignedVector<float> scores;
    std::size_t nodes = 0;
    std::size_t stride = 0;
  };
  /// `arcs`: those of the last stretch.
  [[nodiscard]] std::vector<std::uint32_t> heads_of(const encoder::Kernels& kernels, const Ends& ends,
                                                    const SentenceNodes& sentence, Arcs& arcs) const;
  [[nodiscard]] Arcs arcs_within(const encoder::Kernels& kernels, const Ends& ends,
                                 const std::vector<std::size_t>& nodes) const;

  std::size_t arc_, label_;
  encoder::Linear ends_, join_, labels_;
  std::vector<int> slots_;  ///< by label (core_arguments.h)
};

}  // namespace entente
