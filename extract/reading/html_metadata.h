// Title, date, outlet, URL and language of a page, by what it declares: JSON-LD, meta elements, links, times.
#pragma once

#include "extract/reading/article_record.h"
#include "extract/reading/html_document.h"

namespace entente {

/// Offers what the page says of itself to the record; never its text, but for JSON-LD's articleBody as a summary.
void read_html_metadata(const HtmlDocument& page, ArticleRecord& record);

}  // namespace entente
