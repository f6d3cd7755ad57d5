// The facade of extraction: one article in, what is known of it out.
#pragma once

#include "extract/article.h"
#include "extract/extraction.h"
#include "extract/language/heads/reader.h"
#include "extract/lexicon/lexicon.h"
#include "extract/trace.h"

namespace entente {

/// Reads an article. A pure function of the article, the lexicon and the model: no state, any number of threads at
/// once. Never fails: an article that says nothing gives an extraction without entities.
/// `trace` takes what was considered on the way.
[[nodiscard]] Extraction extract(const Article& article, const Lexicon& lexicon, const Reader& reader,
                                 Trace* trace = nullptr);

}  // namespace entente
