// Rows of comma- or tab-separated text, quoted as in RFC 4180.
#pragma once

#include <ostream>
#include <span>
#include <string>
#include <string_view>

namespace entente {

/// The text as one field: in double quotes, with those within doubled, where it holds the separator, a quote, a line
/// break, or a blank at either end. Invalid bytes of UTF-8 become U+FFFD.
[[nodiscard]] std::string delimited_field(std::string_view text, char separator);

/// Appends a row to a text field by field.
class DelimitedRow {
 public:
  DelimitedRow(std::string& text, char separator) : text_(text), separator_(separator) {}

  void add(std::string_view field);
  /// Ends the row, which has a field at least, with a line feed.
  void end() { text_.back() = '\n'; }

 private:
  std::string& text_;  ///< each field with a separator behind it
  char separator_;
};

/// Writes rows field by field.
class DelimitedRows {
 public:
  DelimitedRows(std::ostream& out, char separator) : out_(out), separator_(separator) {}
  DelimitedRows(const DelimitedRows&) = delete;
  DelimitedRows& operator=(const DelimitedRows&) = delete;

  void add(std::string_view field);
  /// Ends the row, with a line feed, and writes it.
  void end_row();

 private:
  std::ostream& out_;
  char separator_;
  std::string row_;  ///< each field with a separator behind it
};

/// A row with its line feed.
void write_row(std::ostream& out, std::span<const std::string> fields, char separator);

}  // namespace entente
