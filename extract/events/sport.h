// Whether an article reports sport, whose words are those of war and diplomacy: teams meet, attack and defend.
#pragma once

#include "extract/events/tree_view.h"

namespace entente {

/// By the share of words of sport in it (the class "sports" of data/ontology/noun_classes.tsv): 95 in 100 articles
/// found are of sport, 86 in 100 of sport are found (BBC news, by its own sections; docs/quality.md).
[[nodiscard]] bool about_sport(const TreeView& tree);

}  // namespace entente
