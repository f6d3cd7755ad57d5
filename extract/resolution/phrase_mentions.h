// Nominals and pronouns of an article become mentions of its entities.
#pragma once

#include <string_view>
#include <vector>

#include "extract/language/analysis.h"
#include "extract/language/heads/article_reading.h"
#include "extract/language/names.h"
#include "extract/resolution/resolve.h"
#include "extract/resolution/trees.h"

namespace entente {

/// Adds mentions, tentative mentions and unnamed entities to a resolution whose names are done and sorted. With the
/// model's reading where it has the head (nullptr: by rule). `speech`: for which country the article speaks (speech.h).
void add_phrase_mentions(std::string_view text, std::string_view speech, const Analysis& analysis, const Trees& trees,
                         const std::vector<NameSpan>& names, const ArticleReading* reading, Resolution& resolution);

}  // namespace entente
