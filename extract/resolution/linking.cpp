#include "extract/resolution/linking.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/resolution/office_phrases.h"
#include "extract/text/dates.h"
#include "extract/text/fold.h"
#include "extract/text/generic_body.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 3> kFirstRank{"HOS", "HOG", "IGO"};

/// True where the article's date lies within a term or at most `years` after or before it; an unknown date lies within
/// none.
bool near_term(const Term& term, std::string_view date, int years) {
  if (date.size() < 4) return false;
  const auto year_of = [](std::string_view text, int otherwise) {
    return text.size() < 4 ? otherwise : std::stoi(std::string(text.substr(0, 4)));
  };
  const int year = year_of(date, 0);
  return year_of(term.start, 0) - years <= year && year <= year_of(term.end, 9999) + years;
}

int person_score(EntryId id, const Lexicon& lexicon, const Surroundings& around) {
  const LexiconEntry entry = lexicon.entry(id);
  int score = around.countries.contains(std::string(entry.country)) ? 2 : 0;
  bool near = false;
  bool first_rank = false;
  bool abroad = false;  // a foreign minister of now is known by the full name
  for (const Term& term : lexicon.terms(id)) {
    near = near || near_term(term, around.date, 6);
    abroad = abroad || (term.role_class == "FM" && near_term(term, around.date, 0));
    const bool high = std::ranges::find(kFirstRank, term.role_class) != kFirstRank.end();
    first_rank = first_rank || (high && (around.date.empty() || near_term(term, around.date, 25)));
  }
  score += near ? 1 : 0;
  score += first_rank ? 2 : abroad ? 1 : 0;
  return score;
}

/// London in Ontario is not meant because Canada is named.
int place_score(EntryId id, EntryId best_known, const Lexicon& lexicon, const Surroundings& around) {
  constexpr std::uint32_t kDwarfed = 20;  // times as many people
  const LexiconEntry entry = lexicon.entry(id);
  const bool dwarfed = lexicon.entry(best_known).weight / kDwarfed > entry.weight;
  return !dwarfed && around.countries.contains(std::string(entry.country)) ? 1 : 0;
}

Kind kind_of_entry(LexiconKind kind) {
  switch (kind) {
    case LexiconKind::person:
      return Kind::person;
    case LexiconKind::country:
    case LexiconKind::demonym:
      return Kind::country;
    case LexiconKind::place:
      return Kind::place;
    case LexiconKind::event:
      return Kind::event;
    default:
      return Kind::organisation;
  }
}

/// Can a name of this kind mean the entry? A demonym without a country ("Asian") means nobody.
bool bears(NameKind kind, const LexiconEntry& entry) {
  switch (kind) {
    case NameKind::person:
      return entry.kind == LexiconKind::person;
    case NameKind::country:
      return entry.kind == LexiconKind::country;
    case NameKind::demonym:
      return entry.kind == LexiconKind::demonym && !entry.country.empty();
    case NameKind::place:
      return entry.kind == LexiconKind::place;
    case NameKind::event:
      return entry.kind == LexiconKind::event;
    case NameKind::organisation:
      return entry.kind == LexiconKind::organisation || entry.kind == LexiconKind::metonym;
    default:
      return false;
  }
}

/// Bears more than one entry of a kind this name? Then the name alone is no key.
bool shared_name(const LexiconEntry& entry, const Lexicon& lexicon) {
  const auto bearers = lexicon.find(entry.name);
  return 1 < std::ranges::count_if(bearers, [&](EntryId id) { return lexicon.entry(id).kind == entry.kind; });
}

/// The country a person stands for: that of an office held at the date, one's own before another's (the French
/// president is a prince of Andorra as well), else of the person. Who serves an international body acts for no country.
std::string country_at(EntryId id, const LexiconEntry& entry, const Lexicon& lexicon, std::string_view date) {
  std::string_view country = entry.country;
  if (entry.kind != LexiconKind::person || date.empty()) return std::string(country);
  bool international = false;
  for (const Term& term : lexicon.terms(id)) {
    if (!near_term(term, date, 0)) continue;
    international = international || term.role_class == "IGO";
    if (term.country.empty() || term.role_class == "IGO") continue;
    if (term.country == entry.country) return std::string(term.country);
    if (country == entry.country) country = term.country;
  }
  if (international && country == entry.country) return {};
  return std::string(country);
}

/// What kind of actor somebody is by the offices held at the date: who governs and sits in parliament governs.
std::string_view sector_at(EntryId id, const Lexicon& lexicon, std::string_view date) {
  std::string_view sector;
  for (const Term& term : lexicon.terms(id)) {
    if (!near_term(term, date, 0)) continue;
    const std::string_view of_term = office_sector(term.role_class);
    if (sector.empty() || of_term == "GOV") sector = of_term;
  }
  return sector;
}

/// Had the body, or one it came of, begun when the article was published, and was it not long gone?
bool timely(const LexiconEntry& body, std::string_view date) {
  constexpr std::uint32_t kFamous = 1000;
  constexpr int kUnderOtherName = 10, kRemembered = 10;  // years
  if (date.size() < 4) return true;
  const auto year = [](std::string_view text) { return std::stoi(std::string(text.substr(0, 4))); };
  if (body.start.size() >= 4 && year(body.start) > year(date) + kUnderOtherName) return false;
  return body.end.size() < 4 || body.weight >= kFamous || year(body.end) + kRemembered >= year(date);
}

/// How well known a body must be to be meant by these words where nothing speaks of its country (weights of
/// organisations.tsv): letters and parties are shared by many.
std::uint32_t fame_needed(const NameSpan& name, const LexiconEntry& body) {
  constexpr std::uint32_t kWorldwide = 1500, kWell = 1040, kSome = 1000;
  const bool letters = name.last == name.first + 1 && name.span.size() <= 5 && body.name.size() > name.span.size() + 6;
  if (body.type == "party") return letters ? kWorldwide : kSome;
  if (letters) return body.type == "media" || body.country.empty() ? kSome : kWell;
  return body.type == "government" ? kSome : 0;
}

/// The best known body of that name which the article can mean; of two, one of a country that it names.
std::optional<EntryId> choose_body(const NameSpan& name, const Lexicon& lexicon, const Surroundings& around) {
  constexpr std::uint32_t kUsers = 0;  // a user's table has no weights and is always believed
  const auto local = [&](const LexiconEntry& body) { return around.lands.contains(std::string(body.country)); };
  std::optional<EntryId> first;
  for (const EntryId id : name.entries) {
    const LexiconEntry body = lexicon.entry(id);
    if (!bears(name.kind, body)) continue;
    if (body.kind == LexiconKind::metonym || body.weight == kUsers) return first ? first : id;
    if (!timely(body, around.published)) continue;
    const bool obscure = body.country.empty() && body.weight < fame_needed(name, body);
    if ((body.country.empty() && !obscure) || local(body)) {
      if (!first || lexicon.entry(*first).type == "party") return id;
    } else if (!first && !obscure && body.weight >= fame_needed(name, body)) {
      first = id;
    }
  }
  return first;
}

/// Bodies of several countries bear the name, or would if all were known: "Interior Ministry", "the Senate", but not
/// "State Department".
bool of_many_countries(const NameSpan& name, std::string_view text, const Lexicon& lexicon) {
  if (name.entries.empty() || !is_generic_body(text)) return false;
  std::set<std::string_view> countries;
  for (const EntryId id : name.entries) countries.insert(lexicon.entry(id).country);
  return name.last == name.first + 1 || countries.size() > 1;
}

/// Of the bodies with this name, all of which another country has as well, that of the country which the article names
/// most: "Congress" is another in Chile, and a party in India.
std::optional<EntryId> choose_generic(const NameSpan& name, const Lexicon& lexicon, const Surroundings& around) {
  constexpr int kShare = 3;  // of the country named most, at least one in so many
  constexpr int kOften = 2;  // a country named less often says nothing
  int most = 0;
  for (const auto& [country, times] : around.lands) most = std::max(most, times);
  std::optional<EntryId> best;
  int best_times = 0;
  for (const EntryId id : name.entries) {
    const LexiconEntry body = lexicon.entry(id);
    if (!bears(name.kind, body)) continue;
    if (body.country.empty()) return choose_body(name, lexicon, around);  // "the Security Council"
    const auto land = around.lands.find(std::string(body.country));
    const int times = land == around.lands.end() ? 0 : land->second;
    if (times > best_times && times * kShare >= most) {
      best = id;
      best_times = times;
    }
  }
  return best || most >= kOften ? best : choose_body(name, lexicon, around);
}

}  // namespace

std::optional<EntryId> choose_entry(const NameSpan& name, std::string_view text, const Lexicon& lexicon,
                                    const Surroundings& around) {
  const bool person = name.kind == NameKind::person;
  if (name.kind == NameKind::organisation)
    return of_many_countries(name, text, lexicon) ? choose_generic(name, lexicon, around)
                                                  : choose_body(name, lexicon, around);
  std::optional<EntryId> best;
  int best_score = person ? 1 : -1;  // a person needs more than a mere equal name
  for (const EntryId id : name.entries) {
    const LexiconEntry entry = lexicon.entry(id);
    if (!bears(name.kind, entry)) continue;
    if (!person && entry.kind != LexiconKind::place) return id;  // the best known comes first
    const int score = person ? person_score(id, lexicon, around) : place_score(id, name.entries[0], lexicon, around);
    if (score > best_score) {
      best = id;
      best_score = score;
    }
  }
  return best;
}

std::string entity_key(Kind kind, std::string_view name) {
  std::string key(word(kind));
  key += '/';
  key += slug(name);
  return key;
}

Entity entity_of(EntryId id, const Lexicon& lexicon, const Surroundings& around) {
  const LexiconEntry entry = lexicon.entry(id);
  if (entry.kind == LexiconKind::demonym) {
    if (const auto country = lexicon.country(entry.country)) return entity_of(*country, lexicon, around);
  }
  if (entry.kind == LexiconKind::metonym && !entry.target.empty()) {
    for (const EntryId target : lexicon.find(entry.target)) {
      if (lexicon.entry(target).kind == LexiconKind::organisation) return entity_of(target, lexicon, around);
    }
  }
  Entity entity;
  entity.kind = kind_of_entry(entry.kind);
  entity.type = entry.kind == LexiconKind::metonym ? "government" : std::string(entry.type);
  entity.name = std::string(entry.kind == LexiconKind::metonym && !entry.target.empty() ? entry.target : entry.name);
  entity.key = entity_key(entity.kind, entity.name);
  entity.country = country_at(id, entry, lexicon, around.date);
  entity.sector = std::string(entry.kind == LexiconKind::metonym ? "GOV" : entry.sector);
  if (entry.kind == LexiconKind::person) entity.sector = std::string(sector_at(id, lexicon, around.date));
  entity.links.wikidata = std::string(entry.kind == LexiconKind::metonym ? "" : entry.wikidata);
  if (entity.kind == Kind::country) {
    entity.type.clear();
    entity.links.iso3 = std::string(entry.country);
    entity.links.cow = std::string(entry.cow);
  } else if (entry.kind != LexiconKind::metonym && shared_name(entry, lexicon)) {
    const std::string_view apart = entity.kind == Kind::place ? entry.country : entry.wikidata;
    if (!apart.empty()) entity.key.append("-").append(slug(apart));
  }
  return entity;
}

}  // namespace entente
