#include "extract/resolution/people.h"

#include <algorithm>

namespace entente {
namespace {

bool same_office(const Office& a, const Office& b) {
  const bool same_title = a.title == b.title || (!a.role_class.empty() && a.role_class == b.role_class);
  return same_title && (a.country.empty() || b.country.empty() || a.country == b.country);
}

bool holds(const Person& person, const Office& office) {
  return std::ranges::any_of(person.offices, [&](const Office& held) { return same_office(held, office); });
}

bool initial_of(std::string_view a, std::string_view b) {
  return a.size() == 1 && !b.empty() && a.front() == b.front();
}

/// "Donald J. Trump" and "Donald Trump": the ends agree.
bool same_ends(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.size() < 2 || b.size() < 2 || a.size() == b.size()) return false;
  const bool first = a.front() == b.front() || initial_of(a.front(), b.front()) || initial_of(b.front(), a.front());
  return first && a.back() == b.back();
}

/// The only one, or one named three times as often as any other; nullptr where there is none.
Person* most_named(std::vector<Person*>& bearers) {
  if (bearers.empty()) return nullptr;
  std::ranges::sort(bearers, [](const Person* a, const Person* b) {
    return std::pair(b->named, a->entity) < std::pair(a->named, b->entity);
  });
  return bearers.size() == 1 || bearers[0]->named >= 3 * bearers[1]->named ? bearers.front() : nullptr;
}

}  // namespace

std::string short_form(const std::vector<std::string>& words, const Lexicon& lexicon) {
  if (words.empty()) return {};
  if (words.size() >= 2 && words.size() <= 3) {
    const NamePart first = lexicon.name_part(words.front());
    const NamePart second = lexicon.name_part(words[1]);
    const NamePart last = lexicon.name_part(words.back());
    const bool family_first =
        first.surname > 4 * first.given && second.surname <= 2 * second.given + 1 && last.surname <= last.given + 1;
    const bool short_words = std::ranges::all_of(words, [](const std::string& w) { return w.size() <= 6; });
    if (family_first && short_words && words.size() == 3) return words.front();
  }
  return words.back();
}

Person* People::named(const std::vector<std::string>& words) {
  const auto same = std::ranges::find(people_, words, &Person::words);
  if (same != people_.end()) return &*same;
  Person* found = nullptr;
  for (Person& person : people_) {
    if (!same_ends(person.words, words)) continue;
    if (found) return nullptr;
    found = &person;
  }
  return found;
}

Person* People::of_entity(std::int32_t entity) {
  const auto found = std::ranges::find(people_, entity, &Person::entity);
  return found == people_.end() ? nullptr : &*found;
}

Person& People::add(Person person) {
  return people_.emplace_back(std::move(person));
}

Person* People::short_for(std::string_view word, const Office* title, char gender) {
  std::vector<Person*> bearers;
  for (Person& person : people_) {
    const bool fits = gender == '?' || person.gender == '?' || person.gender == gender;
    if (person.surname == word && fits) bearers.push_back(&person);
  }
  if (bearers.empty() && !title) {
    for (Person& person : people_) {
      if (person.words.size() > 1 && person.words.front() == word) bearers.push_back(&person);
    }
  }
  if (title && bearers.size() > 1) {
    std::vector<Person*> holders;
    std::ranges::copy_if(bearers, std::back_inserter(holders), [&](const Person* p) { return holds(*p, *title); });
    if (!holders.empty()) bearers = holders;
  }
  return most_named(bearers);
}

bool People::surname_borne(std::string_view word) const {
  return std::ranges::any_of(people_, [word](const Person& person) { return person.surname == word; });
}

Person* People::holder(const Office& office) {
  Person* found = nullptr;
  for (Person& person : people_) {
    if (!holds(person, office)) continue;
    if (!office.country.empty() && found && found->entity != person.entity) return nullptr;
    if (!found || person.last_token > found->last_token) found = &person;
  }
  return found;
}

}  // namespace entente
