// Reads articles and extraction lines on a thread of its own, for a build that pulls them.
#pragma once

#include <cstddef>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "cli/handover.h"
#include "extract/article.h"
#include "extract/extraction.h"
#include "extract/reading/reading.h"

namespace entente {

class BuildInput {
 public:
  /// Starts to read. Problems are told on standard error as they come, where progress is shown too.
  explicit BuildInput(std::vector<std::string> inputs);
  ~BuildInput();
  BuildInput(const BuildInput&) = delete;
  BuildInput& operator=(const BuildInput&) = delete;

  /// Whether nothing is left; waits for the next. Throws what ended the reading.
  [[nodiscard]] bool at_end();
  /// Takes the next item where it is an article, or an extraction; else returns false and takes nothing.
  bool next(Article& article);
  bool next(Extraction& extraction);

  /// What was read, an extraction line that could not be taken being lost; call after at_end().
  [[nodiscard]] const ReadingCounts& counts() const { return counts_; }

 private:
  using Item = std::variant<Article, Extraction>;

  void read(const std::vector<std::string>& inputs);
  template <typename Kind>
  bool take(Kind& wanted);

  ReadingCounts counts_;
  Handover<Item> queue_;
  std::thread reader_;  // last, so that all else is there when it starts
};

}  // namespace entente
