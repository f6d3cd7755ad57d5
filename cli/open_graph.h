// A graph file opened for questions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"
#include "graph/store.h"
#include "queries/find_entity.h"
#include "queries/world.h"

namespace entente {

/// The entity that an id or key, no longer one of the graph, is part of now, with a note that says so; nullopt for any
/// other name.
[[nodiscard]] std::optional<FoundEntity> find_whole(const Store& store, const KnowledgeGraph& graph,
                                                    const std::string& name);
/// The entity that a name means, as find_whole() or else find_entity(graph, name) says.
[[nodiscard]] FoundEntity find_entity(const Store& store, const KnowledgeGraph& graph, const std::string& name);

/// What all questions of the command line need: the file, its graph, the topology of what is selected.
class OpenGraph {
 public:
  /// Which entities the kinds of the filter select.
  enum class About : std::uint8_t {
    all,    ///< all that the answer is about
    named,  ///< those other than the entities named in the question
  };

  /// Which ties of the background the graph has.
  enum class Background : std::uint8_t {
    selected,  ///< where the filter selects any: those that nothing else tells that it selects
    all,
  };

  /// Throws std::runtime_error where it is no graph file. Says on standard error where the file holds articles that its
  /// graph does not show yet.
  OpenGraph(const std::string& file, const Filter& filter, About about, Background background = Background::selected);
  OpenGraph(const OpenGraph&) = delete;
  OpenGraph& operator=(const OpenGraph&) = delete;

  [[nodiscard]] const Store& store() const { return store_; }
  [[nodiscard]] const KnowledgeGraph& graph() const { return graph_; }
  [[nodiscard]] World world() const;
  /// Of an entity, relation, event or tie of the background.
  [[nodiscard]] std::vector<Evidence> evidence(std::string_view id, std::size_t limit = SIZE_MAX) const;

 private:
  Store store_;
  Filter filter_;
  BackgroundTies background_;
  KnowledgeGraph graph_;
  Topology topology_;
};

}  // namespace entente
