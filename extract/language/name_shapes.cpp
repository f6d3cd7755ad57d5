#include "extract/language/name_shapes.h"

#include <array>
#include <string>
#include <unordered_map>

#include "extract/text/table.h"

extern "C" {
extern const char entente_name_words_begin[];
extern const char entente_name_words_end[];
}

namespace entente {
namespace {

constexpr std::array<std::string_view, 6> kRoles{"tail", "lead", "of", "honorific", "particle", "calendar"};

NameKind kind_named(std::string_view name) {
  if (name == "person") return NameKind::person;
  if (name == "organisation") return NameKind::organisation;
  if (name == "place") return NameKind::place;
  if (name == "event") return NameKind::event;
  return NameKind::unknown;
}

using Words = std::unordered_map<std::string_view, NameWord>;

std::array<Words, kRoles.size()> parse() {
  std::array<Words, kRoles.size()> words;
  for (const auto& row : table_rows({entente_name_words_begin, entente_name_words_end})) {
    for (std::size_t role = 0; role < kRoles.size(); ++role) {
      if (row.at(1) == kRoles[role]) words[role].try_emplace(row.at(0), NameWord{kind_named(row.at(2)), row.at(3)});
    }
  }
  return words;
}

}  // namespace

const NameWord* name_word(std::string_view lower, NameWordRole role) {
  static const auto kWords = parse();
  const Words& words = kWords[static_cast<std::size_t>(role)];
  const auto found = words.find(lower);
  return found == words.end() ? nullptr : &found->second;
}

}  // namespace entente
