// See lemma_rule.h.
#include "extract/language/heads/lemma_rule.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

#include "extract/text/utf8.h"

namespace entente {

namespace {

constexpr std::array<std::string_view, 4> kCases{"keep", "lower", "start", "whole"};

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string changed(std::string_view text, bool upper) {
  std::string out;
  if (is_ascii(text)) {
    const auto [first, last, step] = upper ? std::tuple('a', 'z', 'A' - 'a') : std::tuple('A', 'Z', 'a' - 'A');
    for (const char c : text) out += c >= first && c <= last ? static_cast<char>(c + step) : c;
    return out;
  }
  icu::UnicodeString whole = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  (upper ? whole.toUpper(icu::Locale::getRoot()) : whole.toLower(icu::Locale::getRoot())).toUTF8String(out);
  return out;
}

std::string start_case(std::string_view word) {
  std::size_t first = 0;
  if (!word.empty()) decode(word, first);
  return changed(word.substr(0, first), true) + changed(word.substr(first), false);
}

std::string without_last(std::string text, std::size_t points) {
  for (; points > 0 && !text.empty(); --points) {
    while (text.size() > 1 && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) text.pop_back();
    text.pop_back();
  }
  return text;
}

}  // namespace

LemmaRule::LemmaRule(std::string_view rule) {
  const std::size_t first = rule.find('|');
  const std::size_t second = first == std::string_view::npos ? first : rule.find('|', first + 1);
  const auto known = std::ranges::find(kCases, rule.substr(0, std::min(first, rule.size())));
  if (second == std::string_view::npos || known == kCases.end()) {
    throw std::runtime_error(fmt::format("'{}' is no rule of a lemma: case|cut|put", rule));
  }
  case_ = static_cast<Case>(known - kCases.begin());
  const char* end = rule.data() + second;
  if (std::from_chars(rule.data() + first + 1, end, cut_).ptr != end || first + 1 == second) {
    throw std::runtime_error(fmt::format("'{}' is no rule of a lemma: what it cuts is no number", rule));
  }
  put_ = rule.substr(second + 1);
}

std::string LemmaRule::apply(std::string_view word) const {
  switch (case_) {
    case Case::keep:
      return without_last(std::string(word), cut_) + put_;
    case Case::lower:
      return without_last(changed(word, false), cut_) + put_;
    case Case::start:
      return without_last(start_case(word), cut_) + put_;
    case Case::whole:
      break;
  }
  return put_;
}

}  // namespace entente
