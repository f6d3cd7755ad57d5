// Answers as tables for people.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "cli/display_width.h"
#include "cli/print_answer.h"

namespace entente {

namespace {

constexpr std::size_t kGap = 2;           // blanks between columns
constexpr std::size_t kLeastColumn = 8;   // a column is not made narrower than this
constexpr std::size_t kLongestWord = 30;  // nor than its longest word, unless that is longer than this
constexpr std::size_t kQuoteIndent = 4;

constexpr std::string_view kBold = "\033[1m";
constexpr std::string_view kFaint = "\033[2m";
constexpr std::string_view kPlain = "\033[0m";

std::string number_text(double number) {
  if (!std::isfinite(number)) return "";
  const bool small = number != 0 && std::abs(number) < 0.01;
  return small ? fmt::format("{:.2g}", number) : fmt::format("{:.2f}", number);
}

std::string text_of(const Value& value) {
  struct Printer {
    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(std::int64_t number) const { return fmt::to_string(number); }
    std::string operator()(double number) const { return number_text(number); }
    std::string operator()(bool truth) const { return truth ? "yes" : ""; }
    std::string operator()(const std::string& text) const { return text; }
  };
  return std::visit(Printer{}, value);
}

bool is_number(const Value& value) {
  return std::holds_alternative<std::int64_t>(value) || std::holds_alternative<double>(value);
}

std::string heading_of(std::string column) {
  std::ranges::replace(column, '_', ' ');
  return column;
}

bool holds(const std::vector<std::string>& words, const std::string& word) {
  return std::ranges::find(words, word) != words.end();
}

std::string padded(const std::string& text, std::size_t width, bool right) {
  const std::size_t used = display_width(text);
  const std::string blanks(width > used ? width - used : 0, ' ');
  return right ? blanks + text : text + blanks;
}

struct Shown {
  std::size_t index;  // of the column in the section
  std::size_t width;
  std::size_t least;
  bool right;
};

std::size_t longest_word(const std::string& text) {
  std::size_t longest = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    longest = std::max(longest, display_width(std::string_view(text).substr(at, end - at)));
    at = end + 1;
  }
  return longest;
}

std::vector<Shown> shown_columns(const Section& section) {
  std::vector<Shown> shown;
  for (std::size_t i = 0; i < section.columns.size(); ++i) {
    if (holds(section.below, section.columns[i]) || holds(section.unseen, section.columns[i])) continue;
    const std::string heading = heading_of(section.columns[i]);
    Shown column{i, display_width(heading), longest_word(heading), false};
    bool empty = true;
    for (const std::vector<Value>& row : section.rows) {
      const std::string text = text_of(row[i]);
      empty = empty && text.empty();
      column.width = std::max(column.width, display_width(text));
      column.least = std::max(column.least, longest_word(text));
      column.right = column.right || is_number(row[i]);
    }
    if (!empty) shown.push_back(column);
  }
  return shown;
}

/// Takes from the broadest columns until the table fits, as long as words fit.
void fit(std::vector<Shown>& columns, std::size_t width) {
  const auto total = [&] {
    return std::accumulate(columns.begin(), columns.end(), columns.empty() ? 0 : kGap * (columns.size() - 1),
                           [](std::size_t sum, const Shown& column) { return sum + column.width; });
  };
  const auto spare = [](const Shown& column) {
    const std::size_t least = std::max(std::min(column.least, kLongestWord), kLeastColumn);
    return column.width > least ? column.width : 0;
  };
  for (std::size_t used = total(); used > width; --used) {
    const auto broadest = std::ranges::max_element(columns, {}, spare);
    if (broadest == columns.end() || spare(*broadest) == 0) return;
    --broadest->width;
  }
}

std::string right_trimmed(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

/// "a17" as it is, "3 articles", "confidence 0.81", "bound by leads 3".
std::string remark(const std::string& column, const Value& value) {
  std::string text = text_of(value);
  if (text.empty() || column == "sentence") return "";
  if (column == "confidence" || column == "bound_by") return heading_of(column) + " " + text;
  if (column == "articles") return text + (text == "1" ? " article" : " articles");
  return text;
}

class TablePrinter {
 public:
  TablePrinter(const TableStyle& style, std::ostream& out) : style_(style), out_(out) {}

  void print(const Section& section) {
    if (section.rows.empty()) return;
    if (!first_) out_ << '\n';
    first_ = false;
    for (const std::string& text : wrapped(section.heading, style_.width)) line(text, kBold);
    if (section.upright) {
      print_upright(section);
    } else {
      print_rows(section);
    }
  }

  void print_note(const std::string& note) {
    if (!first_) out_ << '\n';
    first_ = true;
    for (const std::string& text : wrapped(note, style_.width)) line(text, kFaint);
  }

 private:
  void line(const std::string& text, std::string_view look) {
    if (style_.colour && !look.empty()) {
      out_ << look << text << kPlain << '\n';
    } else {
      out_ << text << '\n';
    }
  }

  void print_upright(const Section& section) {
    std::size_t width = 0;
    for (const Shown& column : shown_columns(section)) {
      width = std::max(width, display_width(heading_of(section.columns[column.index])));
    }
    for (const Shown& column : shown_columns(section)) {
      std::string name = heading_of(section.columns[column.index]);
      const std::size_t room = style_.width > width + 2 * kGap ? style_.width - width - 2 * kGap : 1;
      for (const std::string& text : wrapped(text_of(section.rows.front()[column.index]), room)) {
        line(std::string(kGap, ' ') + padded(name, width, false) + std::string(kGap, ' ') + text, "");
        name.clear();
      }
    }
  }

  void print_rows(const Section& section) {
    std::vector<Shown> columns = shown_columns(section);
    fit(columns, style_.width - kGap);
    std::vector<std::string> cells;
    cells.reserve(columns.size());
    for (const Shown& column : columns) cells.push_back(heading_of(section.columns[column.index]));
    if (!columns.empty()) print_cells(columns, cells, kFaint);
    for (const std::vector<Value>& row : section.rows) {
      cells.clear();
      for (const Shown& column : columns) cells.push_back(text_of(row[column.index]));
      if (!columns.empty()) print_cells(columns, cells, "");
      print_below(section, row);
    }
  }

  void print_cells(const std::vector<Shown>& columns, const std::vector<std::string>& cells, std::string_view look) {
    std::vector<std::vector<std::string>> lines;
    std::size_t height = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      lines.push_back(wrapped(cells[i], columns[i].width));
      height = std::max(height, lines.back().size());
    }
    for (std::size_t y = 0; y < height; ++y) {
      std::string text(kGap, ' ');
      for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i > 0) text.append(kGap, ' ');
        text += padded(y < lines[i].size() ? lines[i][y] : "", columns[i].width, columns[i].right);
      }
      line(right_trimmed(std::move(text)), look);
    }
  }

  void print_below(const Section& section, const std::vector<Value>& row) {
    std::string sentence;
    std::vector<std::string> remarks;
    for (const std::string& name : section.below) {
      const auto at = std::ranges::find(section.columns, name);
      if (at == section.columns.end()) continue;
      const Value& value = row[static_cast<std::size_t>(at - section.columns.begin())];
      if (name == "sentence") sentence = text_of(value);
      const std::string text = remark(name, value);
      if (!text.empty()) remarks.push_back(text);
    }
    if (sentence.empty() && remarks.empty()) return;
    std::string text = sentence.empty() ? "" : "“" + sentence + "”";
    if (!remarks.empty()) text += fmt::format("{}({})", text.empty() ? "" : " ", fmt::join(remarks, ", "));
    for (const std::string& part : wrapped(text, style_.width - kQuoteIndent)) {
      line(std::string(kQuoteIndent, ' ') + part, kFaint);
    }
  }

  const TableStyle& style_;
  std::ostream& out_;
  bool first_ = true;
};

}  // namespace

void print_table(const Answer& answer, const TableStyle& style, std::ostream& out) {
  TablePrinter printer(style, out);
  for (const Section& section : answer.sections) printer.print(section);
  for (const std::string& note : answer.notes) printer.print_note(note);
}

}  // namespace entente
