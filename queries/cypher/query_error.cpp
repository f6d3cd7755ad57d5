// See query_error.h.
#include "queries/cypher/query_error.h"

#include <fmt/format.h>

#include <algorithm>

#include "extract/text/utf8.h"

namespace entente {

namespace {

constexpr std::size_t kShown = 100;  // bytes of a long line on either side of the place

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80;
}

/// The stretch of a line about a place that fits on a screen, cut between code points.
std::string_view around(std::string_view line, std::size_t& at) {
  std::size_t begin = at > kShown ? at - kShown : 0;
  while (begin < at && is_continuation(line[begin])) ++begin;
  std::size_t end = std::min(line.size(), at + kShown);
  while (end < line.size() && is_continuation(line[end])) ++end;
  at -= begin;
  return line.substr(begin, end - begin);
}

std::string with_place(std::string_view query, std::size_t at, const std::string& what) {
  at = std::min(at, query.size());
  const std::size_t break_before = at == 0 ? std::string_view::npos : query.rfind('\n', at - 1);
  const std::size_t begin = break_before == std::string_view::npos ? 0 : break_before + 1;
  const std::string_view line = query.substr(begin, query.find('\n', begin) - begin);
  const auto number = 1 + std::ranges::count(query.substr(0, begin), '\n');
  std::size_t in_line = at - begin;
  const std::size_t column = 1 + count_code_points(line.substr(0, in_line));
  const std::string_view part = around(line, in_line);
  std::string shown(part);
  std::ranges::replace_if(
      shown, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return fmt::format("{} (line {}, column {})\n  {}\n  {}^", what, number, column, shown,
                     std::string(count_code_points(part.substr(0, in_line)), ' '));
}

}  // namespace

QueryError::QueryError(std::string_view query, std::size_t at, const std::string& what)
    : std::runtime_error(with_place(query, at, what)) {}

}  // namespace entente
