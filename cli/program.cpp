// See program.h.
#include "cli/program.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/display_width.h"
#include "cli/exit_status.h"
#include "cli/options.h"
#include "cli/terminal.h"

namespace entente {

namespace {

/// A command and its place on the command line.
struct Entry {
  std::unique_ptr<Command> command;
  CLI::App* app;
};

std::string indented(std::string_view lines) {
  std::string text = "  ";
  for (const char c : lines) {
    text += c;
    if (c == '\n') text += "  ";
  }
  return text;
}

std::string paragraph(std::string_view prose) {
  return fmt::format("{}", fmt::join(wrapped(prose, text_width()), "\n"));
}

class Program {
 public:
  Program() : app_("Turns news articles into a knowledge graph of international relations.", "entente") {
    app_.require_subcommand(1);
    app_.set_help_flag("-h,--help", "print this help");
    app_.set_version_flag("--version", "entente " ENTENTE_VERSION, "print the version");
    app_.get_formatter()->column_width(28);
    app_.footer(
        "`entente COMMAND -h` explains a command.\n\nExit status: 0 done, 1 some input failed, 2 wrong usage, "
        "3 nothing could be done.");
    for (const MakeCommand make : command_makers()) add(make());
  }

  int run(int argc, const char* const* argv) {
    if (argc > 1 && !is_known(argv[1])) return unknown_command(argv[1]);
    try {
      app_.parse(argc, argv);
      return chosen().command->run();
    } catch (const CLI::Success& success) {
      return app_.exit(success);
    } catch (const CLI::ParseError& error) {
      return wrong_usage(error);
    }
  }

 private:
  void add(std::unique_ptr<Command> command) {
    const CommandText& text = command->text();
    CLI::App* app = app_.add_subcommand(std::string(text.name), std::string(text.summary));
    app->footer(paragraph(text.description) + "\n\nExamples:\n" + indented(text.examples));
    command->setup(*app);
    entries_.push_back({std::move(command), app});
  }

  [[nodiscard]] bool is_known(const std::string& argument) const {
    return argument.starts_with('-') ||
           std::ranges::any_of(entries_, [&](const Entry& entry) { return entry.command->text().name == argument; });
  }

  int unknown_command(const std::string& name) const {
    std::vector<std::string> names;
    for (const Entry& entry : entries_) names.emplace_back(entry.command->text().name);
    fmt::print(stderr, "entente: no command '{}'{}; `entente -h` lists them\n", name, did_you_mean(name, names));
    return kWrongUsage;
  }

  [[nodiscard]] const Entry& chosen() const {
    return *std::ranges::find_if(entries_, [](const Entry& entry) { return entry.app->parsed(); });
  }

  int wrong_usage(const CLI::ParseError& error) const {
    const auto entry = std::ranges::find_if(entries_, [](const Entry& e) { return e.app->parsed(); });
    const std::string name = entry == entries_.end() ? "entente" : "entente " + entry->app->get_name();
    fmt::print(stderr, "{}: {}\n`{} -h` explains it\n", name, error.what(), name);
    return kWrongUsage;
  }

  CLI::App app_;
  std::vector<Entry> entries_;
};

}  // namespace

int run_program(int argc, const char* const* argv) {
  return Program().run(argc, argv);
}

}  // namespace entente
