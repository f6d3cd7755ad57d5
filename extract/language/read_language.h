// What the trained model reads of an article's tokens.
#pragma once

#include <string_view>

#include "extract/language/analysis.h"
#include "extract/language/heads/reader.h"

namespace entente {

/// Fills lemmas, tags, trees and names into an analysis of the text.
void read_language(std::string_view text, const Reader& reader, Analysis& analysis);

}  // namespace entente
