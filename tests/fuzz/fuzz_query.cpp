// Any bytes, asked as a query of a small graph: an answer or a message, no crash, and no query that goes on for ever.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

#include "extract/text/utf8.h"
#include "queries/cypher/cypher.h"
#include "queries/cypher/lexer.h"
#include "queries/cypher/query_error.h"

namespace {

using namespace entente;

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

KnowledgeGraph small_graph() {
  KnowledgeGraph graph;
  for (const char* id : {"country/chn", "country/usa", "person/kim", "person/xi"}) {
    GraphEntity& entity = graph.entities.emplace_back();
    entity.id = id;
    entity.kind = entity.id.starts_with("country") ? Kind::country : Kind::person;
    entity.name = entity.id.substr(entity.id.find('/') + 1);
    entity.articles = 3;
  }
  for (std::uint32_t i = 0; i < 3; ++i) {
    GraphRelation& relation = graph.relations.emplace_back();
    relation.id = "r-00000000000" + std::to_string(i);
    relation.type = i == 0 ? "leads" : "opposes";
    relation.subject = 3 - i;
    relation.object = i == 0 ? 0 : 1 - i % 2;
    relation.confidence = 1;
    GraphEvent& event = graph.events.emplace_back();
    event.id = "e-00000000000" + std::to_string(i);
    event.type = i == 0 ? "CONSULT" : "ACCUSE";
    event.date = "2025-11-01";
    event.sources = {i};
    if (i > 0) event.targets = {0};
    if (i == 0) event.sources = {0, 1, 3};
    event.confidence = 1;
  }
  return graph;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const KnowledgeGraph kGraph = small_graph();
  static const Filter kFilter;
  static const Topology kTopology(kGraph, kFilter);
  static const PatternGraph kPatterns(kGraph, kFilter);
  const World world{kGraph, kFilter, kTopology, {}};
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t end = end_of_query(text);
  require(end == std::string_view::npos || text[end] == ';', "a query ends at a semicolon");
  const NameFinder find = [](const std::string& name, const EntityTest& among) {
    return find_entity(kGraph, name, among);
  };
  try {
    const Answer answer = answer_query(world, kPatterns, text, find, {100'000, 10'000});
    for (const auto& row : answer.sections.front().rows) {
      require(row.size() == answer.sections.front().columns.size(), "a row has a value for each column");
    }
  } catch (const std::runtime_error& error) {
    require(!std::string_view(error.what()).empty(), "an error says what is wrong");
    require(valid_utf8(error.what()), "a message is valid UTF-8");
  }
  return 0;
}
