// What questions are asked of.
#pragma once

#include "graph/evidence_source.h"
#include "graph/filter.h"
#include "graph/knowledge_graph.h"
#include "graph/topology.h"

namespace entente {

/// A graph, the part of it that is asked about, and where its sentences are. All must outlive the question. Questions
/// are pure functions of a world: any number of threads at once, if the evidence source allows it.
struct World {
  const KnowledgeGraph& graph;
  const Filter& filter;
  /// Of that graph and filter; for questions about a named entity, without the filter's kinds, which then select the
  /// others.
  const Topology& topology;
  EvidenceSource evidence;  ///< asked only for rows that are shown
};

}  // namespace entente
