// Events of articles -> events of the graph. Private to graph/.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "extract/extraction.h"
#include "graph/knowledge_graph.h"

namespace entente {

/// A report behind an event.
struct EventEvidence {
  std::uint32_t article = 0;    ///< in the order of EventMerge::add()
  std::uint32_t statement = 0;  ///< index into the events of its extraction
  std::uint64_t event = 0;      ///< the 48 bits in the event's id
  Span span;
  double confidence = 0;
  std::string_view rule;  ///< lives as long as the EventMerge
  bool denies = false;
};

/// Decides which reports are of one event: several articles', and one article's heading and text. The result depends on
/// the set of articles alone.
///
/// 1. Reports are one event where nothing speaks against it (EventLikeness::compatible) and their sentences have enough
///    in common (EventLikeness::margin). A report joins an event where it is compatible with all of its reports, and
///    like the first of them or at least half: so no chain of weak likenesses joins two events. Those that say the most
///    come first: both sides and a day named, then the surest.
/// 2. A denial of an event, and a rejection of an accusation, hangs on the event it is about (graph/contested.h).
/// 3. Actors are those that most stories name, then those of the report that names most of them; so are mode and
///    coding. The day is one that a text names, then one of publication. An event is known by type, mode, actors,
///    modality and day; where two have all of these in common, the later is known by its first report besides.
///
/// Found by actor and day: O(reports * reports of an actor's events of that type and day).
class EventMerge {
 public:
  /// `entities` as EntityMerge::finish() gave them.
  explicit EventMerge(const std::vector<GraphEntity>& entities);
  ~EventMerge();

  /// Takes in an article; each once, sorted by article id. `members` as EntityMerge::members(), `story` as
  /// Stories::finish() gave them.
  void add(const Extraction& extraction, std::span<const std::int32_t> members, std::uint32_t story);

  struct Result {
    std::vector<GraphEvent> events;       ///< sorted by id
    std::vector<EventEvidence> evidence;  ///< by article, statement, event
  };
  /// Call once, after all of add().
  [[nodiscard]] Result finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente
