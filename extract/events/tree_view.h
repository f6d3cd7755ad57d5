// The trees of an article with the lemmas that the tables of events know: who hangs on a word, and how.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/language/analysis.h"
#include "extract/resolution/trees.h"

namespace entente {

class TreeView {
 public:
  /// Keeps a reference to the trees, which are those of the analysis.
  TreeView(const Analysis& analysis, const Trees& trees);

  [[nodiscard]] const Trees& trees() const { return trees_; }
  [[nodiscard]] const Token& token(std::uint32_t i) const { return trees_.token(i); }
  [[nodiscard]] std::string_view lemma(std::uint32_t i) const { return lemmas_[i]; }
  [[nodiscard]] std::span<const std::uint32_t> children(std::uint32_t i) const { return trees_.children(i); }
  [[nodiscard]] std::uint32_t head(std::uint32_t i) const { return trees_.token(i).head; }

  /// True where the relation is, or is a subtype of, one of these.
  [[nodiscard]] bool relation(std::uint32_t i, std::initializer_list<std::string_view> relations) const;
  /// The first child with one of these relations.
  [[nodiscard]] std::optional<std::uint32_t> child(std::uint32_t i,
                                                   std::initializer_list<std::string_view> relations) const;
  [[nodiscard]] bool lower_is(std::uint32_t i, std::initializer_list<std::string_view> words) const;
  [[nodiscard]] bool lemma_is(std::uint32_t i, std::initializer_list<std::string_view> words) const;
  /// Whether a noun has this preposition.
  [[nodiscard]] bool has_case(std::uint32_t noun, std::string_view preposition) const {
    return has_case(noun, std::initializer_list<std::string_view>{preposition});
  }
  /// Whether it has one of these.
  [[nodiscard]] bool has_case(std::uint32_t noun, std::initializer_list<std::string_view> prepositions) const;
  [[nodiscard]] bool has_mark(std::uint32_t verb, std::initializer_list<std::string_view> words) const;
  /// A verb, or an adjective that is said of somebody ("is ready").
  [[nodiscard]] bool predicate(std::uint32_t i) const;
  /// "says", "announced".
  [[nodiscard]] bool speaks(std::uint32_t i) const;

 private:
  const Trees& trees_;
  std::vector<std::string_view> lemmas_;
};

}  // namespace entente
