// The serialisation of graphology (https://graphology.github.io), for Gephi Lite, sigma.js and other programs in
// JavaScript: {"options":{...},"attributes":{...},"nodes":[{"key":...,"attributes":{...}}],"edges":[...]}.
//
// `label`, `color` and `size` are what sigma.js draws. The column `type` is called `kind`: sigma.js takes `type` for
// the name of a drawing program. What is unknown is left out; lists are joined with "; ", which Gephi Lite takes apart
// again.
#include <cmath>
#include <string>

#include "export/appearance.h"
#include "export/field_text.h"
#include "export/formats.h"
#include "export/json_output.h"

namespace entente {

namespace {

class GraphologyWriter final : public GraphWriter {
 public:
  explicit GraphologyWriter(std::ostream& out) : json_(out) {}

  void begin(const Schema& schema) override {
    schema_ = schema;
    json_.open_object();
    json_.key("options");
    json_.open_object();
    json_.member("type", "directed");
    json_.key("multi");
    json_.truth(true);
    json_.key("allowSelfLoops");
    json_.truth(true);
    json_.close_object();
    json_.key("attributes");
    json_.open_object();
    json_.member("creator", "entente");
    json_.close_object();
    json_.key("nodes");
    json_.open_array();
  }

  void node(const Node& node) override {
    open(node.id);
    json_.key("attributes");
    json_.open_object();
    json_.member("label", node.label);
    json_.member("color", hex(colour_of(node.kind)));
    json_.key("size");
    json_.number(std::round(size_of(node.weight) * 100) / 100);
    if (node.place) {
      json_.key("x");
      json_.number(node.place->x);
      json_.key("y");
      json_.number(node.place->y);
      json_.key("community");
      json_.integer(node.place->community);
    }
    attributes(schema_.nodes, node.fields);
    close();
  }

  void edge(const Edge& edge) override {
    begin_edges();
    open(edge.id);
    json_.member("source", edge.source);
    json_.member("target", edge.target);
    json_.key("attributes");
    json_.open_object();
    json_.member("label", edge.relation);
    json_.key("weight");
    json_.number(edge.weight);
    attributes(schema_.edges, edge.fields);
    if (!edge.evidence.empty()) json_.member("evidence", evidence_text(edge.evidence));
    close();
  }

  void end() override {
    begin_edges();
    json_.close_array();
    json_.close_object();
    json_.new_line();
  }

 private:
  void begin_edges() {
    if (in_edges_) return;
    in_edges_ = true;
    json_.close_array();
    json_.key("edges");
    json_.open_array();
  }

  void open(std::string_view key) {
    json_.new_line();
    json_.open_object();
    json_.member("key", key);
  }

  void close() {
    json_.close_object();
    json_.close_object();
  }

  void attributes(std::span<const Column> columns, const std::vector<Field>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!is_known(values[i])) continue;
      const std::string_view name = columns[i].name == "type" ? "kind" : columns[i].name;
      if (columns[i].type == FieldType::list) {
        json_.member(name, text_of(values[i]));
      } else {
        json_.key(name);
        json_.value(columns[i], values[i]);
      }
    }
  }

  JsonOutput json_;
  Schema schema_;
  bool in_edges_ = false;
};

}  // namespace

std::unique_ptr<GraphWriter> make_graphology_writer(std::ostream& out, const ExportOptions& /*options*/) {
  return std::make_unique<GraphologyWriter>(out);
}

}  // namespace entente
