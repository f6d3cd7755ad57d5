// From ways in which the patterns are met to rows: RETURN, DISTINCT, grouping, ORDER BY, SKIP, LIMIT. Private to
// queries/cypher/.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <vector>

#include "queries/cypher/bind.h"
#include "queries/cypher/evaluate.h"
#include "queries/cypher/gather.h"

namespace entente {

/// Takes bindings one by one, gives rows. Without ORDER BY, grouped rows come in the order of what they are grouped by,
/// others as they are taken. Never holds more than it must: with LIMIT, not all rows.
class Projection {
 public:
  /// Throws QueryTooLarge where more than `most_kept` values would have to be held.
  Projection(const BoundQuery& query, const PatternGraph& graph, std::size_t most_kept);

  /// False where no more are wanted.
  bool take(const Binding& binding);
  /// A cell for each item, hidden ones too.
  [[nodiscard]] std::vector<std::vector<Cell>> rows();

 private:
  using Row = std::vector<Cell>;

  void take_grouped(const Binding& binding);
  bool take_row(Row row);
  [[nodiscard]] bool gathers(std::size_t item) const;
  [[nodiscard]] Row grouped_row(const Row& key, const std::vector<Gathering>& gatherings) const;
  [[nodiscard]] std::vector<Gathering> new_gatherings() const;
  void sort_rows();
  void keep(std::size_t count);

  const BoundQuery& query_;
  const PatternGraph& graph_;
  std::size_t most_kept_;
  std::size_t kept_ = 0;
  std::size_t wanted_;  ///< rows that SKIP and LIMIT let through
  std::vector<Row> rows_;
  std::set<Row, CellLess> seen_;  ///< of DISTINCT
  std::map<Row, std::vector<Gathering>, CellLess> groups_;
};

}  // namespace entente
