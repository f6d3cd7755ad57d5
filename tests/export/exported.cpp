// See exported.h.
#include "tests/export/exported.h"

#include <sstream>

namespace entente {

std::string exported(std::string_view format, const ExportOptions& options, const KnowledgeGraph& graph) {
  std::ostringstream out;
  export_graph(graph, hostile_evidence, *format_named(format), options, out);
  return out.str();
}

Pair exported_pair(std::string_view format, const ExportOptions& options, const KnowledgeGraph& graph) {
  std::ostringstream nodes;
  std::ostringstream edges;
  export_graph(graph, hostile_evidence, *format_named(format), options, PairOutput{nodes, edges});
  return {nodes.str(), edges.str()};
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

std::string part_of(const std::string& text, std::string_view begin, std::string_view end) {
  const std::size_t at = text.find(begin);
  if (at == std::string::npos) return "";
  const std::size_t stop = text.find(end, at + begin.size());
  return stop == std::string::npos ? "" : text.substr(at, stop - at);
}

}  // namespace entente
