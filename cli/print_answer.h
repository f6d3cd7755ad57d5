// Answers as people read them and as programs do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <span>
#include <string_view>

#include "queries/answer.h"

namespace entente {

enum class AnswerFormat : std::uint8_t { table, json, jsonl, csv, tsv };
[[nodiscard]] std::optional<AnswerFormat> answer_format_of(std::string_view word);
[[nodiscard]] std::span<const std::string_view> answer_format_words();

struct TableStyle {
  std::size_t width = 100;
  bool colour = false;
};

/// For people: sections under headings, columns aligned, sentences wrapped under their row, notes last. Columns without
/// any value, and those for programs alone, are not shown.
void print_table(const Answer& answer, const TableStyle& style, std::ostream& out);

/// One object: each section's key with an array of rows (objects, with all columns; null where there is no value), then
/// "notes".
void print_json(const Answer& answer, std::ostream& out);

/// One row a line, with its section's key under "section". Notes are left out.
void print_jsonl(const Answer& answer, std::ostream& out);

/// One table: where the answer has several sections, first a column "section", then the columns of all of them. CSV is
/// quoted as in RFC 4180; in TSV a tab, line break and backslash within a value are written \t, \n and \\. Notes are
/// left out.
void print_csv(const Answer& answer, std::ostream& out);
void print_tsv(const Answer& answer, std::ostream& out);

void print(const Answer& answer, AnswerFormat format, const TableStyle& style, std::ostream& out);

}  // namespace entente
