// Offices as an article names them: the title and the country around it, and whose office it is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/analysis.h"
#include "extract/language/names.h"
#include "extract/lexicon/lexicon.h"

namespace entente {

/// An office that an article speaks of: "president" of "KOR".
struct Office {
  std::string role_class;    ///< HOS, HOG, FM, minister ...
  std::string title;         ///< as written, folded
  std::string country;       ///< ISO code, or empty
  std::string sector;        ///< of who holds it: GOV, MIL, MED ...; empty of a former one
  bool of_any_body = false;  ///< firms and clubs have such as well, and no country is named
  bool state = false;        ///< an office of a state or party, not an occupation
  bool demonym = false;      ///< the country is told by a demonym ("Chinese historian")
};

/// What a class of office makes of a person: "politician", "official", "military", "diplomat", else "other".
[[nodiscard]] std::string_view person_type(std::string_view role_class);

/// The class of the office as news means it in a country (code): "the British leader" is the prime minister.
[[nodiscard]] std::string class_in(std::string_view country, const Office& office);

/// The kind of actor that who holds an office of the class is: GOV, LEG, MIL ...; empty for an occupation.
[[nodiscard]] std::string_view office_sector(std::string_view role_class);

/// Titles that say alone nothing of the kind of actor: firms, clubs and states have presidents, and many advise.
[[nodiscard]] bool of_any_body(std::string_view title);

/// Reads the names of one article; keeps references to them.
class OfficePhrases {
 public:
  OfficePhrases(std::string_view text, const std::vector<Token>& tokens, const std::vector<NameSpan>& names,
                const Lexicon& lexicon)
      : text_(text), tokens_(tokens), names_(names), lexicon_(lexicon) {}

  /// The office named right before or after the person at `name`: "Chinese President Xi", "Xi, the Chinese president".
  [[nodiscard]] std::optional<Office> of_person(std::size_t name) const;
  /// The title at `name` with the country it is of: "Chinese president", "Japan's prime minister", "president of
  /// France".
  [[nodiscard]] Office of_title(std::size_t name) const;
  /// The office of the one person that a title alone stands for ("the president", "China's president"); nullopt where
  /// several hold it at a time ("a minister"), where a name follows, or where it is one of several ("a former
  /// president").
  [[nodiscard]] std::optional<Office> standing_alone(std::size_t name) const;

 private:
  [[nodiscard]] std::string_view lower(std::uint32_t token) const;
  [[nodiscard]] bool belongs(const NameSpan& owner, const NameSpan& title) const;
  [[nodiscard]] bool turns_away(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] bool past(std::size_t name) const;
  [[nodiscard]] bool of_body(std::size_t name) const;
  [[nodiscard]] bool definite(std::size_t name, const Office& office) const;

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<NameSpan>& names_;
  const Lexicon& lexicon_;
};

}  // namespace entente
