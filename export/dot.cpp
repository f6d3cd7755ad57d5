// DOT, the language of Graphviz (https://graphviz.org/doc/info/lang.html): a drawing of a small part of a graph. Kinds
// are colours of outlines, weights the width of edges; an edge that reads the same either way has no arrow, one
// of the background is dashed; the evidence is its tooltip.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "export/appearance.h"
#include "export/field_text.h"
#include "export/formats.h"
#include "export/node_id.h"
#include "export/xml_text.h"

namespace entente {

namespace {

constexpr double kWidest = 8;  // of an edge, in points

/// A label or tooltip in quotes. Graphviz reads backslashes as escapes and "&lt;" as a character, so that both are
/// escaped; a tab, which it cannot draw, becomes a blank.
std::string dot_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : xml_characters(text)) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '&':
        out += "&amp;";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        break;
      case '\t':
        out += ' ';
        break;
      default:
        out += c;
    }
  }
  return out + '"';
}

class DotWriter final : public GraphWriter {
 public:
  explicit DotWriter(std::ostream& out) : out_(out) {}

  void begin(const Schema& schema) override {
    const auto symmetric = std::ranges::find(schema.edges, std::string_view("symmetric"), &Column::name);
    symmetric_ = static_cast<std::size_t>(symmetric - schema.edges.begin());
    out_ << "digraph entente {\n"
            "  graph [charset=\"UTF-8\", overlap=false, splines=true];\n"
            "  node [shape=box, style=rounded, penwidth=2, fontname=\"sans-serif\"];\n"
            "  edge [fontname=\"sans-serif\", fontsize=10, color=\"#777777\"];\n";
  }

  void node(const Node& node) override {
    out_ << fmt::format("  \"{}\" [label={}, class=\"{}\", color=\"{}\"];\n", portable_id(node.id),
                        dot_string(node.label), node.kind, hex(colour_of(node.kind)));
  }

  void edge(const Edge& edge) override {
    out_ << fmt::format("  \"{}\" -> \"{}\" [id=\"{}\", label={}, penwidth={:.2f}", portable_id(edge.source),
                        portable_id(edge.target), edge.id, dot_string(edge.relation),
                        std::min(std::sqrt(edge.weight), kWidest));
    if (is_symmetric(edge)) out_ << ", dir=none";
    if (edge.background) out_ << ", style=dashed";
    if (!edge.evidence.empty()) out_ << ", tooltip=" << dot_string(evidence_text(edge.evidence));
    out_ << "];\n";
  }

  void end() override { out_ << "}\n"; }

 private:
  [[nodiscard]] bool is_symmetric(const Edge& edge) const {
    const auto* symmetric = symmetric_ < edge.fields.size() ? std::get_if<bool>(&edge.fields[symmetric_]) : nullptr;
    return symmetric != nullptr && *symmetric;
  }

  std::ostream& out_;
  std::size_t symmetric_ = 0;
};

}  // namespace

std::unique_ptr<GraphWriter> make_dot_writer(std::ostream& out, const ExportOptions& /*options*/) {
  return std::make_unique<DotWriter>(out);
}

}  // namespace entente
