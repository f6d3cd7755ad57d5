#include "extract/relations/countries.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace entente {
namespace {

constexpr double kSure = 0.6;
/// Ties that make the subject one of the object's country.
constexpr std::array<std::string_view, 11> kOfCountry{"agency_of",  "based_in",   "citizen_of", "holds_office_in",
                                                      "in_country", "leads",      "located_in", "party_member",
                                                      "represents", "speaks_for", "works_for"};

}  // namespace

void give_countries(std::span<const RelationDraft> ties, std::vector<Entity>& entities) {
  std::vector<const RelationDraft*> surest(entities.size());
  const auto entity = [&](std::int32_t index) -> Entity& { return entities[static_cast<std::size_t>(index)]; };
  for (const RelationDraft& tie : ties) {
    const bool counts = !tie.negated && !tie.past && !tie.background && tie.confidence >= kSure &&
                        std::ranges::find(kOfCountry, tie.type) != kOfCountry.end();
    const Entity& subject = entity(tie.subject);
    const bool of_all = subject.type == "igo" || subject.sector == "IGO" || subject.type == "water";
    if (!counts || of_all || entity(tie.subject).kind == Kind::country || !country_code(entity(tie.subject)).empty())
      continue;
    if (country_code(entity(tie.object)).empty()) continue;
    const RelationDraft*& best = surest[static_cast<std::size_t>(tie.subject)];
    if (!best || tie.confidence > best->confidence) best = &tie;
  }
  for (const RelationDraft* tie : surest) {
    if (tie) entity(tie->subject).country = country_code(entity(tie->object));
  }
}

}  // namespace entente
