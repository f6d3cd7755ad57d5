// The registry of formats: one line each.
#include "export/formats.h"

#include <algorithm>
#include <array>
#include <string>

namespace entente {

namespace {

constexpr Registration graph(std::string_view name, std::string_view ending, MakeWriter writer,
                             std::string_view summary) {
  return {{name, ending, summary, Contents::graph}, writer, nullptr, nullptr};
}

constexpr Registration placed_graph(std::string_view name, std::string_view ending, MakeWriter writer,
                                    std::string_view summary) {
  return {{name, ending, summary, Contents::graph, true}, writer, nullptr, nullptr};
}

constexpr Registration pair(std::string_view name, std::string_view ending, MakePairWriter writer,
                            std::string_view summary) {
  return {{name, ending, summary, Contents::pair}, nullptr, writer, nullptr};
}
constexpr Registration table(std::string_view name, std::string_view ending, WriteTable write,
                             std::string_view summary) {
  return {{name, ending, summary, Contents::table}, nullptr, nullptr, write};
}

constexpr Registration whole(std::string_view name, std::string_view ending, WriteWhole write,
                             std::string_view summary) {
  return {{name, ending, summary, Contents::whole, true}, nullptr, nullptr, nullptr, write};
}

constexpr std::array kRegistry{
    pair("csv", ".csv", make_gephi_csv_writer, "CSV for Gephi and spreadsheets, FILE.nodes.csv and FILE.edges.csv"),
    graph("dot", ".dot", make_dot_writer, "DOT, for Graphviz"),
    table("dyads", "", write_dyad_table, "events of two countries by day, month or year, as CSV"),
    table("events", ".tsv", write_event_table,
          "a row for each event and report, in the columns of ICEWS, tab-separated"),
    placed_graph("gexf", ".gexf", make_gexf_writer, "GEXF 1.3, for Gephi with its timeline, and Gephi Lite"),
    graph("graphml", ".graphml", make_graphml_writer, "GraphML, for Gephi, networkx, igraph, yEd and Neo4j"),
    placed_graph("graphology", ".json", make_graphology_writer, "JSON, for Gephi Lite, graphology and sigma.js"),
    whole("html", ".html", write_page, "a page to look at in a browser: graph, timeline, sentences, in one file"),
    whole("json-ld", ".jsonld", write_json_ld, "JSON-LD, in terms of schema.org, Wikidata and Web Annotation"),
    graph("jsonl", ".jsonl", make_jsonl_writer,
          "JSON Lines: an object for each node and edge, with all values and evidence"),
    pair("neo4j", "", make_neo4j_csv_writer, "CSV for Neo4j's bulk import, FILE.nodes.csv and FILE.edges.csv"),
    graph("node-link", "", make_node_link_writer, "node-link JSON, for networkx and D3"),
    placed_graph("svg", ".svg", make_svg_writer, "a drawing, for papers and pages"),
    whole("turtle", ".ttl", write_turtle, "RDF as Turtle, in terms of schema.org, Wikidata and Web Annotation"),
};

constexpr auto kFormats = [] {
  std::array<Format, kRegistry.size()> formats;
  for (std::size_t i = 0; i < formats.size(); ++i) formats[i] = kRegistry[i].format;
  return formats;
}();

}  // namespace

std::span<const Format> formats() {
  return kFormats;
}

const Format* format_named(std::string_view name) {
  for (const Format& format : kFormats) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

const Format* format_of(const std::filesystem::path& file) {
  std::string ending = file.extension().string();
  for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const Format& format : kFormats) {
    if (!ending.empty() && format.ending == ending) return &format;
  }
  return nullptr;
}

const Registration& registration_of(const Format& format) {
  const auto* found = std::ranges::find(kFormats, format.name, &Format::name);
  return kRegistry.at(static_cast<std::size_t>(found - kFormats.begin()));
}

}  // namespace entente
