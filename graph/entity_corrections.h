// Corrections of entities, applied to what the rules of EntityMerge made. Private to graph/.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "graph/corrections.h"
#include "graph/entity_candidates.h"
#include "graph/entity_sets.h"
#include "graph/knowledge_graph.h"

namespace entente {

/// What single articles say of candidates: by article id, then by candidate.
using ArticleProfiles = std::map<std::string, std::map<std::size_t, Profile>, std::less<>>;

/// Entities as the rules made them, each with its id, and the candidates of each.
struct RuledEntities {
  std::vector<GraphEntity> entities;
  std::vector<Members> sets;
};

/// The same with corrections. An entity of an article belongs to `of_article` where that has its article and candidate,
/// else to `of_set`.
struct CorrectedEntities {
  /// Where entities of articles belong, and the correction that put them there.
  struct Place {
    std::size_t entity = 0;
    std::optional<std::size_t> by;  ///< index of the correction
  };
  struct Drop {
    std::size_t entity = 0;
    std::size_t by = 0;
  };

  std::vector<GraphEntity> entities;  ///< in no order
  std::vector<Place> of_set;
  std::map<std::string, std::map<std::size_t, Place>, std::less<>> of_article;
  std::vector<Drop> drops;                ///< entities that are to go; each once
  std::vector<CorrectionEffect> effects;  ///< of each correction; what drops take with them is not known yet
};

/// The articles that corrections name ("... in article a1"): what these say must be known by itself.
[[nodiscard]] std::set<std::string, std::less<>> articles_named(std::span<const Correction> corrections);

/// What the corrections say of candidates before any rule joins them: `not same` holds against every rule.
[[nodiscard]] std::vector<KeptApart> kept_apart(std::span<const Correction> corrections,
                                                std::span<const Candidate> candidates);

/// Applies corrections in canonical order. Ids of entities that no correction names do not change.
///
/// 1. "X in article A" is taken off X where a `drop` names it, a `not same` keeps it from X (or from what another
///    article says under X), or a `same` joins it with anything that is not X; not where A alone speaks of X. Its id is
///    that of X, "~" and a mark of A.
/// 2. `same` joins, but what a `not same` keeps apart, by however long a chain. What is joined has id, kind, name and
///    all else of the head, and of the others what the head lacks; all keep their aliases. The head is a whole entity
///    before one of an article, then what no line names second, then what has the lowest id.
/// 3. `rename` and `retype` set, the later date before the earlier; the old name becomes an alias. Ids stay.
/// 4. `drop` marks.
[[nodiscard]] CorrectedEntities corrected(RuledEntities ruled, std::span<const Correction> corrections,
                                          std::span<const Candidate> candidates, const ArticleProfiles& articles);

}  // namespace entente
