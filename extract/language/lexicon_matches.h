// What the lexicon knows, laid on the tokens of an article.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/language/analysis.h"
#include "extract/lexicon/lexicon.h"

namespace entente {

/// A match of the lexicon on the whole tokens from where it is listed up to `last`.
struct TokenMatch {
  std::uint32_t last = 0;
  std::span<const EntryId> entries;  ///< best known first
};

/// The matches that begin at each token, longest first.
[[nodiscard]] std::vector<std::vector<TokenMatch>> lexicon_matches(std::string_view text, const Analysis& analysis,
                                                                   const Lexicon& lexicon);

}  // namespace entente
