// entente top: who comes first by a measure.
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <optional>

#include "cli/question_command.h"
#include "queries/queries.h"

namespace entente {

namespace {

Measure measure(const std::string& text) {
  const auto words = measure_words();
  const std::vector<std::string> names(words.begin(), words.end());
  const std::optional<Measure> found = measure_of(text);
  if (!found) {
    throw CLI::ValidationError(
        "--by", fmt::format("'{}' is none of {}{}", text, fmt::join(names, ", "), did_you_mean(text, names)));
  }
  return *found;
}

class TopCommand final : public QuestionCommand {
 public:
  TopCommand() : QuestionCommand(20) {}

  [[nodiscard]] const CommandText& text() const override {
    static constexpr CommandText kText{
        "top",
        "the entities that come first by a measure",
        "Lists the entities that most articles write of, or that come first by another measure: mentions, degree (how "
        "many "
        "others they are tied to), strength of ties, pagerank or betweenness.",
        "entente top world.db\n"
        "entente top world.db --by pagerank --kind country\n"
        "entente top world.db --by betweenness --from 2025-01 --to 2025-06",
    };
    return kText;
  }

 protected:
  void declare(CLI::App& app) override {
    app.add_option_function<std::string>(
           "--by", [this](const std::string& text) { by_ = measure(text); },
           "MEASURE: articles, mentions, degree, strength, pagerank or betweenness (articles)")
        ->type_name("");
  }

  [[nodiscard]] OpenGraph::About about() const override { return OpenGraph::About::all; }

  [[nodiscard]] Answer ask(const OpenGraph& graph) override { return top(graph.world(), by_, limit()); }

 private:
  Measure by_ = Measure::articles;
};

}  // namespace

std::unique_ptr<Command> make_top_command() {
  return std::make_unique<TopCommand>();
}

}  // namespace entente
