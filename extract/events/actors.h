// Which entities a noun phrase stands for as those who act or are acted on: "Russian troops", "the leaders of Iran and
// Turkey", "thousands of Iraqi Kurds".
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "extract/events/tree_view.h"
#include "extract/resolution/sentence_view.h"

namespace entente {

/// An entity that a phrase stands for, and how sure that is, 0 to 1.
struct Actor {
  std::int32_t entity = kNoEntity;
  double sure = 0;
};
using ActorList = std::vector<Actor>;

class Actors {
 public:
  Actors(const SentenceView& view, const TreeView& tree);

  /// Those who act in the phrase of this head and the phrases joined to it. Empty where it names nobody: "police",
  /// "the report".
  [[nodiscard]] ActorList acting(std::uint32_t head) const { return phrase(head, Side::source, 0); }
  /// Those of them before a verb: "Russia, which backs Assad, and Turkey" has one that backs.
  [[nodiscard]] ActorList acting_before(std::uint32_t head, std::uint32_t verb) const {
    return phrase(head, Side::source, 0, head < verb ? verb : kAnywhere);
  }
  /// Those acted on: also whose people or things these are ("three Iraqi civilians", "a town in Syria").
  [[nodiscard]] ActorList affected(std::uint32_t head) const { return phrase(head, Side::target, 0); }
  /// Whose something is, or from, by, on or against whom: "a U.S. request", "the blockade of Gaza". `doer`: only who
  /// does it.
  [[nodiscard]] ActorList inside(std::uint32_t head, bool doer) const { return inside(head, doer, 0); }
  /// The states and bodies that stand nearest below these heads.
  [[nodiscard]] ActorList farther(std::vector<std::uint32_t> heads) const;
  /// Whose or by whom something is: possessors, demonyms and countries before it.
  [[nodiscard]] ActorList owners(std::uint32_t head) const;

  /// The place, or country, that a phrase names; kNoEntity where it names none.
  [[nodiscard]] std::int32_t place(std::uint32_t head) const;
  /// The country of a place where the article names it, else the place.
  [[nodiscard]] std::int32_t country_of_place(std::int32_t entity) const;
  [[nodiscard]] const Entity& entity(std::int32_t index) const {
    return view_.resolution().entities[static_cast<std::size_t>(index)];
  }
  /// The word that says what somebody is, where it is the head of its phrase; nullptr where there is none.
  [[nodiscard]] const ActorWord* word(std::uint32_t head) const;
  /// Whether a mention has this token as its head.
  [[nodiscard]] bool mentioned(std::uint32_t head) const { return !mentions_[head].empty(); }

 private:
  enum class Side : std::uint8_t { source, target };
  static constexpr std::uint32_t kAnywhere = std::numeric_limits<std::uint32_t>::max();
  [[nodiscard]] ActorList phrase(std::uint32_t head, Side side, int depth, std::uint32_t before = kAnywhere) const;
  [[nodiscard]] ActorList single(std::uint32_t head, Side side, int depth) const;
  [[nodiscard]] ActorList named(std::uint32_t head, Side side) const;
  [[nodiscard]] ActorList modifiers(std::uint32_t head, Side side, int depth) const;
  [[nodiscard]] ActorList inside(std::uint32_t head, bool doer, int depth) const;
  [[nodiscard]] ActorList leader_of_coalition(std::uint32_t head) const;
  [[nodiscard]] ActorList apposed(std::uint32_t head, Side side, bool known) const;
  [[nodiscard]] ActorList commander(std::uint32_t head) const;
  [[nodiscard]] ActorList before(std::uint32_t head, int depth, bool pronouns) const;
  [[nodiscard]] ActorList beside(std::uint32_t head) const;
  [[nodiscard]] bool joined(std::uint32_t head) const;
  [[nodiscard]] bool sided(std::uint32_t demonym) const;
  [[nodiscard]] bool former(std::uint32_t head) const;
  [[nodiscard]] bool venue(std::uint32_t noun, std::uint32_t place) const;

  const SentenceView& view_;
  const TreeView& tree_;
  std::vector<std::vector<const TokenMention*>> mentions_;  ///< by head token
};

/// Whether somebody acts in politics: a state, a body of one or of several, a party, an armed group, or their people.
[[nodiscard]] bool of_politics(const Entity& who);

/// Adds actors that the list does not have yet.
void add_new(ActorList& list, const ActorList& more, double factor = 1);

}  // namespace entente
