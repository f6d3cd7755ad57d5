// What is known of where input comes from and output goes.
#pragma once

#include <cstddef>

namespace entente {

enum class Stream : int { input = 0, output = 1, errors = 2 };

[[nodiscard]] bool is_terminal(Stream stream);

/// Columns of text that fit beside each other: COLUMNS of the environment, else what the terminal says, else 100.
[[nodiscard]] std::size_t text_width();

/// Whether to colour standard output: only on a terminal, and not where NO_COLOR is set (https://no-color.org) or TERM
/// is "dumb".
[[nodiscard]] bool use_colour();

}  // namespace entente
