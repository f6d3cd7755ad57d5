// People by their names: full names first, then what stands for them.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "extract/resolution/name_draft.h"

namespace entente {

class PersonNames {
 public:
  explicit PersonNames(NameDraft& draft) : draft_(draft), of_title_(people_of_title()) {}

  /// Names outside headings that stand for themselves, and last those that are the end of another ("de Masi").
  void full_names();
  /// What full names have left: surnames, given names, letters that stand for a body.
  void short_name(std::size_t i);
  /// A person, not yet among the people, of the name at `i`.
  [[nodiscard]] Person new_person(std::size_t i, std::int32_t entity, const std::vector<std::string>& words,
                                  std::optional<EntryId> entry);

 private:
  void full_name(std::size_t i, const std::vector<std::string>& words);
  void named(std::size_t i, Person& person);
  [[nodiscard]] std::vector<std::string> words_of(const NameSpan& name) const;
  void take(std::size_t i, Person& person);
  void give_office(std::size_t i, Person& person);
  [[nodiscard]] char gender_before(std::size_t i) const;
  [[nodiscard]] std::int32_t body_named(const std::vector<std::string>& parts) const;
  void lone_surname(std::size_t i, const std::vector<std::string>& parts, const std::optional<Office>& office);
  [[nodiscard]] bool names_a_state(const NameSpan& name) const;
  [[nodiscard]] std::optional<EntryId> holder_named(const std::string& surname, const Office& office) const;
  [[nodiscard]] std::optional<EntryId> first_rank_named(const std::string& surname) const;
  [[nodiscard]] std::optional<EntryId> named_by_title(const std::string& surname) const;
  [[nodiscard]] std::map<std::string, EntryId> people_of_title() const;

  NameDraft& draft_;
  std::map<std::string, EntryId> of_title_;  ///< people of the lexicon named in full by the article's title, by surname
};

}  // namespace entente
