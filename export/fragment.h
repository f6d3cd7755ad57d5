// A part of a knowledge graph with its sentences, as the page reads it (page/src/model.js).
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "export/property_graph.h"
#include "export/selection.h"
#include "graph/evidence_source.h"

namespace entente {

/// What a fragment holds beside the graph's own facts.
struct FragmentOptions {
  std::size_t sentences = 3;         ///< of each relation and event, at most
  std::size_t entity_sentences = 2;  ///< of each entity, at most
  std::string said_of = {};          ///< id of the one entity that has them; empty: all
  std::string title = {};
  std::string note = {};                           ///< prose for the reader: what is left out
  std::map<std::string, std::size_t> totals = {};  ///< "articles", "entities" ...: of all that there is
};

/// Places for the entities of a selection, by entity of the graph, by forces.
[[nodiscard]] std::vector<std::optional<Place>> places_of(const KnowledgeGraph& graph, const Selection& selection);

/// Writes one JSON object: {"schema": "entente/page/1", "title", "note", "totals", "entities": [...], "relations":
/// [...], "events": [...], "sentences": [[article, text], ...], "articles": [...]}. Entities are referred to by index
/// into "entities", sentences likewise; what is unknown is left out; evidence is [sentence, begin, end], code points
/// within the sentence. Actors that are not selected are left out of events.
void write_fragment(const KnowledgeGraph& graph, const EvidenceSource& evidence, const Selection& selection,
                    const std::vector<std::optional<Place>>& places, const FragmentOptions& options, std::ostream& out);

}  // namespace entente
