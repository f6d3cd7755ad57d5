// Which candidates are one entity: the rules of EntityMerge. Private to graph/.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "graph/entity_candidates.h"
#include "graph/entity_sets.h"

namespace entente {

/// Why an entity of an article is part of an entity of the graph.
enum class JoinRule : std::uint8_t {
  link,          ///< it carries the link of the others
  name_country,  ///< name and country are those of the others
  name,          ///< the name is that of the others, and nobody knows a country
  only,          ///< only one entity bears its name
  spelling,      ///< the name is a spelling of theirs, or theirs without an initial
  acronym,       ///< it is the acronym by which an article calls the one whose initials it is
  kind,          ///< the name is known far better as one of another kind
  apart,         ///< a single word, or a body as every country has: joined with nothing outside its article
  correction,    ///< somebody said so
};

/// "link", "name_country" ...: as the graph file has it.
[[nodiscard]] std::string_view word(JoinRule);

struct Resolved {
  std::vector<Members> sets;    ///< the candidates of each entity, by lowest candidate
  std::vector<JoinRule> rules;  ///< of each candidate
};

/// Candidates sorted by identity, so that indices order what is known of them.
[[nodiscard]] Resolved resolve(std::span<const Candidate> candidates, std::span<const KeptApart> kept_apart);

}  // namespace entente
