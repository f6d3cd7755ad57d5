// What the words of a name tell of it: data/language/name_words.tsv.
#pragma once

#include <cstdint>
#include <string_view>

#include "extract/language/names.h"

namespace entente {

enum class NameWordRole : std::uint8_t {
  tail,       ///< ends a name: "University", "Party", "River"
  lead,       ///< begins a name: "Mount", "Hurricane"
  of,         ///< begins a name with "of": "Ministry of"
  honorific,  ///< stands before a person's name and is no part of it: "Mr."
  particle,   ///< joins parts of a person's name: "van", "bin"
  calendar,   ///< written with a capital but no name of ours: "Monday", "Christmas"
};

struct NameWord {
  NameKind kind = NameKind::unknown;
  std::string_view type;
};

/// The word (lower case) in that role, or nullptr.
[[nodiscard]] const NameWord* name_word(std::string_view lower, NameWordRole role);

}  // namespace entente
