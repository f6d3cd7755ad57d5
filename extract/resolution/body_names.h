// Countries, places, organisations and named events by their names.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "extract/resolution/metonyms.h"
#include "extract/resolution/name_draft.h"

namespace entente {

class BodyNames {
 public:
  BodyNames(NameDraft& draft, const Metonyms& metonyms) : draft_(draft), metonyms_(metonyms) {}

  /// A name that stands for itself or for a longer one before it ("the Ministry", "the FLM").
  void name(std::size_t i);
  /// A name in a heading mentions an entity of the body, or nothing.
  void join_heading(std::size_t i);
  /// A name that stands for no entity.
  void loose(std::size_t i);

 private:
  [[nodiscard]] std::optional<EntryId> region_behind_town(std::size_t i) const;
  [[nodiscard]] std::optional<EntryId> town_before_region(std::size_t i) const;
  [[nodiscard]] bool owns(const NameSpan& owner, const NameSpan& name) const;
  [[nodiscard]] const NameSpan* region_before(std::size_t i) const;
  void acronym_in_brackets(std::size_t i);
  [[nodiscard]] std::optional<EntryId> place_named(std::string_view text) const;
  [[nodiscard]] std::optional<std::int32_t> longer_name(std::size_t i, bool known) const;
  [[nodiscard]] Entity shaped(std::size_t i) const;
  [[nodiscard]] std::string country_of_body(std::size_t i) const;
  [[nodiscard]] std::string country_of_place(std::size_t i, std::string_view whole) const;
  [[nodiscard]] std::string country_of_part(std::string_view name) const;
  void summit(std::size_t i);

  NameDraft& draft_;
  const Metonyms& metonyms_;
};

}  // namespace entente
