// What the words of a name tell of it: data/language/name_words.tsv.
#pragma once

#include <string_view>

namespace entente {

/// The type of the bodies whose names begin or end with this word (lower case): "ministry" -> "government",
/// "university" -> "education"; empty for any other word.
[[nodiscard]] std::string_view body_type(std::string_view lower);

/// "mr.": stands before a person's name and is no part of it.
[[nodiscard]] bool honorific(std::string_view lower);

}  // namespace entente
