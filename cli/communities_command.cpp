// entente communities: which actors form groups.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <limits>

#include "cli/question_command.h"
#include "queries/queries.h"

namespace entente {

namespace {

class CommunitiesCommand final : public QuestionCommand {
 public:
  CommunitiesCommand() : QuestionCommand(10) {}

  [[nodiscard]] const CommandText& text() const override {
    static constexpr CommandText kText{
        "communities",
        "groups of actors that deal most with each other",
        "Lists the groups of persons, countries and organisations (or of the kinds asked for) that have more to do "
        "with "
        "each other than with the rest, the largest first: how many they are, the strength of the ties between them, "
        "the share of all their ties that is inside, how often they cooperated and clashed with each other, which ties "
        "bind them, and who is tied strongest. To have groups of those who cooperate, or of those who fight, ask for "
        "the types of events.",
        "entente communities world.db\n"
        "entente communities world.db --kind country --from 2025-01 --to 2025-06\n"
        "entente communities world.db --type CONSULT,AGREE,SUPPORT,COOPERATE,AID --members 20\n"
        "entente communities world.db --format json",
    };
    return kText;
  }

 protected:
  void declare(CLI::App& app) override {
    app.add_option("--members", members_, fmt::format("N: members named of each, the strongest ({})", members_))
        ->check(in_range(1, std::numeric_limits<int>::max()))
        ->type_name("");
  }

  [[nodiscard]] OpenGraph::About about() const override { return OpenGraph::About::all; }
  [[nodiscard]] bool tells_ties() const override { return true; }

  [[nodiscard]] Answer ask(const OpenGraph& graph) override { return communities(graph.world(), members_, limit()); }

 private:
  std::size_t members_ = 8;
};

}  // namespace

std::unique_ptr<Command> make_communities_command() {
  return std::make_unique<CommunitiesCommand>();
}

}  // namespace entente
