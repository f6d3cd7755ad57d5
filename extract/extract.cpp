#include "extract/extract.h"

#include <algorithm>
#include <utility>

#include "extract/events/events.h"
#include "extract/language/analysis.h"
#include "extract/language/names.h"
#include "extract/language/read_language.h"
#include "extract/ontology.h"
#include "extract/relations/relations.h"
#include "extract/resolution/resolve.h"
#include "extract/resolution/sentence_view.h"
#include "extract/text/utf8.h"

namespace entente {
namespace {

Relation relation_of(RelationDraft&& draft, const CodePoints& points) {
  Relation relation;
  relation.type = draft.type;
  relation.subject = draft.subject;
  relation.object = draft.object;
  relation.role = std::move(draft.role);
  relation.negated = draft.negated;
  relation.past = draft.past;
  relation.evidence = points.span(draft.evidence);
  relation.confidence = draft.confidence;
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
  event.confidence = draft.confidence;
  event.rule = std::move(draft.rule);
  return event;
}

}  // namespace

Extraction extract(const Article& article, const Lexicon& lexicon, const Reader& reader) {
  Extraction result;
  result.article = article;
  Analysis analysis = analyse(article.text);
  [[maybe_unused]] const ArticleReading reading = read_language(article.text, reader, analysis);
  Resolution resolution = resolve(article, analysis, find_names(article.text, analysis, lexicon), lexicon);
  const SentenceView view(analysis, resolution);
  const CodePoints points(article.text);
  for (const Sentence& sentence : analysis.sentences) result.sentences.push_back(points.span(sentence.span));
  for (RelationDraft& draft : find_relations(analysis, view, lexicon))
    result.relations.push_back(relation_of(std::move(draft), points));
  for (EventDraft& draft : find_events(analysis, view)) result.events.push_back(event_of(std::move(draft), points));
  for (const TokenMention& mention : resolution.mentions) {
    const Kind kind = resolution.entities[static_cast<std::size_t>(mention.entity)].kind;
    result.mentions.push_back({points.span(mention.span), mention.form, kind, mention.entity});
  }
  for (const LooseName& name : resolution.loose)
    result.mentions.push_back({points.span(name.span), name.form, name.kind, kNoEntity});
  std::ranges::sort(result.mentions, {}, [](const Mention& m) { return std::pair(m.span.begin, m.span.end); });
  result.entities = std::move(resolution.entities);
  return result;
}

}  // namespace entente
