// A pair of CSV files for Gephi's spreadsheet import: nodes, then edges ("Append to existing workspace").
//
// Gephi guesses the type of a column by its first 25 rows, so that values are written lest the guess be wrong: numbers
// always with a decimal point, and days as 2025/11/01 (a plain ISO date is taken for a timestamp, and switches the
// timeline off). Backslashes are doubled, as Gephi takes one for an escape.
#include <string>
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
  return whole ? number + ".0" : number;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : xml_characters(text)) out.append(c == '\\' ? 2 : 1, c);
  return out;
}

std::string value_of(const Column& column, const Field& field) {
  const std::string text = text_of(field);
  if (column.type == FieldType::day || column.type == FieldType::date) return slashed(text);
  return column.type == FieldType::number ? with_point(text) : escaped(text);
}

/// "<[2025-10-30,2025-10-30]; [2025-11-01,2025-11-02]>"
std::string timeset(const std::vector<Spell>& spells) {
  std::string text;
  for (const Spell& spell : spells) text += (text.empty() ? "<[" : "; [") + spell.first + "," + spell.last + "]";
  return text.empty() ? text : text + ">";
}

class GephiCsvWriter final : public GraphWriter {
 public:
  explicit GephiCsvWriter(const PairOutput& out) : out_(out) {}

  void begin(const Schema& schema) override {
    schema_ = schema;
    std::vector<std::string> nodes{"Id", "Label", "Timeset"};
    for (const Column& column : schema.nodes) nodes.emplace_back(column.name);
    write_row(out_.nodes, nodes, kSeparator);
    std::vector<std::string> edges{"Source", "Target", "Type", "Kind", "Id", "Label", "Weight", "Timeset"};
    for (const Column& column : schema.edges) edges.emplace_back(column.name);
    edges.emplace_back("evidence");
    write_row(out_.edges, edges, kSeparator);
  }

  void node(const Node& node) override {
    std::vector<std::string> row{portable_id(node.id), escaped(node.label), timeset(node.spells)};
    for (std::size_t i = 0; i < node.fields.size(); ++i) row.push_back(value_of(schema_.nodes[i], node.fields[i]));
    write_row(out_.nodes, row, kSeparator);
  }

  void edge(const Edge& edge) override {
    const std::string relation = escaped(edge.relation);
    std::vector<std::string> row{
        portable_id(edge.source),         portable_id(edge.target), "Directed", relation, edge.id, relation,
        with_point(text_of(edge.weight)), timeset(edge.spells)};
    for (std::size_t i = 0; i < edge.fields.size(); ++i) row.push_back(value_of(schema_.edges[i], edge.fields[i]));
    row.push_back(escaped(evidence_text(edge.evidence)));
    write_row(out_.edges, row, kSeparator);
  }

  void end() override {}

 private:
  PairOutput out_;
  Schema schema_;
};

}  // namespace

std::unique_ptr<GraphWriter> make_gephi_csv_writer(const PairOutput& out, const ExportOptions& /*options*/) {
  return std::make_unique<GephiCsvWriter>(out);
}

}  // namespace entente
