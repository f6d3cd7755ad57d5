#include "extract/language/sentence_words.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "extract/text/table.h"

extern "C" {
extern const char entente_abbreviations_begin[];
extern const char entente_abbreviations_end[];
extern const char entente_sentence_words_begin[];
extern const char entente_sentence_words_end[];
}

namespace entente {
namespace {

bool upper(char c) {
  return std::isupper(static_cast<unsigned char>(c)) != 0;
}

std::string small(std::string_view word) {
  std::string lower(word);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

struct Abbreviation {
  AfterAbbreviation after = AfterAbbreviation::none;
  bool one_token = false;
  bool capital = false;  ///< not one where written small
};

const Abbreviation* abbreviation(std::string_view word) {
  using Table = std::unordered_map<std::string, Abbreviation>;
  static const Table kTable = [] {
    Table table;
    for (const auto& row : table_rows({entente_abbreviations_begin, entente_abbreviations_end})) {
      const auto after = row.at(1) == "name"  ? AfterAbbreviation::name
                         : row.at(1) == "any" ? AfterAbbreviation::any
                                              : AfterAbbreviation::sentence;
      table.emplace(small(row.at(0)), Abbreviation{after, row.at(2) == "one", upper(row.at(0).front())});
    }
    return table;
  }();
  constexpr std::size_t kLongest = 8;  // bytes
  if (word.empty() || word.size() > kLongest) return nullptr;
  const auto found = kTable.find(small(word));
  if (found == kTable.end() || (found->second.capital && !upper(word.front()))) return nullptr;
  return &found->second;
}

/// The words of one kind in data/language/sentence_words.tsv.
std::unordered_set<std::string_view> words_that(std::string_view tell) {
  std::unordered_set<std::string_view> words;
  for (const auto& row : table_rows({entente_sentence_words_begin, entente_sentence_words_end})) {
    if (row.at(1) == tell) words.insert(row.at(0));
  }
  return words;
}

}  // namespace

AfterAbbreviation after_abbreviation(std::string_view word) {
  const Abbreviation* found = abbreviation(word);
  return found == nullptr ? AfterAbbreviation::none : found->after;
}

bool keeps_full_stop(std::string_view word) {
  if (word.size() == 1) return upper(word.front());
  if (word.find('.') != std::string_view::npos) return true;
  const Abbreviation* found = abbreviation(word);
  return found != nullptr && found->one_token;
}

bool begins_sentences(std::string_view lower) {
  static const auto kWords = words_that("begins");
  return kWords.contains(lower);
}

bool closes_letter(std::string_view lower) {
  static const auto kWords = words_that("closes_letter");
  return kWords.contains(lower);
}

bool heads_message(std::string_view lower) {
  static const auto kWords = words_that("mail_header");
  return kWords.contains(lower);
}

bool numbered(std::string_view lower) {
  static const auto kWords = words_that("numbered");
  return kWords.contains(lower);
}

bool captions(std::string_view lower) {
  static const auto kWords = words_that("captions");
  return kWords.contains(lower);
}

bool labels(std::string_view lower) {
  static const auto kWords = words_that("label");
  return kWords.contains(lower);
}

bool opens_letter(std::string_view lower) {
  static const auto kWords = words_that("opens_letter");
  return kWords.contains(lower);
}

bool ends_file_name(std::string_view lower) {
  static const auto kWords = words_that("file_name");
  return kWords.contains(lower);
}

bool small_self(std::string_view word) {
  static const auto kWords = words_that("small_self");
  return kWords.contains(word);
}

bool reaches(std::string_view lower) {
  static const auto kWords = words_that("reaches");
  return kWords.contains(lower);
}

bool speaks(std::string_view word) {
  static const auto kWords = words_that("speaks");
  return kWords.contains(word);
}

bool smiley(std::string_view chunk) {
  constexpr std::size_t kLongest = 3;  // bytes
  static const auto kSmileys = words_that("smiley");
  return chunk.size() <= kLongest && kSmileys.contains(chunk);
}

}  // namespace entente
