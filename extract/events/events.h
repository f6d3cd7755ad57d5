// What happened or was said between the actors of an article, coded in PLOVER: triggers of tables and of the
// model, roles from the trees.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/extraction.h"
#include "extract/language/analysis.h"
#include "extract/language/heads/article_reading.h"
#include "extract/resolution/resolve.h"
#include "extract/resolution/sentence_view.h"
#include "extract/trace.h"

namespace entente {

/// An event with its evidence in bytes. `rule` names the row of the table that fired.
struct EventDraft {
  std::string_view type;
  std::string_view mode;
  std::string_view cameo;
  std::vector<std::int32_t> sources;
  std::vector<std::int32_t> targets;
  std::int32_t place = kNoEntity;
  std::int32_t attribution = kNoEntity;
  std::string date;
  DatePrecision precision = DatePrecision::unknown;
  Modality modality = Modality::actual;
  ByteSpan trigger;
  ByteSpan evidence;
  double confidence = 0;
  std::string rule;
};

/// The events that the sentences of an article report, in the order of the text. An event without an actor on either
/// side is none of ours and left out. `reading` weighs the triggers where the model has a head for events;
/// `trace` takes the rows that were tried.
[[nodiscard]] std::vector<EventDraft> find_events(const Analysis& analysis, const Trees& trees,
                                                  const SentenceView& view, const ArticleReading* reading = nullptr,
                                                  Trace* trace = nullptr);

/// Goldstein intensity of a CAMEO code, or of the longest beginning of it that the table has; 0 where there is none.
[[nodiscard]] double intensity_of(std::string_view cameo);

}  // namespace entente
