// The text of names, made comparable.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The words of a name, folded: "Xi Jinping" -> "xi", "jinping".
[[nodiscard]] std::vector<std::string> folded_words(std::string_view text);

/// The words of a person's name, made comparable across spellings: "al-Assad" and "Assad", "Zelenskyy" and "Zelensky",
/// "Kim Jong-un" and "Kim Jong Un" give the same.
[[nodiscard]] std::vector<std::string> person_words(std::string_view text);

/// The text of a name with white space made single.
[[nodiscard]] std::string tidy(std::string_view text);

}  // namespace entente
