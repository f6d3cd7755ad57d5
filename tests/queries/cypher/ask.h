// Queries asked of the small world, and their rows as text.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "queries/cypher/cypher.h"
#include "queries/cypher/query_error.h"
#include "tests/queries/small_world.h"

namespace entente {

using Rows = std::vector<std::string>;

inline Answer ask(const std::string& query, const Filter& filter = {}, const QueryLimits& limits = {}) {
  SmallWorld small(filter);
  const World world = small.world();
  const PatternGraph graph(world.graph, filter);
  const NameFinder find = [&](const std::string& name, const EntityTest& among) {
    return find_entity(world.graph, name, among);
  };
  return answer_query(world, graph, query, find, limits);
}

/// Each row as its values joined by " | ", without ids.
inline std::vector<std::string> rows(const std::string& query, const Filter& filter = {}) {
  const Answer answer = ask(query, filter);
  const Section& found = section(answer, "rows");
  std::vector<std::string> rows;
  for (std::size_t i = 0; i < found.rows.size(); ++i) {
    std::string row;
    for (const std::string& name : found.columns) {
      if (!name.ends_with("_id")) row += (row.empty() ? "" : " | ") + cell(found, i, name);
    }
    rows.push_back(row);
  }
  return rows;
}

/// The first line of the message of a query that is refused.
inline std::string refusal(const std::string& query) {
  try {
    return "answered with " + std::to_string(rows(query).size()) + " rows";
  } catch (const std::runtime_error& error) {
    const std::string what = error.what();
    return what.substr(0, what.find('\n'));
  }
}

}  // namespace entente

namespace doctest {

template <>
struct StringMaker<entente::Rows> {
  static String convert(const entente::Rows& rows) {
    std::string text;
    for (const std::string& row : rows) text += "[" + row + "]";
    return text.c_str();
  }
};

}  // namespace doctest
