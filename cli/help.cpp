// See help.h.
#include "cli/help.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "cli/display_width.h"

namespace entente {

namespace {

constexpr std::size_t kNamesWidth = 24;  // longer names stand on a line of their own
constexpr const char* kArguments = "Arguments";

using Row = std::pair<std::string, std::string>;

bool is_placeholder(std::string_view text) {
  return !text.empty() &&
         std::ranges::all_of(text, [](char c) { return (c >= 'A' && c <= 'Z') || c == ',' || c == '.'; });
}

std::string dashed_names(const CLI::Option& option) {
  std::vector<std::string> names;
  for (const std::string& name : option.get_snames()) names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) names.push_back("--" + name);
  return fmt::format("{}", fmt::join(names, ", "));
}

OptionText option_text(const CLI::Option& option) {
  OptionText text{option.get_group(), dashed_names(option), option.get_description(), false, option.get_required()};
  if (option.get_positional()) {
    const bool many = option.get_items_expected_max() > 1;
    return {kArguments, option.get_name() + (many ? "..." : ""), text.meaning, true, text.required};
  }
  const std::size_t colon = text.meaning.find(": ");
  if (colon != std::string::npos && is_placeholder(std::string_view(text.meaning).substr(0, colon))) {
    text.names += " " + text.meaning.substr(0, colon);
    text.meaning.erase(0, colon + 2);
  }
  return text;
}

std::string usage(const CommandText& text, const std::vector<OptionText>& options) {
  std::string line = fmt::format("Usage: entente {}", text.name);
  for (const OptionText& option : options) {
    if (option.required) line += " " + option.names;
    if (option.argument && !option.required) line += " [" + option.names + "]";
  }
  return line + " [OPTION...]\n";
}

}  // namespace

std::vector<OptionText> option_texts(const CLI::App& app) {
  std::vector<OptionText> texts;
  for (const CLI::Option* option : app.get_options()) texts.push_back(option_text(*option));
  return texts;
}

std::string listed(const std::vector<Row>& rows, std::size_t width) {
  const std::string indent(kNamesWidth + 2, ' ');
  std::string text;
  for (const auto& [names, meaning] : rows) {
    std::string line = "  " + names;
    if (line.size() + 2 > indent.size()) {
      text += line + "\n";
      line.clear();
    }
    for (const std::string& part : wrapped(meaning, width - indent.size())) {
      text += fmt::format("{:<{}}{}\n", line, indent.size(), part);
      line.clear();
    }
  }
  return text;
}

std::string help_of(const CommandText& text, const CLI::App& app, std::size_t width) {
  const std::vector<OptionText> options = option_texts(app);
  std::string help = usage(text, options) + "\n";
  for (const std::string& line : wrapped(text.description, width)) help += line + "\n";
  for (const std::string& group : {std::string(kArguments), std::string("Options"), std::string("Selection")}) {
    std::vector<Row> rows;
    for (const OptionText& option : options) {
      if (option.group == group) rows.emplace_back(option.names, option.meaning);
    }
    if (!rows.empty()) help += "\n" + group + ":\n" + listed(rows, width);
  }
  help += "\nExamples:\n  ";
  for (const char c : text.examples) help += c == '\n' ? std::string("\n  ") : std::string(1, c);
  return help + "\n";
}

}  // namespace entente
