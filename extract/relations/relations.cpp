#include "extract/relations/relations.h"

#include <algorithm>

#include "extract/ontology.h"
#include "extract/relations/known_ties.h"
#include "extract/relations/model_ties.h"
#include "extract/relations/rules.h"
#include "extract/relations/weigh.h"
#include "extract/text/table.h"

namespace entente {
namespace {

bool joins(std::string_view kinds, Kind kind) {
  return std::ranges::any_of(split(kinds, '|'), [kind](std::string_view each) { return each == word(kind); });
}

}  // namespace

void Findings::add(RelationDraft draft) {
  const RelationType* type = ontology().relation(draft.type);
  if (!type || draft.subject == draft.object) return;
  const auto kind = [this](std::int32_t e) { return resolution_.entities[static_cast<std::size_t>(e)].kind; };
  if (!joins(type->subjects, kind(draft.subject)) || !joins(type->objects, kind(draft.object))) return;
  draft.type = type->name;
  drafts_.push_back(std::move(draft));
}

std::vector<RelationDraft> find_relations(const Analysis& analysis, const Trees& trees, const SentenceView& view,
                                          const Lexicon& lexicon, const ArticleReading& reading, Trace* trace) {
  Findings findings(view.resolution());
  for (const Sentence& sentence : analysis.sentences) {
    if (sentence.heading) continue;
    title_rules(view, sentence, lexicon, findings);
    apposition_rules(view, sentence, findings);
    tree_rules(trees, view, sentence, findings);
  }
  model_ties(analysis, trees, view, reading, findings);
  known_ties(analysis, view.resolution(), lexicon, findings);
  return weigh(findings.take(), view.resolution(), trace);
}

}  // namespace entente
