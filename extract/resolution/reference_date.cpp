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
  constexpr std::size_t kHead = 3;  // sentences: a dateline, a heading, the first of the report
  if (!first_day(article.published).empty()) return article.published;
  const auto& tokens = analysis.tokens;
  const auto& sentences = analysis.sentences;
  const std::size_t head = sentences.empty() ? 0 : sentences[std::min(kHead, sentences.size()) - 1].last;
  std::string last;
  std::string last_year;
  for (std::size_t i = 2; i < tokens.size(); ++i) {
    if (!year(tokens[i])) continue;
    last_year = std::max(last_year, tokens[i].lower);
    const std::size_t first = i >= 3 && tokens[i - 1].lower == "," ? i - 3 : i - 2;
    const std::string_view text = article.text;
    const std::uint32_t begin = tokens[first].span.begin;
    std::string date = normalised_date(text.substr(begin, tokens[i].span.end - begin));
    if (date.size() != 10) continue;
    if (i < head) return date;
    last = std::max(last, date);
  }
  return last.starts_with(last_year) ? last : std::string{};
}

}  // namespace entente
