// A page to look at in a browser, in one file: what page/ was built into, with the graph and its sentences in it.
#include <algorithm>

#include "export/formats.h"
#include "export/fragment.h"
#include "export/page.h"

namespace entente {

namespace {

/// Everything is in the file, so of each entity only few sentences; those of its ties come on top.
constexpr std::size_t kSentencesOfEntity = 2;

}  // namespace

ExportCounts write_page(const KnowledgeGraph& graph, const EvidenceSource& evidence, const ExportOptions& options,
                        std::ostream& out) {
  const Selection selection = selection_of(graph, options);
  FragmentOptions fragment;
  fragment.sentences = options.sentences;
  fragment.entity_sentences = std::min(options.sentences, kSentencesOfEntity);
  fragment.title = options.title;
  fragment.totals = {{"entities", selection.entities.size()},
                     {"relations", selection.relations.size()},
                     {"events", selection.events.size()}};
  const auto places = places_of(graph, selection);
  write_page_around(
      "'none'", [&](std::ostream& data) { write_fragment(graph, evidence, selection, places, fragment, data); }, out);
  ExportCounts counts;
  counts.nodes = selection.entities.size();
  counts.edges = selection.relations.size() + selection.events.size();
  counts.isolated = selection.isolated;
  return counts;
}

}  // namespace entente
