// entente why: what a node or edge rests on.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "cli/model_options.h"
#include "cli/question_command.h"
#include "extract/extract.h"
#include "queries/queries.h"

namespace entente {

namespace {

class WhyCommand final : public QuestionCommand {
 public:
  WhyCommand() : QuestionCommand(10) {}

  [[nodiscard]] const CommandText& text() const override {
    static constexpr CommandText kText{
        "why",
        "what a node or edge rests on, and what was rejected",
        "Of a relation or event (an id): the rule, row or head that said so in each article, what its confidence is "
        "made of, and what else was considered of the same pair or word, with the reason why it is not told; the "
        "articles are read again for it. Of an entity: why what different articles speak of is one, and what looks "
        "like it and was kept apart. `entente correct` joins, parts and drops what the rules got wrong.",
        "entente why world.db e-0123456789ab\n"
        "entente why world.db person/xi-jinping\n"
        "entente why world.db \"Xi Jinping\" --format json",
    };
    return kText;
  }

 protected:
  void declare(CLI::App& app) override {
    name_argument(app, "NAME", name_);
    lexicon_.setup(app);
    model_.setup(app);
  }

  [[nodiscard]] OpenGraph::Background background() const override {
    return name_.starts_with("b-") ? OpenGraph::Background::all : OpenGraph::Background::selected;
  }

  [[nodiscard]] Answer ask(const OpenGraph& graph) override {
    if (is_tie(name_)) return of_tie(graph);
    const std::uint32_t of = entity(graph, name_);
    const std::string& id = graph.graph().entities[of].id;
    return why_entity(graph.world(), of, graph.store().joinings(id), graph.store().corrections(), limit());
  }

 private:
  /// "r-", "e-" or "b-" and hex digits, or the beginning of them.
  static bool is_tie(const std::string& name) {
    return (name.starts_with("r-") || name.starts_with("e-") || name.starts_with("b-")) &&
           name.find_first_not_of("0123456789abcdef", 2) == std::string::npos;
  }

  /// Reads the articles behind a relation or event once more.
  [[nodiscard]] Answer of_tie(const OpenGraph& graph) const {
    const Stated tie = stated(graph.graph(), name_);
    std::vector<Evidence> evidence = graph.evidence(tie.id);
    const std::size_t shown = limit() == 0 ? evidence.size() : std::min(limit(), evidence.size());
    const Lexicon lexicon = lexicon_.load();
    const Reader reader = model_.load();
    std::vector<Rereading> readings;
    for (std::size_t i = 0; i < shown; ++i) {
      const std::string& article = evidence[i].article;
      if (readings.empty() || readings.back().stored.article.id != article) {
        Rereading& reading = readings.emplace_back();
        reading.stored = *graph.store().extraction(article);
        reading.fresh = extract(reading.stored.article, lexicon, reader, &reading.trace);
      }
      readings.back().statements.push_back(std::move(evidence[i]));
    }
    return why_tie(tie, readings, evidence.size() - shown);
  }

  std::string name_;
  LexiconOptions lexicon_;
  ModelOptions model_;
};

}  // namespace

std::unique_ptr<Command> make_why_command() {
  return std::make_unique<WhyCommand>();
}

}  // namespace entente
