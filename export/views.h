// Views: what of a knowledge graph becomes a node and what an edge. Formats do not know them, views do not know
// formats.
#pragma once

#include "export/export.h"
#include "export/property_graph.h"

namespace entente {

/// Passes the selected part of a graph to a writer: nodes sorted by id, then edges sorted by source, target, relation.
ExportCounts write_view(const KnowledgeGraph& graph, const EvidenceSource& evidence, const ExportOptions& options,
                        GraphWriter& writer);

/// The columns of a view, with their meaning; with `background` those of an export that asks for it.
[[nodiscard]] Schema schema_of(View view, bool background = false);

}  // namespace entente
