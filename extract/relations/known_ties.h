// What the lexicon knows of the ties between those that an article speaks of.
#pragma once

#include "extract/relations/rules.h"

namespace entente {

/// Where places and organisations lie and what state a body is of, what countries people are of, who held which office
/// on the article's day: background to what the article says. Between two entities that it names, with the sentence
/// that names both, else the first that names the subject, as evidence.
void known_ties(const Analysis& analysis, const Resolution& resolution, const Lexicon& lexicon, Findings& findings);

}  // namespace entente
