// What a question answers with: sections of rows under named columns, which the command line prints as tables or JSON.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace entente {

using Value = std::variant<std::monostate, std::int64_t, double, bool, std::string>;

/// Rows under columns. Column names are stable keys in lower snake_case.
struct Section {
  std::string key;      ///< "ties", "events": the key in JSON
  std::string heading;  ///< for people: "Ties"
  std::vector<std::string> columns;
  std::vector<std::vector<Value>> rows;
  bool upright = false;  ///< a single row about one thing, for people better shown as lines of "name  value"
  std::vector<std::string> below = {};   ///< columns that people see on a second line under the row: the sentence first
  std::vector<std::string> unseen = {};  ///< columns for programs alone
};

struct Answer {
  std::vector<Section> sections;
  std::vector<std::string> notes;  ///< short prose for people: what was understood, what was left out
};

}  // namespace entente
