// entente between: all that passed between two.
#include <CLI/CLI.hpp>

#include "cli/question_command.h"
#include "queries/queries.h"

namespace entente {

namespace {

class BetweenCommand final : public QuestionCommand {
 public:
  BetweenCommand() : QuestionCommand(50) {}

  [[nodiscard]] const CommandText& text() const override {
    static constexpr CommandText kText{
        "between",
        "all that passed between two actors, in both directions",
        "Shows relations and events between two actors, in both directions and together, by date, each with a "
        "sentence, after "
        "a summary of how often they cooperated and clashed. For countries, --with-people also counts what their "
        "persons and "
        "organisations do.",
        "entente between world.db China \"United States\"\n"
        "entente between world.db RUS UKR --with-people --from 2025-06 --limit 100",
    };
    return kText;
  }

 protected:
  void declare(CLI::App& app) override {
    name_argument(app, "FIRST", first_);
    name_argument(app, "SECOND", second_);
    app.add_flag("--with-people", with_people_, "count a country's persons and organisations for it");
  }

  [[nodiscard]] bool tells_ties() const override { return true; }

  [[nodiscard]] Answer ask(const OpenGraph& graph) override {
    const std::uint32_t first = entity(graph, first_);
    const std::uint32_t second = entity(graph, second_);
    const Sides sides = with_people_ ? Sides::with_people : Sides::themselves;
    return between(graph.world(), first, second, sides, limit());
  }

 private:
  std::string first_;
  std::string second_;
  bool with_people_ = false;
};

}  // namespace

std::unique_ptr<Command> make_between_command() {
  return std::make_unique<BetweenCommand>();
}

}  // namespace entente
