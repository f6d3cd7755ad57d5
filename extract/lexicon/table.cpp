// Reads and checks tables.
#include "extract/lexicon/table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <numeric>
#include <optional>

#include "extract/text/dates.h"
#include "extract/text/utf8.h"

namespace entente::lexicon {

namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

bool is_number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

bool is_country_code(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Takes the next line off the text, without its end.
std::string_view next_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::vector<std::string> split(std::string_view line, char separator) {
  std::vector<std::string> cells;
  for (;;) {
    const std::size_t end = line.find(separator);
    cells.emplace_back(line.substr(0, end));
    if (end == std::string_view::npos) return cells;
    line.remove_prefix(end + 1);
  }
}

// One record of CSV; a quoted cell may hold separators, doubled quotes and line ends. nullopt: a quote was not closed.
std::optional<std::vector<std::string>> next_record(std::string_view& text, std::size_t& lines) {
  std::vector<std::string> cells(1);
  lines = 1;
  std::size_t at = 0;
  for (bool quoted = false;; ++at) {
    if (at == text.size() && quoted) return std::nullopt;
    const char c = at == text.size() ? '\n' : text[at];
    if (quoted) {
      const bool doubled = c == '"' && at + 1 < text.size() && text[at + 1] == '"';
      if (c == '\n') ++lines;
      if (doubled) ++at;
      if (c == '"' && !doubled) {
        quoted = false;
      } else {
        cells.back() += c;
      }
    } else if (c == '"' && cells.back().empty()) {
      quoted = true;
    } else if (c == ',') {
      cells.emplace_back();
    } else if (c == '\n') {
      break;
    } else if (c != '\r') {
      cells.back() += c;
    }
  }
  text.remove_prefix(std::min(at + 1, text.size()));
  return cells;
}

}  // namespace

std::string unknown_word(std::string_view value, std::span<const std::string_view> allowed) {
  const auto near = std::min_element(allowed.begin(), allowed.end(),
                                     [&](auto a, auto b) { return edit_distance(value, a) < edit_distance(value, b); });
  const bool close = near != allowed.end() && edit_distance(value, *near) <= 2;
  return fmt::format("'{}'; {}allowed: {}", value, close ? fmt::format("did you mean '{}'? ", *near) : "",
                     fmt::join(allowed, ", "));
}

std::string_view Row::operator[](std::size_t column) const {
  return table_->cell(number_, column);
}

std::vector<std::string_view> Row::list(std::size_t column) const {
  std::vector<std::string_view> parts;
  for (std::string_view rest = (*this)[column]; !rest.empty();) {
    const std::size_t end = std::min(rest.find('|'), rest.size());
    parts.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return parts;
}

std::uint32_t Row::number(std::size_t column) const {
  std::uint32_t value = 0;
  const std::string_view text = (*this)[column];
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::runtime_error Row::error(std::string_view what) const {
  return table_->fault(table_->lines_[number_], what);
}

std::runtime_error Row::error(std::size_t column, std::string_view what) const {
  return error(fmt::format("column '{}': {}", table_->schema_->columns[column].name, what));
}

Table::Table(std::string file, std::string_view text, const Schema& schema) : Table(std::move(file), schema) {
  std::string_view rest = text;
  const std::vector<std::string> header = split(next_line(rest), '\t');
  std::vector<std::string_view> wanted;
  for (const Column& column : schema.columns) wanted.push_back(column.name);
  if (!std::equal(header.begin(), header.end(), wanted.begin(), wanted.end())) {
    throw fault(1, fmt::format("the header is '{}', expected '{}'", fmt::join(header, " "), fmt::join(wanted, " ")));
  }
  std::vector<std::size_t> places(wanted.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  for (std::size_t line = 2; !rest.empty(); ++line) {
    add_line(line, split(next_line(rest), '\t'), places);
    check_order(size() - 1);
  }
}

Table Table::of_user(std::string file, std::string_view text, const Schema& schema) {
  Table table(std::move(file), schema);
  std::string_view rest = text;
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  const std::string_view first = rest.substr(0, rest.find('\n'));
  const bool csv = first.find('\t') == std::string_view::npos;
  std::size_t line = 1, lines = 1;
  const auto next = [&] {
    auto cells = csv ? next_record(rest, lines) : std::optional(split(next_line(rest), '\t'));
    if (!cells) throw table.fault(line, "a quote that opens here is never closed");
    return *cells;
  };

  const std::vector<std::string> header = next();
  const std::vector<std::size_t> places = table.places_of(header);
  for (line += lines; !rest.empty(); line += lines) {
    const std::vector<std::string> cells = next();
    if (cells.size() == 1 && cells.front().empty()) continue;
    if (cells.size() != header.size()) {
      throw table.fault(line, fmt::format("{} cells, the header has {}", cells.size(), header.size()));
    }
    table.add_line(line, cells, places);
  }
  return table;
}

std::vector<std::size_t> Table::places_of(const std::vector<std::string>& header) const {
  std::vector<std::string_view> names;
  for (const Column& column : schema_->columns) names.push_back(column.name);
  std::vector<std::size_t> places(names.size(), std::string::npos);
  for (std::size_t i = 0; i < header.size(); ++i) {
    const auto found = std::find(names.begin(), names.end(), header[i]);
    if (found == names.end()) throw fault(1, "unknown column " + unknown_word(header[i], names));
    auto& place = places[static_cast<std::size_t>(found - names.begin())];
    if (place != std::string::npos) throw fault(1, fmt::format("the column '{}' stands there twice", header[i]));
    place = i;
  }
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (places[i] == std::string::npos && schema_->columns[i].required) {
      throw fault(1, fmt::format("the column '{}' is missing; the header is '{}'", names[i], fmt::join(header, " ")));
    }
  }
  return places;
}

void Table::add_line(std::size_t line, const std::vector<std::string>& cells, const std::vector<std::size_t>& places) {
  for (const std::string& cell : cells) {
    if (!valid_utf8(cell)) throw fault(line, fmt::format("'{}' is not valid UTF-8", repaired_utf8(cell)));
  }
  if (schema_->key_columns > 0 && cells.size() != places.size()) {
    throw fault(line, fmt::format("{} cells, the header has {}", cells.size(), places.size()));
  }
  lines_.push_back(line);
  for (std::size_t column = 0; column < places.size(); ++column) {
    if (places[column] != std::string::npos) cells_ += cells[places[column]];
    ends_.push_back(cells_.size());
    check_cell(line, column);
  }
}

void Table::check_cell(std::size_t line, std::size_t column) const {
  const Column& want = schema_->columns[column];
  const std::string_view text = cell(size() - 1, column);
  const auto refuse = [&](std::string_view what) {
    return fault(line, fmt::format("column '{}': {}", want.name, what));
  };
  if (text.empty()) {
    if (want.required) throw refuse("the cell is empty");
    return;
  }
  switch (want.type) {
    case CellType::text:
      break;
    case CellType::list:
      if (text.front() == '|' || text.back() == '|' || text.find("||") != std::string_view::npos) {
        throw refuse(fmt::format("an empty name in the list '{}'", text));
      }
      break;
    case CellType::date:
      if (!parse_iso_date(text)) throw refuse(fmt::format("'{}' is no date; write 2025-11-01, 2025-11 or 2025", text));
      break;
    case CellType::number:
      if (!is_number(text)) throw refuse(fmt::format("'{}' is no whole number from 0 to 4294967295", text));
      break;
    case CellType::country:
      if (!is_country_code(text)) throw refuse(fmt::format("'{}' is no ISO 3166 alpha-3 code, as 'FRA' is", text));
      break;
    case CellType::word:
      if (std::find(want.allowed.begin(), want.allowed.end(), text) == want.allowed.end()) {
        throw refuse("unknown " + std::string(want.name) + " " + unknown_word(text, want.allowed));
      }
      break;
  }
}

void Table::check_order(std::size_t number) const {
  if (number == 0) return;
  for (std::size_t column = 0; column < schema_->key_columns; ++column) {
    const auto before = cell(number - 1, column), here = cell(number, column);
    if (before < here) return;
    if (here < before) {
      throw fault(lines_[number],
                  fmt::format("'{}' stands behind '{}'; rows are sorted bytewise by their first {} columns", here,
                              before, schema_->key_columns));
    }
  }
  throw fault(lines_[number], fmt::format("a second row for '{}'; the first {} columns say what a row is about",
                                          cell(number, 0), schema_->key_columns));
}

std::string_view Table::cell(std::size_t row, std::size_t column) const {
  const std::size_t number = row * schema_->columns.size() + column;
  const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
  return std::string_view(cells_).substr(begin, ends_[number] - begin);
}

std::runtime_error Table::fault(std::size_t line, std::string_view what) const {
  return std::runtime_error(fmt::format("{}:{}: {}", file_, line, what));
}

}  // namespace entente::lexicon
