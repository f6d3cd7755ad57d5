// Where sentences end: full stops that belong to abbreviations, initials and numbers do not end one.
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "extract/language/analysis.h"
#include "extract/text/utf8.h"

namespace entente {
namespace {

/// Abbreviations that a name or number follows, so that the sentence goes on. Sorted.
constexpr std::array<std::string_view, 63> kBeforeNames{
    "adm",  "amb", "approx", "assoc", "atty", "ave",   "bishop", "blvd",   "brig", "c",   "ca",  "capt", "cf",
    "cmdr", "col", "cpl",    "dep",   "dr",   "e.g",   "eg",     "esp",    "etc",  "ex",  "fr",  "ft",   "gen",
    "gov",  "hon", "i.e",    "ie",    "insp", "lt",    "maj",    "messrs", "mr",   "mrs", "ms",  "mt",   "no",
    "nos",  "op",  "p",      "pp",    "prof", "pvt",   "rep",    "reps",   "rev",  "rt",  "sen", "sens", "sgt",
    "sr",   "ss",  "st",     "ste",   "supt", "treas", "univ",   "v",      "viz",  "vol", "vs"};

/// Abbreviations that may end a sentence: they do where a common word with a capital follows. Sorted.
constexpr std::array<std::string_view, 26> kMayEnd{"apr",  "aug", "bros", "co",  "corp", "dec",  "est",  "feb", "inc",
                                                   "intl", "jan", "jr",   "jul", "jun",  "ltd",  "mar",  "nov", "oct",
                                                   "phd",  "plc", "sept", "sep", "sun",  "tues", "univ", "wed"};

struct Word {
  std::string lower;
  bool capital = false;
};

bool letter(char32_t c) {
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}

/// The word of letters and full stops that ends right before byte `at`.
std::string_view word_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && (std::isalpha(static_cast<unsigned char>(text[begin - 1])) || text[begin - 1] == '.' ||
                       static_cast<unsigned char>(text[begin - 1]) >= 0x80)) {
    --begin;
  }
  return text.substr(begin, at - begin);
}

Word word_after(std::string_view text, std::size_t at) {
  Word word;
  std::size_t stop = at;
  while (stop < text.size() && std::isalpha(static_cast<unsigned char>(text[stop]))) ++stop;
  word.lower = std::string(text.substr(at, stop - at));
  word.capital = !word.lower.empty() && std::isupper(static_cast<unsigned char>(word.lower.front()));
  std::ranges::transform(word.lower, word.lower.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return word;
}

template <std::size_t N>
bool listed(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

std::string small(std::string_view word) {
  std::string lower(word);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

/// Decides about a full stop at `stop` that is followed, after white space, by the text at `next`.
bool full_stop_ends(std::string_view text, std::size_t stop, std::size_t next) {
  const std::string_view before = word_before(text, stop);
  const Word after = word_after(text, next);
  const std::string lower = small(before);
  if (listed(kBeforeNames, lower)) {
    // "No." before a number, else the word "no" may end a sentence.
    return (lower == "no" && !std::isdigit(static_cast<unsigned char>(text[next])));
  }
  const bool initial = before.size() == 1 && std::isupper(static_cast<unsigned char>(before.front()));
  const bool acronym = before.find('.') != std::string_view::npos && before.size() <= 8;
  if (initial || acronym || listed(kMayEnd, lower)) {
    const bool pronoun_i = initial && before == "I";
    return pronoun_i || (after.capital && common_word(after.lower));
  }
  return true;
}

bool closes(char32_t c) {
  return c == U'"' || c == U'\'' || c == U')' || c == U']' || c == U'\u201D' || c == U'\u2019' || c == U'\u00BB';
}

/// Behind the notes "[6] [12]" that follow a sentence as its own, with or without a space; `at` where none does.
std::size_t behind_notes(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (true) {
    std::size_t next = end;
    while (next < text.size() && text[next] == ' ') ++next;
    if (next >= text.size() || text[next] != '[') return end;
    const std::size_t first = ++next;
    while (next < text.size() && std::isdigit(static_cast<unsigned char>(text[next])) != 0) ++next;
    if (next == first || next >= text.size() || text[next] != ']') return end;
    end = next + 1;
  }
}

bool opens_sentence(char32_t c) {
  return u_isupper(static_cast<UChar32>(c)) || u_isdigit(static_cast<UChar32>(c)) || c == U'"' || c == U'\'' ||
         c == U'(' || c == U'[' || c == U'\u201C' || c == U'\u2018' || c == U'\u00AB' || c == U'\u2022' || c == U'-' ||
         c == U'\u2014' || c == U'$' || (letter(c) && !u_islower(static_cast<UChar32>(c)));
}

bool white(char32_t c) {
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

}  // namespace

std::vector<ByteSpan> sentences_in(std::string_view text, ByteSpan paragraph) {
  std::vector<ByteSpan> result;
  const std::string_view limit = text.substr(0, paragraph.end);
  std::size_t begin = paragraph.begin;
  std::size_t at = begin;
  while (at < limit.size()) {
    const std::size_t sign = at;
    char32_t c = decode(limit, at);
    if (c != U'.' && c != U'!' && c != U'?' && c != U'\u2026' && c != U'\u3002') continue;
    const bool lone_stop =
        c == U'.' && (at >= limit.size() || limit[at] != '.') && (sign == 0 || limit[sign - 1] != '.');
    std::size_t end = at;
    while (end < limit.size()) {  // further signs and closing quotes belong to the sentence
      std::size_t next = end;
      c = decode(limit, next);
      if (c != U'.' && c != U'!' && c != U'?' && !closes(c)) break;
      end = next;
    }
    const bool noted = behind_notes(limit, end) != end;
    end = behind_notes(limit, end);
    std::size_t next = end;
    std::size_t from = end;
    while (next < limit.size()) {
      from = next;
      c = decode(limit, next);
      if (!white(c)) break;
      from = next;
    }
    at = end;
    if (from == end && end < limit.size()) continue;  // no white space: "3.5", "example.org"
    if (from >= limit.size()) break;
    if (!opens_sentence(c)) continue;
    if (lone_stop && !noted && end == sign + 1 && !full_stop_ends(limit, sign, from)) continue;
    result.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = from;
    at = from;
  }
  std::size_t end = limit.size();
  while (end > begin && std::isspace(static_cast<unsigned char>(limit[end - 1]))) --end;
  if (begin < end) result.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  return result;
}

}  // namespace entente
