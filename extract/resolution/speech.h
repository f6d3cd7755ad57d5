// Articles that are what somebody says for a state from the first word to the last: statements, addresses.
#pragma once

#include <string>

#include "extract/article.h"
#include "extract/lexicon/lexicon.h"

namespace entente {

/// The ISO code of the country for which an article speaks, by its title ("Ireland: statement in the General Debate",
/// "Remarks by the President of France"); empty where the title tells of no speech, or names no country or several.
[[nodiscard]] std::string speech_of(const Article& article, const Lexicon& lexicon);

}  // namespace entente
