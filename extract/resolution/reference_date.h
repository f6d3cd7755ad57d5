// The day from which an article is to be read.
#pragma once

#include <string>

#include "extract/article.h"
#include "extract/language/analysis.h"

namespace entente {

/// The publication date, else the first full date in the head of the text ("November 1, 2025", "1 November 2025"), else
/// the last day that the text names, unless it names a later year; else empty. Never today's date. ISO 8601, cut short
/// where the publication date is.
[[nodiscard]] std::string reference_date(const Article& article, const Analysis& analysis);

}  // namespace entente
