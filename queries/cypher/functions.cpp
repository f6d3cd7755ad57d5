// See functions.h.
#include "queries/cypher/functions.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "extract/text/fold.h"
#include "extract/text/utf8.h"
#include "queries/cypher/expression_parser.h"

namespace entente {

namespace {

using Cells = std::span<const Cell>;

/// A list of what a function gives for each item, where it is given a list.
template <auto One>
Cell each(const PatternGraph& graph, Cells values) {
  const std::vector<Cell>* list = values[0].list();
  if (list == nullptr) return One(graph, values[0]);
  std::vector<Cell> cells;
  for (const Cell& item : *list) cells.push_back(One(graph, item));
  return list_cell(std::move(cells));
}

const std::string* id_text(const PatternGraph& graph, const Cell& cell) {
  if (const auto* node = std::get_if<NodeRef>(&cell.any)) return &graph.id_of_node(node->node);
  if (const auto* edge = std::get_if<EdgeRef>(&cell.any)) return &graph.id_of_edge(edge->edge);
  return nullptr;
}

Cell id(const PatternGraph& graph, const Cell& cell) {
  const std::string* text = id_text(graph, cell);
  return text == nullptr ? Cell{} : Cell(*text);
}

Cell evidence(const PatternGraph& graph, const Cell& cell) {
  const std::string* text = id_text(graph, cell);
  return text == nullptr ? Cell{} : Cell(SentenceOf{*text});
}

Cell type(const PatternGraph& graph, const Cell& cell) {
  const auto* edge = std::get_if<EdgeRef>(&cell.any);
  return edge == nullptr ? Cell{} : Cell(graph.types()[graph.edge(edge->edge).type].name);
}

Cell coalesce(const PatternGraph&, Cells values) {
  const auto found = std::ranges::find_if(values, [](const Cell& cell) { return !cell.is_null(); });
  return found == values.end() ? Cell{} : *found;
}

Cell size(const PatternGraph&, Cells values) {
  if (const std::string* text = values[0].text()) return count_cell(count_code_points(*text));
  const std::vector<Cell>* list = values[0].list();
  return list == nullptr ? Cell{} : count_cell(list->size());
}

Cell folded(const PatternGraph&, Cells values) {
  const std::string* text = values[0].text();
  return text == nullptr ? Cell{} : Cell(fold(*text));
}

/// The first bytes of an ISO date, if it is as precise as that.
template <std::size_t Length>
Cell cut(const PatternGraph&, Cells values) {
  const std::string* date = values[0].text();
  return date == nullptr || date->size() < Length ? Cell{} : Cell(date->substr(0, Length));
}

/// Sorted by name in capitals.
constexpr std::array kFunctions{
    Function{"avg"},
    Function{"coalesce", 1, 16, coalesce},
    Function{"collect"},
    Function{"count"},
    Function{"evidence", 1, 1, each<evidence>},
    Function{"fold", 1, 1, folded},
    Function{"id", 1, 1, each<id>},
    Function{"max"},
    Function{"min"},
    Function{"month", 1, 1, cut<7>},
    Function{"size", 1, 1, size},
    Function{"sum"},
    Function{"toLower", 1, 1, folded},
    Function{"type", 1, 1, each<type>},
    Function{"year", 1, 1, cut<4>},
};

}  // namespace

std::span<const Function> functions() {
  return kFunctions;
}

const Function* function_named(std::string_view name) {
  const std::string wanted = upper(name);
  const auto* found =
      std::ranges::find_if(kFunctions, [&](const Function& function) { return upper(function.name) == wanted; });
  return found == kFunctions.end() ? nullptr : found;
}

}  // namespace entente
