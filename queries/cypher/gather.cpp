// See gather.h.
#include "queries/cypher/gather.h"

namespace entente {

std::size_t Gathering::add(const Cell& cell) {
  if (cell.is_null()) return 0;
  if (distinct_ && !seen_.insert(cell).second) return 0;
  ++count_;
  std::size_t kept = distinct_ ? 1 : 0;
  if (function_ == "collect") {
    collected_.push_back(cell);
    ++kept;
  } else if (function_ == "sum" || function_ == "avg") {
    add_number(cell);
  } else if (function_ == "min") {
    if (extreme_.is_null() || order(cell, extreme_) < 0) extreme_ = cell;
  } else if (function_ == "max") {
    if (extreme_.is_null() || order(cell, extreme_) > 0) extreme_ = cell;
  }
  return kept;
}

void Gathering::add_number(const Cell& cell) {
  const std::optional<double> number = number_of(cell);
  if (!number) return;
  ++numbers_;
  sum_ += *number;
  const auto* integer = std::get_if<std::int64_t>(&cell.any);
  is_whole_ = is_whole_ && integer != nullptr && !__builtin_add_overflow(whole_, *integer, &whole_);
}

Cell Gathering::result() const {
  if (function_ == "count") return count_cell(count_);
  if (function_ == "collect") return list_cell(collected_);
  if (function_ == "sum") return is_whole_ ? Cell(whole_) : Cell(sum_);
  if (function_ == "avg") return numbers_ == 0 ? Cell{} : Cell(sum_ / static_cast<double>(numbers_));
  return extreme_;
}

}  // namespace entente
