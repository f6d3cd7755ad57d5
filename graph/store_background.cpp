// Store::background and the sentences with which articles carry it: out of the extractions, for the file has no table
// of it.
#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "graph/members.h"
#include "graph/merge_ties.h"
#include "graph/store_impl.h"
#include "graph/tie_id.h"

namespace entente {
namespace {

constexpr std::uint32_t kOneStory = 0;  // nobody says it, whatever the number of articles

using Sources = std::map<std::uint64_t, std::vector<BackgroundSource>>;

void gather(const StoredArticle& article, const Extraction& extraction, const std::vector<Statement>& statements,
            Sources& sources) {
  for (const Statement& s : statements) {
    const Relation& r = extraction.relations[s.index];
    sources[s.node].push_back({article.number, article.article.published, s.index, r.evidence, r.confidence, r.rule});
  }
}

/// By date; articles come by id.
void sort(std::vector<BackgroundSource>& sources) {
  std::ranges::stable_sort(sources, {}, &BackgroundSource::published);
}

BackgroundTies without(BackgroundTies background, const std::set<std::string, std::less<>>& dropped) {
  BackgroundTies result;
  for (std::size_t i = 0; i < background.relations.size(); ++i) {
    if (dropped.contains(background.relations[i].id)) continue;
    result.relations.push_back(std::move(background.relations[i]));
    result.sources.push_back(std::move(background.sources[i]));
  }
  return result;
}

}  // namespace

BackgroundTies StoreState::background(const KnowledgeGraph& graph) {
  std::set<std::string, std::less<>> dropped;
  for (const Correction& c : corrections()) {
    if (c.action == CorrectionAction::drop) dropped.insert(c.target);
  }
  return without(whole_background(graph), dropped);
}

BackgroundTies StoreState::whole_background(const KnowledgeGraph& graph) {
  const Members members(sql);
  TieMerge merge(graph.entities, TieMerge::Of::background);
  Sources sources;
  each([&](const StoredArticle& article, const Extraction& extraction) {
    const std::vector<std::int32_t> here = members.of(article.number, extraction.entities.size());
    gather(article, extraction, merge.add(extraction, here, kOneStory), sources);
  });
  BackgroundTies result;
  result.relations = merge.relations();
  for (auto& [node, of_tie] : sources) {  // in the order of the ids, as the relations are
    sort(of_tie);
    result.sources.push_back(std::move(of_tie));
  }
  return result;
}

std::vector<Evidence> StoreState::evidence(const BackgroundTies& background, std::string_view id, std::size_t limit) {
  const auto found = std::ranges::lower_bound(background.relations, id, {}, &GraphRelation::id);
  if (found == background.relations.end() || found->id != id) return {};
  std::vector<Evidence> result;
  for (const BackgroundSource& each :
       background.sources[static_cast<std::size_t>(found - background.relations.begin())]) {
    if (result.size() == limit) break;
    Evidence& next = result.emplace_back(sentence_source(each.article)->evidence(each.span));
    next.confidence = each.confidence;
    next.rule = each.rule;
    next.statement = static_cast<std::int32_t>(each.statement);
  }
  return result;
}

}  // namespace entente
