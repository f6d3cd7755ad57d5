// A table as text: rows of cells under named columns, checked as they are read. Every error names file, line and
// column.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace entente::lexicon {

/// What the cells of a column may hold; all but those of a `required` column may be empty.
enum class CellType : std::uint8_t {
  text,
  list,     ///< texts split by '|', none empty
  date,     ///< ISO, may be cut short
  number,   ///< whole, not negative
  country,  ///< three capital letters
  word,     ///< one of `allowed`
};

struct Column {
  std::string_view name;
  CellType type = CellType::text;
  bool required = false;
  std::span<const std::string_view> allowed{};
};

struct Schema {
  std::string_view file;  ///< "people.tsv"
  std::span<const Column> columns;
  std::size_t key_columns =
      0;  ///< rows are sorted bytewise by the first columns, and no two are alike in them; 0: any order
};

class Table;

/// A row: cells by the number of the schema's column. A view, as long as its table lives.
class Row {
 public:
  Row(const Table& table, std::size_t number) : table_(&table), number_(number) {}
  [[nodiscard]] std::string_view operator[](std::size_t column) const;
  [[nodiscard]] std::vector<std::string_view> list(std::size_t column) const;
  [[nodiscard]] std::uint32_t number(std::size_t column) const;  ///< 0 for an empty cell
  /// "file.tsv:12: <what>", as an exception to throw.
  [[nodiscard]] std::runtime_error error(std::string_view what) const;
  [[nodiscard]] std::runtime_error error(std::size_t column, std::string_view what) const;

 private:
  const Table* table_;
  std::size_t number_;
};

class Table {
 public:
  /// A table of ours: tab separated, exactly the schema's columns, sorted. Throws std::runtime_error on the first
  /// fault.
  Table(std::string file, std::string_view text, const Schema& schema);
  /// A user's table: TSV or CSV (the header's first separator says which), columns in any order, those not required may
  /// be missing. Cells of CSV may be quoted.
  static Table of_user(std::string file, std::string_view text, const Schema& schema);

  Table(Table&&) = default;
  Table& operator=(Table&&) = default;
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;
  ~Table() = default;

  [[nodiscard]] std::size_t size() const { return lines_.size(); }
  [[nodiscard]] Row row(std::size_t number) const { return {*this, number}; }
  [[nodiscard]] const std::string& file() const { return file_; }

 private:
  friend class Row;
  Table(std::string file, const Schema& schema) : file_(std::move(file)), schema_(&schema) {}
  /// Where each of the schema's columns stands in a user's header; npos for one that is left out.
  [[nodiscard]] std::vector<std::size_t> places_of(const std::vector<std::string>& header) const;
  void add_line(std::size_t line, const std::vector<std::string>& cells, const std::vector<std::size_t>& places);
  void check_cell(std::size_t line, std::size_t column) const;
  void check_order(std::size_t number) const;
  [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const;
  [[nodiscard]] std::runtime_error fault(std::size_t line, std::string_view what) const;

  std::string file_;
  const Schema* schema_;
  std::string cells_;               ///< all cells, one behind the other
  std::vector<std::size_t> ends_;   ///< of each cell
  std::vector<std::size_t> lines_;  ///< of each row
};

/// A value in quotes with the nearest allowed word, for error messages: "'perosn'; did you mean 'person'? allowed:
/// ...".
[[nodiscard]] std::string unknown_word(std::string_view value, std::span<const std::string_view> allowed);

}  // namespace entente::lexicon
