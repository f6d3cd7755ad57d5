// See evaluate.h.
#include "queries/cypher/evaluate.h"

#include <algorithm>
#include <string>

#include "queries/cypher/functions.h"
#include "queries/cypher/properties.h"

namespace entente {

namespace {

using Op = Expression::Op;

class Evaluation {
 public:
  Evaluation(const PatternGraph& graph, const Binding& binding) : graph_(graph), binding_(binding) {}

  [[nodiscard]] Cell of(const Expression& e) const {
    switch (e.op) {
      case Op::literal:
      case Op::star:
        return e.value;
      case Op::variable:
        return variable(e.variable);
      case Op::property:
        return binding_.is_node[e.variable] ? property_of_node(graph_, binding_.at[e.variable], *e.what)
                                            : property_of_edge(graph_, binding_.at[e.variable], *e.what);
      case Op::call:
        return e.function->apply(graph_, all(e.operands));
      case Op::list:
        return list_cell(all(e.operands));
      case Op::is_null:
        return Cell(of(e.operands[0]).is_null());
      case Op::is_not_null:
        return Cell(!of(e.operands[0]).is_null());
      case Op::negation:
        return negation(of(e.operands[0]));
      case Op::both:
        return all_or_any(e, false);
      case Op::either:
        return all_or_any(e, true);
      default:
        return comparison(e.op, of(e.operands[0]), of(e.operands[1]));
    }
  }

 private:
  [[nodiscard]] std::vector<Cell> all(const std::vector<Expression>& expressions) const {
    std::vector<Cell> cells;
    for (const Expression& e : expressions) cells.push_back(of(e));
    return cells;
  }

  [[nodiscard]] Cell variable(std::uint32_t at) const {
    if (!binding_.is_way[at])
      return binding_.is_node[at] ? Cell(NodeRef{binding_.at[at]}) : Cell(EdgeRef{binding_.at[at]});
    std::vector<Cell> edges;
    for (const std::uint32_t edge : binding_.ways[at]) edges.emplace_back(EdgeRef{edge});
    return list_cell(std::move(edges));
  }

  static Cell negation(const Cell& cell) {
    const bool* truth = std::get_if<bool>(&cell.any);
    return truth == nullptr ? Cell{} : Cell(!*truth);
  }

  /// AND, decided by the first false; OR, by the first true; null where nothing decides and something is null.
  [[nodiscard]] Cell all_or_any(const Expression& e, bool decides) const {
    bool unknown = false;
    for (const Expression& operand : e.operands) {
      const Cell cell = of(operand);
      const bool* truth = std::get_if<bool>(&cell.any);
      if (truth != nullptr && *truth == decides) return Cell(decides);
      unknown = unknown || truth == nullptr;
    }
    return unknown ? Cell{} : Cell(!decides);
  }

  static Cell comparison(Op op, const Cell& a, const Cell& b) {
    if (op == Op::among) return among(a, b);
    if (op == Op::contains || op == Op::starts || op == Op::ends) return text_test(op, a, b);
    const std::optional<std::partial_ordering> order = compared(a, b);
    if (!order) return {};
    if (op == Op::equal) return Cell(*order == 0);
    if (op == Op::unequal) return Cell(*order != 0);
    if (*order == std::partial_ordering::unordered) return {};
    if (op == Op::less) return Cell(*order < 0);
    if (op == Op::at_most) return Cell(*order <= 0);
    return Cell(op == Op::greater ? *order > 0 : *order >= 0);
  }

  static Cell among(const Cell& a, const Cell& b) {
    const std::vector<Cell>* list = b.list();
    if (list == nullptr || a.is_null()) return {};
    return Cell(std::ranges::any_of(
        *list, [&](const Cell& item) { return compared(a, item) == std::partial_ordering::equivalent; }));
  }

  static Cell text_test(Op op, const Cell& a, const Cell& b) {
    const std::string* text = a.text();
    const std::string* part = b.text();
    if (text == nullptr || part == nullptr) return {};
    if (op == Op::starts) return Cell(text->starts_with(*part));
    if (op == Op::ends) return Cell(text->ends_with(*part));
    return Cell(text->find(*part) != std::string::npos);
  }

  const PatternGraph& graph_;
  const Binding& binding_;
};

}  // namespace

Cell evaluate(const Expression& expression, const PatternGraph& graph, const Binding& binding) {
  return Evaluation(graph, binding).of(expression);
}

}  // namespace entente
