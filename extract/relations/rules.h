// The rules that find relations in a sentence, and where they put what they find.
#pragma once

#include <string>
#include <vector>

#include "extract/language/analysis.h"
#include "extract/lexicon/lexicon.h"
#include "extract/relations/relations.h"
#include "extract/resolution/sentence_view.h"
#include "extract/resolution/trees.h"

namespace entente {

/// Collects statements of relations; drops what the ontology does not allow (kinds that a type does not join, a tie to
/// oneself).
class Findings {
 public:
  explicit Findings(const Resolution& resolution) : resolution_(resolution) {}
  /// Of a type and between kinds that the ontology knows; who is a member of a party is its party_member.
  void add(RelationDraft draft);
  [[nodiscard]] std::vector<RelationDraft> take() { return std::move(drafts_); }

 private:
  const Resolution& resolution_;
  std::vector<RelationDraft> drafts_;
};

/// Offices and posts: "Chinese President Xi Jinping", "John Delury, a historian at Yonsei University", "Lee's spokesman
/// Kim".
void title_rules(const SentenceView& view, const Sentence& sentence, const Lexicon& lexicon, Findings& findings);

/// Seats, places, kin, members: "Xiaomi, the Chinese tech giant", "Goma, a city in the DRC", "his wife, Jill Biden".
void apposition_rules(const SentenceView& view, const Sentence& sentence, Findings& findings);

/// Verbs and nouns of ties over the tree: "was born in", "who founded", "his wife, Jill", "a suburb of".
void tree_rules(const Trees& trees, const SentenceView& view, const Sentence& sentence, Findings& findings);

}  // namespace entente
