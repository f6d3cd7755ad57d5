// The part of a model that reads an article: layers of its own over the encoder's, and the heads on their vectors.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extract/language/encoder/layer_stack.h"
#include "extract/language/encoder/model_file.h"
#include "extract/language/heads/calibration.h"
#include "extract/language/heads/head_input.h"
#include "extract/language/heads/pair_head.h"
#include "extract/language/heads/two_layers.h"

namespace entente {

/// A score for each type of event and word. The first label is that of words that tell of none.
class EventsHead {
 public:
  EventsHead(const encoder::Kernels& kernels, const encoder::ModelFile& file, const encoder::ModelHead& head);
  [[nodiscard]] const std::vector<std::string>& labels() const { return labels_; }
  [[nodiscard]] NodeScores score(const HeadInput& input) const { return layers_.score(input); }
  /// Of each label, from a row of scores.
  [[nodiscard]] encoder::AlignedVector<float> probabilities(const float* scores) const;

 private:
  std::vector<std::string> labels_;
  TwoLayers layers_;
  Calibration calibration_;
};

struct ArticleHeads {
  /// Those that the file has; without any the layers are left out too. Throws ModelError.
  ArticleHeads(const encoder::Kernels& kernels, const encoder::ModelFile& file);

  [[nodiscard]] bool any() const { return events || relations || coreference; }

  const encoder::Kernels& kernels;
  encoder::ModelFile file;  ///< what the layers look into
  std::size_t from;         ///< layers of the encoder below
  std::optional<EventsHead> events;
  std::optional<PairHead> relations, coreference;
  encoder::LayerStack layers;
};

}  // namespace entente
