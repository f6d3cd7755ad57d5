// Help of a command, from what it declares. Also what completion and manual can be made of.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace CLI {  // NOLINT(readability-identifier-naming): theirs
class App;
class Option;
}  // namespace CLI

namespace entente {

/// An option or argument as help shows it. The description that a command declares is "PLACEHOLDER: what it does";
/// without a value, only what it does.
struct OptionText {
  std::string group;
  std::string names;  ///< "-n, --limit N", or "GRAPH" for an argument
  std::string meaning;
  bool argument = false;
  bool required = false;
};
[[nodiscard]] std::vector<OptionText> option_texts(const CLI::App& app);

/// The help of a command: usage, what it does, arguments, options by group, examples.
[[nodiscard]] std::string help_of(const CommandText& text, const CLI::App& app, std::size_t width);

/// Two columns, the second wrapped.
[[nodiscard]] std::string listed(const std::vector<std::pair<std::string, std::string>>& rows, std::size_t width);

}  // namespace entente
