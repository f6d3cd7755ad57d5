// entente evidence: who says so.
#include <CLI/CLI.hpp>

#include "cli/question_command.h"
#include "queries/queries.h"

namespace entente {

namespace {

class EvidenceCommand final : public QuestionCommand {
 public:
  EvidenceCommand() : QuestionCommand(50) {}

  [[nodiscard]] const CommandText& text() const override {
    static constexpr CommandText kText{
        "evidence",
        "the sentences behind a node or edge",
        "Shows every sentence behind an entity, relation or event, by its id (or the beginning of one) as it stands in "
        "answers "
        "and exports; with two names, the sentences behind all ties between the two.",
        "entente evidence world.db e-0123456789ab\n"
        "entente evidence world.db person/xi-jinping --limit 10\n"
        "entente evidence world.db China Japan",
    };
    return kText;
  }

 protected:
  void declare(CLI::App& app) override {
    app.add_option("ID", id_, "an id or the beginning of one; or the name of an entity, before another")
        ->required()
        ->type_name("");
    name_argument(app, "OTHER", other_, false);
  }

  [[nodiscard]] bool tells_ties() const override { return true; }
  [[nodiscard]] OpenGraph::Background background() const override {
    return id_.starts_with("b-") ? OpenGraph::Background::all : OpenGraph::Background::selected;
  }

  [[nodiscard]] Answer ask(const OpenGraph& graph) override {
    if (other_.empty()) return evidence_of(graph.world(), id_now(graph, id_), limit());
    const std::uint32_t first = entity(graph, id_);
    const std::uint32_t second = entity(graph, other_);
    return evidence_between(graph.world(), first, second, limit());
  }

 private:
  std::string id_;
  std::string other_;
};

}  // namespace

std::unique_ptr<Command> make_evidence_command() {
  return std::make_unique<EvidenceCommand>();
}

}  // namespace entente
