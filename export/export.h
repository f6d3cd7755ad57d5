// The facade of export: a knowledge graph into a file of some format.
//
// A *view* says what becomes a node and what an edge; a *format* says how they are written. A new format is one file
// and one line in formats.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

#include "graph/evidence_source.h"
#include "graph/filter.h"
#include "graph/knowledge_graph.h"

namespace entente {

/// What becomes a node and what an edge.
enum class View : std::uint8_t {
  entities,  ///< entities are nodes; relations, and events summed by source, target and type, are edges; actors of an
             ///< event without a target are joined with each other
  events,    ///< entities and events are nodes; relations, and the roles of actors in events, are edges
  dyads,     ///< countries are nodes, as `entities`; what their people and organisations did counts for them
};

[[nodiscard]] std::string_view word(View view);
[[nodiscard]] std::optional<View> view_of(std::string_view word);

/// Over what a table of dyads sums.
enum class Period : std::uint8_t { day, month, year };

[[nodiscard]] std::optional<Period> period_of(std::string_view word);

/// Whether nodes get a place in the drawing.
enum class Placing : std::uint8_t {
  few,    ///< by forces, where there are at most kFewNodes
  none,   ///< left to the reader
  force,  ///< by forces (export/layout.h)
};
constexpr std::size_t kFewNodes = 10'000;

[[nodiscard]] std::optional<Placing> placing_of(std::string_view word);

struct ExportOptions {
  View view = View::entities;
  Filter filter;                   ///< what is left of the graph; both ends of an edge must be selected
  bool isolated = false;           ///< write entities without an edge too
  std::string centre = {};         ///< id of an entity: only what is within so many steps of it, in either direction
  std::size_t hops = 1;            ///< steps; with a centre nothing is isolated
  std::size_t sentences = 3;       ///< evidence written with an edge, at most; 0 asks for none
  Period period = Period::month;   ///< of a table of dyads
  Placing placing = Placing::few;  ///< of formats that know places
  std::size_t threads = 1;         ///< that gather edges; evidence is asked for on all of them at once
  std::string title = {};          ///< of a page: the name of the graph
  bool strict = false;  ///< GraphML: valid by the schema as published, without the relation as `label` of an edge
};

/// What a format's files hold.
enum class Contents : std::uint8_t {
  graph,  ///< one file with nodes and edges
  pair,   ///< a file of nodes and a file of edges
  table,  ///< one file of rows that are drawn from the events; views do not matter
  whole,  ///< one file of entities, relations and events as they are; views do not matter
};

/// What is known of a format before anything is written.
struct Format {
  std::string_view name;    ///< "graphml"
  std::string_view ending;  ///< of file names, ".graphml"; empty where only the name tells the format
  std::string_view summary;
  Contents contents = Contents::graph;
  bool places = false;  ///< whether it says where nodes stand
};

/// All formats, by name.
[[nodiscard]] std::span<const Format> formats();
/// A format by its name, or by the ending of a file's name; nullptr where there is none.
[[nodiscard]] const Format* format_named(std::string_view name);
[[nodiscard]] const Format* format_of(const std::filesystem::path& file);

/// How much was written.
struct ExportCounts {
  std::size_t nodes = 0;
  std::size_t edges = 0;
  std::size_t isolated = 0;  ///< entities selected but left out, as they have no edge
  std::size_t rows = 0;      ///< of a table
  bool unplaced = false;     ///< whether there were too many nodes to place, as nobody said that they must be
};

/// Writes a graph in a format that is no pair. The bytes depend on the arguments alone. Evidence is asked for edge by
/// edge; only its first sentences are kept. The caller checks the stream's state and flushes it. Throws
/// std::invalid_argument where the format is a pair.
ExportCounts export_graph(const KnowledgeGraph& graph, const EvidenceSource& evidence, const Format& format,
                          const ExportOptions& options, std::ostream& out);

/// Where to write a format that is a pair.
struct PairOutput {
  std::ostream& nodes;
  std::ostream& edges;
};
/// The same for a pair. Throws std::invalid_argument where the format is none.
ExportCounts export_graph(const KnowledgeGraph& graph, const EvidenceSource& evidence, const Format& format,
                          const ExportOptions& options, const PairOutput& out);

}  // namespace entente
