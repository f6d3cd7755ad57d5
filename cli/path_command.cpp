// entente path: how two entities are connected.
#include <CLI/CLI.hpp>

#include "cli/question_command.h"
#include "queries/queries.h"

namespace entente {

namespace {

class PathCommand final : public QuestionCommand {
 public:
  PathCommand() : QuestionCommand(0) {}

  [[nodiscard]] const CommandText& text() const override {
    static constexpr CommandText kText{
        "path",
        "how two entities are connected, step by step",
        "Finds the best ways from one entity to another: fewest steps first, then the strongest ties; with the "
        "sentence behind "
        "each step.",
        "entente path world.db \"Kim Jong Un\" NATO\n"
        "entente path world.db Cuba Japan --ways 5 --max-steps 4",
    };
    return kText;
  }

 protected:
  void declare(CLI::App& app) override {
    name_argument(app, "START", start_);
    name_argument(app, "GOAL", goal_);
    app.add_option("--ways,-k", ways_, "N: so many ways at most (3)")->check(in_range(1, 100))->type_name("");
    app.add_option("--max-steps", max_steps_, "N: of so many steps at most (6)")->check(in_range(1, 20))->type_name("");
  }

  [[nodiscard]] bool tells_ties() const override { return true; }

  [[nodiscard]] Answer ask(const OpenGraph& graph) override {
    const std::uint32_t from = entity(graph, start_);
    const std::uint32_t to = entity(graph, goal_);
    return path(graph.world(), from, to, ways_, max_steps_);
  }

 private:
  std::string start_;
  std::string goal_;
  std::size_t ways_ = 3;
  std::size_t max_steps_ = 6;
};

}  // namespace

std::unique_ptr<Command> make_path_command() {
  return std::make_unique<PathCommand>();
}

}  // namespace entente
