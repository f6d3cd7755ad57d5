// Tables: records are first bounded (quotes may hold line breaks), then cut into cells.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "extract/reading/article_record.h"
#include "extract/reading/format.h"
#include "extract/reading/readers.h"

namespace entente {
namespace {

/// Finds records in a window. A quote opens a quoted cell only at the cell's beginning.
class Records {
 public:
  Records(Window& window, char delimiter) : window_(window), delimiter_(delimiter) {}

  enum class Found : std::uint8_t { record, unclosed, stray_quote, too_long, end };

  /// Moves to the next record. `unclosed`: a quote is open to the end of the file, or for more than kMaxRecordBytes;
  /// record() is then its first line, and from there on no cell goes beyond its line. `stray_quote`: in a quoted cell
  /// stands a quote that neither ends the cell nor is doubled; record() is the first line, and the next begins behind
  /// it.
  Found next();
  [[nodiscard]] std::string_view record() const { return record_; }
  [[nodiscard]] std::uint64_t line() const { return line_; }  ///< where the record begins
  /// The file broke off within the record.
  [[nodiscard]] bool broken_off() const { return unended_ && !window_.trouble().empty(); }

 private:
  enum class State : std::uint8_t { cell_start, plain, quoted, quote_in_quoted, stray };

  [[nodiscard]] State after(State state, char c) const;
  /// Sets the end of the record that begins the window, its line break not counted. Says whether it is a record,
  /// unclosed, or stray_quote.
  Found find_end(std::size_t& end);
  Found give(std::size_t size, Found found);

  Window& window_;
  char delimiter_;
  bool quotes_span_lines_ = true;
  bool unended_ = false;
  std::string_view record_;
  std::size_t used_ = 0;
  std::uint64_t line_ = 1;
  std::uint64_t next_line_ = 1;
};

Records::State Records::after(State state, char c) const {
  switch (state) {
    case State::quoted:
      return c == '"' ? State::quote_in_quoted : State::quoted;
    case State::quote_in_quoted:
      if (c == '"') return State::quoted;
      if (c == ' ' || c == '\t' || c == '\r') return c == delimiter_ ? State::cell_start : State::quote_in_quoted;
      return c == delimiter_ ? State::cell_start : State::stray;
    case State::stray:
      return State::stray;
    case State::cell_start:
      if (c == '"') return State::quoted;
      [[fallthrough]];
    case State::plain:
      break;
  }
  return c == delimiter_ ? State::cell_start : State::plain;
}

Records::Found Records::find_end(std::size_t& end) {
  State state = State::cell_start;
  end = 0;
  do {
    const std::string_view data = window_.data();
    for (; end < data.size(); ++end) {
      const char c = data[end];
      if (c == '\n' && (state != State::quoted || !quotes_span_lines_)) return Found::record;
      state = after(state, c);
      if (state == State::stray && quotes_span_lines_) return Found::stray_quote;
    }
  } while (end <= kMaxRecordBytes && window_.fill());
  const bool whole = end <= kMaxRecordBytes && (state != State::quoted || !quotes_span_lines_);
  return whole ? Found::record : Found::unclosed;
}

Records::Found Records::give(std::size_t size, Found found) {
  const std::string_view data = window_.data();
  record_ = data.substr(0, size);
  unended_ = size == data.size();
  used_ = std::min(size + 1, data.size());
  next_line_ = line_ + static_cast<std::uint64_t>(std::ranges::count(data.substr(0, used_), '\n'));
  if (record_.ends_with('\r')) record_.remove_suffix(1);
  return found;
}

Records::Found Records::next() {
  window_.consume(used_);
  used_ = 0;
  line_ = next_line_;
  if (window_.at_end()) return Found::end;
  std::size_t end = 0;
  const Found found = find_end(end);
  if (found == Found::record) return give(end, found);
  if (found == Found::unclosed) quotes_span_lines_ = false;
  while (window_.data().find('\n') == std::string_view::npos && window_.data().size() <= kMaxRecordBytes) {
    if (!window_.fill()) return give(window_.data().size(), found);
  }
  const std::size_t line_end = window_.data().find('\n');
  if (line_end != std::string_view::npos) return give(line_end, found);
  while (window_.data().find('\n') == std::string_view::npos) {
    window_.consume(window_.data().size());
    if (!window_.fill()) return give(0, Found::too_long);
  }
  return give(window_.data().find('\n'), Found::too_long);
}

/// Cuts a record into cells. Cells keep their storage from record to record.
class Cells {
 public:
  explicit Cells(char delimiter) : delimiter_(delimiter) {}

  std::span<const std::string> cut(std::string_view record) {
    count_ = 0;
    for (std::size_t at = 0; at <= record.size(); ++at) {
      if (count_ == cells_.size()) cells_.emplace_back();
      std::string& cell = cells_[count_++];
      cell.clear();
      at = record.substr(at).starts_with('"') ? take_quoted(record, at + 1, cell) : at;
      const std::size_t end = std::min(record.find(delimiter_, at), record.size());
      cell.append(record, at, end - at);
      at = end;
    }
    return std::span(cells_).first(count_);
  }

 private:
  /// Takes what stands in quotes from `at` on; gives the place behind the closing quote.
  static std::size_t take_quoted(std::string_view record, std::size_t at, std::string& cell) {
    while (true) {
      const std::size_t quote = std::min(record.find('"', at), record.size());
      cell.append(record, at, quote - at);
      if (quote + 1 >= record.size() || record[quote + 1] != '"') return std::min(quote + 1, record.size());
      cell += '"';
      at = quote + 2;
    }
  }

  char delimiter_;
  std::vector<std::string> cells_;
  std::size_t count_ = 0;
};

class TableReader {
 public:
  TableReader(Window& window, Delivery& delivery, char delimiter)
      : delivery_(delivery), records_(window, delimiter), cells_(delimiter) {}

  void read() {
    if (!read_header()) return;
    while (true) {
      const auto found = records_.next();
      if (found == Records::Found::end || records_.broken_off()) return;
      if (found == Records::Found::record) {
        read_row();
      } else if (found == Records::Found::too_long) {
        lose("is longer than 64 MiB; the row was skipped");
      } else if (found == Records::Found::stray_quote) {
        lose(
            "a quote within a quoted cell is neither doubled nor the cell's end; the line was skipped (write two "
            "quotes for one)");
      } else {
        lose("a quote that is opened here is never closed; the line was skipped, and below it no cell may span lines");
      }
    }
  }

 private:
  void lose(std::string what) { delivery_.lost({records_.line(), 0}, std::move(what)); }

  bool read_header() {
    if (records_.next() != Records::Found::record) {
      lose("the header row is not complete; the file was skipped");
      return false;
    }
    for (const std::string& cell : cells_.cut(records_.record())) {
      const std::size_t begin = std::min(cell.find_first_not_of(" \t"), cell.size());
      names_.push_back(cell.substr(begin, cell.find_last_not_of(" \t") + 1 - begin));
      fields_.push_back(field_of(names_.back()));
    }
    const bool has_text = std::ranges::any_of(
        fields_, [](const auto& key) { return key && (key->field == Field::text || key->field == Field::summary); });
    if (!has_text) {
      lose(fmt::format(
          "no column holds the text (columns: {}); call one of them text, body or content; the file was skipped",
          fmt::join(shown_names(), ", ")));
    }
    return has_text;
  }

  [[nodiscard]] std::vector<std::string> shown_names() const {
    std::vector<std::string> shown;
    for (std::size_t i = 0; i < std::min<std::size_t>(names_.size(), 20); ++i) shown.push_back(quoted(names_[i]));
    return shown;
  }

  void read_row() {
    if (records_.record().find_first_not_of(" \t") == std::string_view::npos) return;
    const auto cells = cells_.cut(records_.record());
    const bool too_many = std::ranges::any_of(cells.subspan(std::min(fields_.size(), cells.size())),
                                              [](const std::string& cell) { return !cell.empty(); });
    if (too_many) {
      return lose(
          fmt::format("the row has {} cells and the header {}; the row was skipped (put quotes around cells that hold "
                      "the delimiter)",
                      cells.size(), fields_.size()));
    }
    record_.clear();
    for (std::size_t i = 0; i < std::min(cells.size(), fields_.size()); ++i) {
      if (fields_[i]) record_.offer(*fields_[i], cells[i]);
    }
    if (!deliver(record_, delivery_, {records_.line(), 0}, {.may_hold_html = true})) {
      lose("the row has no text; it was skipped");
    }
  }

  Delivery& delivery_;
  Records records_;
  Cells cells_;
  std::vector<std::string> names_;
  std::vector<std::optional<FieldKey>> fields_;
  ArticleRecord record_;
};

}  // namespace

void read_table(Window& window, Delivery& delivery) {
  while (window.data().find('\n') == std::string_view::npos && window.data().size() <= kMaxRecordBytes) {
    if (!window.fill()) break;
  }
  const std::string_view beginning = window.data();
  TableReader(window, delivery, delimiter_of(beginning.substr(0, beginning.find('\n')))).read();
}

}  // namespace entente
