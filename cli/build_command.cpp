// entente build: articles into a graph file.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "cli/build_input.h"
#include "cli/command.h"
#include "cli/exit_status.h"
#include "cli/model_options.h"
#include "cli/options.h"
#include "cli/run_status.h"
#include "cli/tell_corrections.h"
#include "extract/extract.h"
#include "graph/build.h"
#include "graph/corrections.h"
#include "graph/store.h"
#include "queries/rows.h"

namespace entente {

namespace {

void add(BuildReport& sum, BuildReport part) {
  sum.counts.read += part.counts.read;
  sum.counts.added += part.counts.added;
  sum.counts.unchanged += part.counts.unchanged;
  sum.counts.replaced += part.counts.replaced;
  sum.counts.conflicting += part.counts.conflicting;
  sum.counts.failed += part.counts.failed;
  std::ranges::move(part.problems, std::back_inserter(sum.problems));
}

Answer summary(const std::string& file, const BuildReport& report, std::size_t lost, const KnowledgeGraph& graph) {
  Section section{"build",
                  file,
                  {"read", "new", "unchanged", "replaced", "conflicting", "failed", "entities", "relations", "events"},
                  {},
                  true,
                  {},
                  {}};
  const BuildCounts& counts = report.counts;
  section.rows.push_back({count_value(counts.read), count_value(counts.added), count_value(counts.unchanged),
                          count_value(counts.replaced), count_value(counts.conflicting),
                          count_value(counts.failed + lost), count_value(graph.entities.size()),
                          count_value(graph.relations.size()), count_value(graph.events.size())});
  return {{std::move(section)}, {}};
}

class BuildCommand final : public Command {
 public:
  [[nodiscard]] const CommandText& text() const override {
    static constexpr CommandText kText{
        "build",
        "articles into a graph file; adds to one that exists",
        "Reads articles, extracts what they say, and adds it to a graph file. Articles that the file holds already are "
        "skipped, changed ones replace their old selves; the file is the same whatever the order of the articles, the "
        "number "
        "of threads, and the number of runs. A run that was cut off goes on where it stopped. Extraction lines written "
        "with "
        "--with-text are taken like articles. Corrections of the graph are applied again on every build.",
        "entente build news.jsonl -o world.db\n"
        "entente build articles/ more.csv.gz -o world.db --threads 4\n"
        "entente build more.jsonl -o world.db --corrections corrections.tsv\n"
        "zcat dump.jsonl.gz | entente build - -o world.db",
    };
    return kText;
  }

  void setup(CLI::App& app) override {
    input_.setup(app);
    app.add_option("--output,-o", file_, "FILE: the graph file, made where there is none")->required()->type_name("");
    app.add_option("--corrections", corrections_,
                   "FILE: a table of what you know better; the graph file keeps it; may be repeated")
        ->allow_extra_args(false)
        ->take_all()
        ->type_name("");
    lexicon_.setup(app);
    model_.setup(app);
    answer_.setup(app);
  }

  int run() override {
    std::vector<Correction> corrections;
    for (const std::string& file : corrections_)
      std::ranges::move(read_corrections(file), std::back_inserter(corrections));
    const Lexicon lexicon = lexicon_.load();
    const Reader reader = model_.load();
    BuildInput input(input_.inputs());
    if (input.at_end()) return status_of(input.counts());
    Store store(file_, Store::Mode::write);
    store.add_corrections(corrections);
    const BuildReport report = build(input, lexicon, reader, store);
    const std::size_t lost = input.counts().lost;
    for (const BuildProblem& problem : report.problems) {
      fmt::print(stderr, "entente: article '{}': {}\n", problem.article, problem.message);
    }
    tell_corrections(store);
    answer_.print(summary(file_, report, lost, store.load()));
    return lost + report.problems.size() > 0 ? kSomeInputFailed : kDone;
  }

 private:
  /// Articles and extraction lines may take turns in the input; each stretch of one kind is a build of its own.
  [[nodiscard]] BuildReport build(BuildInput& input, const Lexicon& lexicon, const Reader& reader, Store& store) const {
    BuildOptions options;
    options.threads = static_cast<unsigned>(input_.threads());
    options.extractor = fmt::format("entente {}, lexicon {:016x}, model {:08x}", ENTENTE_VERSION, lexicon.fingerprint(),
                                    reader.model().checksum());
    options.derive = false;
    const ExtractFunction extract_one = [&](const Article& article) { return extract(article, lexicon, reader); };
    BuildReport report;
    while (!input.at_end()) {
      add(report, build_graph([&](Article& article) { return input.next(article); }, extract_one, store, options));
      add(report, add_extractions([&](Extraction& extraction) { return input.next(extraction); }, store, options));
    }
    if (store.stale()) store.derive();
    return report;
  }

  InputOptions input_;
  LexiconOptions lexicon_;
  ModelOptions model_;
  AnswerOptions answer_{0};
  std::string file_;
  std::vector<std::string> corrections_;
};

}  // namespace

std::unique_ptr<Command> make_build_command() {
  return std::make_unique<BuildCommand>();
}

}  // namespace entente
