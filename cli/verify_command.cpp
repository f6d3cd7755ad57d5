// entente verify: every tie and event of a graph file derived again from the sentences that the file keeps.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "cli/command.h"
#include "cli/exit_status.h"
#include "cli/model_options.h"
#include "cli/options.h"
#include "cli/ordered_work.h"
#include "extract/extract.h"
#include "graph/store.h"

namespace entente {

namespace {

/// What an article's extraction states, told apart by whom it joins and where it stands.
class Statements {
 public:
  explicit Statements(const Extraction& extraction) : extraction_(extraction) {}

  [[nodiscard]] std::string line(const Relation& r) const {
    return fmt::format("{} {}{}{} {}{}", name(r.subject), r.past ? "once " : "", r.negated ? "not " : "", r.type,
                       name(r.object), r.background ? " (background)" : "");
  }
  [[nodiscard]] std::string line(const Event& e) const {
    return fmt::format("{} {} {} ({})", names(e.sources), e.type, names(e.targets), word(e.modality));
  }
  [[nodiscard]] bool has(const std::string& line, Span evidence) const {
    const auto same = [&](const auto& each) { return each.evidence == evidence && this->line(each) == line; };
    return std::ranges::any_of(extraction_.relations, same) || std::ranges::any_of(extraction_.events, same);
  }

 private:
  [[nodiscard]] std::string name(std::int32_t entity) const {
    return entity < 0 ? "nobody" : extraction_.entities[static_cast<std::size_t>(entity)].name;
  }
  [[nodiscard]] std::string names(const std::vector<std::int32_t>& entities) const {
    std::string line;
    for (const std::int32_t entity : entities) line += (line.empty() ? "" : ", ") + name(entity);
    return line.empty() ? "nobody" : line;
  }

  const Extraction& extraction_;
};

/// How many statements of an article were derived again, and those that were not.
struct Verdict {
  std::int64_t held = 0;
  std::vector<std::vector<Value>> failed;
};

Verdict judge(const Extraction& stored, const Extraction& fresh) {
  Verdict verdict;
  const Statements said(stored);
  const Statements again(fresh);
  const auto check = [&](const auto& statement) {
    const std::string line = said.line(statement);
    if (again.has(line, statement.evidence)) {
      ++verdict.held;
    } else {
      verdict.failed.push_back({stored.article.id, line, std::string(statement.rule), statement.confidence});
    }
  };
  for (const Relation& relation : stored.relations) check(relation);
  for (const Event& event : stored.events) check(event);
  return verdict;
}

class VerifyCommand final : public Command {
 public:
  [[nodiscard]] const CommandText& text() const override {
    static constexpr CommandText kText{
        "verify",
        "derives every tie and event again from the stored sentences",
        "Reads every article that a graph file keeps once more, with this program, its lexicon and its model, and "
        "names "
        "each tie and event of the file that does not come out again: made by another version, from extraction lines "
        "of "
        "another program, or damaged. The status is 0 where all hold and 1 where some do not.",
        "entente verify world.db\n"
        "entente verify world.db --format jsonl",
    };
    return kText;
  }

  void setup(CLI::App& app) override {
    add_graph(app, file_);
    app.add_option("--threads,-t", threads_, "N: how many to use (all)")->type_name("");
    lexicon_.setup(app);
    model_.setup(app);
    answer_.setup(app);
  }

  int run() override {
    const Store store(file_, Store::Mode::read);
    const Lexicon lexicon = lexicon_.load();
    const Reader reader = model_.load();
    Section failed{"failed", "Not derived again", {"article", "statement", "rule", "confidence"}, {}};
    std::int64_t articles = 0;
    std::int64_t held = 0;
    OrderedWork<Extraction, Verdict> work(
        threads_ > 0 ? threads_ : std::max(1U, std::thread::hardware_concurrency()),
        [&](const Extraction& stored) { return judge(stored, extract(stored.article, lexicon, reader)); },
        [&](Verdict verdict) {
          ++articles;
          held += verdict.held;
          std::ranges::move(verdict.failed, std::back_inserter(failed.rows));
        });
    store.each([&](const StoredExtraction& stored) { work.push(stored.extraction); });
    work.finish();
    const auto lost = static_cast<std::int64_t>(failed.rows.size());
    Answer answer;
    answer.sections.push_back({"verified", "Verified", {"articles", "held", "failed"}, {{articles, held, lost}}, true});
    if (lost > 0) answer.sections.push_back(std::move(failed));
    answer_.print(answer);
    return lost > 0 ? kSomeInputFailed : kDone;
  }

 private:
  LexiconOptions lexicon_;
  ModelOptions model_;
  AnswerOptions answer_{0};
  std::string file_;
  std::size_t threads_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_verify_command() {
  return std::make_unique<VerifyCommand>();
}

}  // namespace entente
