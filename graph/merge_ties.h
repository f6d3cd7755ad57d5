// Relations and events of articles -> relations and events of the graph. Private to graph/; the rules are those of
// TieMerge.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "extract/extraction.h"
#include "graph/knowledge_graph.h"

namespace entente {

/// A relation or event of an article that stands behind one of the graph.
struct Statement {
  bool is_event = false;
  std::uint64_t node = 0;   ///< the 48 bits in the id of the relation or event
  std::uint32_t index = 0;  ///< into the extraction's relations or events
};

/// The id of a relation or event: "r-" or "e-" and 12 hex digits.
[[nodiscard]] std::string relation_id(std::uint64_t node);
[[nodiscard]] std::string event_id(std::uint64_t node);

/// Merges what articles state once their entities are known.
///
/// Relations are one where type, subject, object, role, negation and pastness are; a symmetric type has the entity with
/// the lower id first. A relation of an entity to itself is dropped. `start` and `end` are the most precise said, of
/// those the most frequent, then the earliest.
///
/// Events are one where type, mode, sources, targets, modality and day are. The day is the event's own; where the text
/// names none it is the article's publication date, with what was said of month or year. With neither source nor
/// target, or without any date, events of different articles stay apart. An entity that is source and target is a
/// source. CAMEO code, quad class and intensity are those of the most frequent statement; contexts are those of all.
class TieMerge {
 public:
  /// `entities` as EntityMerge::finish() gave them; add() counts articles, mentions and dates into them.
  explicit TieMerge(std::vector<GraphEntity>& entities);
  ~TieMerge();

  /// Takes in an article; each once, sorted by article id. `members` as EntityMerge::members() gave them.
  /// Returns what it states, in the order of the extraction, relations first.
  std::vector<Statement> add(const Extraction& extraction, std::span<const std::int32_t> members);

  /// Sorted by id; call once, after all of add().
  [[nodiscard]] std::vector<GraphRelation> relations();
  [[nodiscard]] std::vector<GraphEvent> events();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente
