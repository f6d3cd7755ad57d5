// Ties as the model's head for relations reads them.
#pragma once

#include "extract/language/heads/article_reading.h"
#include "extract/relations/rules.h"

namespace entente {

/// Ties between entities of which two mentions stand near each other. The evidence runs from the sentence of the one to
/// that of the other.
void model_ties(const Analysis& analysis, const Trees& trees, const SentenceView& view, const ArticleReading& reading,
                Findings& findings);

}  // namespace entente
