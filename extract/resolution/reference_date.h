// The day from which an article is to be read.
#pragma once

#include <string>

#include "extract/article.h"
#include "extract/language/analysis.h"

namespace entente {

/// The publication date, else the first full date that the text names ("November 1, 2025", "1 November 2025"), else
/// empty. Never today's date. ISO 8601, cut short where the publication date is.
[[nodiscard]] std::string reference_date(const Article& article, const Analysis& analysis);

}  // namespace entente
