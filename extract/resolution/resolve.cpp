#include "extract/resolution/resolve.h"

#include <algorithm>
#include <utility>

#include "extract/resolution/body_names.h"
#include "extract/resolution/metonyms.h"
#include "extract/resolution/name_draft.h"
#include "extract/resolution/person_names.h"
#include "extract/resolution/phrase_mentions.h"
#include "extract/resolution/titles_alone.h"
#include "extract/resolution/trees.h"
#include "extract/resolution/unlisted_types.h"

namespace entente {
namespace {

ActorWord actor_word(const NameDraft& draft, const NameSpan& name) {
  const LexiconEntry entry = draft.lexicon.entry(name.entries[0]);
  return {name.first, name.last, name.kind == NameKind::title, entry.name, entry.type, entry.sector};
}

/// Short forms, titles and headings, in the order of the text.
void follow(NameDraft& draft, PersonNames& people, BodyNames& bodies) {
  TitlesAlone titles(draft, people);
  for (std::size_t i = 0; i < draft.size(); ++i) {
    const NameSpan& name = draft.names[i];
    const bool word = name.kind == NameKind::title || name.kind == NameKind::agent;
    if (word && name.type != "honorific") draft.result.words.push_back(actor_word(draft, name));
    if (draft.entity_of_name[i] != kNoEntity) {
      if (Person* person = draft.people.of_entity(draft.entity_of_name[i])) person->last_token = name.first;
    } else if (name.kind == NameKind::title && !draft.heading(i)) {
      titles.resolve(i);
    } else if (name.kind == NameKind::person) {
      people.short_name(i);
    } else if (!word && draft.heading(i)) {
      bodies.join_heading(i);
    }
  }
}

Resolution resolve_names(const Analysis& analysis, NameDraft& draft, const Trees& trees) {
  PersonNames people(draft);
  const Metonyms metonyms(draft.lexicon, trees);
  BodyNames bodies(draft, metonyms);
  people.full_names();
  for (std::size_t i = 0; i < draft.size(); ++i) {
    if (!draft.heading(i)) bodies.name(i);
  }
  follow(draft, people, bodies);
  for (std::size_t i = 0; i < draft.size(); ++i) bodies.loose(i);
  settle_unlisted_types(analysis, draft);
  std::ranges::stable_sort(draft.result.mentions, {},
                           [](const TokenMention& m) { return std::pair(m.first, ~m.last); });
  return std::move(draft.result);
}

}  // namespace

Resolution resolve(const Article& article, const Analysis& analysis, const std::vector<NameSpan>& names,
                   const Lexicon& lexicon, const Trees& trees, const ArticleReading* reading) {
  NameDraft draft(article, analysis, names, lexicon);
  const std::string speech = draft.speech;
  Resolution result = resolve_names(analysis, draft, trees);
  add_phrase_mentions(article.text, speech, analysis, trees, names, reading, result);
  return result;
}

}  // namespace entente
