// What labels and types of edges in a query mean. Private to queries/cypher/.
#pragma once

#include <string>
#include <vector>

#include "queries/cypher/bind.h"
#include "queries/cypher/pattern_graph.h"

namespace entente {

/// What a label may mean, in any case: a kind (Person, Organisation, Event, NamedEvent, CodedEvent, Actor ...), a type
/// of entities ("politician", "igo") or of events ("CONSULT"). Empty where it means nothing.
[[nodiscard]] std::vector<Label> labels_named(const PatternGraph& graph, const std::string& name);
/// All labels there are, for who misspelt one.
[[nodiscard]] std::vector<std::string> label_words(const PatternGraph& graph);

[[nodiscard]] bool fits(const Label& label, const GraphEntity& entity);
[[nodiscard]] bool fits(const Label& label, const GraphEvent& event);

/// Whether a node has all labels.
template <typename Node>
[[nodiscard]] bool fits_labels(const std::vector<std::vector<Label>>& labels, const Node& node) {
  for (const std::vector<Label>& alternatives : labels) {
    bool any = false;
    for (const Label& label : alternatives) any = any || fits(label, node);
    if (!any) return false;
  }
  return true;
}

}  // namespace entente
