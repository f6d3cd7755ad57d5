// Exports of the hostile graph as text, for tests to look into.
#pragma once

#include <string>
#include <string_view>

#include "export/export.h"
#include "tests/export/hostile_graph.h"

namespace entente {

[[nodiscard]] std::string exported(std::string_view format, const ExportOptions& options = {},
                                   const KnowledgeGraph& graph = hostile_graph());

struct Pair {
  std::string nodes;
  std::string edges;
};
[[nodiscard]] Pair exported_pair(std::string_view format, const ExportOptions& options = {},
                                 const KnowledgeGraph& graph = hostile_graph());

[[nodiscard]] bool contains(const std::string& text, std::string_view part);
[[nodiscard]] std::size_t count(const std::string& text, std::string_view part);
/// The text from one part to the next end, without the end; empty where either is missing.
[[nodiscard]] std::string part_of(const std::string& text, std::string_view begin, std::string_view end);

}  // namespace entente
