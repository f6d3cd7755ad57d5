// Relations of articles -> relations of the graph. Private to graph/; the rules are those of TieMerge.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "extract/extraction.h"
#include "graph/knowledge_graph.h"

namespace entente {

/// A relation of an article that stands behind one of the graph.
struct Statement {
  std::uint64_t node = 0;   ///< the 48 bits in the id of the relation
  std::uint32_t index = 0;  ///< into the extraction's relations
};

/// Counts an article into the entities that it mentions: articles, mentions and dates. `members` as
/// EntityMerge::members() gave them.
void count_mentions(std::vector<GraphEntity>& entities, const Extraction& extraction,
                    std::span<const std::int32_t> members);

/// Merges what articles state once their entities are known, or what they carry as background.
///
/// Relations are one where type, subject, object, role, negation and pastness are; a symmetric type has the entity with
/// the lower id first. A relation of an entity to itself is dropped. `start` and `end` are the most precise said, of
/// those the most frequent, then the earliest.
class TieMerge {
 public:
  enum class Of : std::uint8_t { told, background };

  /// `entities` sorted by id; outlive it.
  explicit TieMerge(const std::vector<GraphEntity>& entities, Of of = Of::told);
  ~TieMerge();

  /// Takes in an article; each once, sorted by article id. `members` are the numbers of its entities in `entities`, or
  /// less than 0. `story` as Stories::finish() gave it. Returns what it states, in the order of the extraction.
  std::vector<Statement> add(const Extraction& extraction, std::span<const std::int32_t> members, std::uint32_t story);

  /// Sorted by id; call once, after all of add().
  [[nodiscard]] std::vector<GraphRelation> relations();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente
