// Whether two reports can be, and are, of one event. Private to graph/.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "graph/event_reports.h"
#include "graph/knowledge_graph.h"

namespace entente {

/// How the actors of two reports go together, the best first.
enum class ActorMatch : std::uint8_t {
  equal,
  finer,    ///< one names a country where the other names who acts for it
  partial,  ///< one names more of them
  open,     ///< one leaves a side out
  other,    ///< they are not of one event
};

/// Compares reports. Methods take the number of a report.
class EventLikeness {
 public:
  EventLikeness(const std::vector<GraphEntity>& entities, const EventReports& reports);

  /// Nothing speaks against two reports being of one event: types and modality are equal; modes are equal or one is
  /// empty; days meet; places are the same, one is not known, or one is the country of the other; actors go together. A
  /// symmetric type has one side. Two reports without actors or days are never of one event across articles.
  [[nodiscard]] bool compatible(std::uint32_t a, std::uint32_t b) const;
  /// The same but for modality and days: whether a denial can be of this event.
  [[nodiscard]] bool same_matter(std::uint32_t a, std::uint32_t b) const;

  /// How far compatible reports are one event, from what else their sentences say: 0 or more where they are. The less
  /// is known of actors and day, the more words must be shared; none where the same people, or the same two or more in
  /// the same place, meet on a day
  /// that one report names.
  [[nodiscard]] double margin(std::uint32_t a, std::uint32_t b) const;
  /// How much of the words of the sentence with fewer is in the other.
  [[nodiscard]] double shared_words(std::uint32_t a, std::uint32_t b) const;

  /// Whether of two lists of entities one covers the other; either may name a country for who acts for it.
  [[nodiscard]] ActorMatch match(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) const;

  /// By what reports of one event are found: the country for which an actor acts, else the actor.
  [[nodiscard]] std::vector<std::uint64_t> roots(std::uint32_t report) const;

  [[nodiscard]] bool symmetric(std::uint32_t report) const;
  /// Whether two reports have the same actors, place, mode, modality and days.
  [[nodiscard]] bool same_profile(std::uint32_t a, std::uint32_t b) const;

 private:
  struct Actors {
    ActorMatch match = ActorMatch::other;
    std::size_t known = 0;    ///< how many they have in common
    bool particular = false;  ///< one in common is no country
  };
  [[nodiscard]] Actors actors(const EventReport& a, const EventReport& b) const;
  [[nodiscard]] std::vector<std::uint32_t> participants(const EventReport& report) const;
  [[nodiscard]] bool acts_for(std::uint32_t actor, std::uint32_t country) const;
  [[nodiscard]] bool one_or_finer(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] bool places_agree(std::int32_t a, std::int32_t b) const;
  [[nodiscard]] bool plain_meeting(const EventReport& a, const EventReport& b, bool same_people) const;
  /// The day, else that of publication with what is said of month or year.
  [[nodiscard]] std::string told_day(const EventReport& report) const;
  [[nodiscard]] std::size_t common_words(const EventReport& a, const EventReport& b) const;

  const std::vector<GraphEntity>& entities_;
  const EventReports& reports_;
};

}  // namespace entente
