#include "graph/merge.h"

#include <algorithm>

#include "graph/drops.h"
#include "graph/merge_entities.h"
#include "graph/merge_ties.h"

namespace entente {

KnowledgeGraph merge(std::vector<Extraction> extractions, std::span<const Correction> given) {
  const std::vector<Correction> corrections = checked(given);
  const auto id = [](const Extraction& extraction) -> const std::string& { return extraction.article.id; };
  std::ranges::stable_sort(extractions, {}, id);
  const auto same = [&id](const Extraction& a, const Extraction& b) { return id(a) == id(b); };
  extractions.erase(std::unique(extractions.begin(), extractions.end(), same), extractions.end());

  EntityMerge entities(corrections);
  for (const Extraction& extraction : extractions) entities.add(extraction);
  KnowledgeGraph graph;
  graph.entities = entities.finish();
  TieMerge ties(graph.entities);
  for (const Extraction& extraction : extractions) ties.add(extraction, entities.members(extraction));
  graph.relations = ties.relations();
  graph.events = ties.events();
  std::vector<CorrectionEffect> effects = entities.effects();
  take_out(graph, corrections, entities.drops(), effects);
  return graph;
}

}  // namespace entente
