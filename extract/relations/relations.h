// Lasting ties between the entities of an article, from titles, appositions, possessives and a few plain verbs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/language/analysis.h"
#include "extract/language/heads/article_reading.h"
#include "extract/lexicon/lexicon.h"
#include "extract/resolution/resolve.h"
#include "extract/resolution/sentence_view.h"
#include "extract/trace.h"

namespace entente {

/// A relation with its evidence in bytes. `rule` names the pattern that said so.
struct RelationDraft {
  std::string_view type;
  std::int32_t subject = kNoEntity;
  std::int32_t object = kNoEntity;
  std::string role;
  bool negated = false;
  bool past = false;
  ByteSpan evidence;
  double confidence = 0;
  std::string_view rule;
  bool background = false;  ///< known from the lexicon, or read across sentences: no sentence says so
};

constexpr std::string_view kRelationsHead = "relations head";  ///< `rule` of what the model reads

/// All ties that the sentences of an article state, each once with its surest statement, and those that the lexicon
/// knows between what the article speaks of (`background`), in the order of the text. Rules and the model's reading are
/// weighed together; `trace` takes what each of them said.
[[nodiscard]] std::vector<RelationDraft> find_relations(const Analysis& analysis, const Trees& trees,
                                                        const SentenceView& view, const Lexicon& lexicon,
                                                        const ArticleReading& reading, Trace* trace = nullptr);

}  // namespace entente
