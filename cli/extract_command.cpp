// entente extract: articles into extraction lines.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <stdexcept>

#include "cli/command.h"
#include "cli/exit_status.h"
#include "cli/model_options.h"
#include "cli/options.h"
#include "cli/write_articles.h"
#include "export/output_file.h"
#include "extract/extract.h"
#include "extract/extraction_json.h"

namespace entente {

namespace {

class ExtractCommand final : public Command {
 public:
  [[nodiscard]] const CommandText& text() const override {
    static constexpr CommandText kText{
        "extract",
        "articles into extraction lines, one JSON object an article",
        "Reads articles and writes for each, in the order of the input, a line of JSON with its entities, mentions, "
        "relations and events. The lines are the same whatever the number of threads.",
        "entente extract news.jsonl -o news.extraction.jsonl\n"
        "entente extract articles/ --threads 4 --with-text > lines.jsonl\n"
        "cat article.txt | entente extract -",
    };
    return kText;
  }

  void setup(CLI::App& app) override {
    input_.setup(app);
    app.add_option("--output,-o", target_, "FILE: where to write (standard output)")->type_name("");
    app.add_flag("--overwrite", overwrite_, "replace FILE where it exists");
    app.add_flag("--with-text", with_text_, "write the text of the articles too");
    lexicon_.setup(app);
    model_.setup(app);
  }

  int run() override {
    if (target_.empty()) {
      const int status = write(std::cout);
      std::cout.flush();
      if (!std::cout) throw std::runtime_error("cannot write the extraction lines to standard output");
      return status;
    }
    OutputFile out(target_, overwrite_);
    const int status = write(out.stream());
    if (status != kNothingDone) out.close();
    return status;
  }

 private:
  int write(std::ostream& out) const {
    const Lexicon lexicon = lexicon_.load();
    const Reader reader = model_.load();
    return write_articles(input_, out, [&](const Article& article) {
      return to_json(extract(article, lexicon, reader), with_text_) + '\n';
    });
  }

  InputOptions input_;
  LexiconOptions lexicon_;
  ModelOptions model_;
  std::string target_;
  bool overwrite_ = false;
  bool with_text_ = false;
};

}  // namespace

std::unique_ptr<Command> make_extract_command() {
  return std::make_unique<ExtractCommand>();
}

}  // namespace entente
