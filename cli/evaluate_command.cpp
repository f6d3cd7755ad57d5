// entente evaluate: scores of the model on annotated files.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <set>
#include <stdexcept>

#include "cli/command.h"
#include "cli/exit_status.h"
#include "cli/model_options.h"
#include "cli/options.h"
#include "cli/ordered_work.h"
#include "extract/language/corpora/conllu.h"
#include "extract/language/corpora/iob.h"
#include "extract/language/corpora/name_schemes.h"
#include "extract/language/corpora/scores.h"

namespace entente {

namespace {

double percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

/// All documents of a file, by one of the readers of corpora/.
template <class Document, class Read>
std::vector<Document> documents_of(const std::string& path, const Read& read) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(fmt::format("cannot read '{}'", path));
  std::vector<Document> documents;
  read(in, path, [&](Document document) { documents.push_back(std::move(document)); });
  if (documents.empty()) throw std::runtime_error(fmt::format("no sentence in '{}'", path));
  return documents;
}

std::vector<std::string_view> words_of(const IobSentence& sentence) {
  return {sentence.words.begin(), sentence.words.end()};
}

/// Reads documents on several threads; hands over each sentence with its reading, in order.
template <class Document, class Each>
void read_all(const std::vector<Document>& documents, const Reader& reader, std::size_t threads, const Each& each) {
  using Result = std::pair<const Document*, std::vector<SentenceReading>>;
  OrderedWork<const Document*, Result> work(
      threads,
      [&](const Document*& document) {
        std::vector<std::vector<std::string_view>> words;
        for (const auto& sentence : *document) words.push_back(words_of(sentence));
        return Result{document, reader.read(std::vector<SentenceWords>(words.begin(), words.end()))};
      },
      [&](const Result& result) {
        for (std::size_t i = 0; i < result.second.size(); ++i) each((*result.first)[i], result.second[i]);
      });
  for (const Document& document : documents) work.push(&document);
  work.finish();
}

class EvaluateCommand final : public Command {
 public:
  EvaluateCommand() : answer_(0) {}

  [[nodiscard]] const CommandText& text() const override {
    static constexpr CommandText kText{
        "evaluate",
        "scores of the model on annotated files",
        "Compares what the model reads with what people annotated, words as given: tags, lemmas and trees on CoNLL-U "
        "files (punctuation counts; LAS compares relations up to their colon), names on IOB files (F1 of spans with "
        "labels; our kinds are put into the terms of the file, and labels for other things than people, countries, "
        "organisations, places and events are left out).",
        "entente evaluate --conllu en_ewt-ud-dev.conllu\n"
        "entente evaluate --iob dev.iob2 --format json",
    };
    return kText;
  }

  void setup(CLI::App& app) override {
    app.add_option("--conllu", conllu_, "FILE: a treebank; may be repeated")->type_name("")->allow_extra_args(false);
    app.add_option("--iob", iob_, "FILE: names, a word and its tag a line; may be repeated")
        ->type_name("")
        ->allow_extra_args(false);
    app.add_option("--scheme", scheme_, "NAME: whose labels the IOB files have: " + scheme_names() + " (told by them)")
        ->type_name("");
    app.add_option("--threads,-j", threads_, "N: threads (2)")->check(in_range(1, 1024))->type_name("");
    model_.setup(app);
    answer_.setup(app);
  }

  int run() override {
    if (conllu_.empty() && iob_.empty()) throw CLI::ValidationError("name a file with --conllu or --iob");
    if (!scheme_.empty() && name_scheme(scheme_) == nullptr) {
      throw CLI::ValidationError(fmt::format("--scheme: '{}' is none of {}{}", scheme_, scheme_names(),
                                             did_you_mean(scheme_, {"worldwide", "crossner", "conll", "own"})));
    }
    const Reader reader = model_.load();
    Answer answer;
    if (!conllu_.empty()) answer.sections.push_back(trees(reader));
    if (!iob_.empty()) answer.sections.push_back(names(reader));
    answer_.print(answer);
    return kDone;
  }

 private:
  static std::string scheme_names() {
    std::vector<std::string_view> names;
    for (const NameScheme& scheme : name_schemes()) names.push_back(scheme.name);
    return fmt::format("{}", fmt::join(names, ", "));
  }

  [[nodiscard]] Section trees(const Reader& reader) const {
    Section section{
        "trees", "Tags and trees", {"file", "words", "UPOS", "XPOS", "lemma", "UAS", "LAS", "LAS_with_subtypes"}, {}};
    for (const std::string& file : conllu_) {
      TreeScores s;
      read_all(documents_of<ConlluDocument>(file, read_conllu), reader, threads_,
               [&](const ConlluSentence& gold, const SentenceReading& reading) { s.add(gold, reading); });
      section.rows.push_back({file, static_cast<std::int64_t>(s.words), percent(s.upos, s.words),
                              percent(s.xpos, s.words), percent(s.lemma, s.words), percent(s.head, s.words),
                              percent(s.relation, s.words), percent(s.relation_and_subtype, s.words)});
    }
    return section;
  }

  [[nodiscard]] const NameScheme& scheme_for(const std::vector<IobDocument>& documents) const {
    if (!scheme_.empty()) return *name_scheme(scheme_);
    std::set<std::string> labels;
    for (const IobDocument& document : documents) {
      for (const IobSentence& sentence : document) {
        for (const LabelledSpan& name : sentence.names) labels.insert(name.label);
      }
    }
    return scheme_of(labels);
  }

  [[nodiscard]] Section names(const Reader& reader) const {
    Section section{
        "names", "Names", {"file", "scheme", "names", "precision", "recall", "F1", "F1_of_spans_alone"}, {}};
    for (const std::string& file : iob_) {
      const auto documents = documents_of<IobDocument>(file, read_iob);
      const NameScheme& scheme = scheme_for(documents);
      NameScores s;
      read_all(documents, reader, threads_,
               [&](const IobSentence& gold, const SentenceReading& reading) { s.add(gold, reading, scheme); });
      section.rows.push_back({file, std::string(scheme.name), static_cast<std::int64_t>(s.gold), 100 * s.precision(),
                              100 * s.recall(), 100 * s.f1(), 100 * s.spans_f1()});
    }
    return section;
  }

  std::vector<std::string> conllu_, iob_;
  std::string scheme_;
  std::size_t threads_ = 2;
  ModelOptions model_;
  AnswerOptions answer_;
};

}  // namespace

std::unique_ptr<Command> make_evaluate_command() {
  return std::make_unique<EvaluateCommand>();
}

}  // namespace entente
