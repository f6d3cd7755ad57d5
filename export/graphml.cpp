// GraphML (http://graphml.graphdrawing.org), written so that Gephi, networkx, igraph and the published schema all take
// it: all edges directed, one an (source, target, relation); ids of NMTOKEN characters; key ids unique over nodes and
// edges and clear of the names that Gephi gives a meaning of its own; the relation as XML attribute `label` of an edge,
// from which Gephi tells kinds of parallel edges apart (left out when strict, as the schema does not know it).
#include <fmt/format.h>

#include <string>
#include <vector>

#include "export/field_text.h"
#include "export/formats.h"
#include "export/node_id.h"
#include "export/text_output.h"
#include "export/xml_text.h"

namespace entente {

namespace {

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
    case FieldType::day:
    case FieldType::date:
      break;
  }
  return "string";
}

class GraphmlWriter final : public EdgewiseWriter {
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
    data(out_, "label", node.label);
    for (std::size_t i = 0; i < node.fields.size(); ++i) data(out_, node_keys_[i], text_of(node.fields[i]));
    out_ << "    </node>\n";
  }

  void append(const Edge& edge, std::string& text) const override {
    TextPiece out(text);
    out << "    <edge id=\"" << portable_id(edge.id) << "\" source=\"" << portable_id(edge.source) << "\" target=\""
        << portable_id(edge.target) << '"';
    if (!strict_) out << " label=\"" << xml_attribute(edge.relation) << '"';
    out << ">\n";
    data(out, "edgelabel", edge.relation);
    data(out, "weight", fmt::to_string(edge.weight));
    for (std::size_t i = 0; i < edge.fields.size(); ++i) data(out, edge_keys_[i], text_of(edge.fields[i]));
    data(out, kEvidence, evidence_text(edge.evidence));
    out << "    </edge>\n";
  }

  void edges(std::string_view text) override { out_ << text; }

  void end() override {
    out_ << "  </graph>\n</graphml>\n";
    out_.flush();
  }

 private:
  void key(std::string_view id, std::string_view domain, std::string_view name, std::string_view type) {
    out_ << "  <key id=\"" << id << "\" for=\"" << domain << "\" attr.name=\"" << name << "\" attr.type=\"" << type
         << "\"/>\n";
  }

  template <typename Output>
  static void data(Output& out, std::string_view key, std::string_view value) {
    const std::string text = xml_text(value);
    if (!text.empty()) out << "      <data key=\"" << key << "\">" << text << "</data>\n";
  }

  TextOutput out_;
  bool strict_;
  std::vector<std::string> node_keys_;
  std::vector<std::string> edge_keys_;
};

}  // namespace

std::unique_ptr<GraphWriter> make_graphml_writer(std::ostream& out, const ExportOptions& options) {
  return std::make_unique<GraphmlWriter>(out, options.strict);
}

}  // namespace entente
