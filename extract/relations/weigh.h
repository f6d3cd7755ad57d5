// Where what rules, the model and the lexicon say of the ties of an article is weighed together.
#pragma once

#include <vector>

#include "extract/relations/relations.h"
#include "extract/resolution/resolve.h"

namespace entente {

/// One draft for each tie, in the order of the text. A rule and the model that say the same make it surer; what the
/// lexicon knows gives way to what the article says. The model is not believed against the lexicon in where places lie,
/// nor twice where there can be one (a place of birth), nor in a lesser tie where a greater one holds. `trace`
/// takes each draft with what became of it.
[[nodiscard]] std::vector<RelationDraft> weigh(std::vector<RelationDraft> drafts, const Resolution& resolution,
                                               Trace* trace = nullptr);

}  // namespace entente
