// entente parse: articles into CoNLL-U.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>
#include <stdexcept>

#include "cli/command.h"
#include "cli/exit_status.h"
#include "cli/model_options.h"
#include "cli/options.h"
#include "cli/ordered_work.h"
#include "cli/write_articles.h"
#include "export/output_file.h"
#include "extract/language/analysis.h"
#include "extract/language/corpora/conllu.h"

namespace entente {

namespace {

std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = static_cast<unsigned char>(c) <= ' ';
    if (!space || (!line.empty() && line.back() != ' ')) line += space ? ' ' : c;
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

ConlluRow row_of(std::string_view form, std::size_t number, bool space_after) {
  ConlluRow row;
  for (std::string& column : row) column.assign(1, '_');
  row[kId] = fmt::to_string(number);
  row[kForm] = on_one_line(form);
  if (!space_after) row[kMisc] = "SpaceAfter=No";
  return row;
}

/// The sentences of an article, not yet read.
ConlluDocument document_of(const Article& article) {
  const Analysis analysis = analyse(article.text);
  ConlluDocument document;
  for (const entente::Sentence& sentence : analysis.sentences) {
    if (sentence.first == sentence.last) continue;
    ConlluSentence made;
    if (document.empty()) made.comments.push_back("# newdoc id = " + on_one_line(article.id));
    made.comments.push_back(fmt::format("# sent_id = {}-{}", on_one_line(article.id), document.size() + 1));
    const std::string_view text = article.text;
    made.comments.push_back("# text = " + on_one_line(text.substr(sentence.span.begin, sentence.span.size())));
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      const ByteSpan span = analysis.tokens[t].span;
      const bool space_after = t + 1 == sentence.last || analysis.tokens[t + 1].spaced;
      made.words.push_back(made.rows.size());
      made.rows.push_back(row_of(text.substr(span.begin, span.size()), made.rows.size() + 1, space_after));
    }
    document.push_back(std::move(made));
  }
  return document;
}

/// The document with what the model reads of it, as CoNLL-U.
std::string read_and_written(ConlluDocument document, const Reader& reader) {
  std::vector<std::vector<std::string_view>> words;
  for (const ConlluSentence& sentence : document) words.push_back(words_of(sentence));
  const std::vector<SentenceReading> readings = reader.read(std::vector<SentenceWords>(words.begin(), words.end()));
  std::ostringstream out;
  for (std::size_t i = 0; i < document.size(); ++i) {
    fill(document[i], readings[i]);
    write_conllu(document[i], out);
  }
  return std::move(out).str();
}

class ParseCommand final : public Command {
 public:
  [[nodiscard]] const CommandText& text() const override {
    static constexpr CommandText kText{
        "parse",
        "articles into CoNLL-U: tags, lemmas, trees and names",
        "Reads articles and writes their sentences in CoNLL-U, in the order of the input: parts of speech, lemmas, "
        "dependency trees, and names under Name= in the last column. With --conllu the sentences and words of a file "
        "stay as they are, and what the model reads of them is filled in.",
        "entente parse news.jsonl -o news.conllu\n"
        "cat article.txt | entente parse -\n"
        "entente parse --conllu gold.conllu > read.conllu",
    };
    return kText;
  }

  void setup(CLI::App& app) override {
    input_.setup(app);
    app.get_option("INPUT")->required(false);
    app.add_option("--conllu", conllu_, "FILE: read the words of a CoNLL-U file (- is standard input), not articles")
        ->type_name("");
    app.add_option("--output,-o", target_, "FILE: where to write (standard output)")->type_name("");
    app.add_flag("--overwrite", overwrite_, "replace FILE where it exists");
    model_.setup(app);
  }

  int run() override {
    if (input_.inputs().empty() == conllu_.empty()) {
      throw CLI::ValidationError("name either articles to read or a file with --conllu");
    }
    const Reader reader = model_.load();
    if (target_.empty()) {
      const int status = write(reader, std::cout);
      std::cout.flush();
      if (!std::cout) throw std::runtime_error("cannot write to standard output");
      return status;
    }
    OutputFile out(target_, overwrite_);
    const int status = write(reader, out.stream());
    if (status != kNothingDone) out.close();
    return status;
  }

 private:
  using Work = OrderedWork<ConlluDocument, std::string>;

  int write(const Reader& reader, std::ostream& out) const {
    if (!conllu_.empty()) return write_conllu_file(reader, out);
    return write_articles(input_, out,
                          [&](const Article& article) { return read_and_written(document_of(article), reader); });
  }

  int write_conllu_file(const Reader& reader, std::ostream& out) const {
    Work work(
        input_.threads(), [&](ConlluDocument& document) { return read_and_written(std::move(document), reader); },
        [&](const std::string& text) { out << text; });
    std::size_t documents = 0;
    const auto push = [&](ConlluDocument document) {
      ++documents;
      work.push(std::move(document));
    };
    if (conllu_ == "-") {
      read_conllu(std::cin, "standard input", push);
    } else {
      std::ifstream in(conllu_);
      if (!in) throw std::runtime_error(fmt::format("cannot read '{}'", conllu_));
      read_conllu(in, conllu_, push);
    }
    work.finish();
    if (documents == 0) fmt::print(stderr, "entente: no sentence in '{}'\n", conllu_);
    return documents == 0 ? kNothingDone : kDone;
  }

  InputOptions input_;
  ModelOptions model_;
  std::string conllu_;
  std::string target_;
  bool overwrite_ = false;
};

}  // namespace

std::unique_ptr<Command> make_parse_command() {
  return std::make_unique<ParseCommand>();
}

}  // namespace entente
