// entente why: the rules that made a node what it is.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <stdexcept>

#include "cli/question_command.h"
#include "queries/queries.h"

namespace entente {

namespace {

class WhyCommand final : public QuestionCommand {
 public:
  WhyCommand() : QuestionCommand(30) {}

  [[nodiscard]] const CommandText& text() const override {
    static constexpr CommandText kText{
        "why",
        "the rules that made an entity one, and what was kept apart from it",
        "Shows why what different articles speak of is one entity: the same link, the same name and country, a "
        "correction; and the entities that look like it and were kept apart, with the reason. `entente correct` joins "
        "and parts what the rules got wrong.",
        "entente why world.db person/xi-jinping\n"
        "entente why world.db \"Xi Jinping\" --format json",
    };
    return kText;
  }

 protected:
  void declare(CLI::App& app) override { name_argument(app, "NAME", name_); }

  [[nodiscard]] Answer ask(const OpenGraph& graph) override {
    const std::optional<Reference> reference = reference_of(name_);
    if (reference && reference->form == Reference::Form::tie) {
      throw std::runtime_error(fmt::format(
          "'{0}' is a relation or event; `entente evidence` shows the sentences behind it, and the rule that "
          "read each",
          name_));
    }
    const std::uint32_t of = entity(graph, name_);
    const std::string& id = graph.graph().entities[of].id;
    return why_entity(graph.world(), of, graph.store().joinings(id), graph.store().corrections(), limit());
  }

 private:
  std::string name_;
};

}  // namespace

std::unique_ptr<Command> make_why_command() {
  return std::make_unique<WhyCommand>();
}

}  // namespace entente
