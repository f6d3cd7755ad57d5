// See selection.h.
#include "export/selection.h"

#include <algorithm>
#include <limits>
#include <set>

namespace entente {

namespace {

class Selecting {
 public:
  Selecting(const KnowledgeGraph& graph, const ExportOptions& options) : graph_(graph), options_(options) {
    for (const GraphEntity& entity : graph.entities) near_.push_back(selects(options.filter, entity));
    if (!options.centre.empty()) keep_near_centre();
  }

  Selection result() {
    Selection selection;
    std::vector<bool> tied(near_.size());
    for (std::uint32_t i = 0; i < graph_.relations.size(); ++i) {
      if (!joins(graph_.relations[i])) continue;
      selection.relations.push_back(i);
      tied[graph_.relations[i].subject] = tied[graph_.relations[i].object] = true;
    }
    for (std::uint32_t i = 0; i < graph_.events.size(); ++i) {
      const std::set<std::uint32_t> actors = actors_of(graph_.events[i]);
      if (actors.size() < 2) continue;
      selection.events.push_back(i);
      for (const std::uint32_t actor : actors) tied[actor] = true;
    }
    for (std::uint32_t i = 0; i < near_.size(); ++i) {
      if (!near_[i]) continue;
      if (tied[i] || (options_.isolated && options_.centre.empty())) {
        selection.entities.push_back(i);
      } else if (options_.centre.empty()) {
        ++selection.isolated;
      }
    }
    return selection;
  }

 private:
  [[nodiscard]] bool joins(const GraphRelation& relation) const {
    return relation.subject != relation.object && selects(options_.filter, relation) && near_[relation.subject] &&
           near_[relation.object];
  }

  /// The selected entities that act in an event, none where the event is not selected.
  [[nodiscard]] std::set<std::uint32_t> actors_of(const GraphEvent& event) const {
    std::set<std::uint32_t> actors;
    if (!selects(options_.filter, event)) return actors;
    for (const auto* side : {&event.sources, &event.targets}) {
      for (const std::uint32_t actor : *side) {
        if (near_[actor]) actors.insert(actor);
      }
    }
    return actors;
  }

  void keep_near_centre() {
    const auto found = std::ranges::find(graph_.entities, options_.centre, &GraphEntity::id);
    std::vector<bool> reached(near_.size());
    if (found != graph_.entities.end()) reached[static_cast<std::size_t>(found - graph_.entities.begin())] = true;
    for (std::size_t hop = 0; hop < options_.hops; ++hop) {
      const std::vector<bool> wider = one_step_wider(reached);
      if (wider == reached) break;
      reached = wider;
    }
    near_ = std::move(reached);
  }

  [[nodiscard]] std::vector<bool> one_step_wider(const std::vector<bool>& reached) const {
    std::vector<bool> wider = reached;
    for (const GraphRelation& relation : graph_.relations) {
      if (joins(relation) && (reached[relation.subject] || reached[relation.object])) {
        wider[relation.subject] = wider[relation.object] = true;
      }
    }
    for (const GraphEvent& event : graph_.events) {
      const std::set<std::uint32_t> actors = actors_of(event);
      if (std::ranges::none_of(actors, [&reached](std::uint32_t actor) { return reached[actor]; })) continue;
      for (const std::uint32_t actor : actors) wider[actor] = true;
    }
    return wider;
  }

  const KnowledgeGraph& graph_;
  const ExportOptions& options_;
  std::vector<bool> near_;
};

}  // namespace

Selection selection_of(const KnowledgeGraph& graph, const ExportOptions& options) {
  return Selecting(graph, options).result();
}

}  // namespace entente
