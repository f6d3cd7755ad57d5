// What a person knows better than the program: corrections of the graph as values, and as a table that opens in a
// spreadsheet (docs/corrections.md). Which of them take effect is decided while the graph is derived.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extraction.h"

namespace entente {

/// What a correction does: "same", "not same", "rename", "retype", "drop".
enum class CorrectionAction : std::uint8_t { same, not_same, rename, retype, drop };

[[nodiscard]] std::string_view word(CorrectionAction);
[[nodiscard]] std::optional<CorrectionAction> correction_action_of(std::string_view);
/// All of them, in the order of the enumeration.
[[nodiscard]] std::span<const std::string_view> correction_action_words();

/// One thing that the program got wrong, and who says so. Members are ordered as corrections are: by date first.
struct Correction {
  std::string date;  ///< ISO, may be cut short or empty; given by who corrects, never by a clock
  std::string by;    ///< may be empty
  CorrectionAction action = CorrectionAction::same;
  std::string target;  ///< an entity (see Reference); for `drop` also the id of a relation or event
  std::string value;  ///< same, not same: the other entity; rename: the name; retype: "kind=..., type=..."; drop: empty
  std::string why;    ///< may be empty
  auto operator<=>(const Correction&) const = default;
};

/// How a correction names what it is about: by id ("person/xi-jinping", "r-0123456789ab"), by Wikidata item ("Q15031"),
/// or by kind and name ("person Xi Jinping"); with " in article ID" behind it, what one article says under that entity.
struct Reference {
  enum class Form : std::uint8_t { id, wikidata, name, tie };
  Form form = Form::id;
  std::string text;               ///< the id, the item, or the slug of the name
  Kind kind = Kind::person;       ///< of `id` and `name`
  std::optional<std::string> in;  ///< id of the article
  auto operator<=>(const Reference&) const = default;
};

/// nullopt where the text is none of these forms.
[[nodiscard]] std::optional<Reference> reference_of(std::string_view text);

/// What a `retype` sets; nullopt leaves as it is, an empty text takes away.
struct Retyping {
  std::optional<Kind> kind;
  std::optional<std::string> type;
  std::optional<std::string> country;
  std::optional<std::string> sector;
};

/// A correction that cannot be: where it stands, what is wrong with which value, and what to do.
class CorrectionError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The value of a `retype`: "kind=organisation, type=igo, country=FRA, sector=" (any of them, in any order). Throws
/// CorrectionError.
[[nodiscard]] Retyping retyping_of(std::string_view value);

/// Throws CorrectionError where a correction makes no sense by itself, quoting the value and saying what is allowed.
void check(const Correction& correction);

/// Sorts, and leaves out what is there twice: a set of corrections in the one order in which they are kept and
/// numbered.
[[nodiscard]] std::vector<Correction> canonical(std::vector<Correction> corrections);

/// Throws CorrectionError where corrections contradict each other as they are written: what is the same by one, or by a
/// chain of several, is not the same by another; one entity is given two names, or two types, on the same date (of
/// different dates the later one holds). Whatever more of them turn out to contradict each other once it is known which
/// entities they mean is decided while deriving: `not same` comes before `same`.
void check_together(std::span<const Correction> corrections);

/// Checks each and all of them together, as above; in canonical order.
[[nodiscard]] std::vector<Correction> checked(std::span<const Correction> corrections);

/// Corrections out of a table: tab-separated, a header row with `action`, `target` and any of `value`, `by`, `date`,
/// `why`; empty lines and lines that begin with # are left out, a header may come again (tables can be concatenated),
/// cells may be quoted as spreadsheets do. Checks each, and all of them together. Throws CorrectionError naming `file`,
/// line and value. Returns them in canonical order.
[[nodiscard]] std::vector<Correction> parse_corrections(std::string_view table, std::string_view file);
/// The same of a file. Throws std::runtime_error where it cannot be read.
[[nodiscard]] std::vector<Correction> read_corrections(const std::filesystem::path& file);

/// Such a table, with its header; parse_corrections gives the same corrections back.
[[nodiscard]] std::string print_corrections(std::span<const Correction> corrections);

/// A correction as prose: "same person/a person/b (Ana, 2025-11-01: one person)".
[[nodiscard]] std::string described(const Correction& correction);

/// What became of a correction when the graph was derived.
struct CorrectionEffect {
  bool applied = false;
  std::string what;  ///< "joined with person/a", "took 3 relations and 1 event with it"; or why there was no effect
  bool operator==(const CorrectionEffect&) const = default;
};

}  // namespace entente
