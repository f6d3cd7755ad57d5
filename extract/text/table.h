// Tables of our own that are compiled into the program: tab-separated cells, a header row, one row a line.
#pragma once

#include <charconv>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
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

/// The lines of a list of words, as a set. Views into `text`.
[[nodiscard]] inline std::unordered_set<std::string_view> word_set(std::string_view text) {
  std::unordered_set<std::string_view> words;
  for (const auto line : split(text, '\n')) {
    if (!line.empty()) words.insert(line);
  }
  return words;
}

using WordMap = std::unordered_map<std::string_view, std::string_view>;

/// A table's second column by its first. Views into `text`.
[[nodiscard]] inline WordMap word_map(std::string_view text) {
  WordMap words;
  for (const auto& row : table_rows(text)) words.emplace(row.at(0), row.at(1));
  return words;
}

/// What the table has for a word; empty where it has nothing.
[[nodiscard]] inline std::string_view told_by(const WordMap& words, std::string_view word) {
  const auto found = words.find(word);
  return found == words.end() ? std::string_view{} : found->second;
}

/// The number in a cell; 0 where it begins with none.
[[nodiscard]] inline double number_in(std::string_view cell) {
  double value = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

}  // namespace entente
