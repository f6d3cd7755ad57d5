#include "extract/events/coding.h"

#include <algorithm>
#include <array>

#include "extract/ontology.h"

namespace entente {
namespace {

template <std::size_t N>
bool among(std::string_view type, const std::array<std::string_view, N>& types) {
  return std::ranges::find(types, type) != types.end();
}

/// The type that a promise, refusal or threat of this act is; empty where the act stays what it is.
std::string_view shift(const Trigger& trigger, const Stance& stance) {
  constexpr std::array<std::string_view, 5> kGiven{"AID", "COOPERATE", "CONCEDE", "RETREAT", "SUPPORT"};
  constexpr std::array<std::string_view, 3> kDone{"ASSAULT", "COERCE", "SANCTION"};
  if (stance.own == Modality::actual || trigger.mode == "resign") return {};
  const bool friendly = cooperative(trigger.type);
  const std::string_view controlled = friendly ? stance.cooperative : stance.hostile;
  if (!controlled.empty()) return controlled;
  if (!stance.future || !stance.cooperative.empty() || !stance.hostile.empty()) return {};
  if (stance.own == Modality::denied) return friendly ? "REJECT" : std::string_view{};
  if (stance.own != Modality::planned) return {};
  if (among(trigger.type, kGiven)) return "AGREE";
  return among(trigger.type, kDone) ? "THREATEN" : std::string_view{};
}

std::string_view cameo_of(std::string_view type, const Trigger& trigger) {
  if (type == "AGREE") return trigger.type == "AID" ? "033" : "030";
  if (type == "REJECT") return "120";
  if (type == "SANCTION") return "160";
  if (type == "RETREAT") return "087";
  return trigger.type == "ASSAULT" ? "138" : "130";
}

}  // namespace

bool cooperative(std::string_view type) {
  const EventType* row = ontology().event(type);
  return row && row->quad <= 2;
}

EventCode code_of(const Trigger& trigger, const Stance& stance) {
  const std::string_view shifted = shift(trigger, stance);
  if (shifted.empty())
    return {ontology().event(trigger.type)->name, trigger.mode, trigger.cameo, stance.modality(), false};
  if (shifted == trigger.type)
    return {ontology().event(trigger.type)->name, trigger.mode, trigger.cameo, stance.above, false};
  return {ontology().event(shifted)->name, {}, cameo_of(shifted, trigger), stance.above, true};
}

}  // namespace entente
