// Every format: the same bytes each time, whole where the graph is empty, and valid UTF-8 whatever the names are.
#include <doctest/doctest.h>

#include <string>

#include "extract/text/utf8.h"
#include "tests/export/exported.h"

using namespace entente;

namespace {

std::string all_of(const Format& format, const KnowledgeGraph& graph) {
  ExportOptions options;
  options.isolated = true;
  options.view = View::events;
  if (format.contents != Contents::pair) return exported(format.name, options, graph);
  const Pair pair = exported_pair(format.name, options, graph);
  return pair.nodes + pair.edges;
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

TEST_CASE("formats are found by name and by the ending of a file's name") {
  CHECK(format_of("a/World.GEXF")->name == "gexf");
  CHECK(format_of("world.json")->name == "graphology");
  CHECK(format_of("world.tsv")->name == "events");
  CHECK(format_of("world") == nullptr);
  for (const Format& format : formats()) CHECK(format_named(format.name) == &format);
}
