// entente timeline: events by date.
#include <CLI/CLI.hpp>

#include "cli/question_command.h"
#include "queries/queries.h"

namespace entente {

namespace {

class TimelineCommand final : public QuestionCommand {
 public:
  TimelineCommand() : QuestionCommand(50) {}

  [[nodiscard]] const CommandText& text() const override {
    static constexpr CommandText kText{
        "timeline",
        "events of an actor, or of two together, by date",
        "Lists what an actor did and what was done to it, by date, each event with a sentence; with a second name, the "
        "events "
        "in which both take part.",
        "entente timeline world.db Israel --from 2025-10-01\n"
        "entente timeline world.db India Pakistan --type CONSULT,AGREE\n"
        "entente timeline world.db Taiwan --format csv --limit 1000",
    };
    return kText;
  }

 protected:
  void declare(CLI::App& app) override {
    name_argument(app, "NAME", name_);
    name_argument(app, "OTHER", other_, false);
  }

  [[nodiscard]] Answer ask(const OpenGraph& graph) override {
    const std::uint32_t first = entity(graph, name_);
    std::optional<std::uint32_t> second;
    if (!other_.empty()) second = entity(graph, other_);
    return timeline(graph.world(), first, second, limit());
  }

 private:
  std::string name_;
  std::string other_;
};

}  // namespace

std::unique_ptr<Command> make_timeline_command() {
  return std::make_unique<TimelineCommand>();
}

}  // namespace entente
