// See spells.h.
#include "export/spells.h"

#include <algorithm>
#include <chrono>

#include "extract/text/dates.h"

namespace entente {

namespace {

std::string day_after(std::string_view day) {
  const std::optional<std::chrono::year_month_day> date = parse_iso_date(day);
  if (!date) return std::string(day);
  return iso_date(std::chrono::year_month_day(std::chrono::sys_days(*date) + std::chrono::days(1)));
}

}  // namespace

std::optional<Spell> spell_of(std::string_view first, std::string_view last) {
  Spell spell{first_day(first.empty() ? last : first), last_day(last.empty() ? first : last)};
  if (spell.first.empty() || spell.last.empty() || spell.last < spell.first) return std::nullopt;
  return spell;
}

std::optional<Spell> spell_of(const GraphEntity& entity) {
  return spell_of(entity.first_date, entity.last_date);
}

std::optional<Spell> spell_of(const GraphRelation& relation) {
  return spell_of(relation.first_date, relation.last_date);
}

std::optional<Spell> spell_of(const GraphEvent& event) {
  return event.date.empty() ? spell_of(event.first_date, event.last_date) : spell_of(event.date, event.date);
}

std::vector<Spell> merged(std::vector<Spell> spells) {
  std::ranges::sort(spells);
  std::vector<Spell> apart;
  for (Spell& spell : spells) {
    if (!apart.empty() && spell.first <= day_after(apart.back().last)) {
      apart.back().last = std::max(apart.back().last, spell.last);
    } else {
      apart.push_back(std::move(spell));
    }
  }
  return apart;
}

void widen(std::optional<Spell>& hull, const Spell& spell) {
  if (!hull) {
    hull = spell;
    return;
  }
  hull->first = std::min(hull->first, spell.first);
  hull->last = std::max(hull->last, spell.last);
}

}  // namespace entente
