#include "extract/resolution/titles_alone.h"

#include <map>

#include "extract/resolution/name_text.h"

namespace entente {

TitlesAlone::TitlesAlone(NameDraft& draft, PersonNames& people)
    : draft_(draft), people_(people), home_(only_country()) {}

/// Named, also by demonym, at least three times and three times as often as any other.
std::string TitlesAlone::only_country() const {
  std::map<std::string, int> named;
  for (const NameSpan& name : draft_.names) {
    if ((name.kind != NameKind::country && name.kind != NameKind::demonym) || name.entries.empty()) continue;
    const LexiconEntry entry = draft_.lexicon.entry(name.entries[0]);
    if (!entry.country.empty()) ++named[std::string(entry.country)];
  }
  std::string most;
  int best = 0;
  int second = 0;
  for (const auto& [country, times] : named) {
    if (times > best) {
      second = best;
      best = times;
      most = country;
    } else if (times > second) {
      second = times;
    }
  }
  return best >= 3 && best >= 3 * second ? most : std::string();
}

void TitlesAlone::resolve(std::size_t i) {
  const NameSpan& title = draft_.names[i];
  auto office = draft_.offices.standing_alone(i);
  if (!office) return;
  if (named_behind(i)) return draft_.mention(i, draft_.entity_of_name[i + 1], Form::title);
  const bool homeless = office->country.empty();
  if (homeless && !draft_.speech.empty()) return;  // in a speech to an assembly the president is the assembly's
  Person* person = draft_.people.holder(*office);
  if (!person && homeless) {
    office->country = home_;
    office->role_class = class_in(home_, *office);
  }
  if (!person && !office->country.empty()) person = holder_known(i, *office);
  if (!person || (homeless && person->last_token > title.first)) return;
  draft_.mention(i, person->entity, Form::title);
  person->last_token = title.first;
}

/// "Britain's foreign secretary, Philip Hammond".
bool TitlesAlone::named_behind(std::size_t i) const {
  if (i + 1 >= draft_.size() || draft_.entity_of_name[i + 1] == kNoEntity) return false;
  const NameSpan& next = draft_.names[i + 1];
  return next.kind == NameKind::person && !draft_.addressed(i + 1) && next.first == draft_.names[i].last + 1 &&
         draft_.lower(draft_.names[i].last) == ",";
}

Person* TitlesAlone::holder_known(std::size_t i, const Office& office) {
  if (draft_.result.date.empty()) return nullptr;
  const auto holders = draft_.lexicon.holders(office.country, office.role_class, draft_.result.date);
  if (holders.empty()) return nullptr;
  const std::int32_t entity = draft_.entity_for(entity_of(holders[0], draft_.lexicon, draft_.around), holders[0]);
  if (Person* known = draft_.people.of_entity(entity)) return known;
  const std::vector<std::string> words = person_words(draft_.lexicon.entry(holders[0]).name);
  Person person = people_.new_person(i, entity, words, holders[0]);
  person.offices.push_back(office);
  return &draft_.people.add(std::move(person));
}

}  // namespace entente
