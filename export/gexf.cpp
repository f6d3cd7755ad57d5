// GEXF 1.3 (https://gexf.net), the format that keeps most in Gephi: a timeline, kinds of edges, typed columns, colours
// and sizes. Written so that Gephi reports no issue and the published RELAX NG grammar holds: all edges directed; full
// dates, in UTC; spells apart from each other; the id of an attribute is its title; no title and no schema location.
#include <fmt/format.h>

#include <string>

#include "export/appearance.h"
#include "export/field_text.h"
#include "export/formats.h"
#include "export/node_id.h"
#include "export/text_output.h"
#include "export/xml_text.h"

namespace entente {

namespace {

constexpr std::string_view kEvidence = "evidence";
constexpr std::string_view kCommunity = "community";

std::string_view type_word(FieldType type) {
  switch (type) {
    case FieldType::integer:
      return "integer";
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

class GexfWriter final : public EdgewiseWriter {
 public:
  GexfWriter(std::ostream& out, bool places) : out_(out), places_(places) {}

  void begin(const Schema& schema) override {
    schema_ = schema;
    out_
        << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n"
           "  <meta>\n"
           "    <creator>entente</creator>\n"
           "    <description>A knowledge graph of international relations</description>\n"
           "  </meta>\n"
           "  <graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\" "
           "timezone=\"UTC\">\n"
           "    <attributes class=\"node\" mode=\"static\">\n";
    declare(schema.nodes);
    if (places_) declare(kCommunity, FieldType::integer);
    out_ << "    </attributes>\n"
            "    <attributes class=\"edge\" mode=\"static\">\n";
    declare(schema.edges);
    declare(kEvidence, FieldType::text);
    out_ << "    </attributes>\n"
            "    <nodes>\n";
  }

  void node(const Node& node) override {
    out_ << "      <node id=\"" << portable_id(node.id) << "\" label=\"" << xml_attribute(node.label) << "\">\n";
    out_ << "        <attvalues>\n";
    values(out_, schema_.nodes, node.fields);
    if (node.place) value(out_, kCommunity, fmt::to_string(node.place->community));
    out_ << "        </attvalues>\n";
    spells(out_, node.spells);
    const Colour colour = colour_of(node.kind);
    out_ << fmt::format("        <viz:color r=\"{}\" g=\"{}\" b=\"{}\"/>\n", colour.red, colour.green, colour.blue);
    if (node.place) {
      out_ << fmt::format("        <viz:position x=\"{:.1f}\" y=\"{:.1f}\" z=\"0.0\"/>\n", node.place->x,
                          node.place->y);
    }
    out_ << fmt::format("        <viz:size value=\"{:.2f}\"/>\n", size_of(node.weight)) << "      </node>\n";
  }

  void append(const Edge& edge, std::string& text) const override {
    TextPiece out(text);
    const std::string relation = xml_attribute(edge.relation);
    out << "      <edge id=\"" << portable_id(edge.id) << "\" source=\"" << portable_id(edge.source) << "\" target=\""
        << portable_id(edge.target) << "\" type=\"directed\" kind=\"" << relation << "\" label=\"" << relation
        << "\" weight=\"" << fmt::to_string(edge.weight) << "\">\n";
    out << "        <attvalues>\n";
    values(out, schema_.edges, edge.fields);
    value(out, kEvidence, evidence_text(edge.evidence));
    out << "        </attvalues>\n";
    spells(out, edge.spells);
    out << "      </edge>\n";
  }

  void edges(std::string_view text) override {
    begin_edges();
    out_ << text;
  }

  void end() override {
    begin_edges();
    out_ << "    </edges>\n  </graph>\n</gexf>\n";
    out_.flush();
  }

 private:
  void declare(std::span<const Column> columns) {
    for (const Column& column : columns) declare(column.name, column.type);
  }

  void declare(std::string_view name, FieldType type) {
    out_ << "      <attribute id=\"" << name << "\" title=\"" << name << "\" type=\"" << type_word(type) << "\"/>\n";
  }

  void begin_edges() {
    if (!in_edges_) out_ << "    </nodes>\n    <edges>\n";
    in_edges_ = true;
  }

  template <typename Output>
  static void values(Output& out, std::span<const Column> columns, const std::vector<Field>& fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) value(out, columns[i].name, text_of(fields[i]));
  }

  template <typename Output>
  static void value(Output& out, std::string_view name, std::string_view value) {
    const std::string text = xml_attribute(value);
    if (!text.empty()) out << "          <attvalue for=\"" << name << "\" value=\"" << text << "\"/>\n";
  }

  template <typename Output>
  static void spells(Output& out, const std::vector<Spell>& spells) {
    if (spells.empty()) return;
    out << "        <spells>\n";
    for (const Spell& spell : spells) {
      out << "          <spell start=\"" << spell.first << "\" end=\"" << spell.last << "\"/>\n";
    }
    out << "        </spells>\n";
  }

  TextOutput out_;
  bool places_;
  Schema schema_;
  bool in_edges_ = false;
};

}  // namespace

std::unique_ptr<GraphWriter> make_gexf_writer(std::ostream& out, const ExportOptions& options) {
  return std::make_unique<GexfWriter>(out, options.placing != Placing::none);
}

}  // namespace entente
