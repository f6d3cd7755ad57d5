// Lemmas as edits of the word: "lower|1|" makes "talk" of "Talks".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

class LemmaRule {
 public:
  /// Reads `case|cut|put`. Throws std::runtime_error quoting a rule that is none.
  explicit LemmaRule(std::string_view rule);

  /// The lemma of a word (UTF-8).
  [[nodiscard]] std::string apply(std::string_view word) const;

 private:
  enum class Case : char { keep, lower, start, whole };
  Case case_;
  std::size_t cut_ = 0;  ///< code points from the end of the word
  std::string put_;
};

}  // namespace entente
