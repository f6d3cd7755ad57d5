// The text of an article drawn out of its page: paragraphs separated by an empty line, without menus and the like.
#pragma once

#include <string>
#include <string_view>

#include "extract/reading/html_document.h"

namespace entente {

/// The main text of a page. Paragraphs, headings, list items and quotations are separated by "\n\n", a line break
/// within them is
/// "\n", other white space is one space. The page's headline (its h1 and what equals `title`) is left out.
[[nodiscard]] std::string main_text(const HtmlDocument& page, std::string_view title);

/// Whether a text is written in HTML: it has tags of paragraphs, links and the like, not just a "<".
[[nodiscard]] bool looks_like_html(std::string_view text);
/// All text of a piece of HTML but scripts, captions and forms, laid out like main_text.
[[nodiscard]] std::string html_fragment_text(std::string_view html);

}  // namespace entente
