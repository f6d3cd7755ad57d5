// See labels.h.
#include "queries/cypher/labels.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string_view>

#include "extract/lexicon/schemas.h"
#include "extract/ontology.h"
#include "queries/cypher/expression_parser.h"

namespace entente {

namespace {

constexpr std::uint32_t bit(Kind kind) {
  return 1U << static_cast<unsigned>(kind);
}

constexpr std::uint32_t kEntities = kCodedEvent - 1;

struct KindLabel {
  std::string_view name;
  std::uint32_t kinds;
};
constexpr std::array kKindLabels{
    KindLabel{"Person", bit(Kind::person)},
    KindLabel{"Country", bit(Kind::country)},
    KindLabel{"Organisation", bit(Kind::organisation)},
    KindLabel{"Organization", bit(Kind::organisation)},
    KindLabel{"Place", bit(Kind::place)},
    KindLabel{"Event", bit(Kind::event) | kCodedEvent},
    KindLabel{"NamedEvent", bit(Kind::event)},
    KindLabel{"CodedEvent", kCodedEvent},
    KindLabel{"Actor", bit(Kind::person) | bit(Kind::country) | bit(Kind::organisation)},
};

/// The types of entities, those of the lexicon's tables and any other that the graph has.
std::set<std::string> entity_types(const PatternGraph& graph) {
  std::set<std::string> types;
  const auto add = [&types](std::span<const std::string_view> words) { types.insert(words.begin(), words.end()); };
  add(lexicon::words::kPersonTypes);
  add(lexicon::words::kOrganisationTypes);
  add(lexicon::words::kPlaceTypes);
  add(lexicon::words::kEventTypes);
  for (const GraphEntity& entity : graph.graph().entities) {
    if (!entity.type.empty() && !types.contains(entity.type)) types.insert(entity.type);
  }
  return types;
}

}  // namespace

std::vector<Label> labels_named(const PatternGraph& graph, const std::string& name) {
  const std::string wanted = upper(name);
  for (const KindLabel& label : kKindLabels) {
    if (upper(label.name) == wanted) return {{label.kinds, ""}};
  }
  std::vector<Label> labels;
  if (ontology().event(wanted) != nullptr) labels.push_back({kCodedEvent, wanted});
  for (const std::string& type : entity_types(graph)) {
    if (upper(type) == wanted) labels.push_back({kEntities, type});
  }
  return labels;
}

std::vector<std::string> label_words(const PatternGraph& graph) {
  std::vector<std::string> words;
  for (const KindLabel& label : kKindLabels) words.emplace_back(label.name);
  for (const std::string& type : entity_types(graph)) words.push_back(type);
  for (const EventType& type : ontology().events()) words.emplace_back(type.name);
  return words;
}

bool fits(const Label& label, const GraphEntity& entity) {
  return (label.kinds & bit(entity.kind)) != 0 && (label.type.empty() || label.type == entity.type);
}

bool fits(const Label& label, const GraphEvent& event) {
  return (label.kinds & kCodedEvent) != 0 && (label.type.empty() || label.type == event.type);
}

}  // namespace entente
