// See export.h.
#include "export/export.h"

#include <fmt/format.h>

#include <stdexcept>

#include "export/formats.h"
#include "export/views.h"

namespace entente {

std::optional<Placing> placing_of(std::string_view word) {
  if (word == "none") return Placing::none;
  if (word == "force") return Placing::force;
  return std::nullopt;
}

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
  if (registration.whole != nullptr) return registration.whole(graph, evidence, options, out);
  if (registration.writer == nullptr) {
    throw std::invalid_argument(fmt::format("the format {} is two files, one of nodes and one of edges", format.name));
  }
  ExportOptions of_format = options;
  if (!format.places) of_format.placing = Placing::none;
  return write_view(graph, evidence, of_format, *registration.writer(out, of_format));
}

ExportCounts export_graph(const KnowledgeGraph& graph, const EvidenceSource& evidence, const Format& format,
                          const ExportOptions& options, const PairOutput& out) {
  const Registration& registration = registration_of(format);
  if (registration.pair_writer == nullptr) {
    throw std::invalid_argument(fmt::format("the format {} is one file", format.name));
  }
  ExportOptions of_format = options;
  if (!format.places) of_format.placing = Placing::none;
  return write_view(graph, evidence, of_format, *registration.pair_writer(out, of_format));
}

}  // namespace entente
