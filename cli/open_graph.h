// A graph file opened for questions.
#pragma once

#include <string>

#include "cli/options.h"
#include "graph/store.h"
#include "queries/find_entity.h"
#include "queries/world.h"

namespace entente {

/// What all questions of the command line need: the file, its graph, the topology of what is selected.
class OpenGraph {
 public:
  /// Which entities the kinds of the filter select.
  enum class About : std::uint8_t {
    all,    ///< all that the answer is about
    named,  ///< those other than the entities named in the question
  };

  /// Throws std::runtime_error where it is no graph file. Says on standard error where the file holds articles that its
  /// graph does not show yet.
  OpenGraph(const std::string& file, const Filter& filter, About about);
  OpenGraph(const OpenGraph&) = delete;
  OpenGraph& operator=(const OpenGraph&) = delete;

  [[nodiscard]] const Store& store() const { return store_; }
  [[nodiscard]] const KnowledgeGraph& graph() const { return graph_; }
  [[nodiscard]] World world() const;

 private:
  Store store_;
  Filter filter_;
  KnowledgeGraph graph_;
  Topology topology_;
};

}  // namespace entente
