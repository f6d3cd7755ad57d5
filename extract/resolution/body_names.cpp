#include "extract/resolution/body_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/resolution/name_text.h"
#include "extract/resolution/nouns.h"
#include "extract/resolution/other_names.h"
#include "extract/text/fold.h"
#include "extract/text/generic_body.h"

namespace entente {
namespace {

bool thing(NameKind kind) {
  return kind == NameKind::country || kind == NameKind::demonym || kind == NameKind::place ||
         kind == NameKind::organisation || kind == NameKind::event;
}

}  // namespace

/// "White Plains, New York": the state, not the city of the name.
std::optional<EntryId> BodyNames::region_behind_town(std::size_t i) const {
  const NameSpan& name = draft_.names[i];
  if (name.kind != NameKind::place || i == 0) return std::nullopt;
  const NameSpan& town = draft_.names[i - 1];
  const bool behind = town.kind == NameKind::place && town.last + 1 == name.first && draft_.lower(town.last) == ",";
  if (!behind || draft_.text_of(town) == draft_.text_of(name)) return std::nullopt;
  for (const EntryId id : name.entries) {
    const LexiconEntry entry = draft_.lexicon.entry(id);
    if (entry.kind == LexiconKind::place && entry.type == "region") return id;
  }
  return std::nullopt;
}

/// "Manchester, N.H.": the town of that state or country, however well known another is.
std::optional<EntryId> BodyNames::town_before_region(std::size_t i) const {
  const NameSpan& name = draft_.names[i];
  if (name.kind != NameKind::place || i + 1 >= draft_.size()) return std::nullopt;
  const NameSpan& land = draft_.names[i + 1];
  const bool place = land.kind == NameKind::place || land.kind == NameKind::country;
  if (!place || land.first != name.last + 1 || draft_.lower(name.last) != ",") return std::nullopt;
  std::optional<EntryId> of_country;
  for (const EntryId id : name.entries) {
    const LexiconEntry town = draft_.lexicon.entry(id);
    for (const EntryId other : land.entries) {
      const LexiconEntry whose = draft_.lexicon.entry(other);
      const bool region = whose.kind == LexiconKind::place && whose.type == "region";
      if (town.type != "city" || whose.country != town.country) continue;
      if (region && town.target == whose.name) return id;
      if (whose.kind == LexiconKind::country && !of_country) of_country = id;
    }
  }
  return of_country;
}

/// "Iowa's House of Representatives".
bool BodyNames::owns(const NameSpan& owner, const NameSpan& name) const {
  return owner.last + 1 == name.first && draft_.lower(owner.last) == "'s";
}

/// "Iowa" of "Iowa's House of Representatives", "the Texas Supreme Court": a body that is no country's.
const NameSpan* BodyNames::region_before(std::size_t i) const {
  const NameSpan& name = draft_.names[i];
  if (i == 0 || name.kind != NameKind::organisation || !is_generic_body(draft_.text_of(name))) return nullptr;
  if (name.type == "party") return nullptr;  // "Maryland's Republican governor"
  const NameSpan& before = draft_.names[i - 1];
  if (before.kind != NameKind::place || !(before.last == name.first || owns(before, name))) return nullptr;
  return &before;
}

void BodyNames::name(std::size_t i) {
  const NameSpan& name = draft_.names[i];
  if (!thing(name.kind) || draft_.entity_of_name[i] != kNoEntity) return;
  // "ethnic Turks" are of another country
  if (name.kind == NameKind::demonym && name.first > 0 && draft_.lower(name.first - 1) == "ethnic") return;
  auto entry = region_behind_town(i);
  if (!entry) entry = town_before_region(i);
  if (!entry && !region_before(i)) entry = choose_entry(name, draft_.text_of(name), draft_.lexicon, draft_.around);
  const std::string_view country = entry ? draft_.lexicon.entry(*entry).country : std::string_view{};
  if (const auto state = metonyms_.state(name, draft_.text_of(name), country)) entry = state;
  const Form form = name.kind == NameKind::demonym ? Form::demonym : Form::name;
  std::optional<std::int32_t> longer = longer_name(i, entry.has_value());
  if (!longer && !entry) {
    if (const std::int32_t other = called_otherwise(draft_, i); other != kNoEntity) longer = other;
  }
  if (longer) {
    draft_.mention(i, *longer, form);
  } else if (entry) {
    draft_.mention(i, draft_.entity_for(entity_of(*entry, draft_.lexicon, draft_.around), entry), form);
  } else if (name.kind != NameKind::demonym && name.kind != NameKind::country) {
    draft_.mention(i, draft_.entity_for(shaped(i), std::nullopt), form);
  }
  if (draft_.entity_of_name[i] == kNoEntity) return;
  acronym_in_brackets(i);
  summit(i);
}

/// "Free Libya Movement (FLM)", "the Institute's (IRS)": the letters in brackets stand for the name before them, or in
/// "Parliament of New South Wales (NSW)" for the place that it ends with.
void BodyNames::acronym_in_brackets(std::size_t i) {
  std::uint32_t at = draft_.names[i].last;
  if (draft_.lower(at) == "'s") ++at;
  if (draft_.lower(at) != "(" || draft_.lower(at + 2) != ")" || !draft_.tokens[at + 1].all_caps) return;
  const std::string& letters = draft_.lower(at + 1);
  const std::string_view text = draft_.text_of(draft_.names[i]);
  const std::size_t of = text.find(" of ");
  if (of != std::string_view::npos && !are_initials(letters, text) && are_initials(letters, text.substr(of + 4))) {
    if (const auto place = place_named(text.substr(of + 4)))
      draft_.aliases.try_emplace(letters, draft_.entity_for(entity_of(*place, draft_.lexicon, draft_.around), place));
    return;
  }
  draft_.aliases.try_emplace(letters, draft_.entity_of_name[i]);
}

/// The best known country or place of that name.
std::optional<EntryId> BodyNames::place_named(std::string_view text) const {
  for (const EntryId id : draft_.lexicon.find(text)) {
    const LexiconKind kind = draft_.lexicon.entry(id).kind;
    if (kind == LexiconKind::country || kind == LexiconKind::place) return id;
  }
  return std::nullopt;
}

/// The body named before that this name stands for: by letters in brackets, by its initials, by its first or last words
/// ("Wildberries LLC ... Wildberries", "the European Commission ... the Commission").
std::optional<std::int32_t> BodyNames::longer_name(std::size_t i, bool known) const {
  const NameSpan& name = draft_.names[i];
  if (name.kind != NameKind::organisation && name.kind != NameKind::place) return std::nullopt;
  const std::string& lower = draft_.lower(name.first);
  const bool letters = name.last == name.first + 1 && draft_.tokens[name.first].all_caps;
  if (letters) {
    if (const auto alias = draft_.aliases.find(lower); alias != draft_.aliases.end()) return alias->second;
  }
  if (name.kind != NameKind::organisation || known) return std::nullopt;
  const std::vector<std::string> parts = folded_words(draft_.text_of(name));
  if (parts.empty()) return std::nullopt;
  const bool the = name.first > 0 && draft_.lower(name.first - 1) == "the";
  constexpr std::size_t kReach = 400;  // names looked back
  for (std::size_t j = i; j-- > 0 && i - j <= kReach;) {
    const NameSpan& other = draft_.names[j];
    if (draft_.entity_of_name[j] == kNoEntity || other.kind != NameKind::organisation) continue;
    const std::vector<std::string> whole = folded_words(draft_.text_of(other));
    if (whole.size() <= parts.size()) continue;
    const bool first = std::equal(parts.begin(), parts.end(), whole.begin());
    const bool last = the && std::equal(parts.rbegin(), parts.rend(), whole.rbegin());
    const std::int32_t entity = draft_.entity_of_name[j];
    const auto stand_for = [&](std::string_view text) { return letters && are_initials(lower, text); };
    if (first || last || stand_for(draft_.text_of(other)) || stand_for(draft_.entity(entity).name)) return entity;
  }
  return std::nullopt;
}

Entity BodyNames::shaped(std::size_t i) const {
  const NameSpan& name = draft_.names[i];
  Entity entity;
  entity.kind = name.kind == NameKind::place   ? Kind::place
                : name.kind == NameKind::event ? Kind::event
                                               : Kind::organisation;
  const NameSpan* region = region_before(i);
  entity.name = (region ? tidy(draft_.text_of(*region)) + " " : "") + tidy(draft_.text_of(name));
  entity.type = name.type;
  entity.key = entity_key(entity.kind, entity.name);
  entity.country = name.kind == NameKind::place ? country_of_place(i, entity.name) : country_of_body(i);
  if (entity.kind == Kind::organisation && entity.type == "government") entity.sector = "GOV";
  if (entity.kind == Kind::organisation && entity.type == "military") entity.sector = "MIL";
  if (!entity.country.empty() && entity.kind == Kind::organisation) entity.key.append("-").append(slug(entity.country));
  return entity;
}

/// "Russian Investigative Committee", "the Ministry of Defence of Ukraine": the country that a body's name begins or
/// ends with.
std::string BodyNames::country_of_body(std::size_t i) const {
  const NameSpan& name = draft_.names[i];
  if (name.kind != NameKind::organisation) return {};
  for (const LexiconMatch& match : draft_.lexicon.match(draft_.text_of(name))) {
    const LexiconEntry entry = draft_.lexicon.entry(match.entries[0]);
    const bool lends = entry.kind == LexiconKind::country || entry.kind == LexiconKind::demonym;
    if (lends && (match.span.begin == 0 || match.span.end == name.span.size())) return std::string(entry.country);
  }
  if (i == 0) return {};
  if (const NameSpan* region = region_before(i)) {
    const auto entry = choose_entry(*region, draft_.text_of(*region), draft_.lexicon, draft_.around);
    return entry ? std::string(draft_.lexicon.entry(*entry).country) : std::string{};
  }
  const NameSpan& before = draft_.names[i - 1];
  const bool beside = before.last == name.first;
  const bool demonym = before.kind == NameKind::demonym && beside;
  const bool country = before.kind == NameKind::country && (beside || owns(before, name));
  if ((demonym || country) && !before.entries.empty())
    return std::string(draft_.lexicon.entry(before.entries[0]).country);
  return {};
}

/// Of a place that no list has: "the besieged Bosnian town of Gorazde", "Gorazde, Bosnia".
std::string BodyNames::country_of_place(std::size_t i, std::string_view whole) const {
  if (std::string country = country_of_part(whole); !country.empty()) return country;
  const NameSpan& name = draft_.names[i];
  const auto country = [this](const NameSpan& of) {
    return of.entries.empty() ? std::string() : std::string(draft_.lexicon.entry(of.entries[0]).country);
  };
  if (i + 1 < draft_.size() && draft_.names[i + 1].kind == NameKind::country) {
    if (draft_.names[i + 1].first == name.last + 1 && draft_.lower(name.last) == ",")
      return country(draft_.names[i + 1]);
  }
  if (i == 0 || draft_.names[i - 1].kind != NameKind::demonym || name.first < 2) return {};
  const std::uint32_t noun = draft_.lower(name.first - 1) == "of" ? name.first - 2 : name.first - 1;
  const std::uint32_t behind = draft_.names[i - 1].last;
  constexpr std::uint32_t kBetween = 2;  // "Turkish border town"
  const bool said = behind <= noun && noun - behind < kBetween && introduces_place(draft_.lower(noun));
  return said ? country(draft_.names[i - 1]) : std::string();
}

/// "Western Cambodia", "West Darfur State": the country of the country or place that the name is a part of.
std::string BodyNames::country_of_part(std::string_view name) const {
  constexpr std::array<std::string_view, 17> kSides{
      "north", "south", "east",      "west",      "northern",  "southern",  "eastern",      "western",     "central",
      "upper", "lower", "northeast", "northwest", "southeast", "southwest", "northeastern", "northwestern"};
  constexpr std::array<std::string_view, 6> kUnits{"state", "province", "region", "district", "county", "governorate"};
  std::vector<std::string> words = folded_words(name);
  const std::size_t before = words.size();
  if (words.size() > 1 && std::ranges::find(kSides, words.front()) != kSides.end()) words.erase(words.begin());
  if (words.size() > 1 && std::ranges::find(kUnits, words.back()) != kUnits.end()) words.pop_back();
  if (words.size() == before) return {};
  std::string rest;
  for (const std::string& word : words) {
    if (!rest.empty()) rest += ' ';
    rest += word;
  }
  std::string_view country;
  for (const EntryId id : draft_.lexicon.find(rest)) {
    const LexiconEntry entry = draft_.lexicon.entry(id);
    if (entry.kind == LexiconKind::country) return std::string(entry.country);
    if (entry.kind != LexiconKind::place || entry.country.empty()) continue;
    if (!country.empty() && country != entry.country) return {};
    country = entry.country;
  }
  return std::string(country);
}

/// "the APEC summit": an event that has the name of who holds it, or of the place.
void BodyNames::summit(std::size_t i) {
  const NameSpan& name = draft_.names[i];
  if (name.kind == NameKind::demonym || name.kind == NameKind::event || draft_.lower(name.last) != "summit") return;
  std::string year;
  const std::string& before = draft_.lower(name.first > 0 ? name.first - 1 : name.first);
  if (before.size() == 4 && before.starts_with("20")) {
    year = before;
  } else if (draft_.result.date.size() >= 4) {
    year = draft_.result.date.substr(0, 4);
  }
  Entity entity;
  entity.kind = Kind::event;
  entity.type = "summit";
  entity.name = (year.empty() ? "" : year + " ") + tidy(draft_.text_of(name)) + " summit";
  entity.key = entity_key(Kind::event, entity.name);
  std::optional<EntryId> entry;
  for (const EntryId id : draft_.lexicon.find(entity.name)) {
    if (draft_.lexicon.entry(id).kind == LexiconKind::event) entry = id;
  }
  const std::int32_t at =
      draft_.entity_for(entry ? entity_of(*entry, draft_.lexicon, draft_.around) : std::move(entity), entry);
  const ByteSpan span{name.span.begin, draft_.tokens[name.last].span.end};
  draft_.result.mentions.push_back({name.first, name.last + 1, span, Form::name, at});
}

void BodyNames::join_heading(std::size_t i) {
  const NameSpan& name = draft_.names[i];
  const auto entry = choose_entry(name, draft_.text_of(name), draft_.lexicon, draft_.around);
  const Form form = name.kind == NameKind::demonym ? Form::demonym : Form::name;
  const std::string key = entry ? entity_of(*entry, draft_.lexicon, draft_.around).key : shaped(i).key;
  if (const auto found = draft_.entity_with(key)) draft_.mention(i, *found, form);
}

void BodyNames::loose(std::size_t i) {
  struct Row {
    NameKind kind;
    LooseName name;
  };
  const NameSpan& name = draft_.names[i];
  const std::array<Row, 6> rows{{{NameKind::person, {name.span, Form::name, Kind::person}},
                                 {NameKind::country, {name.span, Form::name, Kind::country}},
                                 {NameKind::demonym, {name.span, Form::demonym, Kind::country}},
                                 {NameKind::place, {name.span, Form::name, Kind::place}},
                                 {NameKind::organisation, {name.span, Form::name, Kind::organisation}},
                                 {NameKind::event, {name.span, Form::name, Kind::event}}}};
  if (draft_.entity_of_name[i] != kNoEntity) return;
  const auto row = std::ranges::find(rows, name.kind, &Row::kind);
  if (row != rows.end()) draft_.result.loose.push_back(row->name);
}

}  // namespace entente
