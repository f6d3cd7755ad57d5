// Reads the pattern of a name and checks a text against it.
#include "extract/lexicon/name_pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace entente::lexicon {

namespace {

// Written with a capital or without, as the newspaper likes.
constexpr std::array<std::string_view, 37> kSmallWords = {
    "a",  "al",  "and", "as", "at", "bin", "d",   "da", "das", "de",  "del", "den", "der",
    "di", "do",  "dos", "du", "e",  "el",  "en",  "et", "for", "i",   "ibn", "in",  "la",
    "le", "las", "los", "of", "on", "or",  "the", "to", "van", "von", "y"};

constexpr std::array<std::string_view, 11> kEnglishSmallWords = {"a",  "and", "as", "at",  "for", "i",
                                                                 "in", "of",  "on", "the", "to"};

// Acronyms that are English words as well: in a headline all of capitals they are taken for the word.
constexpr std::array<std::string_view, 46> kWordAcronyms = {
    "act", "aid", "aids", "all",  "am",    "an", "are",   "arm", "art", "as", "at",  "be",  "by", "can", "car", "do",
    "eta", "fan", "fat",  "for",  "go",    "he", "if",    "in",  "is",  "it", "may", "me",  "my", "no",  "of",  "on",
    "or",  "pa",  "pact", "safe", "shape", "so", "start", "sun", "to",  "up", "us",  "was", "we", "who"};

constexpr std::size_t kLongestAcronym = 6;
constexpr std::size_t kLongestMixedAcronym = 4;  // "LeT"; longer ones are names: "McDonald"

template <std::size_t N>
bool among(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

Shape shape_of(const Token& token) {
  const bool more_than_a_letter = token.letters > 1;
  if (token.all_upper() && more_than_a_letter && token.letters <= kLongestAcronym) return kExactUpper;
  if ((token.letter_case & kFirstUpper) == 0) return kAnyCase;
  return (token.letter_case & kInnerUpper) != 0 && token.letters <= kLongestMixedAcronym ? kInnerCapital : kCapital;
}

std::uint32_t shape_at(const PatternRecord& pattern, std::size_t word) {
  return (pattern.shapes >> (2 * word)) & 3U;
}

bool has_bit(std::uint16_t bits, std::size_t gap) {
  return ((static_cast<unsigned>(bits) >> gap) & 1U) != 0;
}

void set_bit(std::uint16_t& bits, std::size_t gap) {
  bits = static_cast<std::uint16_t>(bits | (1U << gap));
}

// Small words within a name are written either way, and so are foreign particles that begin one: "al-Qaeda", "De
// Klerk". But "The Times" is no "the times".
bool either_way(const Token& token, std::string_view folded, bool first) {
  // A single letter of an abbreviation is a capital even where the letter is a small word: "D.C.", "A. B."
  const bool initial = token.letters == 1 && (token.letter_case & kHasUpper) != 0;
  return among(kSmallWords, folded) && !initial && shape_of(token) != kExactUpper &&
         !(first && among(kEnglishSmallWords, folded));
}

void read_shapes(NamePattern& result, const Tokens& tokens) {
  bool wants_capital = false;
  for (const Token& token : tokens.tokens) {
    wants_capital = wants_capital || (shape_of(token) != kAnyCase && !among(kSmallWords, tokens.folded_word(token)));
  }
  for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
    const Token& token = tokens.tokens[i];
    const std::string_view folded = tokens.folded_word(token);
    const Shape shape = wants_capital && either_way(token, folded, i == 0) ? kAnyCase : shape_of(token);
    result.pattern.shapes |= shape << (2 * i);
    result.words.emplace_back(folded);
  }
}

void read_gaps(NamePattern& result, const Tokens& tokens, std::string_view name) {
  for (std::size_t i = 1; i < tokens.tokens.size(); ++i) {
    const Gap gap = tokens.tokens[i].gap;
    if (gap == Gap::boundary) {
      const auto begin = tokens.tokens[i - 1].end;
      throw std::invalid_argument(
          fmt::format("'{}' can stand in no name: '{}'", name.substr(begin, tokens.tokens[i].begin - begin), name));
    }
    if (gap == Gap::dot || gap == Gap::dot_space) set_bit(result.pattern.dots, i - 1);
    if (gap == Gap::comma) set_bit(result.pattern.commas, i - 1);
    if (gap == Gap::ampersand) set_bit(result.pattern.ampersands, i - 1);
  }
}

bool gap_fits(const PatternRecord& pattern, const Tokens& tokens, std::size_t first, std::size_t i) {
  const Token& token = tokens.tokens[first + i];
  const Token& before = tokens.tokens[first + i - 1];
  const std::size_t gap = i - 1;
  if (has_bit(pattern.ampersands, gap)) return token.gap == Gap::ampersand;
  const bool dotted = token.gap == Gap::dot || token.gap == Gap::dot_space;
  if (has_bit(pattern.dots, gap) && before.letters == 1 && token.letters == 1) return dotted;
  if (dotted) return has_bit(pattern.dots, gap) || before.letters == 1;
  if (token.gap == Gap::comma) return has_bit(pattern.commas, gap);
  return token.gap != Gap::ampersand && token.gap != Gap::boundary;
}

// Whether the words around all shout, so that capitals say nothing.
bool in_capitals(const Tokens& tokens, std::size_t at) {
  constexpr std::size_t kAround = 3;
  bool shouted = false;
  const std::size_t begin = at < kAround ? 0 : at - kAround;
  const std::size_t end = std::min(tokens.tokens.size(), at + kAround + 1);
  for (std::size_t i = begin; i < end; ++i) {
    const Token& token = tokens.tokens[i];
    if (i == at) continue;
    if ((token.letter_case & kHasLower) != 0) return false;
    shouted = shouted || (token.all_upper() && token.letters > 3);
  }
  return shouted;
}

bool case_fits(const PatternRecord& pattern, const Tokens& tokens, std::size_t first, std::size_t i) {
  const Token& token = tokens.tokens[first + i];
  switch (shape_at(pattern, i)) {
    case kExactUpper:
      return token.all_upper();
    case kInnerCapital:
      return (token.letter_case & kInnerUpper) != 0;
    case kCapital:
      return (token.letter_case & kFirstUpper) != 0 || (token.letter_case & (kHasUpper | kHasLower)) == 0 ||
             (i > 0 && token.gap == Gap::hyphen);
    default:
      return true;
  }
}

}  // namespace

NamePattern read_name(std::string_view name) {
  const Tokens tokens = tokenize(name);
  if (tokens.tokens.empty()) throw std::invalid_argument(fmt::format("the name '{}' has no letter or digit", name));
  if (tokens.tokens.size() > kMaxWords) {
    throw std::invalid_argument(
        fmt::format("the name '{}' has {} words, {} are the most", name, tokens.tokens.size(), kMaxWords));
  }
  NamePattern result;
  read_shapes(result, tokens);
  read_gaps(result, tokens, name);
  const Token& last = tokens.tokens.back();
  if (dot_at(name, last.end)) {
    const bool initials = last.letters == 1 && tokens.tokens.size() > 1;
    result.pattern.flags |= initials ? kFinalDot : kFinalDot | kFinalDotNeeded;
  }
  if (hyphen_at(name, last.end)) result.pattern.flags |= kHyphenFollows;
  return result;
}

bool written_as(const PatternRecord& pattern, std::string_view text, const Tokens& tokens, std::size_t first,
                std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    if (!case_fits(pattern, tokens, first, i)) return false;
    if (i > 0 && !gap_fits(pattern, tokens, first, i)) return false;
  }
  const Token& last = tokens.tokens[first + count - 1];
  if ((pattern.flags & kFinalDotNeeded) != 0 && !dot_at(text, last.end)) return false;
  if ((pattern.flags & kHyphenFollows) != 0 && !hyphen_at(text, last.end)) return false;
  const bool word_acronym =
      count == 1 && shape_at(pattern, 0) == kExactUpper && among(kWordAcronyms, tokens.folded_word(last));
  return !word_acronym || !in_capitals(tokens, first);
}

PatternRecord merged(const PatternRecord& a, const PatternRecord& b) {
  PatternRecord result = a;
  result.dots |= b.dots;
  result.commas |= b.commas;
  result.ampersands &= b.ampersands;
  const auto any = static_cast<std::uint16_t>((a.flags | b.flags) & kFinalDot);
  const auto both = static_cast<std::uint16_t>(a.flags & b.flags & (kFinalDotNeeded | kHyphenFollows));
  result.flags = static_cast<std::uint16_t>(any | both);
  return result;
}

}  // namespace entente::lexicon
