// Every format: the same bytes each time, whole where the graph is empty, and valid UTF-8 whatever the names are.
#include <doctest/doctest.h>

#include <string>

#include "extract/text/utf8.h"
#include "tests/export/exported.h"

using namespace entente;

namespace {

std::string all_of(const Format& format, const KnowledgeGraph& graph, std::size_t threads = 1) {
  ExportOptions options;
  options.threads = threads;
  options.isolated = true;
  options.view = View::events;
  if (format.contents != Contents::pair) return exported(format.name, options, graph);
  const Pair pair = exported_pair(format.name, options, graph);
  return pair.nodes + pair.edges;
}

/// More edges than a thread gathers at a time, and more text than is handed on at once.
KnowledgeGraph large_graph() {
  constexpr std::uint32_t kEntities = 40;
  KnowledgeGraph graph;
  for (std::uint32_t i = 0; i < kEntities; ++i) {
    GraphEntity& entity = graph.entities.emplace_back();
    entity.name = std::to_string(100 + i);
    entity.id = "person/" + entity.name;
  }
  for (std::uint32_t i = 0; i < kEntities * kEntities; ++i) {
    if (i % kEntities == i / kEntities) continue;
    GraphRelation& relation = graph.relations.emplace_back();
    relation.id = "r-" + std::to_string(100'000'000'000 + i);
    relation.type = "opposes";
    relation.subject = i / kEntities;
    relation.object = i % kEntities;
    relation.weight = relation.articles = 1;
    relation.confidence = 0.9;
  }
  return graph;
}

}  // namespace

TEST_CASE("every format gives the same bytes each time, in valid UTF-8, ending with a line") {
  CHECK(formats().size() == 14);
  for (const Format& format : formats()) {
    CAPTURE(format.name);
    const std::string text = all_of(format, hostile_graph());
    CHECK(text == all_of(format, hostile_graph()));
    CHECK(valid_utf8(text));
    CHECK(text.back() == '\n');
    const std::string empty = all_of(format, {});
    CHECK((format.name == "jsonl" ? empty.empty() : empty.back() == '\n'));
  }
}

TEST_CASE("every format gives the same bytes whatever the number of threads") {
  const KnowledgeGraph graph = large_graph();
  for (const Format& format : formats()) {
    CAPTURE(format.name);
    CHECK(all_of(format, graph, 1) == all_of(format, graph, 3));
  }
}

TEST_CASE("a large file is whole and in order") {
  ExportOptions options;
  options.threads = 3;
  const std::string text = exported("graphml", options, large_graph());
  CHECK(count(text, "<edge ") == 1560);
  CHECK(text.find("id=\"e1\"") < text.find("id=\"e780\""));
  CHECK(text.find("id=\"e780\"") < text.find("id=\"e1560\""));
  CHECK(text.ends_with("</edge>\n  </graph>\n</graphml>\n"));
}

TEST_CASE("formats are found by name and by the ending of a file's name") {
  CHECK(format_of("a/World.GEXF")->name == "gexf");
  CHECK(format_of("world.json")->name == "graphology");
  CHECK(format_of("world.tsv")->name == "events");
  CHECK(format_of("world") == nullptr);
  for (const Format& format : formats()) CHECK(format_named(format.name) == &format);
}
