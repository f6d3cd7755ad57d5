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
/// model's reading where it has the head (nullptr: by rule).
void add_phrase_mentions(const Article& article, const Analysis& analysis, const Trees& trees,
                         const std::vector<NameSpan>& names, const Lexicon& lexicon, const ArticleReading* reading,
                         Resolution& resolution);

}  // namespace entente
