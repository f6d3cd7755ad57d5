// Answers as JSON, JSON Lines, CSV and TSV; the registry of formats.
#include "cli/print_answer.h"

#include <fmt/format.h>
#include <rapidjson/ostreamwrapper.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace entente {

namespace {

constexpr std::array<std::string_view, 5> kFormats{"table", "json", "jsonl", "csv", "tsv"};

template <typename Json>
void put(Json& json, std::string_view text) {
  json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

template <typename Json>
void put(Json& json, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    put(json, std::string_view(*text));
  } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    json.Int64(*integer);
  } else if (const auto* number = std::get_if<double>(&value); number != nullptr && std::isfinite(*number)) {
    json.Double(*number);
  } else if (const auto* truth = std::get_if<bool>(&value)) {
    json.Bool(*truth);
  } else {
    json.Null();
  }
}

template <typename Json>
void put_members(Json& json, const Section& section, const std::vector<Value>& row) {
  for (std::size_t i = 0; i < section.columns.size(); ++i) {
    put(json, std::string_view(section.columns[i]));
    put(json, row[i]);
  }
}

std::string plain(const Value& value) {
  struct Printer {
    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(std::int64_t number) const { return fmt::to_string(number); }
    std::string operator()(double number) const { return std::isfinite(number) ? fmt::to_string(number) : ""; }
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(const std::string& text) const { return text; }
  };
  return std::visit(Printer{}, value);
}

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string tsv_field(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '\t':
        escaped += "\\t";
        break;
      case '\n':
        escaped += "\\n";
        break;
      case '\r':
        escaped += "\\r";
        break;
      case '\\':
        escaped += "\\\\";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

/// The columns of all sections, each once.
std::vector<std::string> all_columns(const Answer& answer) {
  std::vector<std::string> columns;
  if (answer.sections.size() > 1) columns.emplace_back("section");
  for (const Section& section : answer.sections) {
    for (const std::string& column : section.columns) {
      if (std::ranges::find(columns, column) == columns.end()) columns.push_back(column);
    }
  }
  return columns;
}

std::string cell(const Section& section, const std::vector<Value>& row, const std::string& column) {
  const auto at = std::ranges::find(section.columns, column);
  if (at != section.columns.end()) return plain(row[static_cast<std::size_t>(at - section.columns.begin())]);
  return column == "section" ? section.key : "";
}

void print_separated(const Answer& answer, char separator, std::string_view line_end,
                     std::string (*field)(const std::string&), std::ostream& out) {
  const std::vector<std::string> columns = all_columns(answer);
  for (std::size_t i = 0; i < columns.size(); ++i) out << (i == 0 ? "" : std::string(1, separator)) << columns[i];
  out << line_end;
  for (const Section& section : answer.sections) {
    for (const std::vector<Value>& row : section.rows) {
      for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i > 0) out << separator;
        out << field(cell(section, row, columns[i]));
      }
      out << line_end;
    }
  }
}

}  // namespace

std::optional<AnswerFormat> answer_format_of(std::string_view word) {
  const auto* found = std::ranges::find(kFormats, word);
  if (found == kFormats.end()) return std::nullopt;
  return static_cast<AnswerFormat>(found - kFormats.begin());
}

std::span<const std::string_view> answer_format_words() {
  return kFormats;
}

void print_json(const Answer& answer, std::ostream& out) {
  rapidjson::OStreamWrapper stream(out);
  rapidjson::PrettyWriter<rapidjson::OStreamWrapper> json(stream);
  json.SetIndent(' ', 2);
  json.StartObject();
  for (const Section& section : answer.sections) {
    put(json, std::string_view(section.key));
    json.StartArray();
    for (const std::vector<Value>& row : section.rows) {
      json.StartObject();
      put_members(json, section, row);
      json.EndObject();
    }
    json.EndArray();
  }
  put(json, std::string_view("notes"));
  json.StartArray();
  for (const std::string& note : answer.notes) put(json, std::string_view(note));
  json.EndArray();
  json.EndObject();
  out << '\n';
}

void print_jsonl(const Answer& answer, std::ostream& out) {
  rapidjson::OStreamWrapper stream(out);
  rapidjson::Writer<rapidjson::OStreamWrapper> json(stream);
  for (const Section& section : answer.sections) {
    for (const std::vector<Value>& row : section.rows) {
      json.Reset(stream);
      json.StartObject();
      put(json, std::string_view("section"));
      put(json, std::string_view(section.key));
      put_members(json, section, row);
      json.EndObject();
      out << '\n';
    }
  }
}

void print_csv(const Answer& answer, std::ostream& out) {
  print_separated(answer, ',', "\r\n", csv_field, out);
}

void print_tsv(const Answer& answer, std::ostream& out) {
  print_separated(answer, '\t', "\n", tsv_field, out);
}

void print(const Answer& answer, AnswerFormat format, const TableStyle& style, std::ostream& out) {
  switch (format) {
    case AnswerFormat::table:
      print_table(answer, style, out);
      return;
    case AnswerFormat::json:
      print_json(answer, out);
      return;
    case AnswerFormat::jsonl:
      print_jsonl(answer, out);
      return;
    case AnswerFormat::csv:
      print_csv(answer, out);
      return;
    case AnswerFormat::tsv:
      print_tsv(answer, out);
      return;
  }
}

}  // namespace entente
