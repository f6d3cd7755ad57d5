// entente model: what is in the model file.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <cstdint>
#include <cstdio>

#include "cli/command.h"
#include "cli/exit_status.h"
#include "cli/model_options.h"
#include "cli/options.h"

namespace entente {

namespace {

using encoder::ModelFile;
using encoder::ModelHeader;

std::int64_t count(std::size_t number) {
  return static_cast<std::int64_t>(number);
}

std::string kernel_names() {
  std::vector<std::string_view> names;
  for (const encoder::Kernels* kernels : encoder::available_kernels()) names.push_back(kernels->name);
  return fmt::format("{}", fmt::join(names, ", "));
}

Section file_section(const ModelFile& file) {
  const ModelHeader& header = file.header();
  const encoder::ModelSettings& s = header.settings;
  const Value lexicon = header.lexicon.empty() ? Value{} : Value{header.lexicon};
  return {"model",
          "Model",
          {"file", "name", "language", "format", "bytes", "checksum", "numbers", "layers", "width", "attention_heads",
           "window", "vocabulary", "lexicon", "kernels"},
          {{file.path(), header.name, header.language, count(file.format()), count(file.bytes()),
            fmt::format("{:08x}", file.checksum()), count(file.parameters()), count(s.layers), count(s.hidden),
            count(s.heads), count(s.positions), count(s.vocabulary), lexicon, kernel_names()}},
          true};
}

Section heads_section(const ModelHeader& header) {
  Section section{"heads", "Heads", {"head", "kind", "labels", "label_names"}, {}};
  constexpr std::size_t kMostNamed = 60;  // lemma rules are not for reading
  for (const encoder::ModelHead& head : header.heads) {
    const auto labels = header.labels.find(head.labels);
    if (labels == header.labels.end()) {
      section.rows.push_back({head.name, head.kind, Value{}, Value{}});
      continue;
    }
    const auto& names = labels->second;
    section.rows.push_back({head.name, head.kind, count(names.size()),
                            names.size() > kMostNamed ? Value{} : Value{fmt::format("{}", fmt::join(names, " "))}});
  }
  return section;
}

Section scores_section(const ModelHeader& header) {
  Section section{"scores", "Scores on development files", {"corpus", "measure", "score"}, {}};
  for (const auto& [corpus, measures] : header.scores) {
    for (const auto& [measure, score] : measures) section.rows.push_back({corpus, measure, score});
  }
  return section;
}

Section licences_section(const ModelHeader& header) {
  Section section{"licences", "Made from", {"name", "licence", "use", "file"}, {}};
  for (const encoder::ModelLicence& from : header.licences) {
    section.rows.push_back({from.name, from.licence, from.use, from.file});
  }
  return section;
}

class ModelCommand final : public Command {
 public:
  ModelCommand() : answer_(0) {}

  [[nodiscard]] const CommandText& text() const override {
    static constexpr CommandText kText{
        "model",
        "what is in the model file",
        "Prints what the model that reads English is and was made from. With --check it reads the sentences that the "
        "file carries with every set of instructions of this machine, and says where the result is not, to the bit, "
        "what the file says.",
        "entente model\n"
        "entente model --check\n"
        "entente model --model other.entente --format json",
    };
    return kText;
  }

  void setup(CLI::App& app) override {
    model_.setup(app);
    app.add_flag("--check", check_, "replay the samples of the file with every kernel");
    answer_.setup(app);
  }

  int run() override {
    const ModelFile file = ModelFile::open(model_.path());
    const ModelHeader& header = file.header();
    Answer answer;
    answer.sections = {file_section(file), heads_section(header), scores_section(header), licences_section(header)};
    std::erase_if(answer.sections, [](const Section& section) { return section.rows.empty(); });
    const bool good = !check_ || check(file, answer);
    answer_.print(answer);
    return good ? kDone : kNothingDone;
  }

 private:
  static bool check(const ModelFile& file, Answer& answer) {
    Section section{"check", "Samples replayed", {"kernel", "samples", "differences"}, {}};
    bool good = true;
    for (const encoder::Kernels* kernels : encoder::available_kernels()) {
      const std::vector<std::string> differences = Reader::open(file.path(), *kernels).replay_samples();
      for (const std::string& difference : differences)
        fmt::print(stderr, "entente: {}: {}\n", kernels->name, difference);
      section.rows.push_back(
          {std::string(kernels->name), count(file.header().samples.size()), count(differences.size())});
      good = good && differences.empty();
    }
    answer.sections.push_back(std::move(section));
    return good;
  }

  ModelOptions model_;
  AnswerOptions answer_;
  bool check_ = false;
};

}  // namespace

std::unique_ptr<Command> make_model_command() {
  return std::make_unique<ModelCommand>();
}

}  // namespace entente
