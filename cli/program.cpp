// See program.h.
#include "cli/program.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/exit_status.h"
#include "cli/help.h"
#include "cli/options.h"
#include "cli/terminal.h"

namespace entente {

namespace {

/// A command and its place on the command line.
struct Entry {
  std::unique_ptr<Command> command;
  CLI::App* app;
};

constexpr std::string_view kStatuses =
    "Exit status: 0 done, 1 some input failed, 2 wrong usage, 3 nothing could be done.";

class Program {
 public:
  Program() {
    app_.require_subcommand(1);
    app_.set_help_flag("-h,--help", "print this help");
    app_.set_version_flag("--version", "entente " ENTENTE_VERSION, "print the version");
    for (const MakeCommand make : command_makers()) add(make());
  }

  int run(int argc, const char* const* argv) {
    if (argc > 1 && !is_known(argv[1])) return unknown_command(argv[1]);
    try {
      app_.parse(argc, argv);
      return chosen()->command->run();
    } catch (const CLI::CallForHelp&) {
      std::cout << help();
      return kDone;
    } catch (const CLI::CallForVersion& version) {
      std::cout << version.what() << '\n';
      return kDone;
    } catch (const CLI::ExtrasError&) {
      return wrong_usage(unexpected());
    } catch (const CLI::ParseError& error) {
      return wrong_usage(chosen() == nullptr ? "say which command" : error.what());
    }
  }

 private:
  void add(std::unique_ptr<Command> command) {
    const CommandText& text = command->text();
    CLI::App* app = app_.add_subcommand(std::string(text.name), std::string(text.summary));
    command->setup(*app);
    entries_.push_back({std::move(command), app});
  }

  [[nodiscard]] std::string help() const {
    if (const Entry* entry = chosen()) return help_of(entry->command->text(), *entry->app, text_width());
    std::vector<std::pair<std::string, std::string>> commands;
    for (const Entry& entry : entries_) {
      commands.emplace_back(entry.command->text().name, entry.command->text().summary);
    }
    return fmt::format(
        "Usage: entente COMMAND ...\n\n"
        "Turns news articles into a knowledge graph of international relations.\n\n"
        "Commands:\n{}\n"
        "Options:\n{}\n"
        "`entente COMMAND -h` explains a command.\n{}\n",
        listed(commands, text_width()),
        listed({{"-h, --help", "print this help"}, {"--version", "print the version"}}, text_width()), kStatuses);
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

  [[nodiscard]] const Entry* chosen() const {
    const auto entry = std::ranges::find_if(entries_, [](const Entry& e) { return e.app->parsed(); });
    return entry == entries_.end() ? nullptr : &*entry;
  }

  /// What is on the command line and should not be.
  [[nodiscard]] std::string unexpected() const {
    const std::vector<std::string> extras = app_.remaining(true);
    const auto option = std::ranges::find_if(extras, [](const std::string& extra) { return extra.starts_with('-'); });
    if (option == extras.end() || chosen() == nullptr) {
      return fmt::format("unexpected '{}'; put a name of several words in quotes", fmt::join(extras, "', '"));
    }
    std::vector<std::string> names;
    for (const CLI::Option* known : chosen()->app->get_options()) {
      for (const std::string& name : known->get_lnames()) names.push_back("--" + name);
    }
    return fmt::format("no option '{}'{}", *option, did_you_mean(*option, names));
  }

  [[nodiscard]] int wrong_usage(const std::string& what) const {
    const std::string name = chosen() == nullptr ? "entente" : "entente " + chosen()->app->get_name();
    fmt::print(stderr, "{}: {}; see `{} -h`\n", name, what, name);
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
