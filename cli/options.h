// Options that several commands share, written once.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/print_answer.h"
#include "extract/lexicon/lexicon.h"
#include "graph/filter.h"
#include "queries/edit_distance.h"

namespace CLI {  // NOLINT(readability-identifier-naming): theirs
class App;
class Validator;
}  // namespace CLI

namespace entente {

/// --from --to --kind --type --min-weight --min-confidence --with
class FilterOptions {
 public:
  /// The last day is `--until`, and `--to` as well unless `last_day_option` says otherwise.
  void setup(CLI::App& app, const std::string& last_day_option = "--to,--until");
  /// --background, of commands that tell ties.
  void background(CLI::App& app);
  [[nodiscard]] const Filter& filter() const { return filter_; }

 private:
  Filter filter_;
};

/// --format and, where there is a limit to begin with, --limit; prints an answer on standard output.
class AnswerOptions {
 public:
  explicit AnswerOptions(std::size_t limit) : limit_(limit) {}
  void setup(CLI::App& app);
  [[nodiscard]] std::size_t limit() const { return limit_; }
  void print(const Answer& answer) const;

 private:
  AnswerFormat format_ = AnswerFormat::table;
  std::size_t limit_;
};

/// --lexicon FILE, any number of times
class LexiconOptions {
 public:
  void setup(CLI::App& app);
  /// The lexicon of the program with all tables joined, the last before the others.
  [[nodiscard]] Lexicon load() const;

 private:
  std::vector<std::string> tables_;
};

/// INPUT... and --threads
class InputOptions {
 public:
  void setup(CLI::App& app);
  [[nodiscard]] const std::vector<std::string>& inputs() const { return inputs_; }
  [[nodiscard]] std::size_t threads() const;

 private:
  std::vector<std::string> inputs_;
  std::size_t threads_ = 0;
};

/// GRAPH: the graph file, required.
void add_graph(CLI::App& app, std::string& file);

/// Checks that an option is a number in a range, both ends included.
[[nodiscard]] CLI::Validator in_range(double least, double most);

}  // namespace entente
