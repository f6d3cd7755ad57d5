// Writes the hostile graph for other readers to read:
//   write_hostile_graph FORMAT VIEW plain|strict > FILE
//   write_hostile_graph FORMAT VIEW plain|strict NODES EDGES   (a format that is a pair)
// and prints how many nodes, edges and rows there are on standard error.
#include <fstream>
#include <iostream>
#include <string>

#include "export/export.h"
#include "tests/export/hostile_graph.h"

using namespace entente;

int main(int argc, char** argv) {
  if (argc != 4 && argc != 6) return 2;
  const Format* format = format_named(argv[1]);
  const auto view = view_of(argv[2]);
  if (format == nullptr || !view || (format->contents == Contents::pair) != (argc == 6)) return 2;
  ExportOptions options;
  options.view = *view;
  options.strict = std::string(argv[3]) == "strict";
  options.isolated = true;
  options.filter.negated = true;
  options.filter.denied = true;
  ExportCounts counts;
  if (format->contents == Contents::pair) {
    std::ofstream nodes(argv[4], std::ios::binary);
    std::ofstream edges(argv[5], std::ios::binary);
    counts = export_graph(hostile_graph(), hostile_evidence, *format, options, PairOutput{nodes, edges});
  } else {
    counts = export_graph(hostile_graph(), hostile_evidence, *format, options, std::cout);
  }
  std::cerr << counts.nodes << ' ' << counts.edges << ' ' << counts.rows << '\n';
}
