// The country that somebody belongs to or acts for, where no name but a tie of the article tells it.
#pragma once

#include <span>
#include <vector>

#include "extract/extraction.h"
#include "extract/relations/relations.h"

namespace entente {

/// Gives a country to the entities that have none: that of the surest tie that binds them to one ("Syria's supreme
/// court", "a member of the Iranian parliament"), or to a body that has one. Ties denied, past, unsure or of the
/// lexicon alone do not count.
void give_countries(std::span<const RelationDraft> ties, std::vector<Entity>& entities);

}  // namespace entente
