// entente compare: what changed between two periods.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "cli/question_command.h"
#include "queries/queries.h"

namespace entente {

namespace {

class CompareCommand final : public QuestionCommand {
 public:
  CompareCommand() : QuestionCommand(15) {}

  [[nodiscard]] const CommandText& text() const override {
    static constexpr CommandText kText{
        "compare",
        "what changed between two periods: actors and pairs of actors",
        "Counts the events of two periods, and lists the actors and the pairs of actors with the largest change: how "
        "many events there were in each, whether they are new or gone, how many more or fewer of cooperation and of "
        "conflict, and how intense they "
        "were on average, from -10 (war) to 10. Counts grow with the number of articles too: what was read more of "
        "happens more. Only events with a date count, or with that of their first report.",
        "entente compare world.db --first 2019 --second 2020\n"
        "entente compare world.db --first 2025-01..2025-06 --second 2025-07..2025-12 --kind country\n"
        "entente compare world.db --first 2021 --second 2022 --type SANCTION,COERCE,ASSAULT --format csv",
    };
    return kText;
  }

 protected:
  void declare(CLI::App& app) override {
    period(app, "--first", first_, "PERIOD: the earlier one: YYYY, YYYY-MM, YYYY-MM-DD, or two of them: A..B");
    period(app, "--second", second_, "PERIOD: the one compared with it");
  }

  [[nodiscard]] OpenGraph::About about() const override { return OpenGraph::About::all; }

  [[nodiscard]] Answer ask(const OpenGraph& graph) override { return compare(graph.world(), first_, second_, limit()); }

 private:
  static void period(CLI::App& app, const std::string& option, DayRange& days, const std::string& help) {
    app.add_option_function<std::string>(
           option,
           [option, &days](const std::string& text) {
             const std::optional<DayRange> range = day_range_of(text);
             if (!range) {
               throw CLI::ValidationError(
                   option, fmt::format("'{}' is no period; write YYYY, YYYY-MM or YYYY-MM-DD, or two of them from the "
                                       "earlier to the later: 2025-01..2025-06",
                                       text));
             }
             days = *range;
           },
           help)
        ->required()
        ->type_name("");
  }

  DayRange first_;
  DayRange second_;
};

}  // namespace

std::unique_ptr<Command> make_compare_command() {
  return std::make_unique<CompareCommand>();
}

}  // namespace entente
