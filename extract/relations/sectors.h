// What kind of actor somebody is, where no title but a tie of the article tells it.
#pragma once

#include <span>
#include <vector>

#include "extract/extraction.h"
#include "extract/relations/relations.h"

namespace entente {

/// Gives a sector to bodies by their type, then to the people that have none: that of the body to which the surest tie
/// binds them ("CEO of Renault": BUS), GOV of who leads, represents or speaks for a country. Ties denied, past, unsure
/// or of the lexicon alone do not count. People of no type get that of their sector.
void give_sectors(std::span<const RelationDraft> ties, std::vector<Entity>& entities);

}  // namespace entente
