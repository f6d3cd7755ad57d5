// Lemmas of English as English spells them, where the model's rule cuts too much or too little.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// The lemma that a rule of the model gives for a verb or noun; where that is no common word, the word without its
/// ending where that is one ("grante" of "granted": "grant"; "citie" of "cities": "city"), else the lemma, with the
/// letter put back that no verb ends without ("receiv").
[[nodiscard]] std::string spelled_lemma(std::string lemma, std::string_view word, std::string_view upos);

}  // namespace entente
