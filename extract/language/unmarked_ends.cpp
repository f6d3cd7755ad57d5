#include "extract/language/unmarked_ends.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/language/sentence_words.h"
#include "extract/language/text_at.h"

namespace entente {
namespace {

/// "It was", "It's": a word that begins sentences, and a word in small letters behind it.
bool sentence_begins(std::string_view text, std::size_t at) {
  const std::string_view word = word_at(text, at);
  if (word.size() < 2 || !capital_letter(word[0]) || !small_letter(word[1])) return false;
  if (!begins_sentences(small(word))) return false;
  const std::string_view rest = text.substr(at + word.size());
  if (rest.starts_with('\'') || rest.starts_with("\u2019")) return true;
  return rest.size() >= 2 && rest[0] == ' ' && small_letter(rest[1]);
}

std::size_t behind_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && digit(text[at])) ++at;
  return at;
}

}  // namespace

std::size_t behind_day(std::string_view text, std::size_t at) {
  const std::string_view weekday = word_at(text, at);
  if (!weekday.ends_with("day") || !capital_letter(weekday.front())) return at;
  std::size_t stop = at + weekday.size();
  if (text.substr(stop, 2) != ", ") return at;
  const std::string_view month = word_at(text, stop + 2);
  if (month.size() < 3 || !capital_letter(month.front())) return at;
  stop += 2 + month.size();
  if (text.substr(stop, 1) != " ") return at;
  const std::size_t day = stop + 1;
  stop = behind_digits(text, day);
  if (stop == day || stop > day + 2 || text.substr(stop, 2) != ", ") return at;
  const std::size_t year = stop + 2;
  stop = behind_digits(text, year);
  return stop == year + 4 ? stop : at;
}

bool headline_ends(std::string_view text, std::size_t at) {
  const std::size_t stop = behind_day(text, at);
  if (stop == at || at < 2 || text[at - 1] != ' ' || (stop < text.size() && text[stop] != '\n')) return false;
  const char last = text[at - 2];
  if (!ascii_letter(last) && !digit(last) && last != '\'' && last != '"' && last != ')') return false;
  return !begins_sentences(small(word_before(text, at - 1)));  // "on", "until"
}

std::size_t behind_break(std::string_view text, std::size_t begin, std::size_t at) {
  constexpr std::array<std::string_view, 3> kDashes{"--", "\u2013", "\u2014"};
  const auto starts = [&](std::string_view dash) { return text.substr(at).starts_with(dash); };
  const auto* const dash = std::ranges::find_if(kDashes, starts);
  if (dash == kDashes.end() || at < begin + 2 || text[at - 1] != ' ') return at;
  if (!ascii_letter(text[at - 2]) && text[at - 2] != '-') return at;
  if (text.substr(begin, at - 1 - begin).find(' ') == std::string_view::npos) return at;  // "PS -- The meeting"
  const std::size_t end = at + dash->size();
  if (text.substr(end, 1) != " " || !sentence_begins(text, end + 1)) return at;
  const std::string_view next = word_at(text, end + 1);
  const bool again = next == word_at(text, begin) || next == word_before(text, at - 1);  // "You can't -- You can't"
  return again ? at : end;
}

bool speaker_follows(std::string_view text, std::size_t at) {
  constexpr unsigned kWords = 4;  // of a name
  const std::string_view first = word_at(text, at);
  if (first != "I" && begins_sentences(small(first))) return false;
  for (unsigned words = 0; words < kWords && at < text.size() && capital_letter(text[at]); ++words) {
    at = behind_space(text, behind_chunk(text, at));
    if (const std::string_view verb = word_at(text, at); speaks(verb)) return true;
  }
  return false;
}

}  // namespace entente
