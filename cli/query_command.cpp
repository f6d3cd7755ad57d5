// entente query: a query in a subset of Cypher, or a prompt that reads them.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <optional>
#include <string>
#include <utility>

#include "cli/command.h"
#include "cli/exit_status.h"
#include "cli/open_graph.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "queries/cypher/cypher.h"
#include "queries/cypher/lexer.h"
#include "queries/cypher/query_error.h"

namespace entente {

namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

class QueryCommand final : public Command {
 public:
  [[nodiscard]] const CommandText& text() const override {
    static constexpr CommandText kText{
        "query",
        "what a pattern finds: a subset of Cypher",
        "Finds what meets patterns of nodes, (a:Person {name: \"Xi Jinping\"}), and edges, -[r:leads]->, and returns "
        "what is asked of them, counted and sorted if need be: MATCH ... WHERE ... RETURN ... ORDER BY ... LIMIT. "
        "Labels are kinds and types of entities; types of edges are relations (leads), acts (ACCUSE) and what actors "
        "have to do with an event as a node (source, target, place). evidence(r) is the sentence that says so. "
        "Without a query they are read from standard input; a ; or an empty line ends each. docs/query.md says more.",
        "entente query world.db 'MATCH (a:Person)-[r:leads]->(b:Country) RETURN a.name, r.role, b.name LIMIT 10'\n"
        "entente query world.db 'MATCH (a:Country)-[r:ACCUSE]->(b:Country) RETURN a, b, count(*) AS n ORDER BY n "
        "DESC'\n"
        "entente query world.db 'MATCH (a {name: \"putin\"})-[r]-(b:Country) RETURN r, evidence(r)' --format json\n"
        "entente query world.db < queries.cypher",
    };
    return kText;
  }

  void setup(CLI::App& app) override {
    add_graph(app, file_);
    app.add_option("QUERY", query_, "MATCH ... RETURN ...; standard input where it is left out")->type_name("");
    answer_.setup(app);
    filter_.setup(app);
    filter_.background(app);
  }

  int run() override {
    const OpenGraph graph(file_, filter_.filter(), OpenGraph::About::all);
    const PatternGraph patterns(graph.graph(), filter_.filter());
    return query_ ? answer(graph, patterns, *query_) : read_queries(graph, patterns);
  }

 private:
  /// Answers a query; one that cannot be answered is told on standard error.
  int answer(const OpenGraph& graph, const PatternGraph& patterns, const std::string& query) const {
    const NameFinder find = [&](const std::string& name, const EntityTest& among) {
      const std::optional<FoundEntity> whole = find_whole(graph.store(), graph.graph(), name);
      return whole ? *whole : find_entity(graph.graph(), name, among);
    };
    try {
      answer_.print(answer_query(graph.world(), patterns, query, find));
      return kDone;
    } catch (const QueryError& error) {
      fmt::print(stderr, "entente query: {}\n", error.what());
      return kWrongUsage;
    } catch (const NoSuchEntity& error) {
      fmt::print(stderr, "entente: {}\n", error.what());
    } catch (const QueryTooLarge& error) {
      fmt::print(stderr, "entente: {}\n", error.what());
    }
    return kNothingDone;
  }

  int read_queries(const OpenGraph& graph, const PatternGraph& patterns) const {
    std::size_t done = 0;
    std::size_t failed = 0;
    std::string text;
    for (std::string line; prompt(text), std::getline(std::cin, line);) {
      const bool ends = is_blank(line);
      if (is_blank(text) && (line == "quit" || line == "exit")) break;
      text += line + "\n";
      while (const std::optional<std::string> query = next_query(text, ends)) {
        ++(answer(graph, patterns, *query) == kDone ? done : failed);
      }
    }
    if (!is_blank(text)) ++(answer(graph, patterns, text) == kDone ? done : failed);
    if (failed == 0) return kDone;
    return done > 0 ? kSomeInputFailed : kNothingDone;
  }

  static void prompt(const std::string& text) {
    if (!is_terminal(Stream::input) || !is_terminal(Stream::output)) return;
    std::cout << (is_blank(text) ? "entente> " : "     ... ") << std::flush;
  }

  /// Cuts the first whole query off a text.
  static std::optional<std::string> next_query(std::string& text, bool ends) {
    while (true) {
      const std::size_t end = end_of_query(text);
      if (end == std::string::npos && !ends) return std::nullopt;
      std::string query = end == std::string::npos ? std::exchange(text, "") : text.substr(0, end);
      text.erase(0, end == std::string::npos ? 0 : end + 1);
      if (!is_blank(query)) return query;
      if (end == std::string::npos || is_blank(text)) {
        text.clear();
        return std::nullopt;
      }
    }
  }

  std::string file_;
  std::optional<std::string> query_;
  AnswerOptions answer_{0};
  FilterOptions filter_;
};

}  // namespace

std::unique_ptr<Command> make_query_command() {
  return std::make_unique<QueryCommand>();
}

}  // namespace entente
