// Tables of our own that are compiled into the program: tab-separated cells, a header row, one row a line.
#pragma once

#include <charconv>
#include <string_view>
#include <vector>

namespace entente {

/// Splits at every `mark`; an empty text gives one empty part. Views into `text`.
[[nodiscard]] inline std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = text.find(mark);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

/// The rows of a table without its header, each split into cells. Views into `text`.
[[nodiscard]] inline std::vector<std::vector<std::string_view>> table_rows(std::string_view text) {
  std::vector<std::vector<std::string_view>> rows;
  bool header = true;
  for (const auto line : split(text, '\n')) {
    if (!header && !line.empty()) rows.push_back(split(line, '\t'));
    header = false;
  }
  return rows;
}

/// The number in a cell; 0 where it begins with none.
[[nodiscard]] inline double number_in(std::string_view cell) {
  double value = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

}  // namespace entente
