// Entities of articles -> entities of the graph. Private to graph/; the rules are in docs of EntityMerge.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "extract/extraction.h"
#include "graph/corrections.h"
#include "graph/knowledge_graph.h"

namespace entente {

/// An entity that is to go, and the index of the correction that says so.
struct EntityDrop {
  std::int32_t entity = -1;
  std::size_t by = 0;
};

/// Decides which entities of different articles are one. The result depends on the sets of articles and of
/// corrections alone.
///
/// 1. What carries the same link (ISO code of a country, Wikidata item) is one.
/// 2. Two kinds of names say too little and stay apart in each article: of a person without a link a single word,
///    particles aside ("Lee", "de Gaulle"); of an organisation without a country what every country has ("Foreign
///    Ministry"). Their ids end in "~" and a hash of the article's id.
/// 3. Others without a link are one where kind and name are equal, spellings of one name counting alike
///    (variant_key(), and a person's initials where all bear the same ones), and their countries do not conflict: with
///    the linked entity of that name and country, else with those of that name and country. Those without a country
///    join where only one entity bears the name; else they stay by themselves under the bare key.
/// 4. An organisation named by an acronym joins the only one that some article calls by it and whose initials it is,
///    unless their countries conflict; up to three letters are believed where two articles know the full name.
/// 5. A name under several kinds: an entity without a link, named in a single article or in a quarter of the other's,
///    joins the one of the kind most mentioned where that has at least four times its mentions, is the only one of its
///    kind to bear the name and has no other country; else they stay apart. An organisation and a place of the same
///    name of several words are one without that, where there is one of each. The kind is that of the most mentions,
///    then the first in the order of Kind.
///
/// Where entities share a key, the id of one with a country ends in "@" and the country where that tells it from the
/// others, else in "@" and its link, else in "~" and a number in the order of what is known of them.
///
/// Then corrections are applied (entity_corrections.h says how). `not same` holds while the rules are applied, too.
class EntityMerge {
 public:
  /// `corrections` in canonical order, each of them checked.
  explicit EntityMerge(std::span<const Correction> corrections = {});
  ~EntityMerge();
  EntityMerge(EntityMerge&&) noexcept;
  EntityMerge& operator=(EntityMerge&&) noexcept;

  /// Takes in an article; each once, in any order.
  void add(const Extraction& extraction);
  /// The entities, sorted by id; mentions, articles and dates are not yet counted. Call once, after all of add().
  [[nodiscard]] std::vector<GraphEntity> finish();
  /// For each entity of an article taken in: its index into the result of finish(); -1 where the article neither
  /// mentions it nor says anything of it.
  [[nodiscard]] std::vector<std::int32_t> members(const Extraction& extraction) const;
  /// For each entity of an article taken in: the rule that put it there (JoinRule), "correction 3" for the third.
  [[nodiscard]] std::vector<std::string> rules(const Extraction& extraction) const;

  /// What finish() found of corrections: entities to be dropped, which are still in its result; and what became of each
  /// correction, but for those that drop relations and events and for what drops take with them.
  [[nodiscard]] const std::vector<EntityDrop>& drops() const;
  [[nodiscard]] const std::vector<CorrectionEffect>& effects() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente
