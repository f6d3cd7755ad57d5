// See rows.h.
#include "queries/rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente {

namespace {

constexpr std::size_t kReadAtMost = 32;  // statements among which the surest is looked for
constexpr std::array kSentenceColumns{"sentence", "article", "outlet", "published"};

std::string name_at(const KnowledgeGraph& graph, std::int32_t entity) {
  return entity < 0 ? "" : graph.entities[static_cast<std::size_t>(entity)].name;
}

std::vector<std::string> with_sentence(std::vector<std::string> columns) {
  columns.insert(columns.end(), kSentenceColumns.begin(), kSentenceColumns.end());
  return columns;
}

/// What people see under a row that states a tie or event.
std::vector<std::string> below_columns() {
  return {"sentence", "outlet", "published", "article", "id", "confidence", "articles"};
}

}  // namespace

Value text_value(std::string text) {
  if (text.empty()) return {};
  return text;
}

Value count_value(std::size_t count) {
  return static_cast<std::int64_t>(count);
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  return fmt::format("{}", fmt::join(parts, separator));
}

std::string names_of(const KnowledgeGraph& graph, const std::vector<std::uint32_t>& entities) {
  std::vector<std::string> names;
  for (const std::uint32_t entity : entities) names.push_back(graph.entities[entity].name);
  return joined(names);
}

std::string relation_word(const GraphRelation& relation) {
  return (relation.negated ? "not " : "") + relation.type;
}

std::string marked_relation_word(const GraphRelation& relation) {
  return relation_word(relation) + (relation.background ? " (background)" : "");
}

const std::string& day_of(const GraphEvent& event) {
  return event.date.empty() ? event.first_date : event.date;
}

std::vector<std::string> sentence_columns() {
  return with_sentence({});
}

void append_sentence(std::vector<Value>& row, const World& world, std::string_view id) {
  const std::vector<Evidence> evidence = world.evidence ? world.evidence(id, kReadAtMost) : std::vector<Evidence>{};
  const auto surest = std::ranges::max_element(evidence, {}, &Evidence::confidence);
  if (surest == evidence.end()) {
    row.resize(row.size() + kSentenceColumns.size());
    return;
  }
  row.insert(row.end(), {text_value(surest->text), text_value(surest->article), text_value(surest->source),
                         text_value(surest->published)});
}

std::vector<std::string> relation_columns(const World& world) {
  std::vector<std::string> columns{"id",   "subject",    "relation",  "object",   "role",    "held_from", "held_to",
                                   "past", "first_date", "last_date", "articles", "stories", "confidence"};
  if (world.filter.background) columns.emplace_back("background");
  return with_sentence(std::move(columns));
}

std::vector<Value> relation_row(const World& world, std::uint32_t relation) {
  const GraphRelation& r = world.graph.relations[relation];
  std::vector<Value> row{r.id,
                         world.graph.entities[r.subject].name,
                         relation_word(r),
                         world.graph.entities[r.object].name,
                         text_value(r.role),
                         text_value(r.start),
                         text_value(r.end),
                         r.past,
                         text_value(r.first_date),
                         text_value(r.last_date),
                         count_value(r.articles),
                         count_value(r.weight),
                         r.confidence};
  if (world.filter.background) row.emplace_back(r.background);
  append_sentence(row, world, r.id);
  return row;
}

std::vector<std::string> event_columns() {
  return with_sentence({"id", "date", "event", "mode", "actors", "targets", "place", "modality", "reported_by",
                        "asserted_by", "denied_by", "intensity", "first_date", "last_date", "articles", "stories",
                        "confidence"});
}

std::vector<Value> event_row(const World& world, std::uint32_t event) {
  const GraphEvent& e = world.graph.events[event];
  std::vector<Value> row{e.id,
                         text_value(e.date),
                         e.type,
                         text_value(e.mode),
                         text_value(names_of(world.graph, e.sources)),
                         text_value(names_of(world.graph, e.targets)),
                         text_value(name_at(world.graph, e.place)),
                         std::string(word(e.modality)),
                         text_value(name_at(world.graph, e.attribution)),
                         text_value(names_of(world.graph, e.asserted_by)),
                         text_value(names_of(world.graph, e.denied_by)),
                         e.intensity,
                         text_value(e.first_date),
                         text_value(e.last_date),
                         count_value(e.articles),
                         count_value(e.weight),
                         e.confidence};
  append_sentence(row, world, e.id);
  return row;
}

Section relation_section(const World& world, std::string key, std::string heading) {
  return {std::move(key),
          std::move(heading),
          relation_columns(world),
          {},
          false,
          below_columns(),
          {"first_date", "last_date", "stories"}};
}

Section event_section(std::string key, std::string heading) {
  return {std::move(key),
          std::move(heading),
          event_columns(),
          {},
          false,
          below_columns(),
          {"first_date", "last_date", "asserted_by", "stories"}};
}

void note_left_out(Answer& answer, std::string_view what, std::size_t shown, std::size_t found) {
  if (found > shown) answer.notes.push_back(fmt::format("{} of {} {} shown; --limit shows more", shown, found, what));
}

}  // namespace entente
