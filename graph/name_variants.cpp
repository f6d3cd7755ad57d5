#include "graph/name_variants.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "extract/text/fold.h"
#include "extract/text/table.h"

extern const char entente_spellings_begin[];
extern const char entente_spellings_end[];

namespace entente {
namespace {

constexpr std::size_t kLongName = 3;  // words from which plurals and prepositions no longer tell names apart

struct Spelling {
  std::string_view word;
  std::string_view of;
  std::string_view to;
  auto operator<=>(const Spelling&) const = default;
};

/// The rows of data/language/spellings.tsv, sorted as the file is.
const std::vector<Spelling>& spellings() {
  static const std::vector<Spelling> kRows = [] {
    std::vector<Spelling> rows;
    for (const auto& cells : table_rows({entente_spellings_begin, entente_spellings_end})) {
      rows.push_back({cells.at(0), cells.at(1), cells.at(2)});
    }
    return rows;
  }();
  return kRows;
}

/// The one spelling of a word; empty where the table has none.
std::string_view spelling_of(std::string_view word, std::string_view of) {
  const auto& rows = spellings();
  const auto found = std::ranges::lower_bound(rows, Spelling{word, of, {}});
  return found != rows.end() && found->word == word && found->of == of ? found->to : std::string_view();
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

/// Letters that romanisations of one name disagree on, in one form.
std::string romanised(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kLetters = {{{"kh", "k"},
                                                                                              {"gh", "g"},
                                                                                              {"dh", "d"},
                                                                                              {"bh", "b"},
                                                                                              {"th", "t"},
                                                                                              {"ph", "f"},
                                                                                              {"q", "k"},
                                                                                              {"ou", "u"},
                                                                                              {"oo", "u"},
                                                                                              {"ee", "i"},
                                                                                              {"ey", "i"},
                                                                                              {"y", "i"}}};
  std::string text(word);
  for (const auto& [from, to] : kLetters) replace_all(text, from, to);
  text.erase(std::unique(text.begin(), text.end()), text.end());
  return text;
}

std::vector<std::string> person_words(std::string_view slug) {
  std::vector<std::string> result;
  for (const std::string_view word : split(slug, '-')) {
    const std::string_view known = spelling_of(word, "person");
    result.push_back(romanised(known.empty() ? word : known));
  }
  return result;
}

/// "u", "s" as "united", "states".
std::vector<std::string> spelt_out(const std::vector<std::string_view>& words) {
  static constexpr std::array<std::array<std::string_view, 4>, 3> kLetters = {
      {{"u", "s", "united", "states"}, {"u", "k", "united", "kingdom"}, {"u", "n", "united", "nations"}}};
  static constexpr std::array<std::array<std::string_view, 3>, 3> kWords = {
      {{"us", "united", "states"}, {"uk", "united", "kingdom"}, {"un", "united", "nations"}}};
  std::vector<std::string> result;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto letters = std::ranges::find_if(kLetters, [&](const auto& row) {
      return i + 1 < words.size() && words[i] == row[0] && words[i + 1] == row[1];
    });
    const auto whole = std::ranges::find_if(kWords, [&](const auto& row) { return words[i] == row[0]; });
    if (letters != kLetters.end()) {
      result.emplace_back((*letters)[2]);
      result.emplace_back((*letters)[3]);
      ++i;
    } else if (whole != kWords.end()) {
      result.emplace_back((*whole)[1]);
      result.emplace_back((*whole)[2]);
    } else {
      result.emplace_back(words[i]);
    }
  }
  return result;
}

std::string singular(std::string word) {
  constexpr std::size_t kLeast = 5;
  if (word.size() < kLeast || !word.ends_with('s')) return word;
  if (word.ends_with("ss") || word.ends_with("us") || word.ends_with("is")) return word;
  if (word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
  word.pop_back();
  return word;
}

std::vector<std::string> thing_words(std::string_view slug) {
  const std::vector<std::string_view> given = split(slug, '-');
  if (given.size() < 2) return {std::string(slug)};
  std::vector<std::string> result;
  const std::vector<std::string> words = spelt_out(given);
  for (const std::string& word : words) {
    if (word == "the" || word == "s") continue;  // "Workers' Party", "Worker's Party"
    const std::string_view known = spelling_of(word, "thing");
    result.emplace_back(known.empty() ? word : known);
    if (words.size() < kLongName) continue;
    if (word == "for" || word == "on") result.back() = "of";
    result.back() = singular(result.back());
  }
  return result;
}

}  // namespace

std::string variant_key(Kind kind, std::string_view slug) {
  if (kind == Kind::country || kind == Kind::place) return std::string(slug);
  return fmt::format("{}", fmt::join(kind == Kind::person ? person_words(slug) : thing_words(slug), "-"));
}

std::string without_initials(std::string_view key) {
  const std::vector<std::string_view> words = split(key, '-');
  std::vector<std::string_view> kept;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i == 0 || i + 1 == words.size() || words[i].size() > 1) kept.push_back(words[i]);
  }
  return fmt::format("{}", fmt::join(kept, "-"));
}

}  // namespace entente
