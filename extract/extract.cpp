#include "extract/extract.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "extract/events/events.h"
#include "extract/language/analysis.h"
#include "extract/language/names.h"
#include "extract/language/read_language.h"
#include "extract/ontology.h"
#include "extract/relations/countries.h"
#include "extract/relations/relations.h"
#include "extract/relations/sectors.h"
#include "extract/resolution/resolve.h"
#include "extract/resolution/sentence_view.h"
#include "extract/text/utf8.h"

namespace entente {
namespace {

/// To the digits that an extraction line gives.
double rounded(double confidence) {
  constexpr double kDigits = 1e4;
  return std::round(confidence * kDigits) / kDigits;
}

Relation relation_of(RelationDraft&& draft, const CodePoints& points) {
  Relation relation;
  relation.type = draft.type;
  relation.subject = draft.subject;
  relation.object = draft.object;
  relation.role = std::move(draft.role);
  relation.negated = draft.negated;
  relation.past = draft.past;
  relation.background = draft.background;
  relation.evidence = points.span(draft.evidence);
  relation.confidence = rounded(draft.confidence);
  relation.rule = draft.rule;
  return relation;
}

Event event_of(EventDraft&& draft, const CodePoints& points) {
  const EventType* type = ontology().event(draft.type);
  Event event;
  event.type = draft.type;
  event.mode = draft.mode;
  event.cameo = draft.cameo;
  event.quad = type->quad;
  event.intensity = intensity_of(draft.cameo);
  event.date = std::move(draft.date);
  event.precision = draft.precision;
  event.place = draft.place;
  event.sources = std::move(draft.sources);
  event.targets = std::move(draft.targets);
  event.trigger = points.span(draft.trigger);
  event.evidence = points.span(draft.evidence);
  event.modality = draft.modality;
  event.attribution = draft.attribution;
  event.confidence = rounded(draft.confidence);
  event.rule = std::move(draft.rule);
  return event;
}

/// Names, nominals and pronouns, and the entities of those who are never named, behind the others.
void add_mentions(const Resolution& resolution, const CodePoints& points, Extraction& result) {
  for (const auto* mentions : {&resolution.mentions, &resolution.tentative}) {
    for (const TokenMention& mention : *mentions) {
      const Kind kind = result.entities[static_cast<std::size_t>(mention.entity)].kind;
      result.mentions.push_back({points.span(mention.span), mention.form, kind, mention.entity});
    }
  }
  for (const LooseName& name : resolution.loose)
    result.mentions.push_back({points.span(name.span), name.form, name.kind, kNoEntity});
  for (const UnnamedEntity& unnamed : resolution.unnamed) {
    const auto entity = static_cast<std::int32_t>(result.entities.size());
    result.entities.push_back({unnamed.kind, {}, unnamed.name, {}, {}, {}, {}, false});
    for (const TokenMention& mention : unnamed.mentions)
      result.mentions.push_back({points.span(mention.span), mention.form, unnamed.kind, entity});
  }
  std::ranges::stable_sort(result.mentions, {}, [](const Mention& m) { return std::pair(m.span.begin, m.span.end); });
}

}  // namespace

Extraction extract(const Article& article, const Lexicon& lexicon, const Reader& reader, Trace* trace) {
  Extraction result;
  result.article = article;
  Analysis analysis = analyse(article.text);
  const ArticleReading reading = read_language(article.text, reader, analysis);
  const Trees trees(analysis);
  Resolution resolution =
      resolve(article, analysis, find_names(article.text, analysis, lexicon), lexicon, trees, &reading);
  const SentenceView view(analysis, resolution);
  const CodePoints points(article.text);
  for (const Sentence& sentence : analysis.sentences) result.sentences.push_back(points.span(sentence.span));
  std::vector<RelationDraft> ties = find_relations(analysis, trees, view, lexicon, reading, trace);
  give_countries(ties, resolution.entities);
  give_sectors(ties, resolution.entities);
  for (RelationDraft& draft : ties) result.relations.push_back(relation_of(std::move(draft), points));
  for (EventDraft& draft : find_events(analysis, trees, view, &reading, trace))
    result.events.push_back(event_of(std::move(draft), points));
  result.entities = std::move(resolution.entities);
  add_mentions(resolution, points, result);
  return result;
}

}  // namespace entente
