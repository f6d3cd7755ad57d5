// Writes the hostile graph for other readers to read: write_hostile_graph FORMAT VIEW plain|strict > FILE
#include <iostream>
#include <string>

#include "export/export.h"
#include "tests/export/hostile_graph.h"

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const entente::Format* format = entente::format_named(argv[1]);
  const auto view = entente::view_of(argv[2]);
  if (format == nullptr || !view) return 2;
  entente::ExportOptions options;
  options.view = *view;
  options.strict = std::string(argv[3]) == "strict";
  options.isolated = true;
  options.filter.negated = true;
  options.filter.denied = true;
  const entente::ExportCounts counts =
      entente::export_graph(entente::hostile_graph(), entente::hostile_evidence, *format, options, std::cout);
  std::cerr << counts.nodes << ' ' << counts.edges << '\n';
}
