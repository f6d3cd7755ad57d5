// Where a sentence ends though no full stop says so: at the day beneath a headline, where a speaker breaks off; and
// where none ends though a question mark seems to say so.
#pragma once

#include <cstddef>
#include <string_view>

namespace entente {

/// Behind "Tuesday, September 1, 2015" at byte `at`; `at` where none stands there.
[[nodiscard]] std::size_t behind_day(std::string_view text, std::size_t at);

/// True where a headline that began before ends at `at`, for the day at which it appeared fills the rest of the line.
[[nodiscard]] bool headline_ends(std::string_view text, std::size_t at);

/// Behind the dash at `at` by which the sentence that begins at `begin` is broken off, "must be willing to -- And so";
/// `at` where none is.
[[nodiscard]] std::size_t behind_break(std::string_view text, std::size_t begin, std::size_t at);

/// True where what is quoted before `at` is a question or exclamation, and who says it follows: "Betty asked".
[[nodiscard]] bool speaker_follows(std::string_view text, std::size_t at);

}  // namespace entente
