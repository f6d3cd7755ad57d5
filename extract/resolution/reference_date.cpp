#include "extract/resolution/reference_date.h"

#include <algorithm>
#include <string_view>

#include "extract/text/dates.h"

namespace entente {
namespace {

bool year(const Token& token) {
  return token.lower.size() == 4 && (token.lower.starts_with("19") || token.lower.starts_with("20")) &&
         std::ranges::all_of(token.lower, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string reference_date(const Article& article, const Analysis& analysis) {
  if (!first_day(article.published).empty()) return article.published;
  const auto& tokens = analysis.tokens;
  for (std::size_t i = 2; i < tokens.size(); ++i) {
    if (!year(tokens[i])) continue;
    const std::size_t first = i >= 3 && tokens[i - 1].lower == "," ? i - 3 : i - 2;
    const std::string_view text = article.text;
    const std::uint32_t begin = tokens[first].span.begin;
    std::string date = normalised_date(text.substr(begin, tokens[i].span.end - begin));
    if (date.size() == 10) return date;
  }
  return {};
}

}  // namespace entente
