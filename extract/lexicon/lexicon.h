// The lexicon: what is known beforehand of people, offices, countries, organisations, places, events and words,
// matched against all of a text at once. The tables of data/lexicon/ are compiled into the program; a user's table
// joins them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/span.h"

namespace entente {

/// What a name or word of the lexicon stands for.
enum class LexiconKind : std::uint8_t {
  person,
  country,
  organisation,
  place,
  event,
  demonym,  ///< "Chinese", "Russians": `country` says whose
  metonym,  ///< "the Kremlin", "Downing Street": `country`, and `target` where it stands for a body
  group,    ///< ethnic and religious groups: "Kurds"
  title,    ///< "foreign minister", "Gen.": `type` is the class of office, `sector` the kind of actor
  agent,    ///< "troops", "rebels": `type` is the PLOVER or CAMEO code, `sector` the kind of actor
};

using EntryId = std::uint32_t;

/// One thing of the lexicon. Views live as long as the Lexicon.
struct LexiconEntry {
  LexiconKind kind = LexiconKind::person;
  std::string_view name;  ///< "Xi Jinping"
  std::string_view type;  ///< person: politician, official ...; organisation: igo, party ...; place: city ...; title:
                          ///< HOS, HOG, FM ...
  std::string_view country;  ///< ISO alpha-3, or empty
  std::string_view sector;   ///< GOV, MIL ..., or empty
  std::string_view wikidata;
  std::string_view cow;    ///< countries only
  std::string_view start;  ///< ISO date, may be cut short ("1949"), or empty
  std::string_view end;
  std::string_view gender;   ///< "M", "F" or empty
  std::string_view surname;  ///< persons: the part used alone ("Xi"), or empty
  std::string_view
      target;  ///< metonyms: name of the organisation it stands for; demonyms: name of the country or region
               ///< ("Scotland"); places: the region they lie in; or empty
  std::uint32_t weight =
      0;  ///< how well known: population of a place, offices of a person; for choosing among namesakes
};

/// An office a person held. `end` empty: held still, as far as known on `open_as_of`.
struct Term {
  std::string_view role;        ///< "President", "Minister of Foreign Affairs"
  std::string_view role_class;  ///< HOS HOG FM DM minister ambassador IGO ...
  std::string_view country;
  std::string_view start;
  std::string_view end;
  std::string_view open_as_of;
};

/// A country's place in an organisation. `end` empty: still, as far as known.
struct Membership {
  EntryId country = 0;
  EntryId organisation = 0;
  std::string_view status;  ///< "member", "observer", "candidate" ...
  std::string_view start;
  std::string_view end;
};

/// How English-language news write the names of a country's people.
struct NameOrder {
  std::string_view order =
      "GF";  ///< GF given name first, FG family name first, PATR given and father's name, MONO often one name
  std::string_view surname = "last";  ///< which part is used alone: first, last, first_of_two, given, whole
};

/// A name found in a text: all entries that bear it, best known first.
struct LexiconMatch {
  ByteSpan span;
  std::span<const EntryId> entries;
};

/// What is known of a single word as part of a person's name; weights are relative, 0 for none.
struct NamePart {
  std::uint32_t given = 0;
  std::uint32_t surname = 0;
  char gender = '?';  ///< 'M', 'F', 'U' for both, '?' where unknown
};

class Lexicon {
 public:
  /// The tables compiled into the program. Costs a page fault here and there; nothing is parsed.
  [[nodiscard]] static Lexicon builtin();

  /// This lexicon with a user's table joined: TSV or CSV with a header row; `name` and `kind`, then optional `type`,
  /// `aliases` (split at |), `country`, `start`, `end`, `wikidata`. A user's entry comes before ours of the same name.
  /// Throws std::runtime_error naming file, line and column of what is wrong.
  [[nodiscard]] Lexicon with_table(const std::filesystem::path& file) const;

  /// All names in a text, case and diacritics folded, whole tokens, sorted by begin, longer first. A capitalised name
  /// matches only capitalised text, an acronym only itself. Hyphen, space and apostrophe between parts count alike.
  [[nodiscard]] std::vector<LexiconMatch> match(std::string_view text) const;

  /// Entries that bear exactly this name (folded as in match); empty where there is none.
  [[nodiscard]] std::span<const EntryId> find(std::string_view name) const;

  [[nodiscard]] LexiconEntry entry(EntryId id) const;
  /// A person's offices, by start date.
  [[nodiscard]] std::vector<Term> terms(EntryId person) const;
  /// Who held an office of a class ("HOS", "HOG", "FM", "DM" ...) of a country on an ISO date (cut dates count from
  /// their first to their last day); the surest first.
  [[nodiscard]] std::vector<EntryId> holders(std::string_view country, std::string_view role_class,
                                             std::string_view date) const;
  [[nodiscard]] std::optional<EntryId> country(std::string_view iso3) const;
  [[nodiscard]] NamePart name_part(std::string_view word) const;
  /// What a country (by its code) belongs to; empty for an unknown code.
  [[nodiscard]] std::vector<Membership> memberships(std::string_view country) const;
  [[nodiscard]] NameOrder name_order(std::string_view country) const;
  [[nodiscard]] std::size_t size() const;           ///< number of entries
  [[nodiscard]] std::uint64_t fingerprint() const;  ///< of all tables, a user's included

 private:
  struct State;
  std::shared_ptr<const State> state_;
};

}  // namespace entente
