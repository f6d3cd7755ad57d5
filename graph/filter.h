// Which part of a knowledge graph a question is about: dates, kinds, types, weight and confidence.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

/// Selects relations, events and the entities between them. An empty field selects all. The default leaves out what the
/// texts deny or only imagine (negated relations, denied and hypothetical events), and what is more likely wrong than
/// right.
struct Filter {
  std::string from = {};  ///< ISO date, may be cut short; with `to`: the days asked about, both ends included
  std::string to = {};
  std::vector<Kind> kinds = {};                  ///< of entities
  std::vector<std::string> relation_types = {};  ///< where either list is given, a tie is selected only by its list
  std::vector<std::string> event_types = {};
  std::uint32_t min_weight = 0;  ///< independent stories
  double min_confidence = 0.5;   ///< what is rather wrong than right stays in the graph file, and unseen
  bool negated = false;          ///< select negated relations too
  bool hypothetical = false;     ///< select hypothetical events too
  bool denied = false;           ///< select denied events too
  bool background = false;       ///< select relations that no article says too

  bool operator==(const Filter&) const = default;
};

/// Whether an entity is of a kind asked for. Dates do not select entities.
[[nodiscard]] bool selects(const Filter& filter, const GraphEntity& entity);
/// A relation lies in the days from its start to its end where the text says when it held (an end not said is open),
/// else in the days from the first to the last publication that states it.
[[nodiscard]] bool selects(const Filter& filter, const GraphRelation& relation);
/// An event lies in the days its date covers, else in the days from its first to its last report.
[[nodiscard]] bool selects(const Filter& filter, const GraphEvent& event);

/// Whether the days of [first, last] (ISO dates, may be cut short; an empty one is open) meet those of the filter.
/// Days of which nothing at all is known meet only a filter without dates.
[[nodiscard]] bool days_meet(const Filter& filter, std::string_view first, std::string_view last);

}  // namespace entente
