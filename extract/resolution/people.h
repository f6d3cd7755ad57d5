// The people of one article: full names, and the short forms and titles that stand for them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/resolution/office_phrases.h"
#include "extract/resolution/resolve.h"

namespace entente {

struct Person {
  std::int32_t entity = kNoEntity;
  std::vector<std::string> words;  ///< of the fullest name, folded
  std::string surname;             ///< the part that stands alone, folded
  char gender = '?';
  std::vector<Office> offices;
  std::uint32_t first_token = 0;  ///< of the first full name
  std::uint32_t last_token = 0;   ///< of the latest mention so far
  std::uint32_t named = 0;        ///< how often by full name
  bool alone = false;             ///< called by the surname alone so far
};

/// The part of a name that stands alone: the last word, or the first of a Chinese, Korean or Vietnamese name.
[[nodiscard]] std::string short_form(const std::vector<std::string>& words, const Lexicon& lexicon);

/// "De Masi" of "Francesco De Masi": at least two words, and not all.
[[nodiscard]] bool ends_with(const std::vector<std::string>& whole, const std::vector<std::string>& part);

class People {
 public:
  /// The person of that name: one with the same words, with the same first and last ("Donald J. Trump", "J. H.
  /// Dearle"), or one whose name ends with all of these ("de Masi"); nullptr where there is none.
  [[nodiscard]] Person* named(const std::vector<std::string>& words);
  [[nodiscard]] Person* of_entity(std::int32_t entity);
  Person& add(Person person);

  /// The one person that a lone surname (or, failing that, first name, or one of two surnames) at a token can mean.
  /// Where several bear it, `title` tells, or that only one has been named before, or has been called so before, or
  /// is named far more often than any other. nullptr where nobody or, as far as the article tells, more than one can
  /// be meant.
  [[nodiscard]] Person* short_for(std::string_view word, const Office* title, char gender, std::uint32_t token);

  /// Whether a surname (or without a title a first name) alone can mean somebody.
  [[nodiscard]] bool borne(std::string_view word, bool titled);

  /// The person of an office ("the Chinese president"); an office without a country takes the one spoken of last.
  [[nodiscard]] Person* holder(const Office& office);

 private:
  [[nodiscard]] std::vector<Person*> bearers(std::string_view word, bool titled, char gender);

  std::vector<Person> people_;
};

}  // namespace entente
