// Why an article states a tie or an event: who said so, what the confidence is made of, and what else was considered.
#include <fmt/format.h>

#include <cmath>

#include "extract/text/utf8.h"
#include "queries/queries.h"
#include "queries/rows.h"

namespace entente {

namespace {

constexpr double kDigits = 1e4;  // of a score that is shown

const std::string& name_of(const Extraction& extraction, std::int32_t entity) {
  static const std::string kNobody;
  return entity < 0 ? kNobody : extraction.entities[static_cast<std::size_t>(entity)].name;
}

/// What was considered of the pair that a stored relation joins; by name, for another program may have numbered them.
std::vector<const Considered*> of_pair(const Rereading& reading, const Relation& relation) {
  const std::string& subject = name_of(reading.stored, relation.subject);
  const std::string& object = name_of(reading.stored, relation.object);
  std::vector<const Considered*> found;
  for (const Considered& each : reading.trace.ties) {
    const std::string& one = name_of(reading.fresh, each.subject);
    const std::string& other = name_of(reading.fresh, each.object);
    if ((one == subject && other == object) || (one == object && other == subject)) found.push_back(&each);
  }
  return found;
}

std::vector<const Considered*> of_trigger(const Rereading& reading, const Event& event) {
  const CodePoints points(reading.stored.article.text);
  std::vector<const Considered*> found;
  for (const Considered& each : reading.trace.events) {
    if (points.span(each.where) == event.trigger) found.push_back(&each);
  }
  return found;
}

}  // namespace

Answer why_tie(const Stated& tie, std::span<const Rereading> readings, std::size_t left_out) {
  Section statements{"statements",
                     "What articles say: " + tie.text,
                     {"statement", "published", "confidence", "rule", "sentence", "article"},
                     {},
                     false,
                     {"sentence", "rule", "article"}};
  Section considered{
      "considered", "What was considered", {"statement", "says", "by", "score", "verdict", "subject", "object"}, {},
      false,        {"by", "verdict"}};
  Answer answer;
  bool differs = false;
  std::size_t number = 0;
  for (const Rereading& reading : readings) {
    for (const Evidence& said : reading.statements) {
      ++number;
      statements.rows.push_back({count_value(number), text_value(said.published), said.confidence,
                                 text_value(said.rule), text_value(said.text), text_value(said.article)});
      const auto at = static_cast<std::size_t>(said.statement);
      const auto found = tie.id.starts_with('e') ? of_trigger(reading, reading.stored.events[at])
                                                 : of_pair(reading, reading.stored.relations[at]);
      differs = differs || found.empty();
      for (const Considered* each : found) {
        const auto score = each->score > 0 ? Value(std::round(each->score * kDigits) / kDigits) : Value();
        considered.rows.push_back({count_value(number), each->says, each->by, score, each->verdict,
                                   text_value(name_of(reading.fresh, each->subject)),
                                   text_value(name_of(reading.fresh, each->object))});
      }
    }
  }
  if (differs)
    answer.notes.push_back(
        "some statements were not considered again: another version or another program read them; see `entente "
        "verify`");
  note_left_out(answer, "statements", number, number + left_out);
  answer.sections.push_back(std::move(statements));
  answer.sections.push_back(std::move(considered));
  return answer;
}

}  // namespace entente
