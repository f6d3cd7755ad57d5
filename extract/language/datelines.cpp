#include "extract/language/datelines.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "extract/language/text_at.h"

namespace entente {
namespace {

constexpr std::size_t kLongest = 80;  // bytes of a dateline

bool all_capitals(std::string_view words) {
  return std::ranges::count_if(words, capital_letter) >= 3 && std::ranges::none_of(words, small_letter);
}

std::size_t words_of(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ' ' && (i == 0 || text[i - 1] == ' ')) ++words;
  }
  return words;
}

struct Dash {
  std::size_t begin, end;
};

/// The first dash behind a space, or colon behind a bracket; behind it stands a space, or anything where it is a long
/// dash.
std::optional<Dash> first_dash(std::string_view line) {
  constexpr std::array<std::string_view, 4> kDashes{"--", "-", "\u2013", "\u2014"};
  for (std::size_t at = 0; at + 1 < line.size(); ++at) {
    if (line.substr(at).starts_with("): ")) return Dash{at + 1, at + 2};
    if (line[at] != ' ') continue;
    for (const std::string_view dash : kDashes) {
      const std::size_t end = at + 1 + dash.size();
      if (line.substr(at + 1, dash.size()) != dash || end >= line.size()) continue;
      if (dash.size() == 3 || line[end] == ' ') return Dash{at + 1, end};
    }
  }
  return std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// "On Thursday, the Court": no place.
bool any_small_word(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (small_letter(line[i]) && (i == 0 || line[i - 1] == ' ')) return true;
  }
  return false;
}

/// "WASHINGTON", "Kabul, Jun 3 (AFP)", "AP", "Mumbai, India" before a long dash and a capital; in a text all of
/// capitals the place alone could begin its first sentence.
bool dateline(std::string_view line, std::string_view sign, std::string_view rest) {
  constexpr std::array<std::string_view, 6> kAgencies{"AFP", "AP", "IPS", "Reuters", "UPI", "dpa"};
  constexpr std::size_t kWordsOfPlace = 4, kWordsBehind = 6;
  if (std::ranges::find(kAgencies, line) != kAgencies.end()) return true;
  const bool agency = line.ends_with(')') && line.find('(') != std::string_view::npos;
  if (agency) line = trimmed(line.substr(0, line.rfind('(')));
  if (line.empty() || !capital_letter(line.front()) || any_small_word(line)) return false;
  const std::size_t comma = std::min(line.find(','), line.size());
  const std::string_view place = line.substr(0, comma);
  if (words_of(place) > kWordsOfPlace || words_of(line.substr(comma)) > kWordsBehind) return false;
  if (line.find_first_of(".;:!?\"") < comma && !all_capitals(place)) return false;
  const bool shouts = all_capitals(rest.substr(0, std::min(rest.find(' ', 4), rest.size())));
  const bool titled = sign.size() == 3 && words_of(line) < kWordsOfPlace && capital_letter(rest.front());
  return (agency && sign != ":") || titled || (all_capitals(place) && (!shouts || comma < line.size()));
}

}  // namespace

std::size_t behind_dateline(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view line = text.substr(begin, std::min(end - begin, kLongest));
  const auto dash = first_dash(line.substr(0, line.find('\n')));
  if (!dash) return begin;
  std::size_t behind = begin + dash->end;
  while (behind < end && text[behind] == ' ') ++behind;
  const bool text_follows = behind < end && text[behind] != '\n';
  if (!text_follows) return begin;
  const std::string_view rest = text.substr(behind, end - behind);
  const std::string_view sign = line.substr(dash->begin, dash->end - dash->begin);
  return dateline(trimmed(line.substr(0, dash->begin)), sign, rest) ? behind : begin;
}

}  // namespace entente
