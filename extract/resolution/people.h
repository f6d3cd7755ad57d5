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
  std::uint32_t last_token = 0;  ///< of the latest mention so far
  std::uint32_t named = 0;       ///< how often by full name
};

/// The part of a name that stands alone: the last word, or the first of a Chinese, Korean or Vietnamese name.
[[nodiscard]] std::string short_form(const std::vector<std::string>& words, const Lexicon& lexicon);

class People {
 public:
  /// The person of that name: one with the same words, or with the same first and last; nullptr where there is none.
  [[nodiscard]] Person* named(const std::vector<std::string>& words);
  [[nodiscard]] Person* of_entity(std::int32_t entity);
  Person& add(Person person);

  /// The one person that a lone surname (or, failing that, first name) can mean. Where several bear it, `title` tells,
  /// or that one is named far more often than any other. nullptr where nobody or, as far as the article tells, more
  /// than one can be meant.
  [[nodiscard]] Person* short_for(std::string_view word, const Office* title, char gender);

  /// Whether somebody has that surname or first name.
  [[nodiscard]] bool surname_borne(std::string_view word) const;

  /// The person of an office ("the Chinese president"); an office without a country takes the one spoken of last.
  [[nodiscard]] Person* holder(const Office& office);

 private:
  std::vector<Person> people_;
};

}  // namespace entente
