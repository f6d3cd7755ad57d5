// The compiled lexicon: one block of bytes made of flat arrays, used where it lies (in the program, in a file, in
// memory). The layout is private to the lexicon's own files; `builder` writes it, `matcher` and the facade read it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace entente::lexicon {

/// Offset of a text in the pool, where two bytes of length precede it. 0 is the empty text.
using TextRef = std::uint32_t;

struct EntryRecord {
  TextRef name, type, country, sector, wikidata, cow, start, end, gender, surname, target;
  std::uint32_t weight;
  std::uint32_t kind;
};

struct TermRecord {
  std::uint32_t person;
  TextRef role, role_class, country, start, end, open_as_of;
};

/// The offices of one class of one country: `count` places of `holders` from `first`.
struct HolderGroup {
  TextRef country, role_class;
  std::uint32_t first, count;
};

struct MembershipRecord {
  std::uint32_t country, organisation;
  TextRef status, start, end;
};

struct NameOrderRecord {
  TextRef country, order, surname;
};

struct CountryRecord {
  TextRef iso3;
  std::uint32_t entry;
};

/// How a name must be written for a text to match it, word by word (two bits each in `shapes`) and gap by gap (one bit
/// each).
struct PatternRecord {
  std::uint32_t shapes;
  std::uint16_t dots;        ///< gaps where the name has a full stop
  std::uint16_t commas;      ///< gaps where it has a comma
  std::uint16_t ampersands;  ///< gaps where it has an ampersand
  std::uint16_t flags;
};

enum Shape : std::uint32_t {
  kAnyCase = 0,      ///< "of", "minister"
  kCapital = 1,      ///< "China"
  kExactUpper = 2,   ///< "NATO"
  kInnerCapital = 3  ///< "LeT", which "Let" is not
};

enum PatternFlag : std::uint16_t {
  kFinalDot = 1,        ///< the span takes a full stop that follows: "U.S."
  kFinalDotNeeded = 2,  ///< and there must be one: "Sen."
  kHyphenFollows = 4,   ///< only before a hyphen: "Sino-"
};

inline constexpr std::size_t kMaxWords = 16;

/// One way of writing a node's name. `list` is an offset into `lists`: a node with one form has there a count and the
/// entries; a node with k forms has there 2^k - 1 offsets of such lists, one for each set of forms that a text matches.
struct FormRecord {
  std::uint32_t pattern, list;
};

struct NamePartRecord {
  std::uint16_t given, surname;
  std::uint16_t gender;
};

struct HashSlot {
  std::uint32_t tag;   ///< upper half of the word's hash
  std::uint32_t word;  ///< word number + 1, 0 in a free slot
};

inline constexpr std::uint32_t kNoWord = 0xffffffffU;

/// Reads a compiled lexicon where it lies. A view: copying is cheap, the bytes must outlive it.
class Image {
 public:
  Image() = default;
  /// Checks magic, version, size and fingerprint, and that no array reaches beyond the end; throws std::runtime_error
  /// saying which of them is wrong in `what` (the name of the file or "the built-in lexicon").
  Image(std::span<const std::byte> bytes, std::string_view what);

  [[nodiscard]] std::string_view text(TextRef ref) const;
  [[nodiscard]] std::string_view word(std::uint32_t number) const;
  /// The number of a folded word, kNoWord where no name has it. `hash` is word_hash(folded).
  [[nodiscard]] std::uint32_t find_word(std::string_view folded, std::uint64_t hash) const;
  /// The child of a trie node along a word; 0 where there is none. Node 0 is the root.
  [[nodiscard]] std::uint32_t child(std::uint32_t node, std::uint32_t word) const;
  [[nodiscard]] std::span<const FormRecord> forms(std::uint32_t node) const;
  /// The entries of a node for a set of its forms (bit i: form i), which is not empty.
  [[nodiscard]] std::span<const std::uint32_t> list(std::span<const FormRecord> forms, std::uint32_t set) const;
  [[nodiscard]] std::uint64_t fingerprint() const { return fingerprint_; }

  std::span<const EntryRecord> entries;
  std::span<const TermRecord> terms;       ///< by person, then start
  std::span<const HolderGroup> groups;     ///< by country, then class, compared as texts
  std::span<const std::uint32_t> holders;  ///< places in `terms`
  std::span<const MembershipRecord> memberships;
  std::span<const NameOrderRecord> name_orders;
  std::span<const CountryRecord> countries;    ///< by code
  std::span<const NamePartRecord> name_parts;  ///< by word number
  std::span<const PatternRecord> patterns;
  std::span<const FormRecord> all_forms;
  std::span<const std::uint32_t> first_form;   ///< by node, and one more
  std::span<const std::uint32_t> first_child;  ///< by node, and one more
  std::span<const std::uint32_t> edge_word;    ///< by node: the word that leads to it
  std::span<const std::uint32_t> lists;
  std::span<const HashSlot> slots;
  std::span<const std::uint32_t> word_begin;  ///< by word, and one more
  std::span<const char> word_bytes;
  std::span<const char> pool;

 private:
  std::uint64_t fingerprint_ = 0;
};

[[nodiscard]] std::uint64_t word_hash(std::string_view folded);
[[nodiscard]] std::uint64_t bytes_hash(std::span<const std::byte> bytes, std::uint64_t seed);

// --- the walk, inline because the matcher lives in it ---

inline std::string_view Image::text(TextRef ref) const {
  std::uint16_t length = 0;
  std::memcpy(&length, pool.data() + ref, sizeof length);
  return {pool.data() + ref + sizeof length, length};
}

inline std::string_view Image::word(std::uint32_t number) const {
  return {word_bytes.data() + word_begin[number], word_begin[number + 1] - word_begin[number]};
}

inline std::uint32_t Image::find_word(std::string_view folded, std::uint64_t hash) const {
  const std::size_t mask = slots.size() - 1;
  const auto tag = static_cast<std::uint32_t>(hash >> 32U);
  for (std::size_t at = hash & mask; slots[at].word != 0; at = (at + 1) & mask) {
    if (slots[at].tag == tag && word(slots[at].word - 1) == folded) return slots[at].word - 1;
  }
  return kNoWord;
}

inline std::uint32_t Image::child(std::uint32_t node, std::uint32_t word) const {
  const auto begin = first_child[node], end = first_child[node + 1];
  // The words that begin names have the lowest numbers, without a gap, and the root's children stand in that order.
  if (node == 0) return word < end - begin ? begin + word : 0;
  const auto first = edge_word.begin() + begin, last = edge_word.begin() + end;
  const auto found = std::lower_bound(first, last, word);
  return found != last && *found == word ? begin + static_cast<std::uint32_t>(found - first) : 0;
}

inline std::span<const FormRecord> Image::forms(std::uint32_t node) const {
  return all_forms.subspan(first_form[node], first_form[node + 1] - first_form[node]);
}

inline std::span<const std::uint32_t> Image::list(std::span<const FormRecord> forms, std::uint32_t set) const {
  const std::uint32_t at = forms.size() == 1 ? forms[0].list : lists[forms[0].list + set - 1];
  return lists.subspan(at + 1, lists[at]);
}

// --- what the builder needs to write an image
// -------------------------------------------------------------------------

inline constexpr std::size_t kSections = 18;
inline constexpr std::uint32_t kImageVersion = 1;
inline constexpr char kImageMagic[8] = {'E', 'N', 'T', 'L', 'E', 'X', '\r', '\n'};

struct ImageHeader {
  char magic[8];
  std::uint32_t version;
  std::uint32_t sections;
  std::uint64_t size;         ///< of the whole image, in bytes
  std::uint64_t fingerprint;  ///< of all bytes behind the header
  struct Section {
    std::uint64_t offset, bytes;
  } section[kSections];
};

}  // namespace entente::lexicon
