// Names that say what a body is and not whose: "Foreign Ministry", "Supreme Court", "Congress".
#pragma once

#include <string_view>

namespace entente {

/// Whether an organisation's name only says what it is, as in every country. Every word stands in
/// data/language/body_words.txt, or one is "ministry".
[[nodiscard]] bool is_generic_body(std::string_view name);

}  // namespace entente
