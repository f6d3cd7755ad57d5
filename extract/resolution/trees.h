// The dependency trees of an article, asked by token.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/language/analysis.h"

namespace entente {

/// Keeps a reference to the analysis, which the model has read. Made once in linear time.
class Trees {
 public:
  explicit Trees(const Analysis& analysis);

  [[nodiscard]] const Token& token(std::uint32_t i) const { return analysis_.tokens[i]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(analysis_.tokens.size()); }
  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t token) const { return sentence_[token]; }
  [[nodiscard]] const Sentence& sentence(std::uint32_t token) const { return analysis_.sentences[sentence_[token]]; }

  /// The tokens that hang on this one, in the order of the text.
  [[nodiscard]] std::span<const std::uint32_t> children(std::uint32_t token) const;
  /// The child with this relation, or the token itself where there is none.
  [[nodiscard]] std::uint32_t child(std::uint32_t token, std::string_view relation) const;
  [[nodiscard]] bool has(std::uint32_t token, std::string_view relation) const {
    return child(token, relation) != token;
  }

  /// The first and the last token of all that hangs on this one, directly or not, itself included.
  [[nodiscard]] std::uint32_t first_below(std::uint32_t token) const { return first_below_[token]; }
  [[nodiscard]] std::uint32_t last_below(std::uint32_t token) const { return last_below_[token]; }

  /// Relation without its subtype: "nsubj" of "nsubj:pass".
  [[nodiscard]] std::string_view plain_relation(std::uint32_t token) const;
  /// The token of [first, last) that hangs on one outside.
  [[nodiscard]] std::uint32_t head_of(std::uint32_t first, std::uint32_t last) const;
  /// The verb or predicate that a token stands under; itself where it is one or there is none.
  [[nodiscard]] std::uint32_t predicate_of(std::uint32_t token) const;
  /// The subject of a predicate, also where it shares that of the clause it hangs on ("met him and left", "wants to
  /// go", "leaving"); the predicate itself where there is none.
  [[nodiscard]] std::uint32_t subject_of(std::uint32_t predicate) const;
  /// Where a token is a conjunct, the first of its row; else itself.
  [[nodiscard]] std::uint32_t first_conjunct(std::uint32_t token) const;

 private:
  void measure();

  const Analysis& analysis_;
  std::vector<std::uint32_t> sentence_;
  std::vector<std::uint32_t> children_;  ///< of all tokens, one after the other
  std::vector<std::uint32_t> begin_;     ///< of each token's children
  std::vector<std::uint32_t> first_below_, last_below_;
};

}  // namespace entente
