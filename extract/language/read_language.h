// What the trained model reads of an article's tokens.
#pragma once

#include <string_view>

#include "extract/language/analysis.h"
#include "extract/language/heads/article_reading.h"

namespace entente {

/// Fills lemmas, tags, trees and names into an analysis of the text. What comes back answers the heads' further
/// questions; its sentences are those of the analysis, its words their tokens.
ArticleReading read_language(std::string_view text, const Reader& reader, Analysis& analysis);

}  // namespace entente
