#include "extract/relations/sectors.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace entente {
namespace {

constexpr double kSure = 0.6;
/// Ties that make a person an actor of the object.
constexpr std::array<std::string_view, 7> kActsFor{"holds_office_in", "leads",      "member_of", "party_member",
                                                   "represents",      "speaks_for", "works_for"};

std::string_view sector_of_type(std::string_view type) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kSectors{{{"armed_group", "REB"},
                                                                                   {"company", "BUS"},
                                                                                   {"education", "EDU"},
                                                                                   {"government", "GOV"},
                                                                                   {"igo", "IGO"},
                                                                                   {"media", "MED"},
                                                                                   {"military", "MIL"},
                                                                                   {"ngo", "NGO"},
                                                                                   {"party", "PTY"}}};
  const auto* found = std::ranges::find(kSectors, type, &std::pair<std::string_view, std::string_view>::first);
  return found == kSectors.end() ? std::string_view{} : found->second;
}

/// Of people whose type is not known otherwise.
std::string_view type_of_sector(std::string_view sector) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kTypes{{{"COP", "official"},
                                                                                 {"GOV", "official"},
                                                                                 {"IGO", "official"},
                                                                                 {"JUD", "official"},
                                                                                 {"LEG", "politician"},
                                                                                 {"MIL", "military"},
                                                                                 {"PTY", "politician"},
                                                                                 {"SPY", "official"}}};
  const auto* found = std::ranges::find(kTypes, sector, &std::pair<std::string_view, std::string_view>::first);
  return found == kTypes.end() ? "other" : found->second;
}

/// Nobody is a country's actor by being its citizen, nor governs by working for it.
std::string_view lent(const RelationDraft& tie, const Entity& object) {
  if (object.kind == Kind::organisation || object.kind == Kind::person) return object.sector;
  const bool governs = tie.type != "member_of" && tie.type != "works_for";
  return object.kind == Kind::country && governs ? "GOV" : std::string_view{};
}

}  // namespace

void give_sectors(std::span<const RelationDraft> ties, std::vector<Entity>& entities) {
  for (Entity& entity : entities) {
    if (entity.kind == Kind::organisation && entity.sector.empty()) entity.sector = sector_of_type(entity.type);
  }
  std::vector<const RelationDraft*> surest(entities.size());
  const auto of = [&](std::int32_t index) -> Entity& { return entities[static_cast<std::size_t>(index)]; };
  for (const RelationDraft& tie : ties) {
    const bool counts = !tie.negated && !tie.past && !tie.background && tie.confidence >= kSure &&
                        std::ranges::find(kActsFor, tie.type) != kActsFor.end();
    const Entity& who = of(tie.subject);
    if (!counts || who.kind != Kind::person || !who.sector.empty() || lent(tie, of(tie.object)).empty()) continue;
    const RelationDraft*& best = surest[static_cast<std::size_t>(tie.subject)];
    if (!best || tie.confidence > best->confidence) best = &tie;
  }
  for (const RelationDraft* tie : surest) {
    if (tie) of(tie->subject).sector = lent(*tie, of(tie->object));
  }
  for (Entity& entity : entities) {
    if (entity.kind == Kind::person && entity.type.empty() && !entity.sector.empty())
      entity.type = type_of_sector(entity.sector);
  }
}

}  // namespace entente
