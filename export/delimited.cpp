// See delimited.h.
#include "export/delimited.h"

#include "extract/text/utf8.h"

namespace entente {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

bool needs_quotes(std::string_view text, char separator) {
  if (text.empty()) return false;
  if (is_blank(text.front()) || is_blank(text.back())) return true;
  return text.find_first_of("\"\r\n") != std::string_view::npos || text.find(separator) != std::string_view::npos;
}

}  // namespace

std::string delimited_field(std::string_view text, char separator) {
  std::string valid = valid_utf8(text) ? std::string(text) : repaired_utf8(text);
  if (!needs_quotes(valid, separator)) return valid;
  std::string field = "\"";
  for (const char c : valid) {
    if (c == '"') field += '"';
    field += c;
  }
  return field + '"';
}

void write_row(std::ostream& out, std::span<const std::string> fields, char separator) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) out << separator;
    out << delimited_field(fields[i], separator);
  }
  out << '\n';
}

}  // namespace entente
