// "WASHINGTON, Nov 3 (Reuters) -": from where and by whom an article comes, before it begins.
#pragma once

#include <cstddef>
#include <string_view>

namespace entente {

/// Where the text of a paragraph begins behind its dateline, in bytes; the paragraph's begin where it has none. A
/// dateline ends with a dash, or a colon behind a bracket; before it stands a place in capitals, a place with an agency
/// in brackets, or an agency.
[[nodiscard]] std::size_t behind_dateline(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace entente
