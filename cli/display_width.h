// How broad text is on a terminal, and where it breaks into lines.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Columns of a terminal that text takes: 2 for a wide or full-width character (UAX #11) and an emoji, 0 for a
/// combining mark or control, 1 for any other.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Text broken into lines of at most `width` columns, at spaces where there are any; spaces, line breaks and controls
/// count as one space. At least one line, which may be empty.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace entente
