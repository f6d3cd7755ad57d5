#include "graph/merge.h"

#include <algorithm>

#include "graph/drops.h"
#include "graph/merge_entities.h"
#include "graph/merge_events.h"
#include "graph/merge_ties.h"
#include "graph/stories.h"

namespace entente {

KnowledgeGraph merge(std::vector<Extraction> extractions, std::span<const Correction> given) {
  const std::vector<Correction> corrections = checked(given);
  const auto id = [](const Extraction& extraction) -> const std::string& { return extraction.article.id; };
  std::ranges::stable_sort(extractions, {}, id);
  const auto same = [&id](const Extraction& a, const Extraction& b) { return id(a) == id(b); };
  extractions.erase(std::unique(extractions.begin(), extractions.end(), same), extractions.end());

  EntityMerge entities(corrections);
  Stories copies;
  for (const Extraction& extraction : extractions) {
    entities.add(extraction);
    copies.add(extraction.article);
  }
  const std::vector<std::uint32_t> stories =
      copies.finish([&extractions](std::size_t article) { return extractions[article].article.text; });
  KnowledgeGraph graph;
  graph.entities = entities.finish();
  TieMerge ties(graph.entities);
  EventMerge events(graph.entities);
  for (std::size_t i = 0; i < extractions.size(); ++i) {
    const std::vector<std::int32_t> members = entities.members(extractions[i]);
    count_mentions(graph.entities, extractions[i], members);
    ties.add(extractions[i], members, stories[i]);
    events.add(extractions[i], members, stories[i]);
  }
  graph.relations = ties.relations();
  graph.events = events.finish().events;
  std::vector<CorrectionEffect> effects = entities.effects();
  take_out(graph, corrections, entities.drops(), effects);
  return graph;
}

}  // namespace entente
