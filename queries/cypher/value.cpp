// See value.h.
#include "queries/cypher/value.h"

#include <algorithm>

namespace entente {

namespace {

/// Of each alternative of Cell::Any its place in the order; what shares one compares by content.
constexpr int kRanks[] = {9, 0, 1, 1, 2, 3, 4, 5, 6};

int rank(const Cell& cell) {
  return kRanks[cell.any.index()];
}

template <typename T>
std::strong_ordering order_as(const Cell& a, const Cell& b, auto&& key) {
  return key(std::get<T>(a.any)) <=> key(std::get<T>(b.any));
}

std::strong_ordering order_numbers(const Cell& a, const Cell& b) {
  const auto* i = std::get_if<std::int64_t>(&a.any);
  const auto* j = std::get_if<std::int64_t>(&b.any);
  if (i != nullptr && j != nullptr) return *i <=> *j;
  return std::strong_order(*number_of(a), *number_of(b));
}

std::strong_ordering order_lists(const std::vector<Cell>& a, const std::vector<Cell>& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (const auto first = order(a[i], b[i]); first != 0) return first;
  }
  return a.size() <=> b.size();
}

}  // namespace

const std::vector<Cell>* Cell::list() const {
  const CellList* cells = std::get_if<CellList>(&any);
  return cells == nullptr ? nullptr : cells->cells.get();
}

Cell list_cell(std::vector<Cell> cells) {
  return Cell(CellList{std::make_shared<const std::vector<Cell>>(std::move(cells))});
}

Cell text_cell(std::string text) {
  if (text.empty()) return {};
  return Cell(std::move(text));
}

Cell count_cell(std::size_t count) {
  return Cell(static_cast<std::int64_t>(count));
}

Cell texts_cell(const std::vector<std::string>& texts) {
  if (texts.empty()) return {};
  std::vector<Cell> cells;
  for (const std::string& text : texts) cells.emplace_back(text);
  return list_cell(std::move(cells));
}

std::optional<double> number_of(const Cell& cell) {
  if (const auto* integer = std::get_if<std::int64_t>(&cell.any)) return static_cast<double>(*integer);
  if (const auto* number = std::get_if<double>(&cell.any)) return *number;
  return std::nullopt;
}

std::strong_ordering order(const Cell& a, const Cell& b) {
  if (rank(a) != rank(b)) return rank(a) <=> rank(b);
  switch (a.any.index()) {
    case 1:
      return order_as<bool>(a, b, [](bool truth) { return truth; });
    case 2:
    case 3:
      return order_numbers(a, b);
    case 4:
      return order_as<std::string>(a, b, [](const std::string& text) -> const std::string& { return text; });
    case 5:
      return order_as<NodeRef>(a, b, [](NodeRef ref) { return ref.node; });
    case 6:
      return order_as<EdgeRef>(a, b, [](EdgeRef ref) { return ref.edge; });
    case 7:
      return order_as<SentenceOf>(a, b, [](const SentenceOf& sentence) -> const std::string& { return sentence.id; });
    case 8:
      return order_lists(*a.list(), *b.list());
    default:
      return std::strong_ordering::equal;
  }
}

bool CellLess::operator()(const std::vector<Cell>& a, const std::vector<Cell>& b) const {
  return order_lists(a, b) < 0;
}

std::optional<std::partial_ordering> compared(const Cell& a, const Cell& b) {
  if (a.is_null() || b.is_null()) return std::nullopt;
  if (rank(a) != rank(b)) return std::partial_ordering::unordered;
  return order(a, b);
}

}  // namespace entente
