#include "graph/drops.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

namespace entente {
namespace {

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

/// What the id of a tie stands for.
std::string_view sort_of(std::string_view id) {
  return id.starts_with('r') ? "relation" : id.starts_with('e') ? "event" : "tie of the background";
}

class TakingOut {
 public:
  TakingOut(KnowledgeGraph& graph, std::span<const Correction> corrections, std::span<const EntityDrop> drops,
            std::vector<CorrectionEffect>& effects)
      : graph_(graph), corrections_(corrections), effects_(effects) {
    take_entities(drops);
    take_ties();
  }

  std::vector<std::string> gone() && { return std::move(gone_); }

 private:
  struct Count {
    std::size_t relations = 0;
    std::size_t events = 0;
  };

  void take_entities(std::span<const EntityDrop> drops) {
    if (drops.empty()) return;
    place_ = places_without(drops, graph_.entities.size());
    for (const EntityDrop& drop : drops) counts_[drop.entity] = {};
    std::erase_if(graph_.relations, [&](const GraphRelation& relation) {
      const bool wrong = is_gone(relation.subject) || is_gone(relation.object);
      if (!wrong) return false;
      ++counts_[static_cast<std::int32_t>(is_gone(relation.subject) ? relation.subject : relation.object)].relations;
      gone_.push_back(relation.id);
      return true;
    });
    std::erase_if(graph_.events, [&](GraphEvent& event) {
      const std::optional<std::int32_t> emptied = take_actors(event);
      if (!emptied) return false;
      ++counts_[*emptied].events;
      gone_.push_back(event.id);
      return true;
    });
    for (GraphRelation& relation : graph_.relations) {
      relation.subject = static_cast<std::uint32_t>(place_[relation.subject]);
      relation.object = static_cast<std::uint32_t>(place_[relation.object]);
    }
    std::vector<GraphEntity> left;
    for (std::size_t i = 0; i < place_.size(); ++i) {
      if (place_[i] >= 0) left.push_back(std::move(graph_.entities[i]));
    }
    graph_.entities = std::move(left);
    for (const EntityDrop& drop : drops) {
      const Count& count = counts_[drop.entity];
      effects_[drop.by] = {true, fmt::format("took {} and {} with it", counted(count.relations, "relation"),
                                             counted(count.events, "event"))};
    }
  }

  [[nodiscard]] bool is_gone(std::uint32_t entity) const { return place_[entity] < 0; }

  /// Takes dropped entities off an event and gives the others their new places; the entity without which nobody is left
  /// on a side.
  std::optional<std::int32_t> take_actors(GraphEvent& event) const {
    for (std::int32_t* other : {&event.place, &event.attribution}) {
      if (*other >= 0) *other = place_[static_cast<std::size_t>(*other)];
    }
    take(event.asserted_by);
    take(event.denied_by);
    for (std::vector<std::uint32_t>* side : {&event.sources, &event.targets}) {
      if (side->empty()) continue;
      const auto first = static_cast<std::int32_t>(side->front());
      take(*side);
      if (side->empty()) return first;
    }
    return std::nullopt;
  }

  void take(std::vector<std::uint32_t>& entities) const {
    std::erase_if(entities, [&](std::uint32_t entity) { return is_gone(entity); });
    for (std::uint32_t& entity : entities) entity = static_cast<std::uint32_t>(place_[entity]);
  }

  void take_ties() {
    std::map<std::string_view, std::size_t> wanted;  // id -> correction
    for (std::size_t i = 0; i < corrections_.size(); ++i) {
      const Correction& c = corrections_[i];
      if (c.action != CorrectionAction::drop || reference_of(c.target)->form != Reference::Form::tie) continue;
      const bool again = !wanted.try_emplace(c.target, i).second;
      const bool with_entity = std::ranges::find(gone_, c.target) != gone_.end();
      effects_[i] = {false, again         ? "another correction drops it"
                            : with_entity ? "gone with an entity that another correction drops"
                                          : fmt::format("there is no {} '{}'", sort_of(c.target), c.target)};
    }
    const auto is_wanted = [&](const auto& tie) {
      const auto found = wanted.find(tie.id);
      if (found == wanted.end()) return false;
      effects_[found->second] = {true, "dropped"};
      gone_.push_back(tie.id);
      return true;
    };
    std::erase_if(graph_.relations, is_wanted);
    std::erase_if(graph_.events, is_wanted);
  }

  KnowledgeGraph& graph_;
  std::span<const Correction> corrections_;
  std::vector<CorrectionEffect>& effects_;
  std::vector<std::int32_t> place_;
  std::map<std::int32_t, Count> counts_;
  std::vector<std::string> gone_;
};

}  // namespace

std::vector<std::int32_t> places_without(std::span<const EntityDrop> drops, std::size_t count) {
  std::vector<std::int32_t> result(count, 0);
  for (const EntityDrop& drop : drops) result[static_cast<std::size_t>(drop.entity)] = -1;
  std::int32_t next = 0;
  for (std::int32_t& place : result) place = place < 0 ? -1 : next++;
  return result;
}

std::vector<std::string> take_out(KnowledgeGraph& graph, std::span<const Correction> corrections,
                                  std::span<const EntityDrop> drops, std::vector<CorrectionEffect>& effects) {
  return TakingOut(graph, corrections, drops, effects).gone();
}

}  // namespace entente
