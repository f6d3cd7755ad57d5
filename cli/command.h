// A subcommand of the program.
#pragma once

#include <memory>
#include <span>
#include <string_view>

namespace CLI {  // NOLINT(readability-identifier-naming): theirs
class App;
}

namespace entente {

/// What help, completion and manual say of a command.
struct CommandText {
  std::string_view name;
  std::string_view summary;      ///< one line
  std::string_view description;  ///< what it does, as prose
  std::string_view examples;     ///< command lines, one a line, each runnable as it stands
};

class Command {
 public:
  Command() = default;
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;
  virtual ~Command() = default;

  [[nodiscard]] virtual const CommandText& text() const = 0;
  /// Declares options and arguments. Opens nothing.
  virtual void setup(CLI::App& app) = 0;
  /// Does what the options say; returns an ExitStatus. Throws where nothing could be done.
  virtual int run() = 0;
};

/// Makes a command; a new command is one file and one line in commands.cpp.
using MakeCommand = std::unique_ptr<Command> (*)();

/// The makers of all commands, in the order in which help lists them.
[[nodiscard]] std::span<const MakeCommand> command_makers();

}  // namespace entente
