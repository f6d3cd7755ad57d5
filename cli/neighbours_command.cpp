// entente neighbours: who is next to an entity.
#include <CLI/CLI.hpp>

#include "cli/question_command.h"
#include "queries/queries.h"

namespace entente {

namespace {

class NeighboursCommand final : public QuestionCommand {
 public:
  NeighboursCommand() : QuestionCommand(20) {}

  [[nodiscard]] const CommandText& text() const override {
    static constexpr CommandText kText{
        "neighbours",
        "who is next to an entity, and by what",
        "Lists the entities that relations or events join to one, the strongest tied first: how often they cooperated "
        "and "
        "clashed, and the sentence behind the strongest tie.",
        "entente neighbours world.db Ukraine\n"
        "entente neighbours world.db NATO --kind country --limit 50\n"
        "entente neighbours world.db Iran --type SANCTION,THREATEN --format csv",
    };
    return kText;
  }

 protected:
  void declare(CLI::App& app) override { name_argument(app, "NAME", name_); }

  [[nodiscard]] bool tells_ties() const override { return true; }

  [[nodiscard]] Answer ask(const OpenGraph& graph) override {
    return neighbours(graph.world(), entity(graph, name_), limit());
  }

 private:
  std::string name_;
};

}  // namespace

std::unique_ptr<Command> make_neighbours_command() {
  return std::make_unique<NeighboursCommand>();
}

}  // namespace entente
