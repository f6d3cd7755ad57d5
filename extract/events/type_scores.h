// What the model's head for events says of words: how likely each tells of an event of a type.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "extract/language/heads/article_reading.h"
#include "extract/resolution/trees.h"

namespace entente {

/// Without a reading, or a head for events in it, nothing is said of any word.
class TypeScores {
 public:
  TypeScores(const Trees& trees, const ArticleReading* reading)
      : trees_(trees), reading_(reading && reading->has_events() ? reading : nullptr) {}

  /// The likeliest type of a word; of probability 0 where there is none.
  [[nodiscard]] EventScore best(std::uint32_t token) const;
  [[nodiscard]] double of(std::uint32_t token, std::string_view type) const;
  /// A factor for the confidence in an event of this type told by a word with the words it is told with: over 1 where
  /// the head agrees, far under 1 where it is sure of another type.
  [[nodiscard]] double factor(std::initializer_list<std::uint32_t> words,
                              std::initializer_list<std::string_view> types) const;

 private:
  const Trees& trees_;
  const ArticleReading* reading_;
};

}  // namespace entente
