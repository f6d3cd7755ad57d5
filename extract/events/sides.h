// The two sides of an act: who stands where no place of its row says so, and how far the two make it an event of ours.
#pragma once

#include <cstdint>
#include <string>

#include "extract/events/actors.h"
#include "extract/events/doubts.h"
#include "extract/events/roles.h"

namespace entente {

class TwoSides {
 public:
  TwoSides(const Actors& actors, const Roles& roles, const std::vector<Entity>& entities)
      : actors_(actors), roles_(roles), entities_(entities) {}

  /// "Thousands marched in Tbilisi": people of the country where they protest.
  [[nodiscard]] ActorList people_of(std::uint32_t verb, const ClauseParts& parts) const;
  /// Whom an act touches though no place of its row names anybody: who stands farther below, else, of a protest, the
  /// people's own state.
  [[nodiscard]] ActorList farther_targets(const Trigger& row, std::uint32_t verb, const ActorList& sources,
                                          const ClauseParts& parts) const;
  /// Takes out of the targets who acts upon himself and who is only spoken to.
  void part(std::string_view type, const ActorList& sources, ActorList& targets) const;
  void weigh(std::string_view type, std::string_view mode, const ActorList& sources, const ActorList& targets,
             Doubts& doubts) const;

 private:
  [[nodiscard]] const Entity& entity(const Actor& actor) const {
    return entities_[static_cast<std::size_t>(actor.entity)];
  }
  [[nodiscard]] const std::string& country(std::int32_t entity) const;
  [[nodiscard]] ActorList own_state(const ActorList& sources, std::int32_t place) const;
  [[nodiscard]] bool at_home(const ActorList& sources, const ActorList& targets) const;
  /** Whether all who travel come from where they go: a place, country or body of their own country. */
  [[nodiscard]] bool journey_at_home(const ActorList& sources, const ActorList& targets) const;
  [[nodiscard]] bool of_one_country(const ActorList& sources, const ActorList& targets) const;

  const Actors& actors_;
  const Roles& roles_;
  const std::vector<Entity>& entities_;
};

}  // namespace entente
