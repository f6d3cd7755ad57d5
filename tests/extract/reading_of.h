// What the program makes of a few sentences, as short lines of text that a test can compare.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/extraction.h"

namespace entente::test {

using Lines = std::vector<std::string>;

/// Reads a text of a day; one article.
[[nodiscard]] Extraction read(std::string_view text, std::string_view published = "2025-11-02",
                              std::string_view title = "");

/// "person Xi Jinping: Xi Jinping, Xi, president" - kind, name, and the words of its mentions in order.
[[nodiscard]] Lines entities(const Extraction& extraction);
/// "Xi Jinping: politician CHN GOV", with "-" for what is unknown.
[[nodiscard]] Lines kinds(const Extraction& extraction);
/// "Xi Jinping leads China (president)", with "past" or "not" before the type where it holds.
[[nodiscard]] Lines ties(const Extraction& extraction);
/// "Xi Jinping CONSULT/visit South Korea 2025-11-01 actual".
[[nodiscard]] Lines events(const Extraction& extraction);

/// True where one of the lines is, or begins with, this text.
[[nodiscard]] bool has(const Lines& lines, std::string_view line);

}  // namespace entente::test
