// count, min, max, sum, avg and collect. Private to queries/cypher/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string_view>
#include <vector>

#include "queries/cypher/value.h"

namespace entente {

/// Gathers the values of a group. All but count leave out what is null, and so does count of a value.
class Gathering {
 public:
  Gathering(std::string_view function, bool distinct) : function_(function), distinct_(distinct) {}

  /// Returns how many values it keeps more than before.
  std::size_t add(const Cell& cell);
  void add_row() { ++count_; }  ///< count(*)
  [[nodiscard]] Cell result() const;

 private:
  void add_number(const Cell& cell);

  std::string_view function_;
  bool distinct_;
  std::size_t count_ = 0;
  Cell extreme_;  ///< of min and max
  std::int64_t whole_ = 0;
  double sum_ = 0;
  bool is_whole_ = true;
  std::size_t numbers_ = 0;
  std::vector<Cell> collected_;
  std::set<Cell, CellLess> seen_;
};

}  // namespace entente
