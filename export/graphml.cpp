// GraphML (http://graphml.graphdrawing.org), written so that Gephi, networkx, igraph and the published schema all take
// it: all edges directed, one an (source, target, relation); ids of NMTOKEN characters; key ids unique over nodes and
// edges and clear of the names that Gephi gives a meaning of its own; the relation as XML attribute `label` of an edge,
// from which Gephi tells kinds of parallel edges apart (left out when strict, as the schema does not know it).
#include <fmt/format.h>

#include <cmath>
#include <string>
#include <vector>

#include "export/formats.h"
#include "export/node_id.h"
#include "export/xml_text.h"
#include "extract/text/utf8.h"

namespace entente {

namespace {

constexpr std::size_t kSnippetLength = 400;  // code points of a sentence that are shown
constexpr std::string_view kEvidence = "e_evidence";

std::string_view type_word(FieldType type) {
  switch (type) {
    case FieldType::integer:
      return "int";
    case FieldType::number:
      return "double";
    case FieldType::boolean:
      return "boolean";
    case FieldType::text:
    case FieldType::list:
      break;
  }
  return "string";
}

std::string joined(const std::vector<std::string>& list) {
  std::string text;
  for (const std::string& item : list) text += (text.empty() ? "" : "; ") + item;
  return text;
}

/// The value as text, not yet escaped; empty where there is none.
std::string text_of(const Field& field) {
  struct Printer {
    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const { return fmt::to_string(number); }
    std::string operator()(double number) const { return std::isfinite(number) ? fmt::to_string(number) : ""; }
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(const std::vector<std::string>& list) const { return joined(list); }
  };
  return std::visit(Printer{}, field);
}

std::string cut(const std::string& sentence) {
  if (count_code_points(sentence) <= kSnippetLength) return sentence;
  std::size_t at = 0;
  for (std::size_t i = 0; i + 1 < kSnippetLength; ++i) decode(sentence, at);
  return sentence.substr(0, at) + "…";
}

/// "The sentence. [Reuters, 2025-11-01] | The next. [a17]"
std::string evidence_text(const std::vector<Evidence>& evidence) {
  std::string text;
  for (const Evidence& statement : evidence) {
    if (!text.empty()) text += " | ";
    text += cut(statement.text) + " [" + (statement.source.empty() ? statement.article : statement.source);
    if (!statement.published.empty()) text += ", " + statement.published;
    text += "]";
  }
  return text;
}

class GraphmlWriter final : public GraphWriter {
 public:
  GraphmlWriter(std::ostream& out, bool strict) : out_(out), strict_(strict) {}

  void begin(const Schema& schema) override {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    key("label", "node", "label", "string");
    for (const Column& column : schema.nodes) {
      node_keys_.push_back(fmt::format("n_{}", column.name));
      key(node_keys_.back(), "node", column.name, type_word(column.type));
    }
    key("edgelabel", "edge", "label", "string");
    key("weight", "edge", "weight", "double");
    for (const Column& column : schema.edges) {
      edge_keys_.push_back(fmt::format("e_{}", column.name));
      key(edge_keys_.back(), "edge", column.name, type_word(column.type));
    }
    key(kEvidence, "edge", "evidence", "string");
    out_ << "  <graph id=\"G\" edgedefault=\"directed\">\n";
  }

  void node(const Node& node) override {
    out_ << "    <node id=\"" << portable_id(node.id) << "\">\n";
    data("label", node.label);
    for (std::size_t i = 0; i < node.fields.size(); ++i) data(node_keys_[i], text_of(node.fields[i]));
    out_ << "    </node>\n";
  }

  void edge(const Edge& edge) override {
    out_ << "    <edge id=\"" << portable_id(edge.id) << "\" source=\"" << portable_id(edge.source) << "\" target=\""
         << portable_id(edge.target) << '"';
    if (!strict_) out_ << " label=\"" << xml_attribute(edge.relation) << '"';
    out_ << ">\n";
    data("edgelabel", edge.relation);
    data("weight", fmt::to_string(edge.weight));
    for (std::size_t i = 0; i < edge.fields.size(); ++i) data(edge_keys_[i], text_of(edge.fields[i]));
    data(kEvidence, evidence_text(edge.evidence));
    out_ << "    </edge>\n";
  }

  void end() override { out_ << "  </graph>\n</graphml>\n"; }

 private:
  void key(std::string_view id, std::string_view domain, std::string_view name, std::string_view type) {
    out_ << "  <key id=\"" << id << "\" for=\"" << domain << "\" attr.name=\"" << name << "\" attr.type=\"" << type
         << "\"/>\n";
  }

  void data(std::string_view key, std::string_view value) {
    const std::string text = xml_text(value);
    if (!text.empty()) out_ << "      <data key=\"" << key << "\">" << text << "</data>\n";
  }

  std::ostream& out_;
  bool strict_;
  std::vector<std::string> node_keys_;
  std::vector<std::string> edge_keys_;
};

}  // namespace

std::unique_ptr<GraphWriter> make_graphml_writer(std::ostream& out, const ExportOptions& options) {
  return std::make_unique<GraphmlWriter>(out, options.strict);
}

}  // namespace entente
