// What is known of an entity of articles before anything is merged: who it may be the same as, and what the articles
// say of it. Private to graph/.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extraction.h"
#include "graph/tally.h"

namespace entente {

/// What makes an entity of an article the same as one of another before anything is weighed.
struct Identity {
  Kind kind = Kind::person;
  std::string base;      ///< "person/xi-jinping"
  std::string iso3;      ///< linked only
  std::string wikidata;  ///< linked only
  std::string country;   ///< unlinked only
  std::string apart;     ///< hash of the article where the entity stays by itself
  auto operator<=>(const Identity&) const = default;
  [[nodiscard]] bool linked() const { return !iso3.empty() || !wikidata.empty(); }
  /// "xi-jinping"
  [[nodiscard]] std::string_view name() const { return std::string_view(base).substr(base.find('/') + 1); }
};

struct IdentityHash {
  std::size_t operator()(const Identity& identity) const;
};

[[nodiscard]] bool is_linked(const Entity& entity);
/// `article`: its id.
[[nodiscard]] Identity identity_of(const Entity& entity, std::string_view article);
/// The 8 digits by which what stays by itself in an article is known.
[[nodiscard]] std::string article_mark(std::string_view article);

/// A single word once particles are left out; hyphens and apostrophes do not part words here ("al-Assad", "O'Brien").
[[nodiscard]] bool is_bare_surname(std::string_view name);

/// Which named entities of an article it mentions or says something of.
[[nodiscard]] std::vector<bool> used_entities(const Extraction& extraction);

/// What the articles say of an entity.
struct Profile {
  Tally<std::string> names;
  Tally<std::string> lexicon_names;  ///< of linked entities only
  Tally<std::string> types;
  Tally<std::string> countries;
  Tally<std::string> sectors;
  Tally<std::string> iso3;
  Tally<std::string> wikidata;
  Tally<std::string> cow;
  Tally<std::string> spellings;
  std::uint32_t articles = 0;
  std::uint32_t mentions = 0;

  void add(const Entity& entity);
  void add(const Profile& other);
  void remove(const Profile& part);  ///< what was added before
};

/// Both have countries, and none in common.
[[nodiscard]] bool countries_conflict(const Profile& a, const Profile& b);

/// A mention's words with runs of white space made one space.
[[nodiscard]] std::string spelling_of(std::string_view text);

/// Entities of articles with the same identity.
struct Candidate {
  const Identity* identity = nullptr;
  const Profile* profile = nullptr;
};

using Members = std::vector<std::size_t>;

}  // namespace entente
