#include "extract/resolution/first_person.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace entente {

States states_of(const std::vector<Entity>& entities, std::string_view speaking) {
  std::map<std::string_view, std::int32_t> states;
  for (std::size_t e = 0; e < entities.size(); ++e) {
    if (entities[e].kind == Kind::country) states.emplace(entities[e].links.iso3, static_cast<std::int32_t>(e));
  }
  const auto state = [&](std::string_view iso3) {
    const auto found = iso3.empty() ? states.end() : states.find(iso3);
    return found == states.end() ? kNoEntity : found->second;
  };
  States result;
  for (const Entity& entity : entities) result.of.push_back(state(country_code(entity)));
  result.speaking = state(speaking);
  return result;
}

bool performative(const Trees& trees, std::uint32_t pronoun) {
  constexpr std::array<std::string_view, 32> kActs{
      "acknowledge", "appeal",       "applaud", "appreciate", "ask",     "call",      "commend", "commit",
      "condemn",     "congratulate", "demand",  "denounce",   "deplore", "encourage", "endorse", "invite",
      "oppose",      "pledge",       "praise",  "reaffirm",   "regret",  "reiterate", "reject",  "salute",
      "stand",       "stress",       "support", "thank",      "urge",    "warn",      "welcome", "wish"};
  if (trees.plain_relation(pronoun) != "nsubj") return false;
  const Token& verb = trees.token(trees.token(pronoun).head);
  return verb.xpos == "VBP" && std::ranges::find(kActs, verb.lemma) != kActs.end();
}

bool means_state_of(const Referent& noun, const Referent& owner) {
  constexpr std::array<std::string_view, 7> kOwn{"country",    "homeland",   "nation",  // of anybody
                                                 "delegation", "government", "people", "state"};
  constexpr std::size_t kOfAnybody = 3;
  if (!noun.nominal() || !owner.pronoun()) return false;
  const bool first_person = owner.word == "i" || owner.word == "we";
  const auto last = first_person ? kOwn.end() : kOwn.begin() + kOfAnybody;
  return std::find(kOwn.begin(), last, noun.word) != last;
}

}  // namespace entente
