// JSON Lines: one object for each node and each edge, with ids as in the graph file, all values, and evidence in full.
//
//   {"record":"node","id":"person/xi-jinping","label":"Xi Jinping","type":"person", ... a key for each node column}
//   {"record":"edge","id":"e1","source":ID,"target":ID,"weight":2.0,"relation":"leads", ... a key for each edge column,
//    "evidence":[{"article":"a1","title":"...","source":"...","published":"...","url":"...","begin":0,"end":12,"text":"..."}]}
//
// Every object of a kind has the same keys in the same order; what is unknown is null, an empty list is []. `begin` and
// `end` are the code points of the words that say so, within the article's text.
#include <rapidjson/ostreamwrapper.h>
#include <rapidjson/writer.h>

#include <cmath>
#include <string>
#include <vector>

#include "export/formats.h"

namespace entente {

namespace {

class JsonlWriter final : public GraphWriter {
 public:
  explicit JsonlWriter(std::ostream& out) : stream_(out), json_(stream_) {}

  void begin(const Schema& schema) override { schema_ = schema; }

  void node(const Node& node) override {
    open("node", node.id);
    member("label", node.label);
    fields(schema_.nodes, node.fields);
    close();
  }

  void edge(const Edge& edge) override {
    open("edge", edge.id);
    member("source", edge.source);
    member("target", edge.target);
    key("weight");
    json_.Double(edge.weight);
    fields(schema_.edges, edge.fields);
    key("evidence");
    json_.StartArray();
    for (const Evidence& statement : edge.evidence) write(statement);
    json_.EndArray();
    close();
  }

  void end() override {}

 private:
  void open(std::string_view record, const std::string& id) {
    json_.Reset(stream_);
    json_.StartObject();
    member("record", record);
    member("id", id);
  }

  void close() {
    json_.EndObject();
    stream_.Put('\n');
  }

  void key(std::string_view name) { json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }

  void string(std::string_view text) { json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }

  void member(std::string_view name, std::string_view text) {
    key(name);
    string(text);
  }

  void text_or_null(std::string_view name, std::string_view text) {
    key(name);
    if (text.empty()) {
      json_.Null();
    } else {
      string(text);
    }
  }

  void fields(std::span<const Column> columns, const std::vector<Field>& values) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      key(columns[i].name);
      write(columns[i], values[i]);
    }
  }

  void write(const Column& column, const Field& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
      string(*text);
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
      json_.Int64(*integer);
    } else if (const auto* number = std::get_if<double>(&value); number != nullptr && std::isfinite(*number)) {
      json_.Double(*number);
    } else if (const auto* truth = std::get_if<bool>(&value)) {
      json_.Bool(*truth);
    } else if (column.type == FieldType::list) {
      json_.StartArray();
      if (const auto* list = std::get_if<std::vector<std::string>>(&value)) {
        for (const std::string& item : *list) string(item);
      }
      json_.EndArray();
    } else {
      json_.Null();
    }
  }

  void write(const Evidence& statement) {
    json_.StartObject();
    member("article", statement.article);
    text_or_null("title", statement.title);
    text_or_null("source", statement.source);
    text_or_null("published", statement.published);
    text_or_null("url", statement.url);
    key("begin");
    json_.Uint(statement.span.begin);
    key("end");
    json_.Uint(statement.span.end);
    member("text", statement.text);
    json_.EndObject();
  }

  rapidjson::OStreamWrapper stream_;
  rapidjson::Writer<rapidjson::OStreamWrapper> json_;
  Schema schema_;
};

}  // namespace

std::unique_ptr<GraphWriter> make_jsonl_writer(std::ostream& out, const ExportOptions& /*options*/) {
  return std::make_unique<JsonlWriter>(out);
}

}  // namespace entente
