// Words that tell where sentences end: abbreviations, words that begin sentences, how letters close, smileys.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente {

/// What follows the full stop of an abbreviation (data/language/abbreviations.tsv).
enum class AfterAbbreviation : std::uint8_t {
  none,      ///< it is no abbreviation
  name,      ///< a name or number, and the sentence goes on: "Gen."
  any,       ///< either: the sentence ends where a common word with a capital follows: "Inc."
  sentence,  ///< a new sentence where the next word has a capital: "etc."
};
/// Of a word without its full stop. A row with a capital is no abbreviation in small letters: "Sat", but "sat".
[[nodiscard]] AfterAbbreviation after_abbreviation(std::string_view word);

/// True where the word and its full stop are one token.
[[nodiscard]] bool keeps_full_stop(std::string_view word);

/// "the", "however": begins sentences, and with a capital is hardly ever part of a name.
[[nodiscard]] bool begins_sentences(std::string_view lower);
/// "thanks", "best regards": stands before a comma and the name of who writes.
[[nodiscard]] bool closes_letter(std::string_view lower);
/// "subject": stands before a colon at the head of a message.
[[nodiscard]] bool heads_message(std::string_view lower);
/// "section", "step": stands before the number of a heading or item.
[[nodiscard]] bool numbered(std::string_view lower);
/// "figure": stands before the number of a caption.
[[nodiscard]] bool captions(std::string_view lower);
/// "image": stands before a colon and who made it, behind a caption.
[[nodiscard]] bool labels(std::string_view lower);
/// "please", "just": begins what is said to whom a letter addresses.
[[nodiscard]] bool opens_letter(std::string_view lower);
/// "pdf": stands behind the full stop of a file's name.
[[nodiscard]] bool ends_file_name(std::string_view lower);
/// "i", "im": the speaker, where a text is written without capitals.
[[nodiscard]] bool small_self(std::string_view word);
/// "fax": stands beside a number at which who writes can be reached.
[[nodiscard]] bool reaches(std::string_view lower);
/// "asked": stands behind who says what is quoted before.
[[nodiscard]] bool speaks(std::string_view word);
/// ":-)", as it stands between white space.
[[nodiscard]] bool smiley(std::string_view chunk);

}  // namespace entente
