// Titles that stand for whoever holds the office: "the French president".
#pragma once

#include <cstddef>
#include <string>

#include "extract/resolution/name_draft.h"
#include "extract/resolution/person_names.h"

namespace entente {

class TitlesAlone {
 public:
  TitlesAlone(NameDraft& draft, PersonNames& people);

  /// The person of the title at `i`: of the article, else of the lexicon at the article's date.
  void resolve(std::size_t i);

 private:
  [[nodiscard]] std::string only_country() const;
  [[nodiscard]] bool named_behind(std::size_t i) const;
  Person* holder_known(std::size_t i, const Office& office);

  NameDraft& draft_;
  PersonNames& people_;
  std::string home_;  ///< the one country that the article is about, or empty
};

}  // namespace entente
