// Whether a sentence puts two names together, or only names both.
#pragma once

#include "extract/resolution/sentence_view.h"
#include "extract/resolution/trees.h"

namespace entente {

/// Do two mentions of a sentence stand in one phrase: "a historian at Yonsei University", "Kenya's Ruto", "Goma, a city
/// in the DRC", "X is the head of Y"? By the tree (nominal relations alone join them), or by the words between them (no
/// verb, no other name of the same kind).
[[nodiscard]] bool in_one_phrase(const Trees& trees, const SentenceView& view, const TokenMention& a,
                                 const TokenMention& b);

/// Is one the subject of a clause, and the other, with a preposition or as its object, right under the same verb:
/// "Holiff served in World War II"?
[[nodiscard]] bool in_one_clause(const Trees& trees, const TokenMention& subject, const TokenMention& object);

/// Does a mention only say who reports: "TOKYO (Reuters) - ...", "AFP - ..."?
[[nodiscard]] bool signs_report(const SentenceView& view, const Sentence& sentence, const TokenMention& mention);

}  // namespace entente
