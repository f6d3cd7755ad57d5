// Spellings of one name in different articles: "Mohammed", "Muhammad"; "U.S. Congress", "United States Congress".
// Private to graph/.
#pragma once

#include <string>
#include <string_view>

#include "extract/extraction.h"

namespace entente {

/// What spellings of one name have in common: the words of a slug ("qassem-soleimani"), each in one spelling.
///
/// Persons: given names and Arabic and Russian names by data/language/spellings.tsv; else letters that romanisations
/// disagree on (doubled letters, kh and k, y and i at the end). Organisations and events of several words: British and
/// American spelling, "U.S." and "United States", "the", "of" or "for" in long names, plurals within long names. Places
/// and names of one word: as they are.
[[nodiscard]] std::string variant_key(Kind kind, std::string_view slug);

/// A person's key without single letters between first and last word: "brian-carroll" for "brian-t-carroll".
[[nodiscard]] std::string without_initials(std::string_view key);

}  // namespace entente
