// entente search: sentences with certain words.
#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/options.h"
#include "graph/store.h"
#include "queries/queries.h"

namespace entente {

namespace {

class SearchCommand final : public Command {
 public:
  [[nodiscard]] const CommandText& text() const override {
    static constexpr CommandText kText{
        "search",
        "sentences with certain words",
        "Finds sentences of all articles that hold all the words of a query, whatever their case and diacritics, the "
        "best "
        "first. Words in double quotes must follow each other.",
        "entente search world.db ceasefire talks\n"
        "entente search world.db '\"nuclear deal\" Tehran' --limit 5",
    };
    return kText;
  }

  void setup(CLI::App& app) override {
    add_graph(app, file_);
    app.add_option("WORD", words_, "what to look for")->required()->type_name("");
    answer_.setup(app);
  }

  int run() override {
    const Store store(file_, Store::Mode::read);
    std::string query;
    for (const std::string& word : words_) query += (query.empty() ? "" : " ") + word;
    const auto passages = [&](std::string_view text, std::size_t limit) { return store.search(text, limit); };
    answer_.print(search(passages, query, answer_.limit()));
    return 0;
  }

 private:
  std::string file_;
  std::vector<std::string> words_;
  AnswerOptions answer_{20};
};

}  // namespace

std::unique_ptr<Command> make_search_command() {
  return std::make_unique<SearchCommand>();
}

}  // namespace entente
