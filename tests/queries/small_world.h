// A small graph made by hand, with a source of evidence that counts how often it is asked.
#pragma once

#include <string>
#include <vector>

#include "graph/topology.h"
#include "queries/answer.h"
#include "queries/world.h"

namespace entente {

[[nodiscard]] KnowledgeGraph small_graph();

/// Where an entity of the graph is.
[[nodiscard]] std::uint32_t index_of(const KnowledgeGraph& graph, std::string_view id);

class SmallWorld {
 public:
  explicit SmallWorld(Filter filter = {}) : filter_(std::move(filter)), topology_(graph_, filter_) {}

  [[nodiscard]] World world() {
    return {graph_, filter_, topology_, [this](std::string_view id, std::size_t limit) { return evidence(id, limit); }};
  }
  [[nodiscard]] std::uint32_t at(std::string_view id) const { return index_of(graph_, id); }
  /// Ids for which evidence was asked, in that order.
  [[nodiscard]] const std::vector<std::string>& asked() const { return asked_; }

 private:
  std::vector<Evidence> evidence(std::string_view id, std::size_t limit);

  KnowledgeGraph graph_ = small_graph();
  Filter filter_;
  Topology topology_;
  std::vector<std::string> asked_;
};

/// The section of a key; fails the test where there is none.
[[nodiscard]] const Section& section(const Answer& answer, std::string_view key);
/// What stands in a row under a column, as text; "-" where there is nothing.
[[nodiscard]] std::string cell(const Section& section, std::size_t row, std::string_view column);
/// A whole column.
[[nodiscard]] std::vector<std::string> column(const Section& section, std::string_view name);

}  // namespace entente
