// What a person types into a search box -> an FTS5 query that SQLite cannot refuse. Private to graph/.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// The FTS5 query for a text search: words must all occur, "words in quotes" in that order, `word*` begins a word, OR
/// between two (capitals) asks for either, NOT or - before one excludes it. All else counts as plain text; nullopt
/// where nothing is left to look for.
[[nodiscard]] std::optional<std::string> full_text_query(std::string_view text);

}  // namespace entente
