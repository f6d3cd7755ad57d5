// Common nouns that stand for people, bodies, states, places and events (data/language/nouns.tsv), and pronouns.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente {

/// What something may be, as bits: a country is often an actor or a place, "they" is anything.
using KindSet = std::uint8_t;
constexpr KindSet kPerson = 1, kOrganisation = 2, kCountry = 4, kPlace = 8, kEvent = 16, kThing = 32;
constexpr KindSet kAnyKind = 63;

enum class Number : std::uint8_t { one, many, either };

/// What words tell of those they stand for. `gender`: 'M', 'F' or '?'.
struct Traits {
  KindSet kinds = kThing;
  char gender = '?';
  Number number = Number::one;
};

/// Of a noun's singular, small letters; a thing where the table does not have it.
[[nodiscard]] Traits noun_traits(std::string_view lemma);

/// "city", "province": stands before the name of a place, "the city of Kazan". Small letters.
[[nodiscard]] bool introduces_place(std::string_view noun);

/// The pronoun that a form belongs to: "he", "she", "it", "they", "we", "i", "you", "who", "this"; empty for other
/// words.
[[nodiscard]] std::string_view pronoun_lemma(std::string_view lower);
/// Of "he", "she" ...
[[nodiscard]] Traits pronoun_traits(std::string_view pronoun);
/// "himself", "themselves".
[[nodiscard]] bool reflexive(std::string_view lower);

}  // namespace entente
