#include "extract/resolution/metonyms.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace entente {
namespace {

template <std::size_t N>
bool among(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

/// What a state does, and a city does not.
constexpr std::array<std::string_view, 84> kActs{
    "accept",    "accuse",    "acknowledge", "agree",     "announce",  "approve",   "argue",     "ask",
    "back",      "ban",       "blame",       "call",      "cancel",    "claim",     "condemn",   "confirm",
    "consider",  "criticise", "criticize",   "cut",       "decide",    "declare",   "decline",   "demand",
    "denounce",  "deny",      "deploy",      "dismiss",   "dispute",   "emphasise", "emphasize", "expel",
    "express",   "fear",      "hope",        "impose",    "insist",    "intend",    "invite",    "lift",
    "negotiate", "object",    "offer",       "oppose",    "order",     "pledge",    "promise",   "propose",
    "protest",   "provide",   "recall",      "recognise", "recognize", "refuse",    "regard",    "reiterate",
    "reject",    "reply",     "respond",     "retaliate", "say",       "seek",      "send",      "sever",
    "sign",      "state",     "stress",      "summon",    "supply",    "support",   "suspect",   "suspend",
    "threaten",  "try",       "urge",        "veto",      "view",      "vow",       "want",      "warn",
    "welcome",   "withdraw",  "withhold",    "reaffirm"};

/// What is done to a state: "accused Moscow of lying".
constexpr std::array<std::string_view, 20> kDoneTo{"accuse",   "blame",   "condemn", "criticise", "criticize",
                                                   "urge",     "warn",    "press",   "ask",       "pressure",
                                                   "persuade", "provoke", "anger",   "isolate",   "sanction",
                                                   "denounce", "punish",  "appease", "confront",  "embolden"};

/// What a state has: "Beijing's position".
constexpr std::array<std::string_view, 47> kOwned{
    "ally",     "ambition",    "approach",   "army",      "attempt",    "behavior",   "behaviour", "claim",
    "concern",  "control",     "decision",   "demand",    "diplomacy",  "diplomat",   "effort",    "embassy",
    "envoy",    "ambassador",  "government", "influence", "insistence", "intention",  "interest",  "interference",
    "invasion", "involvement", "leadership", "military",  "move",       "opposition", "plan",      "policy",
    "position", "pressure",    "proposal",   "refusal",   "reaction",   "request",    "response",  "role",
    "rule",     "stance",      "strategy",   "support",   "threat",     "troops",     "view"};

/// What passes between states: "ties with Moscow", "sanctions against Tehran".
constexpr std::array<std::string_view, 22> kBetween{
    "tie",       "relation", "relations", "ties",        "talk",         "talks",      "tension",  "tensions",
    "dispute",   "conflict", "war",       "agreement",   "deal",         "treaty",     "alliance", "sanction",
    "sanctions", "rift",     "pressure",  "negotiation", "negotiations", "cooperation"};

constexpr std::array<std::string_view, 4> kCases{"between", "with", "against", "on"};

}  // namespace

std::optional<EntryId> Metonyms::state(const NameSpan& name, std::string_view text, std::string_view country) const {
  if (name.kind != NameKind::place || trees_.sentence(name.first).dateline ||
      !acts(trees_.head_of(name.first, name.last)))
    return std::nullopt;
  std::optional<EntryId> state;
  for (const EntryId id : lexicon_.find(text)) {
    const LexiconEntry entry = lexicon_.entry(id);
    if (entry.kind != LexiconKind::metonym) continue;
    if (entry.country.empty()) return std::nullopt;  // "Brussels" is also the European Union
    const bool there = country.empty() || entry.country == country;
    if (there && !state) state = lexicon_.country(entry.country);
  }
  return state;
}

bool Metonyms::acts(std::uint32_t token) const {
  const std::uint32_t at = trees_.first_conjunct(token);
  const std::uint32_t head = trees_.token(at).head;
  const std::string& lemma = trees_.token(head).lemma;
  const std::string_view relation = trees_.token(at).relation;
  const bool verb = trees_.token(head).upos == "VERB";
  if (relation == "nsubj") return verb && among(lemma, kActs);
  if (relation == "obj") return verb && among(lemma, kDoneTo);
  if (relation == "nmod:poss") return among(lemma, kOwned);
  if (relation == "nmod" || relation == "obl") return among(case_of(at), kCases) && among(lemma, kBetween);
  return false;
}

std::string_view Metonyms::case_of(std::uint32_t token) const {
  const std::uint32_t word = trees_.child(token, "case");
  return word == token ? std::string_view{} : std::string_view(trees_.token(word).lower);
}

}  // namespace entente
