#include "extract/resolution/office_phrases.h"

#include <algorithm>
#include <array>

#include "extract/resolution/name_text.h"
#include "extract/text/fold.h"
#include "extract/text/table.h"

extern "C" {
extern const char entente_led_by_government_begin[];
extern const char entente_led_by_government_end[];
extern const char entente_shared_titles_begin[];
extern const char entente_shared_titles_end[];
}

namespace entente {
namespace {

bool lends_country(const NameSpan& name) {
  return !name.entries.empty() && (name.kind == NameKind::country || name.kind == NameKind::demonym || name.metonym);
}

/// Offices that one person of a country holds at a time.
bool one_holder(std::string_view role_class) {
  constexpr std::array<std::string_view, 4> kClasses{"HOS", "HOG", "FM", "DM"};
  return std::ranges::find(kClasses, role_class) != kClasses.end();
}

struct OfficeClass {
  std::string_view name;
  std::string_view person;  ///< type of who holds it
  std::string_view sector;
};

const OfficeClass* office_class(std::string_view name) {
  static constexpr std::array<OfficeClass, 23> kClasses{
      {{"DM", "politician", "GOV"},         {"FM", "politician", "GOV"},
       {"HOG", "politician", "GOV"},        {"HOS", "politician", "GOV"},
       {"IGO", "official", "IGO"},          {"adviser", "official", "GOV"},
       {"ambassador", "diplomat", "GOV"},   {"candidate", "politician", "PTY"},
       {"central_bank", "official", "GOV"}, {"deputy_leader", "politician", "GOV"},
       {"envoy", "diplomat", "GOV"},        {"intelligence", "official", "SPY"},
       {"judge", "official", "JUD"},        {"legislator", "politician", "LEG"},
       {"military", "military", "MIL"},     {"minister", "politician", "GOV"},
       {"official", "official", "GOV"},     {"opposition", "politician", "OPP"},
       {"party", "politician", "PTY"},      {"police", "official", "COP"},
       {"royal", "politician", "GOV"},      {"spokesperson", "official", "GOV"},
       {"subnational", "politician", "GOV"}}};
  const auto* found = std::ranges::find(kClasses, name, &OfficeClass::name);
  return found == kClasses.end() ? nullptr : found;
}

}  // namespace

std::string_view person_type(std::string_view role_class) {
  const OfficeClass* found = office_class(role_class);
  return found ? found->person : "other";
}

std::string class_in(std::string_view country, const Office& office) {
  static const auto kParliamentary = word_set({entente_led_by_government_begin, entente_led_by_government_end});
  const bool leads = office.role_class == "HOS" && (office.title == "leader" || office.title == "leaders");
  return leads && kParliamentary.contains(country) ? "HOG" : office.role_class;
}

std::string_view office_sector(std::string_view role_class) {
  const OfficeClass* found = office_class(role_class);
  return found ? found->sector : std::string_view{};
}

bool of_any_body(std::string_view title) {
  static const auto kTitles = word_set({entente_shared_titles_begin, entente_shared_titles_end});
  return kTitles.contains(title);
}

std::string_view OfficePhrases::lower(std::uint32_t token) const {
  return token < tokens_.size() ? std::string_view(tokens_[token].lower) : std::string_view{};
}

/// "French president", "France's president", also with a word or two between: "Nigerian junior foreign minister".
bool OfficePhrases::belongs(const NameSpan& owner, const NameSpan& title) const {
  constexpr std::uint32_t kBetween = 2;
  std::uint32_t at = owner.last;
  const bool possessive = lower(at) == "'s";
  if (possessive) ++at;
  if (at > title.first || title.first - at > kBetween) return false;
  return std::all_of(tokens_.begin() + at, tokens_.begin() + title.first,
                     [](const Token& each) { return each.upos == "ADJ" && !each.capital; });
}

std::optional<Office> OfficePhrases::of_person(std::size_t name) const {
  const NameSpan& person = names_[name];
  if (name > 0 && names_[name - 1].kind == NameKind::title && names_[name - 1].last == person.first)
    return of_title(name - 1);
  if (lower(person.last) != ",") return std::nullopt;
  for (std::size_t next = name + 1; next < names_.size() && next <= name + 2; ++next) {
    if (names_[next].kind != NameKind::title) continue;
    const std::uint32_t gap = names_[next].first - person.last - 1;
    const std::uint32_t filled = next == name + 2 ? names_[name + 1].last - names_[name + 1].first : 0;
    if (gap <= filled + 2 && !turns_away(person.last, names_[next].first)) return of_title(next);
  }
  return std::nullopt;
}

/// "Jay, with the president going": no word that names what he is may follow such.
bool OfficePhrases::turns_away(std::uint32_t first, std::uint32_t last) const {
  return std::any_of(tokens_.begin() + first, tokens_.begin() + last, [](const Token& each) {
    const bool noted = each.xpos == "VBG" || each.xpos == "VBN";  // "a noted journalist"
    return each.upos == "ADP" || each.upos == "CCONJ" || each.upos == "SCONJ" || (each.upos == "VERB" && !noted);
  });
}

Office OfficePhrases::of_title(std::size_t name) const {
  const NameSpan& title = names_[name];
  Office office;
  office.role_class = title.type;
  office.title = fold(tidy(text_.substr(title.span.begin, title.span.size())));
  office.state = person_type(office.role_class) != "other";
  if (name > 0 && lends_country(names_[name - 1])) {
    const NameSpan& before = names_[name - 1];
    if (belongs(before, title)) {
      office.country = std::string(lexicon_.entry(before.entries[0]).country);
      office.demonym = before.kind == NameKind::demonym;
    }
  }
  if (office.country.empty() && name + 1 < names_.size() && lower(title.last) == "of") {
    const NameSpan& after = names_[name + 1];
    if (after.first - title.last <= 2 && after.kind == NameKind::country && !after.entries.empty()) {
      office.country = std::string(lexicon_.entry(after.entries[0]).country);
    }
  }
  office.role_class = class_in(office.country, office);
  const LexiconEntry word = lexicon_.entry(title.entries[0]);
  if (!past(name) && office.role_class != "family") office.sector = std::string(word.sector);
  office.of_any_body = office.country.empty() && of_any_body(word.name);
  return office;
}

/// "former president", "ex-French president".
bool OfficePhrases::past(std::size_t name) const {
  std::uint32_t at = names_[name].first;
  if (name > 0 && lends_country(names_[name - 1]) && belongs(names_[name - 1], names_[name]))
    at = names_[name - 1].first;
  if (at > 0 && lower(at - 1) == "former") return true;
  return at > 1 && lower(at - 1) == "-" && lower(at - 2) == "ex";
}

std::optional<Office> OfficePhrases::standing_alone(std::size_t name) const {
  const NameSpan& title = names_[name];
  const bool named_next =
      name + 1 < names_.size() && names_[name + 1].first == title.last && names_[name + 1].kind == NameKind::person;
  const bool plural = lower(title.last - 1).ends_with("s");
  const auto to_come = [this](std::uint32_t at) { return lower(at) == "elect" || lower(at) == "designate"; };
  const bool to_be = to_come(title.last - 1) || (lower(title.last) == "-" && to_come(title.last + 1));
  if (named_next || plural || to_be || !one_holder(title.type)) return std::nullopt;
  if (of_body(name)) return std::nullopt;
  Office office = of_title(name);
  if (!definite(name, office)) return std::nullopt;
  return office;
}

/// "the ASUU president", "Barcelona's president", "the president of the Senate".
bool OfficePhrases::of_body(std::size_t name) const {
  const auto body = [](const NameSpan& other) {
    return (other.kind == NameKind::organisation || other.kind == NameKind::event) && !lends_country(other);
  };
  const NameSpan& title = names_[name];
  if (name > 0 && body(names_[name - 1])) {
    const std::uint32_t last = names_[name - 1].last;
    if (last == title.first || (last + 1 == title.first && lower(last) == "'s")) return true;
  }
  if (name + 1 == names_.size() || lower(title.last) != "of" || !body(names_[name + 1])) return false;
  const std::uint32_t first = names_[name + 1].first;
  return first == title.last + 1 || (first == title.last + 2 && lower(title.last + 1) == "the");
}

/// "the president", "the Chinese president", "China's president"; not "a Chinese president", "the former president".
bool OfficePhrases::definite(std::size_t name, const Office& office) const {
  std::uint32_t at = names_[name].first;
  if (at == 0) return false;
  if (name > 0 && names_[name - 1].last == at) at = names_[name - 1].first;
  if (at > 0 && lower(at - 1) == "the") return true;
  return !office.country.empty() && lower(names_[name].first - 1) == "'s";
}

}  // namespace entente
