// "Jay, did he know?", "Thank you, Josh": whom the speakers of a transcript speak to.
#pragma once

#include <vector>

#include "extract/language/analysis.h"
#include "extract/language/names.h"
#include "extract/lexicon/lexicon.h"

namespace entente {

/// Of each name whether it addresses somebody: a first name between commas in the turn of a transcript. The tree often
/// makes a subject of it. Linear in the names.
[[nodiscard]] std::vector<bool> addressed(const Analysis& analysis, const std::vector<NameSpan>& names,
                                          const Lexicon& lexicon);

}  // namespace entente
