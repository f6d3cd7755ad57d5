// Values that a query computes with. Private to queries/cypher/.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace entente {

/// A node or an edge of a PatternGraph.
struct NodeRef {
  std::uint32_t node = 0;
};
struct EdgeRef {
  std::uint32_t edge = 0;
};

/// The sentence behind an id, which is looked up only where it is shown.
struct SentenceOf {
  std::string id;
};

struct Cell;
struct CellList {
  std::shared_ptr<const std::vector<Cell>> cells;
};

/// Nothing (null), a truth, a number, a text, or what the graph has. Lists are shared, so that copies are cheap.
struct Cell {
  using Any =
      std::variant<std::monostate, bool, std::int64_t, double, std::string, NodeRef, EdgeRef, SentenceOf, CellList>;
  Any any;

  Cell() = default;
  Cell(Any value) : any(std::move(value)) {}  // NOLINT(google-explicit-constructor): a value is a cell

  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(any); }
  [[nodiscard]] bool is_true() const {
    const bool* truth = std::get_if<bool>(&any);
    return truth != nullptr && *truth;
  }
  [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&any); }
  [[nodiscard]] const std::vector<Cell>* list() const;
};

[[nodiscard]] Cell list_cell(std::vector<Cell> cells);
/// Nothing where the text is empty.
[[nodiscard]] Cell text_cell(std::string text);
[[nodiscard]] Cell count_cell(std::size_t count);
/// A text for each; the empty list is nothing.
[[nodiscard]] Cell texts_cell(const std::vector<std::string>& texts);
[[nodiscard]] std::optional<double> number_of(const Cell& cell);

/// The order of ORDER BY and of groups, total: truths, numbers, texts, nodes, edges, lists, and nothing last.
[[nodiscard]] std::strong_ordering order(const Cell& a, const Cell& b);

/// Cells, or rows of them, before each other.
struct CellLess {
  bool operator()(const Cell& a, const Cell& b) const { return order(a, b) < 0; }
  bool operator()(const std::vector<Cell>& a, const std::vector<Cell>& b) const;
};

/// How two values compare in a condition: nothing where either is null, `unordered` where they are of different sorts.
[[nodiscard]] std::optional<std::partial_ordering> compared(const Cell& a, const Cell& b);

}  // namespace entente
