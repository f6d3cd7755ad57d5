#include "graph/members.h"

#include <algorithm>

namespace entente {

Members::Members(Statements& sql) {
  Query rows(sql("SELECT article, local, entity FROM members ORDER BY article"));
  while (rows.next()) rows_.push_back({rows.integer(0), rows.count(1), static_cast<std::int32_t>(rows.integer(2))});
}

std::vector<std::int32_t> Members::of(std::int64_t article, std::size_t entities) const {
  std::vector<std::int32_t> result(entities, -1);
  for (const Row& row : std::ranges::equal_range(rows_, article, {}, &Row::article)) {
    if (row.local < entities) result[row.local] = row.entity;
  }
  return result;
}

}  // namespace entente
