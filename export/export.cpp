// See export.h.
#include "export/export.h"

#include <fmt/format.h>

#include <stdexcept>

#include "export/formats.h"
#include "export/views.h"

namespace entente {

std::optional<Period> period_of(std::string_view word) {
  if (word == "day") return Period::day;
  if (word == "month") return Period::month;
  if (word == "year") return Period::year;
  return std::nullopt;
}

ExportCounts export_graph(const KnowledgeGraph& graph, const EvidenceSource& evidence, const Format& format,
                          const ExportOptions& options, std::ostream& out) {
  const Registration& registration = registration_of(format);
  if (registration.table != nullptr) {
    ExportCounts counts;
    counts.rows = registration.table(graph, evidence, options, out);
    return counts;
  }
  if (registration.writer == nullptr) {
    throw std::invalid_argument(fmt::format("the format {} is two files, one of nodes and one of edges", format.name));
  }
  return write_view(graph, evidence, options, *registration.writer(out, options));
}

ExportCounts export_graph(const KnowledgeGraph& graph, const EvidenceSource& evidence, const Format& format,
                          const ExportOptions& options, const PairOutput& out) {
  const Registration& registration = registration_of(format);
  if (registration.pair_writer == nullptr) {
    throw std::invalid_argument(fmt::format("the format {} is one file", format.name));
  }
  return write_view(graph, evidence, options, *registration.pair_writer(out, options));
}

}  // namespace entente
