// A pair of CSV files for Gephi's spreadsheet import: nodes, then edges ("Append to existing workspace").
//
// Gephi guesses the type of a column by its first 25 rows, so that values are written lest the guess be wrong: numbers
// always with a decimal point, and days as 2025/11/01 (a plain ISO date is taken for a timestamp, and switches the
// timeline off). Backslashes are doubled, as Gephi takes one for an escape.
#include <string>
#include <utility>
#include <vector>

#include "export/delimited.h"
#include "export/field_text.h"
#include "export/formats.h"
#include "export/node_id.h"
#include "export/xml_text.h"

namespace entente {

namespace {

constexpr char kSeparator = ',';

/// "2025-11" -> "2025/11/00": in one shape, whatever is known.
std::string slashed(std::string date) {
  for (char& c : date) c = c == '-' ? '/' : c;
  if (date.size() == 4) date += "/00";
  if (date.size() == 7) date += "/00";
  return date;
}

std::string with_point(std::string number) {
  const bool whole = !number.empty() && number.find_first_not_of("-0123456789") == std::string::npos;
  if (whole) number += ".0";
  return number;
}

std::string escaped(std::string_view text) {
  std::string out = xml_characters(text);
  for (std::size_t at = out.find('\\'); at != std::string::npos; at = out.find('\\', at + 2)) out.insert(at, 1, '\\');
  return out;
}

std::string value_of(const Column& column, const Field& field) {
  if (const auto* plain = std::get_if<std::string>(&field); plain != nullptr && column.type == FieldType::text) {
    return escaped(*plain);
  }
  std::string text = text_of(field);
  switch (column.type) {
    case FieldType::day:
    case FieldType::date:
      return slashed(std::move(text));
    case FieldType::number:
      return with_point(std::move(text));
    case FieldType::text:
    case FieldType::list:
      return escaped(text);
    case FieldType::integer:
    case FieldType::boolean:
      break;
  }
  return text;
}

/// "<[2025-10-30,2025-10-30]; [2025-11-01,2025-11-02]>"
std::string timeset(const std::vector<Spell>& spells) {
  std::string text;
  for (const Spell& spell : spells) text += (text.empty() ? "<[" : "; [") + spell.first + "," + spell.last + "]";
  return text.empty() ? text : text + ">";
}

class GephiCsvWriter final : public EdgewiseWriter {
 public:
  explicit GephiCsvWriter(const PairOutput& out) : nodes_(out.nodes, kSeparator), edges_(out.edges) {}

  void begin(const Schema& schema) override {
    schema_ = schema;
    for (const std::string_view name : {"Id", "Label", "Timeset"}) nodes_.add(name);
    for (const Column& column : schema.nodes) nodes_.add(column.name);
    nodes_.end_row();
    DelimitedRows edges(edges_, kSeparator);
    for (const std::string_view name : {"Source", "Target", "Type", "Kind", "Id", "Label", "Weight", "Timeset"}) {
      edges.add(name);
    }
    for (const Column& column : schema.edges) edges.add(column.name);
    edges.add("evidence");
    edges.end_row();
  }

  void node(const Node& node) override {
    nodes_.add(portable_id(node.id));
    nodes_.add(escaped(node.label));
    nodes_.add(timeset(node.spells));
    for (std::size_t i = 0; i < node.fields.size(); ++i) nodes_.add(value_of(schema_.nodes[i], node.fields[i]));
    nodes_.end_row();
  }

  void append(const Edge& edge, std::string& text) const override {
    DelimitedRow row(text, kSeparator);
    const std::string relation = escaped(edge.relation);
    row.add(portable_id(edge.source));
    row.add(portable_id(edge.target));
    row.add("Directed");
    row.add(relation);
    row.add(edge.id);
    row.add(relation);
    row.add(with_point(text_of(edge.weight)));
    row.add(timeset(edge.spells));
    for (std::size_t i = 0; i < edge.fields.size(); ++i) row.add(value_of(schema_.edges[i], edge.fields[i]));
    row.add(escaped(evidence_text(edge.evidence)));
    row.end();
  }

  void edges(std::string_view text) override { edges_ << text; }

  void end() override {}

 private:
  DelimitedRows nodes_;
  std::ostream& edges_;
  Schema schema_;
};

}  // namespace

std::unique_ptr<GraphWriter> make_gephi_csv_writer(const PairOutput& out, const ExportOptions& /*options*/) {
  return std::make_unique<GephiCsvWriter>(out);
}

}  // namespace entente
