// Lines to paragraphs, and which of them are headings, bylines or share-button text.
#include <algorithm>
#include <array>
#include <cctype>

#include "extract/language/analysis.h"
#include "extract/language/sentence_words.h"
#include "extract/text/table.h"

namespace entente {
namespace {

struct Line {
  ByteSpan span;  // without white space at either end
  bool after_blank = false;
};

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  bool blank = true;
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t stop = std::min(text.find('\n', at), text.size());
    std::size_t begin = at;
    std::size_t end = stop;
    while (begin < end && is_space(text[begin])) ++begin;
    while (end > begin && is_space(text[end - 1])) --end;
    if (begin < end) {
      lines.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, blank});
      blank = false;
    } else {
      blank = true;
    }
    at = stop + 1;
  }
  return lines;
}

std::string_view in(std::string_view text, ByteSpan span) {
  return text.substr(span.begin, span.size());
}

/// The last character that is no closing quote or bracket.
char last_sign(std::string_view line) {
  constexpr std::array<std::string_view, 6> kClosing{"\"", "'", ")", "]", "\xE2\x80\x9D", "\xE2\x80\x99"};
  bool again = true;
  while (again) {
    again = false;
    for (const auto closing : kClosing) {
      if (line.ends_with(closing)) {
        line.remove_suffix(closing.size());
        again = true;
      }
    }
  }
  if (line.ends_with("\xE2\x80\xA6")) return '.';
  return line.empty() ? ' ' : line.back();
}

bool ends_sentence(std::string_view line) {
  const char last = last_sign(line);
  return last == '.' || last == '!' || last == '?' || last == ':' || last == ';' || last == ',';
}

/// True where line breaks merely wrap: of lines that are not parted by a blank one, many stop amid a sentence, and the
/// next goes on in small letters or no line is longer than a screen is wide.
bool wrapped(std::string_view text, const std::vector<Line>& lines) {
  constexpr std::uint32_t kScreen = 120;
  constexpr std::uint32_t kFull = 45;  // bytes; a shorter line may be a heading
  const bool narrow = std::ranges::all_of(lines, [](const Line& line) { return line.span.size() <= kScreen; });
  std::size_t pairs = 0;
  std::size_t going_on = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].after_blank) continue;
    ++pairs;
    const ByteSpan before = lines[i - 1].span;
    const bool small = std::islower(static_cast<unsigned char>(text[lines[i].span.begin])) != 0;
    const bool full = narrow && before.size() >= kFull;
    if ((small || full) && last_sign(in(text, before)) != '.') ++going_on;
  }
  return going_on >= 2 && going_on * 4 >= pairs;
}

/// True where a blank line, as between pages, tears a sentence: the line before stops at a small word, a hyphen or a
/// page's number, and the next goes on in small letters.
bool torn(std::string_view text, const Line& before, const Line& after) {
  constexpr std::uint32_t kFull = 45;  // bytes; a shorter line may be a heading
  if (before.span.size() < kFull || std::islower(static_cast<unsigned char>(text[after.span.begin])) == 0) return false;
  const std::string_view line = in(text, before.span);
  const std::string_view last = line.substr(line.rfind(' ') + 1);
  const bool number = std::isdigit(static_cast<unsigned char>(last.back())) != 0;
  return number || last.back() == '-' || begins_sentences(last);
}

struct WordCount {
  std::size_t all = 0;
  std::size_t long_words = 0;  // of four letters and more
  std::size_t capital = 0;     // of those, with a capital
};

WordCount count_words(std::string_view line) {
  WordCount count;
  for (const auto word : split(line, ' ')) {
    if (word.empty() || !std::isalnum(static_cast<unsigned char>(word.front()))) continue;
    ++count.all;
    if (word.size() < 4 || !std::isalpha(static_cast<unsigned char>(word.front()))) continue;
    ++count.long_words;
    if (std::isupper(static_cast<unsigned char>(word.front()))) ++count.capital;
  }
  return count;
}

/// Phrases of pages, not of articles. All in small letters.
constexpr std::array<std::string_view, 18> kPagePhrases{"share this",
                                                        "use the buttons below",
                                                        "click here",
                                                        "sign up for our",
                                                        "subscribe to",
                                                        "follow us on",
                                                        "all rights reserved",
                                                        "read more:",
                                                        "related articles",
                                                        "advertisement",
                                                        "terms of use",
                                                        "privacy policy",
                                                        "cookie policy",
                                                        "your email address",
                                                        "this article was originally published",
                                                        "photo credit",
                                                        "download our app",
                                                        "join our newsletter"};

bool page_text(std::string_view line) {
  if (line.size() > 400) return false;
  std::string lower(line);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::ranges::any_of(kPagePhrases,
                             [&lower](std::string_view phrase) { return lower.find(phrase) != std::string::npos; });
}

bool heading(std::string_view line) {
  if (page_text(line)) return true;
  const WordCount words = count_words(line);
  if (words.all == 0) return true;
  const bool title_case = words.long_words > 0 && words.capital * 10 >= words.long_words * 6;
  const char last = last_sign(line);
  if (last == '?') return line.back() == '?' && words.all <= 16 && line.find(". ") == std::string_view::npos;
  if (last == '!') return title_case && words.all <= 16;
  if (ends_sentence(line)) return false;
  return words.all <= 8 || (words.all <= 20 && title_case);
}

}  // namespace

std::vector<Paragraph> paragraphs(std::string_view text) {
  const std::vector<Line> lines = lines_of(text);
  const bool wraps = wrapped(text, lines);
  std::vector<Paragraph> result;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && ((wraps && !lines[i].after_blank) || torn(text, lines[i - 1], lines[i]))) {
      result.back().span.end = lines[i].span.end;
    } else {
      result.push_back({lines[i].span, false});
    }
  }
  for (Paragraph& paragraph : result) paragraph.heading = heading(in(text, paragraph.span));
  // A text of headings alone is a list of short statements, and each is read.
  if (std::ranges::all_of(result, &Paragraph::heading)) {
    for (Paragraph& paragraph : result) paragraph.heading = false;
  }
  return result;
}

}  // namespace entente
