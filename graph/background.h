// Background: ties of what articles speak of that no article says. The lexicon knows that the place lies in that
// country, or the model read a tie across sentences. Extractions carry them (Relation::background); the graph has them
// only where they are asked for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/filter.h"
#include "graph/knowledge_graph.h"

namespace entente {

/// Where an article carries a tie of the background.
struct BackgroundSource {
  std::int64_t article = 0;  ///< its number in the graph file
  std::string published;
  std::uint32_t statement = 0;  ///< index into the relations of its extraction
  Span span;
  double confidence = 0;
  std::string rule;
};

/// The background of all articles of a graph file. Weights are 1: it is not said by anybody, however many articles
/// carry it, and `articles` counts these.
struct BackgroundTies {
  std::vector<GraphRelation> relations;                ///< sorted by id ("b-0123456789ab"), merged as told ties are
  std::vector<std::vector<BackgroundSource>> sources;  ///< of each, by date and article
};

/// Whether it has a tie of that id.
[[nodiscard]] bool contains(const BackgroundTies& background, std::string_view id);

/// Adds to a graph all of its background.
void add_background(KnowledgeGraph& graph, const BackgroundTies& background);
/// Adds what is not told: a tie is where a relation that the filter selects joins the same two by the same type, in
/// whatever role. It stands in the graph once then, as told.
void add_background(KnowledgeGraph& graph, const BackgroundTies& background, const Filter& filter);

}  // namespace entente
