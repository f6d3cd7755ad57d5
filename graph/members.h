// Which entities of articles the graph's entities are made of, by article, as the graph file has it. Private to graph/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "graph/statements.h"

namespace entente {

class Members {
 public:
  explicit Members(Statements& sql);

  /// The numbers of the entities that those of an article are part of, -1 for those that are no part of the graph.
  [[nodiscard]] std::vector<std::int32_t> of(std::int64_t article, std::size_t entities) const;

 private:
  struct Row {
    std::int64_t article;
    std::uint32_t local;
    std::int32_t entity;
  };
  std::vector<Row> rows_;  // sorted by article
};

}  // namespace entente
