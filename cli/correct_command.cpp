// entente correct: what a person knows better than the program.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/exit_status.h"
#include "cli/options.h"
#include "export/output_file.h"
#include "graph/corrections.h"
#include "graph/store.h"
#include "queries/find_entity.h"
#include "queries/rows.h"

namespace entente {

namespace {

constexpr std::string_view kInArticle = " in article ";

/// What a correction names, as it is kept: what is no reference is a name, and becomes the id of the entity meant.
class Resolver {
 public:
  explicit Resolver(const Store& store) : store_(store) {}

  std::string reference(const std::string& text) {
    if (reference_of(text)) return text;
    const std::size_t in = text.find(kInArticle);
    const FoundEntity found = find_entity(graph(), text.substr(0, in));
    if (!found.note.empty()) notes_.push_back(found.note);
    return graph().entities[found.entity].id + (in == std::string::npos ? "" : text.substr(in));
  }
  [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }

 private:
  const KnowledgeGraph& graph() {
    if (!graph_) graph_ = store_.load();
    return *graph_;
  }

  const Store& store_;
  std::optional<KnowledgeGraph> graph_;
  std::vector<std::string> notes_;
};

Section table(std::string heading) {
  return {"corrections",
          std::move(heading),
          {"number", "action", "target", "value", "by", "date", "applied", "effect", "why"},
          {},
          false,
          {"effect", "why"},
          {}};
}

class CorrectCommand final : public Command {
 public:
  [[nodiscard]] const CommandText& text() const override {
    static constexpr CommandText kText{
        "correct",
        "says what the program got wrong, and derives the graph anew",
        "Keeps corrections in a graph file: `same A B` (one entity, under A's name), `not-same A B` (two entities), "
        "`rename A NAME`, `retype A kind=organisation type=igo country=FRA sector=IGO`, and `drop A` of an entity, "
        "relation or event. A and B are names or ids; `A in article ID` is what one article says under A. They hold on "
        "every later build, whatever articles come or change; one that names what is not there is kept and said to "
        "have no effect. Without an action, lists them with what became of each. Files of corrections (--import, "
        "--export) are tab-separated tables that open in a spreadsheet.",
        "entente correct world.db\n"
        "entente correct world.db same \"Xi Jinping\" \"Wang Yi\" --by Ana --why \"only an example\"\n"
        "entente correct world.db not-same person/wang-yi \"person/wang-yi in article a3\" --date 2025-11-07\n"
        "entente correct world.db retype IAEA type=igo sector=IGO\n"
        "entente correct world.db --undo 1\n"
        "entente correct world.db --export corrections.tsv",
    };
    return kText;
  }

  void setup(CLI::App& app) override {
    add_graph(app, file_);
    app.add_option("CORRECTION", words_, "an action, what it is about, and its value")->type_name("");
    app.add_option("--by", by_, "NAME: who says so")->type_name("");
    app.add_option("--date", date_, "DATE: when; of two that set the same the later holds")->type_name("");
    app.add_option("--why", why_, "TEXT: the reason")->type_name("");
    app.add_flag("--list", list_, "list all corrections");
    app.add_option("--undo", undone_, "N: take back the correction of that number; several parted by commas")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->take_all()
        ->type_name("");
    app.add_option("--import", imports_, "FILE: add the corrections of a table; may be repeated")
        ->allow_extra_args(false)
        ->take_all()
        ->type_name("");
    app.add_option("--export", export_, "FILE: write all as a table, - for standard output")->type_name("");
    app.add_flag("--overwrite", overwrite_, "replace the FILE of --export where it exists");
    answer_.setup(app);
  }

  int run() override {
    const std::vector<Correction> before = Store(file_, Store::Mode::read).corrections();
    std::vector<Correction> added = imported();
    Answer answer;
    if (!words_.empty()) added.push_back(stated(answer));
    std::vector<Correction> wanted = without_undone(before, answer);
    wanted.insert(wanted.end(), added.begin(), added.end());
    wanted = checked(wanted);
    keep(before, wanted);
    return show(before, wanted, std::move(answer));
  }

 private:
  [[nodiscard]] std::vector<Correction> imported() const {
    std::vector<Correction> result;
    for (const std::string& file : imports_) {
      for (Correction& each : read_corrections(file)) result.push_back(std::move(each));
    }
    return result;
  }

  /// The correction on the command line.
  [[nodiscard]] Correction stated(Answer& answer) const {
    std::vector<std::string> words = words_;
    if (words.size() > 1 && words[0] == "not" && words[1] == "same") {
      words.erase(words.begin());
      words[0] = "not same";
    }
    const std::optional<CorrectionAction> action = correction_action_of(words[0]);
    if (!action) {
      const auto known = correction_action_words();
      const std::vector<std::string> actions(known.begin(), known.end());
      throw CLI::ValidationError("CORRECTION", fmt::format("no action '{}'{}; write one of {}", words[0],
                                                           did_you_mean(words[0], actions), fmt::join(actions, ", ")));
    }
    check_count(*action, words.size() - 1);
    const Store store(file_, Store::Mode::read);
    Resolver resolver(store);
    Correction result{date_, by_, *action, resolver.reference(words[1]), "", why_};
    if (*action == CorrectionAction::same || *action == CorrectionAction::not_same) {
      result.value = resolver.reference(words[2]);
    } else if (*action == CorrectionAction::rename) {
      result.value = words[2];
    } else if (*action == CorrectionAction::retype) {
      result.value = fmt::format("{}", fmt::join(words.begin() + 2, words.end(), ", "));
    }
    answer.notes = resolver.notes();
    if (result.target == result.value && words[1] != words[2]) {
      throw std::runtime_error(fmt::format(
          "'{}' and '{}' are both '{}' now; if a correction joined them, take it back with --undo (`entente "
          "correct {}` lists them), else say what one article says: '{} in article ID'",
          words[1], words[2], result.target, file_, result.target));
    }
    check(result);
    return result;
  }

  static void check_count(CorrectionAction action, std::size_t given) {
    struct Form {
      std::size_t least;
      std::size_t most;
      std::string_view text;
    };
    static constexpr std::array<Form, 5> kForms = {{{2, 2, "same A B"},
                                                    {2, 2, "not-same A B"},
                                                    {2, 2, "rename A NAME"},
                                                    {2, 5, "retype A kind=... type=... country=... sector=..."},
                                                    {1, 1, "drop A"}}};
    const Form& form = kForms[static_cast<std::size_t>(action)];
    if (given >= form.least && given <= form.most) return;
    throw CLI::ValidationError(
        "CORRECTION", fmt::format("{} words after '{}'; write `{}`, and a name of several words in quotes", given,
                                  word(action), form.text));
  }

  /// What is there, but for what is taken back.
  [[nodiscard]] std::vector<Correction> without_undone(const std::vector<Correction>& before, Answer& answer) const {
    std::vector<Correction> result;
    for (const std::size_t number : undone_) {
      if (number >= 1 && number <= before.size()) continue;
      throw std::runtime_error(
          before.empty() ? fmt::format("no correction {}: '{}' holds none", number, file_)
                         : fmt::format("no correction {}: '{}' holds 1 to {}; `entente correct {}` lists them", number,
                                       file_, before.size(), file_));
    }
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (std::ranges::find(undone_, i + 1) == undone_.end()) {
        result.push_back(before[i]);
      } else {
        answer.notes.push_back(fmt::format("took back {}", described(before[i])));
      }
    }
    return result;
  }

  void keep(const std::vector<Correction>& before, const std::vector<Correction>& wanted) const {
    if (before == wanted && !Store(file_, Store::Mode::read).stale()) return;
    Store store(file_, Store::Mode::write);
    store.set_corrections(wanted);
    if (store.stale()) store.derive();
  }

  /// Lists what is new, or all of them where nothing is.
  [[nodiscard]] int show(const std::vector<Correction>& before, const std::vector<Correction>& now,
                         Answer answer) const {
    if (!export_.empty()) write(now);
    if (export_ == "-") return kDone;
    const std::vector<CorrectionEffect> effects = Store(file_, Store::Mode::read).effects();
    const bool only_new = !list_ && (!words_.empty() || !imports_.empty());
    Section section = table(fmt::format("{}: {} correction{}", file_, now.size(), now.size() == 1 ? "" : "s"));
    for (std::size_t i = 0; i < now.size(); ++i) {
      if (only_new && std::ranges::binary_search(before, now[i])) continue;
      const Correction& c = now[i];
      const CorrectionEffect effect = i < effects.size() ? effects[i] : CorrectionEffect{};
      section.rows.push_back({count_value(i + 1), std::string(word(c.action)), c.target, text_value(c.value),
                              text_value(c.by), text_value(c.date), effect.applied,
                              text_value(effect.applied ? effect.what : "no effect: " + effect.what),
                              text_value(c.why)});
    }
    if (only_new && section.rows.empty()) answer.notes.emplace_back("all of these were there already");
    answer.sections.push_back(std::move(section));
    answer_.print(answer);
    return kDone;
  }

  void write(const std::vector<Correction>& corrections) const {
    if (export_ == "-") {
      std::cout << print_corrections(corrections) << std::flush;
      if (!std::cout) throw std::runtime_error("cannot write the corrections to standard output");
      return;
    }
    OutputFile out(export_, overwrite_);
    out.stream() << print_corrections(corrections);
    out.close();
  }

  std::string file_;
  std::vector<std::string> words_;
  std::string by_;
  std::string date_;
  std::string why_;
  std::vector<std::size_t> undone_;
  std::vector<std::string> imports_;
  std::string export_;
  bool list_ = false;
  bool overwrite_ = false;
  AnswerOptions answer_{0};
};

}  // namespace

std::unique_ptr<Command> make_correct_command() {
  return std::make_unique<CorrectCommand>();
}

}  // namespace entente
