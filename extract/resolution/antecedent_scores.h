// How likely one referent stands for the same as an earlier one.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "extract/language/heads/article_reading.h"
#include "extract/resolution/referents.h"

namespace entente {

class AntecedentScores {
 public:
  virtual ~AntecedentScores() = default;
  /// For each candidate; the best of them is meant where its score is over 0. By place in the list of referents.
  [[nodiscard]] virtual std::vector<float> of(std::uint32_t asks, std::span<const std::uint32_t> candidates) const = 0;
  /// Whether phrases that seem to tell of somebody new ("a man") are worth asking about.
  [[nodiscard]] virtual bool knows_fresh() const = 0;
  /// The probability that goes with a score over 0.
  [[nodiscard]] virtual float probability(float score) const = 0;
};

/// By nearness, subjects first, equal heads. Keeps references.
[[nodiscard]] std::unique_ptr<AntecedentScores> scores_by_rule(const Trees& trees,
                                                               const std::vector<Referent>& referents);

/// By the model. The reading has the head.
[[nodiscard]] std::unique_ptr<AntecedentScores> scores_by_model(const Trees& trees,
                                                                const std::vector<Referent>& referents,
                                                                const ArticleReading& reading);

}  // namespace entente
