#include "extract/resolution/nouns.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "extract/text/table.h"

extern "C" {
extern const char entente_person_nouns_begin[];
extern const char entente_person_nouns_end[];
}

namespace entente {
namespace {

KindSet kinds_of(std::string_view kinds) {
  KindSet result = 0;
  for (const std::string_view kind : split(kinds, '|')) {
    result |= kind == "person"         ? kPerson
              : kind == "organisation" ? kOrganisation
              : kind == "country"      ? kCountry
              : kind == "place"        ? kPlace
                                       : kEvent;
  }
  return result;
}

const std::unordered_map<std::string_view, Traits>& nouns() {
  static const auto kNouns = [] {
    std::unordered_map<std::string_view, Traits> nouns;
    for (const auto& row : table_rows({entente_person_nouns_begin, entente_person_nouns_end})) {
      Traits traits;
      traits.kinds = kinds_of(row.at(1));
      traits.gender = row.at(2).empty() ? '?' : row.at(2).front();
      traits.number = row.at(3) == "plural" ? Number::many : row.at(3) == "either" ? Number::either : Number::one;
      if (traits.kinds & (kOrganisation | kCountry)) traits.number = Number::either;
      nouns.emplace(row.at(0), traits);
    }
    return nouns;
  }();
  return kNouns;
}

struct Form {
  std::string_view lower;
  std::string_view pronoun;
};

constexpr std::array<Form, 41> kForms{
    {{"he", "he"},           {"him", "he"},         {"his", "he"},      {"himself", "he"}, {"she", "she"},
     {"her", "she"},         {"hers", "she"},       {"herself", "she"}, {"it", "it"},      {"its", "it"},
     {"itself", "it"},       {"they", "they"},      {"them", "they"},   {"their", "they"}, {"theirs", "they"},
     {"themselves", "they"}, {"themself", "they"},  {"we", "we"},       {"us", "we"},      {"our", "we"},
     {"ours", "we"},         {"ourselves", "we"},   {"i", "i"},         {"me", "i"},       {"my", "i"},
     {"mine", "i"},          {"myself", "i"},       {"you", "you"},     {"your", "you"},   {"yours", "you"},
     {"yourself", "you"},    {"yourselves", "you"}, {"who", "who"},     {"whom", "who"},   {"whose", "who"},
     {"which", "who"},       {"'em", "they"},       {"this", "this"},   {"that", "this"},  {"these", "this"},
     {"those", "this"}}};

struct PronounRow {
  std::string_view pronoun;
  Traits traits;
};

constexpr KindSet kNoPerson = kAnyKind & static_cast<KindSet>(~kPerson);
constexpr std::array<PronounRow, 9> kPronouns{{{"he", {kPerson, 'M', Number::one}},
                                               {"she", {kPerson, 'F', Number::one}},
                                               {"it", {kNoPerson, '?', Number::one}},
                                               {"they", {kAnyKind, '?', Number::many}},
                                               {"we", {kPerson | kOrganisation | kCountry, '?', Number::many}},
                                               {"i", {kPerson, '?', Number::one}},
                                               {"you", {kPerson, '?', Number::either}},
                                               {"who", {kAnyKind, '?', Number::either}},
                                               {"this", {kNoPerson, '?', Number::either}}}};

}  // namespace

Traits noun_traits(std::string_view lemma) {
  const auto found = nouns().find(lemma);
  return found == nouns().end() ? Traits{} : found->second;
}

bool introduces_place(std::string_view noun) {
  constexpr std::array<std::string_view, 13> kNouns{"city",         "county",   "district", "governorate", "island",
                                                    "municipality", "port",     "province", "region",      "suburb",
                                                    "town",         "township", "village"};
  return std::ranges::binary_search(kNouns, noun);
}

std::string_view pronoun_lemma(std::string_view lower) {
  const auto found = std::ranges::find(kForms, lower, &Form::lower);
  return found == kForms.end() ? std::string_view{} : found->pronoun;
}

Traits pronoun_traits(std::string_view pronoun) {
  const auto found = std::ranges::find(kPronouns, pronoun, &PronounRow::pronoun);
  return found == kPronouns.end() ? Traits{} : found->traits;
}

bool reflexive(std::string_view lower) {
  return lower.ends_with("self") || lower.ends_with("selves");
}

}  // namespace entente
