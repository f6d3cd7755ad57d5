// JSON Lines: one object for each node and each edge, with ids as in the graph file, all values, and evidence in full.
//
//   {"record":"node","id":"person/xi-jinping","label":"Xi Jinping","type":"person", ... a key for each node column}
//   {"record":"edge","id":"e1","source":ID,"target":ID,"weight":2.0,"relation":"leads", ... a key for each edge column,
//    "evidence":[{"article":"a1","title":"...","source":"...","published":"...","url":"...","begin":0,"end":12,"text":"...","denies":false}]}
//
// Every object of a kind has the same keys in the same order; what is unknown is null, an empty list is []. `begin` and
// `end` are the code points of the words that say so, within the article's text.
#include <string>

#include "export/formats.h"
#include "export/json_output.h"

namespace entente {

namespace {

class JsonlWriter final : public GraphWriter {
 public:
  explicit JsonlWriter(std::ostream& out) : json_(out) {}

  void begin(const Schema& schema) override { schema_ = schema; }

  void node(const Node& node) override {
    open("node", node.id);
    json_.member("label", node.label);
    fields(schema_.nodes, node.fields);
    close();
  }

  void edge(const Edge& edge) override {
    open("edge", edge.id);
    json_.member("source", edge.source);
    json_.member("target", edge.target);
    json_.key("weight");
    json_.number(edge.weight);
    fields(schema_.edges, edge.fields);
    json_.key("evidence");
    json_.evidence(edge.evidence);
    close();
  }

  void end() override {}

 private:
  void open(std::string_view record, const std::string& id) {
    json_.reset();
    json_.open_object();
    json_.member("record", record);
    json_.member("id", id);
  }

  void close() {
    json_.close_object();
    json_.new_line();
  }

  void fields(std::span<const Column> columns, const std::vector<Field>& values) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      json_.key(columns[i].name);
      json_.value(columns[i], values[i]);
    }
  }

  JsonOutput json_;
  Schema schema_;
};

}  // namespace

std::unique_ptr<GraphWriter> make_jsonl_writer(std::ostream& out, const ExportOptions& /*options*/) {
  return std::make_unique<JsonlWriter>(out);
}

}  // namespace entente
