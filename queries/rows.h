// Relations, events and entities as rows of an answer, the same in every question.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "queries/answer.h"
#include "queries/world.h"

namespace entente {

/// Nothing where the text is empty.
[[nodiscard]] Value text_value(std::string text);
[[nodiscard]] Value count_value(std::size_t count);
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view separator = ", ");
/// The names of entities, joined by ", ".
[[nodiscard]] std::string names_of(const KnowledgeGraph& graph, const std::vector<std::uint32_t>& entities);
/// "leads", "not member_of".
[[nodiscard]] std::string relation_word(const GraphRelation& relation);
/// When an event happened, or was first reported where no date is known.
[[nodiscard]] const std::string& day_of(const GraphEvent& event);

/// "located_in (background)" where no article says so.
[[nodiscard]] std::string marked_relation_word(const GraphRelation& relation);

/// Columns id, subject, relation, object, role, held_from, held_to, past, first_date, last_date, articles, stories,
/// confidence, where it is asked for background, and those of the sentence.
[[nodiscard]] std::vector<std::string> relation_columns(const World& world);
[[nodiscard]] std::vector<Value> relation_row(const World& world, std::uint32_t relation);

/// Columns id, date, event, mode, actors, targets, place, modality, reported_by, asserted_by, denied_by, intensity,
/// first_date, last_date, articles, stories, confidence, and those of the sentence.
[[nodiscard]] std::vector<std::string> event_columns();
[[nodiscard]] std::vector<Value> event_row(const World& world, std::uint32_t event);

/// Columns sentence, article, outlet, published: the surest statement behind an id.
[[nodiscard]] std::vector<std::string> sentence_columns();
void append_sentence(std::vector<Value>& row, const World& world, std::string_view id);

/// A section of relations or events without rows, with what people see where.
[[nodiscard]] Section relation_section(const World& world, std::string key, std::string heading);
[[nodiscard]] Section event_section(std::string key, std::string heading);

/// Says in a note how many rows were left out by a limit.
void note_left_out(Answer& answer, std::string_view what, std::size_t shown, std::size_t found);

}  // namespace entente
