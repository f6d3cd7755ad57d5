// entente stats: what is in a graph file.
#include <CLI/CLI.hpp>

#include "cli/question_command.h"
#include "queries/queries.h"

namespace entente {

namespace {

class StatsCommand final : public QuestionCommand {
 public:
  StatsCommand() : QuestionCommand(0) {}

  [[nodiscard]] const CommandText& text() const override {
    static constexpr CommandText kText{
        "stats",
        "what is in a graph file",
        "Counts articles, sentences, entities by kind, and relations and events by type; with a selection, what of it "
        "is "
        "selected.",
        "entente stats world.db\n"
        "entente stats world.db --from 2025-01-01 --format json",
    };
    return kText;
  }

 protected:
  void declare(CLI::App& /*app*/) override {}

  [[nodiscard]] OpenGraph::About about() const override { return OpenGraph::About::all; }

  [[nodiscard]] Answer ask(const OpenGraph& graph) override {
    return stats(graph.world(), {graph.store().article_count(), graph.store().sentence_count()});
  }
};

}  // namespace

std::unique_ptr<Command> make_stats_command() {
  return std::make_unique<StatsCommand>();
}

}  // namespace entente
