// entente show: a dossier.
#include <CLI/CLI.hpp>

#include "cli/question_command.h"
#include "queries/queries.h"

namespace entente {

namespace {

class ShowCommand final : public QuestionCommand {
 public:
  ShowCommand() : QuestionCommand(10) {}

  [[nodiscard]] const CommandText& text() const override {
    static constexpr CommandText kText{
        "show",
        "a dossier: who it is, its ties, latest events, what was said",
        "Shows what a graph knows of a person, country, organisation, place or named event: its names, its ties, its "
        "latest "
        "events, whom it deals with and what was last said, each with a sentence that says so.",
        "entente show world.db \"Xi Jinping\"\n"
        "entente show world.db RUS --from 2025-01-01 --limit 5\n"
        "entente show world.db IAEA --format json",
    };
    return kText;
  }

 protected:
  void declare(CLI::App& app) override { name_argument(app, "NAME", name_); }

  [[nodiscard]] bool tells_ties() const override { return true; }

  [[nodiscard]] Answer ask(const OpenGraph& graph) override {
    return show(graph.world(), entity(graph, name_), limit());
  }

 private:
  std::string name_;
};

}  // namespace

std::unique_ptr<Command> make_show_command() {
  return std::make_unique<ShowCommand>();
}

}  // namespace entente
