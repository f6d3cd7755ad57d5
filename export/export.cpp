// See export.h.
#include "export/export.h"

#include "export/formats.h"
#include "export/views.h"

namespace entente {

ExportCounts export_graph(const KnowledgeGraph& graph, const EvidenceSource& evidence, const Format& format,
                          const ExportOptions& options, std::ostream& out) {
  const auto writer = maker_of(format)(out, options);
  return write_view(graph, evidence, options, *writer);
}

}  // namespace entente
