// See delimited.h.
#include "export/delimited.h"

#include <algorithm>

#include "extract/text/utf8.h"

namespace entente {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

bool needs_quotes(std::string_view text, char separator) {
  if (text.empty()) return false;
  if (is_blank(text.front()) || is_blank(text.back())) return true;
  return std::ranges::any_of(text,
                             [separator](char c) { return c == '"' || c == '\r' || c == '\n' || c == separator; });
}

/// Whether it is ASCII that stands as it is, as most fields are. Looks at every byte, many at once.
bool plain(std::string_view text, char separator) {
  if (text.empty()) return true;
  unsigned other = 0;
  for (const char c : text) {
    other |= static_cast<unsigned>((static_cast<unsigned char>(c) & 0x80U) != 0) | static_cast<unsigned>(c == '"') |
             static_cast<unsigned>(c == '\r') | static_cast<unsigned>(c == '\n') |
             static_cast<unsigned>(c == separator);
  }
  return other == 0 && !is_blank(text.front()) && !is_blank(text.back());
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t quote = text.find('"'); quote != std::string_view::npos; quote = text.find('"')) {
    out += text.substr(0, quote);
    out += "\"\"";
    text.remove_prefix(quote + 1);
  }
  out += text;
  out += '"';
}

void append_field(std::string& out, std::string_view text, char separator) {
  if (plain(text, separator)) {
    out += text;
  } else if (!valid_utf8(text)) {
    append_field(out, repaired_utf8(text), separator);
  } else if (needs_quotes(text, separator)) {
    append_quoted(out, text);
  } else {
    out += text;
  }
}

}  // namespace

std::string delimited_field(std::string_view text, char separator) {
  std::string field;
  append_field(field, text, separator);
  return field;
}

void DelimitedRow::add(std::string_view field) {
  append_field(text_, field, separator_);
  text_ += separator_;
}

void DelimitedRows::add(std::string_view field) {
  append_field(row_, field, separator_);
  row_ += separator_;
}

void DelimitedRows::end_row() {
  if (row_.empty()) row_ += separator_;
  row_.back() = '\n';
  out_ << row_;
  row_.clear();
}

void write_row(std::ostream& out, std::span<const std::string> fields, char separator) {
  DelimitedRows rows(out, separator);
  for (const std::string& field : fields) rows.add(field);
  rows.end_row();
}

}  // namespace entente
