#include "graph/absorbed.h"

#include <algorithm>
#include <map>
#include <queue>
#include <string>
#include <vector>

namespace entente {
namespace {

/// A correction that joins, seen from one of the two that it names.
struct Joint {
  std::string other;
  std::size_t correction;  // its number
};

/// What a reference names, as far as ids can tell; nothing for what a single article says.
std::optional<std::string> named(std::string_view text) {
  const std::optional<Reference> reference = reference_of(text);
  if (!reference || reference->in) return std::nullopt;
  if (reference->form == Reference::Form::wikidata) return reference->text;
  const std::size_t after_kind = reference->form == Reference::Form::id ? reference->text.find('/') + 1 : 0;
  return std::string(word(reference->kind)) + "/" + reference->text.substr(after_kind);
}

std::multimap<std::string, Joint, std::less<>> joints_of(std::span<const Correction> corrections,
                                                         std::span<const CorrectionEffect> effects) {
  std::multimap<std::string, Joint, std::less<>> result;
  for (std::size_t i = 0; i < std::min(corrections.size(), effects.size()); ++i) {
    if (corrections[i].action != CorrectionAction::same || !effects[i].applied) continue;
    const auto target = named(corrections[i].target);
    const auto value = named(corrections[i].value);
    if (!target || !value) continue;
    result.insert({*target, {*value, i + 1}});
    result.insert({*value, {*target, i + 1}});
  }
  return result;
}

std::optional<std::uint32_t> entity_named(const KnowledgeGraph& graph, const std::string& name) {
  const auto is_it = [&name](const GraphEntity& e) { return e.id == name || e.links.wikidata == name; };
  const auto found = std::ranges::find_if(graph.entities, is_it);
  if (found == graph.entities.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - graph.entities.begin());
}

}  // namespace

std::optional<PartOf> part_by_corrections(const KnowledgeGraph& graph, std::span<const Correction> corrections,
                                          std::span<const CorrectionEffect> effects, std::string_view id) {
  const auto joints = joints_of(corrections, effects);
  std::map<std::string, std::size_t> reached{{std::string(id), 0}};  // by which correction first
  std::queue<std::string> waiting({std::string(id)});
  for (; !waiting.empty(); waiting.pop()) {
    const std::size_t by = reached[waiting.front()];
    if (const auto entity = entity_named(graph, waiting.front())) return PartOf{*entity, by};
    const auto [begin, end] = joints.equal_range(waiting.front());
    for (auto joint = begin; joint != end; ++joint) {
      const std::size_t first = by == 0 ? joint->second.correction : by;
      if (reached.try_emplace(joint->second.other, first).second) waiting.push(joint->second.other);
    }
  }
  return std::nullopt;
}

}  // namespace entente
