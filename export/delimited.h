// Rows of comma- or tab-separated text, quoted as in RFC 4180.
#pragma once

#include <ostream>
#include <span>
#include <string>
#include <string_view>

namespace entente {

/// The text as one field: in double quotes, with those within doubled, where it holds the separator, a quote, a line
/// break, or a blank at either end. Invalid bytes of UTF-8 become U+FFFD.
[[nodiscard]] std::string delimited_field(std::string_view text, char separator);

/// A row with its line feed.
void write_row(std::ostream& out, std::span<const std::string> fields, char separator);

}  // namespace entente
