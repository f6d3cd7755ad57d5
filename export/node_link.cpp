// Node-link data of networkx (networkx.node_link_graph), which D3 draws as well: {"directed":true,"multigraph":true,
// "graph":{},"nodes":[{"id":...}],"edges":[{"source":...,"target":...,"key":"e1"}]}. Lists stay lists, evidence is
// whole; what is unknown is left out, as networkx writes no None into other formats.
#include <string>

#include "export/formats.h"
#include "export/json_output.h"

namespace entente {

namespace {

class NodeLinkWriter final : public GraphWriter {
 public:
  explicit NodeLinkWriter(std::ostream& out) : json_(out) {}

  void begin(const Schema& schema) override {
    schema_ = schema;
    json_.open_object();
    json_.key("directed");
    json_.truth(true);
    json_.key("multigraph");
    json_.truth(true);
    json_.key("graph");
    json_.open_object();
    json_.member("creator", "entente");
    json_.close_object();
    json_.key("nodes");
    json_.open_array();
  }

  void node(const Node& node) override {
    json_.new_line();
    json_.open_object();
    json_.member("id", node.id);
    json_.member("label", node.label);
    attributes(schema_.nodes, node.fields);
    json_.close_object();
  }

  void edge(const Edge& edge) override {
    begin_edges();
    json_.new_line();
    json_.open_object();
    json_.member("source", edge.source);
    json_.member("target", edge.target);
    json_.member("key", edge.id);
    json_.key("weight");
    json_.number(edge.weight);
    attributes(schema_.edges, edge.fields);
    json_.key("evidence");
    json_.evidence(edge.evidence);
    json_.close_object();
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

  void attributes(std::span<const Column> columns, const std::vector<Field>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!is_known(values[i])) continue;
      json_.key(columns[i].name);
      json_.value(columns[i], values[i]);
    }
  }

  JsonOutput json_;
  Schema schema_;
  bool in_edges_ = false;
};

}  // namespace

std::unique_ptr<GraphWriter> make_node_link_writer(std::ostream& out, const ExportOptions& /*options*/) {
  return std::make_unique<NodeLinkWriter>(out);
}

}  // namespace entente
