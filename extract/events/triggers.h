// The words that tell of events: data/ontology/verbs.tsv, nouns.tsv and control_verbs.tsv, with all forms of each verb.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extraction.h"

namespace entente {

enum class VerbForm : std::uint8_t {
  base,
  third,
  past,
  participle,
  gerund
};  // past stands for both where they are alike

/// A row of verbs.tsv or nouns.tsv.
struct Trigger {
  std::string_view pattern;            ///< "hold talk": lemmas
  std::vector<std::string_view> rest;  ///< what follows the first word
  std::vector<std::string_view>
      frames;  ///< how the target follows: obj, obj_politics, obj_with, iobj, or a preposition
  std::string_view type;
  std::string_view mode;
  std::string_view cameo;
  bool reciprocal = false;  ///< both sides act ("meet")
};

struct TriggerForm {
  const Trigger* trigger = nullptr;
  VerbForm form = VerbForm::base;
};

/// Verbs that this word (small letters) may be a form of; longer patterns first.
[[nodiscard]] std::span<const TriggerForm> verb_triggers(std::string_view lower);
/// Nouns, singular or plural.
[[nodiscard]] std::span<const TriggerForm> noun_triggers(std::string_view lower);
/// What a verb before "to" makes of the act that follows; nullopt where it is no such verb.
[[nodiscard]] std::optional<Modality> control_modality(std::string_view lower);

}  // namespace entente
