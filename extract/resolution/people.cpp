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

/// Somebody who was called the leader need not be the president: "MHP leader Bahceli".
bool leads_only(const Office& held, const Office& asked) {
  return held.title == "leader" && asked.title != "leader";
}

bool initial_of(std::string_view a, std::string_view b) {
  return a.size() == 1 && !b.empty() && a.front() == b.front();
}

bool same_given(const std::string& a, const std::string& b) {
  return a == b || initial_of(a, b) || initial_of(b, a);
}

/// "Donald J. Trump" and "Donald Trump": the ends agree; of names as long as one another ("J. H. Dearle") all words.
bool same_ends(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.size() < 2 || b.size() < 2 || a.back() != b.back()) return false;
  return a.size() == b.size() ? std::ranges::equal(a, b, same_given) : same_given(a.front(), b.front());
}

/// Those for whom a test holds, or all where it holds for nobody.
template <typename Test>
void prefer(std::vector<Person*>& people, Test test) {
  if (people.size() < 2 || std::ranges::none_of(people, test)) return;
  std::erase_if(people, [&](const Person* person) { return !test(person); });
}

/// The only one, or one named three times as often as any other; nullptr where there is none.
Person* most_named(std::vector<Person*>& bearers) {
  if (bearers.empty()) return nullptr;
  std::ranges::sort(bearers, [](const Person* a, const Person* b) {
    return std::pair(b->named, a->entity) < std::pair(a->named, b->entity);
  });
  const Person& first = *bearers.front();
  const auto other =
      std::ranges::find_if(bearers, [&](const Person* bearer) { return bearer->entity != first.entity; });
  return other == bearers.end() || first.named >= 3 * (*other)->named ? bearers.front() : nullptr;
}

}  // namespace

bool ends_with(const std::vector<std::string>& whole, const std::vector<std::string>& part) {
  return part.size() > 1 && whole.size() > part.size() && std::equal(part.rbegin(), part.rend(), whole.rbegin());
}

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
  for (const auto& like : {same_ends, ends_with}) {
    const auto alike = [&](const Person& person) { return like(person.words, words); };
    const auto found = std::ranges::find_if(people_, alike);
    if (found == people_.end()) continue;
    return std::any_of(found + 1, people_.end(), alike) ? nullptr : &*found;
  }
  return nullptr;
}

Person* People::of_entity(std::int32_t entity) {
  const auto found = std::ranges::find(people_, entity, &Person::entity);
  return found == people_.end() ? nullptr : &*found;
}

Person& People::add(Person person) {
  return people_.emplace_back(std::move(person));
}

std::vector<Person*> People::bearers(std::string_view word, bool titled, char gender) {
  std::vector<Person*> found;
  const auto collect = [&](auto bears) {
    if (!found.empty()) return;
    for (Person& person : people_) {
      if (bears(person)) found.push_back(&person);
    }
  };
  collect([&](const Person& person) {
    return person.surname == word && (gender == '?' || person.gender == '?' || person.gender == gender);
  });
  if (titled) return found;
  collect([&](const Person& person) { return person.words.size() > 1 && person.words.front() == word; });
  collect([&](const Person& person) {  // "Guillermo Endara Galimany ... Endara"
    return person.words.size() > 2 &&
           std::find(person.words.begin() + 1, person.words.end(), word) != person.words.end();
  });
  return found;
}

Person* People::short_for(std::string_view word, const Office* title, char gender, std::uint32_t token) {
  std::vector<Person*> meant = bearers(word, title != nullptr, gender);
  if (title) prefer(meant, [&](const Person* person) { return holds(*person, *title); });
  prefer(meant, [&](const Person* person) { return person->first_token < token; });
  prefer(meant, [](const Person* person) { return person->alone; });
  Person* found = most_named(meant);
  if (found) found->alone = true;
  return found;
}

bool People::borne(std::string_view word, bool titled) {
  return !bearers(word, titled, '?').empty();
}

Person* People::holder(const Office& office) {
  Person* found = nullptr;
  for (Person& person : people_) {
    const bool meant = std::ranges::any_of(
        person.offices, [&](const Office& held) { return same_office(held, office) && !leads_only(held, office); });
    if (!meant) continue;
    if (!office.country.empty() && found && found->entity != person.entity) return nullptr;
    if (!found || person.last_token > found->last_token) found = &person;
  }
  return found;
}

}  // namespace entente
