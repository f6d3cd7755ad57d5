// The registry of formats: what writes each. Only export.cpp and formats.cpp know it.
#pragma once

#include <memory>
#include <ostream>
#include <span>

#include "export/export.h"
#include "export/property_graph.h"

namespace entente {

using MakeWriter = std::unique_ptr<GraphWriter> (*)(std::ostream& out, const ExportOptions& options);

using MakePairWriter = std::unique_ptr<GraphWriter> (*)(const PairOutput& out, const ExportOptions& options);
using WriteWhole = ExportCounts (*)(const KnowledgeGraph& graph, const EvidenceSource& evidence,
                                    const ExportOptions& options, std::ostream& out);
using WriteTable = std::size_t (*)(const KnowledgeGraph& graph, const EvidenceSource& evidence,
                                   const ExportOptions& options, std::ostream& out);

/// A format and what writes it; the others are null.
struct Registration {
  Format format;
  MakeWriter writer = nullptr;           ///< of Contents::graph
  MakePairWriter pair_writer = nullptr;  ///< of Contents::pair
  WriteTable table = nullptr;            ///< of Contents::table; gives the number of rows
  WriteWhole whole = nullptr;            ///< of Contents::whole
};

/// `format` is one of formats().
[[nodiscard]] const Registration& registration_of(const Format& format);

[[nodiscard]] std::unique_ptr<GraphWriter> make_dot_writer(std::ostream& out, const ExportOptions& options);
[[nodiscard]] std::unique_ptr<GraphWriter> make_gephi_csv_writer(const PairOutput& out, const ExportOptions& options);
[[nodiscard]] std::unique_ptr<GraphWriter> make_gexf_writer(std::ostream& out, const ExportOptions& options);
[[nodiscard]] std::unique_ptr<GraphWriter> make_graphml_writer(std::ostream& out, const ExportOptions& options);
[[nodiscard]] std::unique_ptr<GraphWriter> make_graphology_writer(std::ostream& out, const ExportOptions& options);
[[nodiscard]] std::unique_ptr<GraphWriter> make_jsonl_writer(std::ostream& out, const ExportOptions& options);
[[nodiscard]] std::unique_ptr<GraphWriter> make_neo4j_csv_writer(const PairOutput& out, const ExportOptions& options);
[[nodiscard]] std::unique_ptr<GraphWriter> make_node_link_writer(std::ostream& out, const ExportOptions& options);
[[nodiscard]] std::unique_ptr<GraphWriter> make_svg_writer(std::ostream& out, const ExportOptions& options);

std::size_t write_dyad_table(const KnowledgeGraph& graph, const EvidenceSource& evidence, const ExportOptions& options,
                             std::ostream& out);
std::size_t write_event_table(const KnowledgeGraph& graph, const EvidenceSource& evidence, const ExportOptions& options,
                              std::ostream& out);

ExportCounts write_json_ld(const KnowledgeGraph& graph, const EvidenceSource& evidence, const ExportOptions& options,
                           std::ostream& out);
ExportCounts write_turtle(const KnowledgeGraph& graph, const EvidenceSource& evidence, const ExportOptions& options,
                          std::ostream& out);
ExportCounts write_page(const KnowledgeGraph& graph, const EvidenceSource& evidence, const ExportOptions& options,
                        std::ostream& out);

}  // namespace entente
