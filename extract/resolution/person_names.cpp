#include "extract/resolution/person_names.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <ranges>
#include <utility>

#include "extract/resolution/name_text.h"
#include "extract/resolution/other_names.h"

namespace entente {
namespace {

template <std::size_t N>
bool among(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

/// "journalist", "CEO", "activist": who is called so holds no office of a state.
bool private_role(std::string_view role_class) {
  constexpr std::array<std::string_view, 6> kRoles{"academic", "activist", "business", "lawyer", "media", "religious"};
  return among(role_class, kRoles);
}

}  // namespace

void PersonNames::full_names() {
  struct Named {
    std::size_t at = 0;
    std::vector<std::string> words;
  };
  std::map<std::string, std::vector<std::vector<std::string>>> by_last;
  std::vector<Named> people;
  for (std::size_t i = 0; i < draft_.size(); ++i) {
    if (draft_.heading(i) || draft_.names[i].kind != NameKind::person) continue;
    Named name{i, words_of(draft_.names[i])};
    if (name.words.empty()) continue;
    if (name.words.size() > 2) by_last[name.words.back()].push_back(name.words);
    people.push_back(std::move(name));
  }
  const auto short_of_another = [&](const Named& name) {
    const auto longer = by_last.find(name.words.back());
    const auto ends_so = [&](const auto& whole) { return ends_with(whole, name.words); };
    if (longer == by_last.end() || std::ranges::none_of(longer->second, ends_so)) return false;
    // "Pranab Mukherjee" is whole, whatever honours "Bharat Ratna Pranab Mukherjee" puts before
    const char gender = draft_.lexicon.name_part(name.words.front()).gender;
    const NameSpan& span = draft_.names[name.at];
    return gender != 'M' && gender != 'F' &&
           !choose_entry(span, draft_.text_of(span), draft_.lexicon, draft_.around).has_value();
  };
  const auto behind = std::ranges::stable_partition(people, std::not_fn(short_of_another));
  for (const Named& name : std::ranges::subrange(people.begin(), behind.begin())) full_name(name.at, name.words);
  for (const Named& name : behind) {
    Person* person = draft_.people.named(name.words);
    person ? named(name.at, *person) : full_name(name.at, name.words);
  }
}

/// A name that stands for itself: known to the lexicon, or of more than one word.
void PersonNames::full_name(std::size_t i, const std::vector<std::string>& words) {
  const NameSpan& name = draft_.names[i];
  const auto entry = choose_entry(name, draft_.text_of(name), draft_.lexicon, draft_.around);
  if (!entry && words.size() < 2) return;
  Person* person = nullptr;
  std::int32_t entity = kNoEntity;
  if (entry) {
    entity = draft_.entity_for(entity_of(*entry, draft_.lexicon, draft_.around), entry);
    person = draft_.people.of_entity(entity);
  } else if (Person* known = draft_.people.named(words)) {
    person = known;
    entity = known->entity;
  } else if (const std::int32_t other = called_otherwise(draft_, i); other != kNoEntity) {
    entity = other;
    person = &draft_.people.add(new_person(i, entity, words, entry));
  } else {
    Entity fresh;
    fresh.kind = Kind::person;
    fresh.type = name.type;
    fresh.name = tidy(draft_.text_of(name));
    fresh.key = entity_key(Kind::person, fresh.name);
    entity = draft_.entity_for(std::move(fresh), std::nullopt);
  }
  if (!person) person = &draft_.people.add(new_person(i, entity, words, entry));
  named(i, *person);
}

void PersonNames::named(std::size_t i, Person& person) {
  draft_.mention(i, person.entity, Form::name);
  ++person.named;
  person.first_token = std::min(person.first_token, draft_.names[i].first);
  give_office(i, person);
}

/// "Emperor Norton I": without titles before and numbers behind.
std::vector<std::string> PersonNames::words_of(const NameSpan& name) const {
  constexpr std::array<std::string_view, 8> kNumbers{"i", "ii", "iii", "iv", "vi", "xiv", "jr", "sr"};
  std::vector<std::string> words = person_words(draft_.text_of(name));
  const auto title = [this](const std::string& word) {
    return std::ranges::any_of(draft_.lexicon.find(word),
                               [this](EntryId id) { return draft_.lexicon.entry(id).kind == LexiconKind::title; });
  };
  while (words.size() > 1 && title(words.front())) words.erase(words.begin());
  while (words.size() > 1 && among(words.back(), kNumbers)) words.pop_back();
  return words;
}

Person PersonNames::new_person(std::size_t i, std::int32_t entity, const std::vector<std::string>& words,
                               std::optional<EntryId> entry) {
  Person person;
  person.entity = entity;
  person.words = words;
  person.first_token = draft_.names[i].first;
  EntityNote& note = draft_.note(entity);
  if (entry) {
    const auto surname = person_words(draft_.lexicon.entry(*entry).surname);
    person.surname = surname.empty() ? words.back() : surname.back();
  } else {
    person.surname = short_form(words, draft_.lexicon);
    const char gender = draft_.lexicon.name_part(words.front()).gender;
    if (gender == 'M' || gender == 'F') note.gender = gender;
  }
  if (const char told = gender_before(i); told != '?') note.gender = told;
  person.gender = note.gender;
  return person;
}

char PersonNames::gender_before(std::size_t i) const {
  constexpr std::array<std::string_view, 9> kFemale{"mrs.", "ms.",   "mrs",      "ms",  "miss",
                                                    "wife", "queen", "princess", "lady"};
  constexpr std::array<std::string_view, 6> kMale{"mr.", "mr", "husband", "king", "prince", "sir"};
  if (draft_.names[i].first == 0) return '?';
  const std::string& before = draft_.lower(draft_.names[i].first - 1);
  if (among(before, kFemale)) return 'F';
  return among(before, kMale) ? 'M' : '?';
}

void PersonNames::give_office(std::size_t i, Person& person) {
  person.last_token = draft_.names[i].first;
  const auto office = draft_.offices.of_person(i);
  if (!office || draft_.addressed(i)) return;  // "Jay, the president said"
  person.offices.push_back(*office);
  Entity& entity = draft_.entity(person.entity);
  if (entity.country.empty() && (office->state || office->demonym)) entity.country = office->country;
  // the model takes most people in the news for politicians
  const bool listed = draft_.result.notes[static_cast<std::size_t>(person.entity)].entry.has_value();
  const bool governs = listed && office->sector == "GOV";
  if (entity.sector.empty() && (governs || !office->of_any_body)) entity.sector = office->sector;
  const bool no_office = !listed && private_role(office->role_class);
  const bool told = listed || !office->of_any_body;
  const bool first = !listed && person.offices.size() == 1;
  if (no_office || (told && (first || entity.type.empty() || entity.type == "other")))
    entity.type = person_type(office->role_class);
}

void PersonNames::short_name(std::size_t i) {
  const NameSpan& name = draft_.names[i];
  const std::vector<std::string> parts = words_of(name);
  if (parts.empty()) return;
  if (parts.size() > 1) {
    if (Person* person = draft_.people.named(parts)) return take(i, *person);
    if (const std::int32_t body = body_named(parts); body != kNoEntity) draft_.mention(i, body, Form::name);
    return;
  }
  if (const auto alias = draft_.aliases.find(draft_.lower(name.first)); alias != draft_.aliases.end())
    return draft_.mention(i, alias->second, Form::name);
  std::optional<Office> office;
  if (i > 0 && draft_.names[i - 1].kind == NameKind::title && draft_.names[i - 1].last == name.first)
    office = draft_.offices.of_title(i - 1);
  if (const std::int32_t other = called_otherwise(draft_, i); other != kNoEntity)
    return take(i, draft_.people.add(new_person(i, other, parts, std::nullopt)));
  const char gender = gender_before(i);
  if (Person* person = draft_.people.short_for(parts.front(), office ? &*office : nullptr, gender, name.first))
    return take(i, *person);
  if (const std::int32_t body = body_named(parts); body != kNoEntity) return draft_.mention(i, body, Form::name);
  const bool anybody = draft_.people.borne(parts.front(), office.has_value());
  if (name.kind == NameKind::person && !draft_.heading(i) && !anybody) lone_surname(i, parts, office);
}

void PersonNames::take(std::size_t i, Person& person) {
  draft_.mention(i, person.entity, Form::name);
  give_office(i, person);
}

/// The only organisation whose name, found by its shape, begins with these words.
std::int32_t PersonNames::body_named(const std::vector<std::string>& parts) const {
  std::int32_t found = kNoEntity;
  for (std::size_t e = 0; e < draft_.result.entities.size(); ++e) {
    if (draft_.result.entities[e].kind != Kind::organisation || draft_.result.notes[e].entry) continue;
    const std::vector<std::string> whole = folded_words(draft_.result.entities[e].name);
    if (whole.size() <= parts.size() || !std::equal(parts.begin(), parts.end(), whole.begin())) continue;
    if (found != kNoEntity) return kNoEntity;
    found = static_cast<std::int32_t>(e);
  }
  return found;
}

/// "President Trump", "Putin" in an article that never gives the full name: whoever of that surname held the office at
/// the date in a country that the article names; else a person known by a surname alone.
void PersonNames::lone_surname(std::size_t i, const std::vector<std::string>& parts,
                               const std::optional<Office>& office) {
  std::optional<EntryId> entry;
  if (office) entry = holder_named(parts.front(), *office);
  if (!entry && (!office || office->country.empty())) entry = first_rank_named(parts.front());
  if (!entry) entry = named_by_title(parts.front());
  if (!entry && !office && names_a_state(draft_.names[i])) return;
  Entity entity;
  if (entry) {
    entity = entity_of(*entry, draft_.lexicon, draft_.around);
  } else {
    entity.kind = Kind::person;
    entity.type = draft_.names[i].type;
    entity.name = tidy(draft_.text_of(draft_.names[i]));
    entity.key = entity_key(Kind::person, entity.name);
  }
  const std::int32_t at = draft_.entity_for(std::move(entity), entry);
  Person* known = draft_.people.of_entity(at);
  take(i, known ? *known : draft_.people.add(new_person(i, at, parts, entry)));
}

/// "Washington", "Pyongyang" and "Chad" alone are rarely people.
bool PersonNames::names_a_state(const NameSpan& name) const {
  return std::ranges::any_of(draft_.lexicon.find(draft_.text_of(name)), [this](EntryId id) {
    const LexiconKind kind = draft_.lexicon.entry(id).kind;
    return kind == LexiconKind::country || kind == LexiconKind::metonym;
  });
}

/// Who bears a surname among the holders of an office; nullopt where nobody or more than one does.
std::optional<EntryId> PersonNames::holder_named(const std::string& surname, const Office& office) const {
  if (draft_.result.date.empty()) return std::nullopt;
  std::optional<EntryId> found;
  for (const std::string& country : draft_.around.countries) {
    if (!office.country.empty() && office.country != country) continue;
    for (const EntryId holder : draft_.lexicon.holders(country, office.role_class, draft_.result.date)) {
      const auto words = person_words(draft_.lexicon.entry(holder).surname);
      if (words.empty() || words.back() != surname) continue;
      if (found && *found != holder) return std::nullopt;
      found = holder;
    }
  }
  return found;
}

/// "Earnest" of an article that its title calls a briefing by Josh Earnest.
std::optional<EntryId> PersonNames::named_by_title(const std::string& surname) const {
  const auto found = of_title_.find(surname);
  return found == of_title_.end() ? std::nullopt : std::optional(found->second);
}

std::map<std::string, EntryId> PersonNames::people_of_title() const {
  std::map<std::string, EntryId> people;
  for (const LexiconMatch& match : draft_.lexicon.match(draft_.title)) {
    const LexiconEntry entry = draft_.lexicon.entry(match.entries[0]);
    if (entry.kind != LexiconKind::person || match.entries.size() > 1) continue;
    const std::vector<std::string> words = person_words(draft_.title.substr(match.span.begin, match.span.size()));
    if (!words.empty() && words == person_words(entry.name)) people.emplace(words.back(), match.entries[0]);
  }
  return people;
}

/// Who bears a surname among the heads of the countries that the article names.
std::optional<EntryId> PersonNames::first_rank_named(const std::string& surname) const {
  std::optional<EntryId> found;
  for (const std::string_view role_class : {"HOS", "HOG"}) {
    Office office;
    office.role_class = role_class;
    const std::optional<EntryId> holder = holder_named(surname, office);
    if (found && holder && *found != *holder) return std::nullopt;
    if (holder) found = holder;
  }
  return found;
}

}  // namespace entente
