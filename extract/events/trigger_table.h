// The words that tell of events and what must stand about them in the tree: data/ontology/verbs.tsv, nouns.tsv,
// noun_classes.tsv and control_verbs.tsv, parsed once.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/extraction.h"
#include "extract/language/analysis.h"

namespace entente {

/// Lemmas that a place in the tree may hold; empty: any. Sorted.
using Lemmas = std::vector<std::string_view>;

/// Something that must, or must not, be true of a trigger's surroundings: "obj:@aid", "off", "-xcomp".
struct Condition {
  enum class What : std::uint8_t {
    particle,         ///< "off": a particle or adverb of the verb
    object,           ///< "obj:talk|meeting": of the (logical) object
    object_modifier,  ///< "obj_mod:hunger": what stands before the object
    object_kind,      ///< "obj_actor", "obj_person", "obj_org"
    subject,          ///< "subj:@troops"
    subject_kind,     ///< "subj_official", "subj_envoy", "subj_force", "subj_people", "subj_politician", "subj_state"
    complement,       ///< "xcomp", "xcomp:reach|agree"
    clause,           ///< "ccomp"
    must,             ///< "must": a clause with "must" or "should", or in the subjunctive: "that he resign"
    oblique,          ///< "by:phone|telephone", "obl:hostage" (any preposition)
    politics          ///< both sides are people or parties
  };
  What what = What::particle;
  bool negated = false;
  std::string_view word;          ///< the particle, the preposition or the kind
  const Lemmas* words = nullptr;  ///< nullptr: any
};

/// Whether an event may have one side only, or two that act alike ("meet").
enum class SidesNeeded : std::uint8_t { two, one_will_do, alike };

/// A row of verbs.tsv or nouns.tsv.
struct Trigger {
  std::string_view pattern;
  std::vector<Condition> conditions;
  std::vector<std::string_view> targets;  ///< where the target stands, the likeliest first: "obj", "in_obj", "xcomp",
                                          ///< "place" or a preposition
  std::string_view type;
  std::string_view mode;
  std::string_view cameo;
  double sure = 0;  ///< how often it is what the row says, 0 to 1
  SidesNeeded sides = SidesNeeded::two;
};

/// The rows of a verb (or adjective), those that ask more first; views live for ever. Empty where it has none.
[[nodiscard]] std::span<const Trigger> verb_triggers(std::string_view lemma);
[[nodiscard]] std::span<const Trigger> noun_triggers(std::string_view lemma);

/// What a word makes of the act that hangs on it ("agreed to", "threat to"): a row of control_verbs.tsv.
struct Control {
  Modality modality = Modality::actual;
  std::string_view cooperative;  ///< type of event that it makes of a cooperative act; empty: the act's own
  std::string_view hostile;
};
/// nullptr where it is no such word.
[[nodiscard]] const Control* control(std::string_view lemma);

/// Whether a noun is of a class of noun_classes.tsv.
[[nodiscard]] bool of_class(std::string_view lemma, std::string_view name);

/// "assassination", "arrest": whoever it belongs to comes to harm by it.
[[nodiscard]] inline bool harms_its_owner(std::string_view noun) {
  return of_class(noun, "suffered") || of_class(noun, "punished");
}

/// A word's lemma as the tables spell it, found from its form where the model's lemma is none of theirs; else the
/// model's. Lives as long as the token.
[[nodiscard]] std::string_view table_lemma(const Token& token);

}  // namespace entente
