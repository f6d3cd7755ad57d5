// entente merge: several graph files into one.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/exit_status.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/tell_corrections.h"
#include "export/output_file.h"
#include "graph/merge_files.h"
#include "graph/store.h"
#include "queries/rows.h"

namespace entente {

namespace {

Answer summary(const std::string& file, const FileMergeReport& report, const KnowledgeGraph& graph,
               std::size_t corrections) {
  Section section{
      "merge", file, {"read", "articles", "repeated", "conflicting", "corrections", "entities", "relations", "events"},
      {},      true, {},
      {}};
  section.rows.push_back({count_value(report.read), count_value(report.articles),
                          count_value(report.read - report.articles), count_value(report.conflicting),
                          count_value(corrections), count_value(graph.entities.size()),
                          count_value(graph.relations.size()), count_value(graph.events.size())});
  return {{std::move(section)}, {}};
}

void tell(const FileMergeReport& report) {
  for (const BuildProblem& problem : report.problems) {
    fmt::print(stderr, "entente: article '{}': {}\n", problem.article, problem.message);
  }
  if (report.extractors.size() > 1) {
    fmt::print(
        stderr,
        "entente: the files were made with different versions of program, lexicon or model ({}); each article is "
        "kept as it was read, `entente build` reads those given to it again\n",
        fmt::join(report.extractors, "; "));
  }
  if (report.read_otherwise > 0) {
    fmt::print(stderr,
               "entente: {} article{} read otherwise in another of the files; which reading counts does not depend on "
               "the order of the files\n",
               report.read_otherwise, report.read_otherwise == 1 ? " was" : "s were");
  }
}

class MergeCommand final : public Command {
 public:
  [[nodiscard]] const CommandText& text() const override {
    static constexpr CommandText kText{
        "merge",
        "several graph files into one",
        "Makes a graph file of the articles and corrections of several. It is the file that one build of all the "
        "articles makes, whatever the order of the files: entities, ties and events are derived anew. No article is "
        "read again. An article that several files hold counts once; of different articles with one id the one "
        "published last is kept, and the others are named. Corrections that contradict each other are refused.",
        "entente merge january.db february.db -o winter.db\n"
        "entente merge world.db more.db -o world.db --overwrite",
    };
    return kText;
  }

  void setup(CLI::App& app) override {
    app.add_option("GRAPH", files_, "graph files, as made by `entente build`")->required()->type_name("");
    app.add_option("--output,-o", target_, "FILE: the graph file to make")->required()->type_name("");
    app.add_flag("--overwrite", overwrite_, "replace FILE where it exists; it may be one of those merged");
    answer_.setup(app);
  }

  int run() override {
    OutputFile out(target_, overwrite_);
    out.finish();
    const FileMergeReport report = merge_into(out.temporary());
    out.close();
    return report.problems.empty() ? kDone : kSomeInputFailed;
  }

 private:
  /// Leaves the file closed, whole and reported on.
  [[nodiscard]] FileMergeReport merge_into(const std::filesystem::path& file) const {
    Store store(file, Store::Mode::write);
    Progress progress(0);
    FileMergeReport report =
        merge_graph_files(files_, store, [&](const Article& article) { progress.add_article(article.text.size()); });
    progress.clear();
    tell(report);
    tell_corrections(store);
    answer_.print(summary(target_, report, store.load(), store.corrections().size()));
    return report;
  }

  std::vector<std::filesystem::path> files_;
  std::string target_;
  bool overwrite_ = false;
  AnswerOptions answer_{0};
};

}  // namespace

std::unique_ptr<Command> make_merge_command() {
  return std::make_unique<MergeCommand>();
}

}  // namespace entente
