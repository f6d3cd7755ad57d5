// Collects entries, names, offices and name parts and writes them as one image.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/lexicon/image.h"
#include "extract/lexicon/lexicon.h"

namespace entente::lexicon {

class Builder {
 public:
  /// Entries are numbered from `first_entry` in lists and ids, so that a user's follow on ours.
  explicit Builder(std::uint32_t first_entry = 0);

  /// Adds an entry and gives its number, counted from 0; its views are copied. Its name is not matched before
  /// add_name().
  std::uint32_t add_entry(const LexiconEntry& entry);
  /// A way of writing an entry's name. Throws std::invalid_argument as read_name() does.
  void add_name(std::uint32_t entry, std::string_view name);
  void add_term(std::uint32_t person, const Term& term);
  void add_membership(std::uint32_t country, std::uint32_t organisation, std::string_view status,
                      std::string_view start, std::string_view end);
  void add_name_order(std::string_view country, std::string_view order, std::string_view surname);
  /// `part` as written; adds to what is known of its folded form.
  void add_given(std::string_view part, std::uint32_t weight, char gender);
  void add_surname(std::string_view part, std::uint32_t weight);
  /// Makes an entry better known.
  void add_weight(std::uint32_t entry, std::uint32_t weight);

  /// The image. The builder is spent.
  [[nodiscard]] std::string finish();

 private:
  struct NameRow {
    std::vector<std::uint32_t> words;
    PatternRecord pattern;
    std::uint32_t entry;
  };
  struct Trie;
  struct Offices {
    std::vector<HolderGroup> groups;
    std::vector<std::uint32_t> holders;
  };

  TextRef intern(std::string_view text);
  [[nodiscard]] std::string_view text(TextRef ref) const;
  std::uint32_t word_number(std::string_view folded);
  NamePartRecord& name_part(std::string_view part);
  void number_words();
  Trie build_trie();
  void add_forms(Trie& trie, std::span<const NameRow> rows);
  std::uint32_t add_list(Trie& trie, std::vector<std::uint32_t> entries);
  [[nodiscard]] std::vector<HashSlot> hash_words() const;
  [[nodiscard]] Offices offices() const;
  [[nodiscard]] std::vector<CountryRecord> countries() const;

  std::uint32_t first_entry_;
  std::string pool_;
  std::unordered_map<std::string, TextRef> refs_;
  std::vector<EntryRecord> entries_;
  std::vector<TermRecord> terms_;
  std::vector<MembershipRecord> memberships_;
  std::vector<NameOrderRecord> name_orders_;
  std::vector<std::string> words_;
  std::unordered_map<std::string, std::uint32_t> word_numbers_;
  std::vector<NamePartRecord> name_parts_;  ///< by word number
  std::vector<NameRow> names_;
};

}  // namespace entente::lexicon
