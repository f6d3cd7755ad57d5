// Weighs the terms of an office against a date.
#include "extract/lexicon/holders.h"

#include <algorithm>
#include <tuple>

namespace entente::lexicon {

namespace {

// A day as the number 20251101. A cut date is filled up with its first day or beyond its last, which is enough to
// compare.
using Day = std::int32_t;

Day day(std::string_view date, std::string_view filling) {
  Day value = 0;
  const auto digit = [&](std::size_t at) { return at < date.size() ? date[at] : filling[at]; };
  for (const std::size_t at : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) value = value * 10 + (digit(at) - '0');
  return value;
}

Day first_day_of(std::string_view date) {
  return day(date, "0000-01-01");
}
Day last_day_of(std::string_view date) {
  return day(date, "9999-12-31");
}

enum class Sureness : std::uint8_t { known, recently_known, long_unknown, succeeded };

struct Candidate {
  std::uint32_t person;
  Day start;
  bool acting;
  Sureness sureness;
  auto order() const { return std::tuple(sureness, acting, -start, person); }
};

// A vice minister's or adviser's term stands under the minister's class in some sources.
bool is_acting(std::string_view role) {
  constexpr std::string_view kLesser[] = {"acting", "deputy", "vice ", "interim",
                                          "Acting", "Deputy", "Vice ", "Interim"};
  return std::any_of(std::begin(kLesser), std::end(kLesser), [&](auto word) { return role.starts_with(word); });
}

Sureness open_sureness(const Image& image, std::span<const std::uint32_t> office, const TermRecord& term, Day from) {
  constexpr Day kYear = 1'00'00;
  const auto known_until = image.text(term.open_as_of);
  if (known_until.empty()) return Sureness::long_unknown;
  const Day until = last_day_of(known_until), start = first_day_of(image.text(term.start));
  if (from <= until) return Sureness::known;
  for (const auto number : office) {
    const TermRecord& other = image.terms[number];
    if (other.person == term.person || image.text(other.start).empty()) continue;
    const Day began = first_day_of(image.text(other.start));
    if (began > start && began > until && began <= from) return Sureness::succeeded;
  }
  return from - until <= kYear ? Sureness::recently_known : Sureness::long_unknown;
}

std::span<const std::uint32_t> terms_of_office(const Image& image, std::string_view country,
                                               std::string_view role_class) {
  const auto key = [&](const HolderGroup& group) {
    return std::pair(image.text(group.country), image.text(group.role_class));
  };
  const auto wanted = std::pair(country, role_class);
  const auto found = std::lower_bound(image.groups.begin(), image.groups.end(), wanted,
                                      [&](const HolderGroup& group, const auto& value) { return key(group) < value; });
  if (found == image.groups.end() || key(*found) != wanted) return {};
  return image.holders.subspan(found->first, found->count);
}

}  // namespace

std::vector<std::uint32_t> office_holders(const Image& image, std::string_view country, std::string_view role_class,
                                          std::string_view date) {
  if (date.size() < 4) return {};
  const Day from = first_day_of(date), to = last_day_of(date);
  const auto office = terms_of_office(image, country, role_class);
  std::vector<Candidate> candidates;
  for (const auto number : office) {
    const TermRecord& term = image.terms[number];
    const auto start = image.text(term.start), end = image.text(term.end);
    if (!start.empty() && first_day_of(start) > to) continue;
    if (!end.empty() && last_day_of(end) < from) continue;
    Candidate candidate{term.person, start.empty() ? 0 : first_day_of(start), is_acting(image.text(term.role)),
                        Sureness::known};
    if (end.empty()) candidate.sureness = open_sureness(image, office, term, from);
    if (start.empty()) candidate.sureness = std::max(candidate.sureness, Sureness::long_unknown);
    candidates.push_back(candidate);
  }
  std::sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) { return a.order() < b.order(); });
  std::vector<std::uint32_t> persons;
  for (const auto& candidate : candidates) {
    if (std::find(persons.begin(), persons.end(), candidate.person) == persons.end())
      persons.push_back(candidate.person);
  }
  return persons;
}

}  // namespace entente::lexicon
