// A pair of CSV files for Neo4j's bulk import (neo4j-admin database import): the first row names each column and its
// type, kinds become labels (`Person`), relations become types (`MEMBER_OF`).
#include <algorithm>
#include <string>
#include <vector>

#include "export/delimited.h"
#include "export/field_text.h"
#include "export/formats.h"

namespace entente {

namespace {

constexpr char kSeparator = ',';
constexpr std::string_view kBetweenItems = ";";  // Neo4j's default

std::string_view type_suffix(FieldType type) {
  switch (type) {
    case FieldType::integer:
      return ":long";
    case FieldType::number:
      return ":double";
    case FieldType::boolean:
      return ":boolean";
    case FieldType::list:
      return ":string[]";
    case FieldType::day:
      return ":date";
    case FieldType::text:
    case FieldType::date:
      break;
  }
  return "";
}

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// "coded_event" -> "CodedEvent"
std::string label_of(std::string_view kind) {
  std::string label;
  bool begins = true;
  for (const char c : kind) {
    if (c != '_') label += begins ? upper(c) : c;
    begins = c == '_';
  }
  return label;
}

/// "not member_of" -> "NOT_MEMBER_OF"
std::string type_of(std::string_view relation) {
  std::string type;
  for (const char c : relation) type += c == ' ' ? '_' : upper(c);
  return type;
}

/// Neo4j knows no way to write its separator within an item of a list.
std::string value_of(const Field& field) {
  const auto* list = std::get_if<std::vector<std::string>>(&field);
  if (list == nullptr) return text_of(field);
  std::vector<std::string> items = *list;
  for (std::string& item : items) std::ranges::replace(item, ';', ',');
  return list_text(items, kBetweenItems);
}

class Neo4jCsvWriter final : public EdgewiseWriter {
 public:
  explicit Neo4jCsvWriter(const PairOutput& out) : nodes_(out.nodes, kSeparator), edges_(out.edges) {}

  void begin(const Schema& schema) override {
    for (const std::string_view name : {"id:ID", ":LABEL", "name"}) nodes_.add(name);
    for (const Column& column : schema.nodes) nodes_.add(header_of(column));
    nodes_.end_row();
    DelimitedRows edges(edges_, kSeparator);
    for (const std::string_view name : {":START_ID", ":END_ID", ":TYPE", "id", "weight:double"}) edges.add(name);
    for (const Column& column : schema.edges) edges.add(header_of(column));
    edges.add("evidence");
    edges.end_row();
  }

  void node(const Node& node) override {
    nodes_.add(node.id);
    nodes_.add(label_of(node.kind));
    nodes_.add(node.label);
    for (const Field& field : node.fields) nodes_.add(value_of(field));
    nodes_.end_row();
  }

  void append(const Edge& edge, std::string& text) const override {
    DelimitedRow row(text, kSeparator);
    row.add(edge.source);
    row.add(edge.target);
    row.add(type_of(edge.relation));
    row.add(edge.id);
    row.add(text_of(edge.weight));
    for (const Field& field : edge.fields) row.add(value_of(field));
    row.add(evidence_text(edge.evidence));
    row.end();
  }

  void edges(std::string_view text) override { edges_ << text; }

  void end() override {}

 private:
  static std::string header_of(const Column& column) {
    return std::string(column.name) + std::string(type_suffix(column.type));
  }

  DelimitedRows nodes_;
  std::ostream& edges_;
};

}  // namespace

std::unique_ptr<GraphWriter> make_neo4j_csv_writer(const PairOutput& out, const ExportOptions& /*options*/) {
  return std::make_unique<Neo4jCsvWriter>(out);
}

}  // namespace entente
