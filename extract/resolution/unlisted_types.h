// The types of those whom no list has. The model learned names from texts on politics, where most people are
// politicians, most bodies parties and most events elections: in other news the words beside a name must bear it out.
#pragma once

#include "extract/language/analysis.h"
#include "extract/resolution/name_draft.h"

namespace entente {

/// Takes the type from people read as politicians and bodies read as parties where no sentence that names them speaks
/// of politics, and gives named events the type that a word of their name tells.
void settle_unlisted_types(const Analysis& analysis, NameDraft& draft);

}  // namespace entente
