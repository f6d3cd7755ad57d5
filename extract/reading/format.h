// Which format a file is in, told by its first bytes; the name's ending decides only where the bytes leave it open.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

enum class FileFormat : std::uint8_t { plain_text, html, json, json_lines, table, unsupported };

/// `advice` says, of an unsupported format, what it is and what to do.
struct FormatGuess {
  FileFormat format = FileFormat::plain_text;
  std::string advice;
};

/// What the undecoded first bytes say: unsupported where they are of a known binary format, else plain_text.
[[nodiscard]] FormatGuess binary_format(std::string_view first_bytes);

/// The format of text in UTF-8 by its beginning. `whole`: that is all there is.
[[nodiscard]] FormatGuess text_format(std::string_view beginning, bool whole, std::string_view path);

/// The delimiter of a table by its header line.
[[nodiscard]] char delimiter_of(std::string_view header);

}  // namespace entente
