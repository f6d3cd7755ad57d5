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
  const Entity& subject = resolution_.entities[static_cast<std::size_t>(draft.subject)];
  const Entity& object = resolution_.entities[static_cast<std::size_t>(draft.object)];
  if (draft.type == "member_of" && subject.kind == Kind::person && object.type == "party") {
    draft.type = "party_member";
    draft.role.clear();
  }
  const RelationType* type = ontology().relation(draft.type);
  if (!type || draft.subject == draft.object) return;
  if (!joins(type->subjects, subject.kind) || !joins(type->objects, object.kind)) return;
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
