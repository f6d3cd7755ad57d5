// Who acts and who is acted on around a verb, read from the words beside it. A dependency tree will answer this better;
// until there is one, a side is named only where the words leave no doubt.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/extraction.h"
#include "extract/resolution/sentence_view.h"

namespace entente {

/// What stands before a verb.
struct Subject {
  std::vector<std::int32_t> actors;
  Modality modality = Modality::actual;
  bool passive = false;     ///< a form of "be" stands before a participle
  bool infinitive = false;  ///< "to" stands before it
  bool dependent = false;   ///< "after", "since", "had": older than what the article tells, and not of its day
  std::uint32_t first = 0;  ///< first token read
};

/// One side that acts or is acted on.
struct Side {
  std::vector<std::int32_t> actors;
  std::uint32_t last = 0;  ///< token behind it
};

class Clause {
 public:
  Clause(const SentenceView& view, const Sentence& sentence) : view_(view), sentence_(sentence) {}

  /// Reads leftwards from a verb. Without actors where the words before it name none.
  [[nodiscard]] Subject subject(std::uint32_t verb) const;
  /// The actors that begin at a token, behind determiners and adjectives; empty where the phrase is about something
  /// else.
  [[nodiscard]] Side object(std::uint32_t at) const;
  /// The actors behind the nearest of these prepositions within the clause.
  [[nodiscard]] Side after_preposition(std::uint32_t at, const std::vector<std::string_view>& prepositions) const;
  /// The actors of the phrase that ends at a token: "Russian troops", "President Xi Jinping of China".
  [[nodiscard]] std::vector<std::int32_t> actors_ending(std::uint32_t end, std::uint32_t* first) const;
  /// The place named by "in" or "at" behind a token, within the clause.
  [[nodiscard]] std::int32_t place_after(std::uint32_t at) const;

 private:
  [[nodiscard]] bool only_modifies(std::uint32_t behind) const;
  void read_conjunction(Subject& subject) const;
  [[nodiscard]] bool boundary(std::uint32_t at) const;
  [[nodiscard]] bool acts(const TokenMention& mention) const;
  [[nodiscard]] std::uint32_t before_apposition(std::uint32_t comma) const;
  const SentenceView& view_;
  const Sentence& sentence_;
};

}  // namespace entente
