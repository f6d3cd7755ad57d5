// Whether a word is a common one of English: data/language/common_words.txt.
#pragma once

#include <string_view>

namespace entente {

/// True where a word (lower case) is written small more often than with a capital inside a sentence: "report", not
/// "paris".
[[nodiscard]] bool common_word(std::string_view lower);

}  // namespace entente
