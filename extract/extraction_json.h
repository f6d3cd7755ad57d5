// The extraction line: one article's extraction as one JSON object (schema "entente/extraction/1", docs/extraction.md).
#pragma once

#include <string>
#include <string_view>

#include "extract/extraction.h"

namespace entente {

/// One line of JSON, without a line break; `with_text` adds the article's text. Keys in a fixed order, the same bytes
/// every time.
[[nodiscard]] std::string to_json(const Extraction& extraction, bool with_text = false);

/// Reads an extraction line. Throws std::runtime_error saying what is wrong and where in the line.
[[nodiscard]] Extraction extraction_from_json(std::string_view line);

}  // namespace entente
