// Noun phrases and pronouns of an article that may stand for somebody, from the trees.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extraction.h"
#include "extract/resolution/nouns.h"
#include "extract/resolution/trees.h"

namespace entente {

/// Whom a phrase picks out: one known already ("the", "this", "his"), a new one ("a", "some", "no"), or not said.
enum class Reach : std::uint8_t { known, fresh, open };

/// Tokens [first, last) with the head last: "the two leaders"; what follows the head is left out.
struct Phrase {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  Form form = Form::nominal;  ///< or pronoun
  std::string_view word;      ///< the head's lemma; of a pronoun as pronoun_lemma has it. Lives as long as the analysis
  Traits traits;
  Reach reach = Reach::open;
  bool unlisted = false;  ///< a noun that the table does not have: it may be anything
  [[nodiscard]] std::uint32_t head() const { return last - 1; }
};

/// In the order of the text. Phrases whose head lies in a taken token (of a name, say) are left out, and so are
/// pronouns that stand for nobody ("it rains") and those that ask ("who came?").
[[nodiscard]] std::vector<Phrase> find_phrases(const Trees& trees, const std::vector<bool>& taken);

}  // namespace entente
