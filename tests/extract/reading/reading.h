// What the readers make of some bytes, for tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/reading/reading.h"

namespace entente::test {

struct Outcome {
  std::vector<Article> articles;
  std::vector<std::string> messages;
  std::vector<Problem> problems;
  std::vector<std::string> extraction_lines;
  ReadingCounts counts;

  /// The only article; one that says so where there is not exactly one.
  [[nodiscard]] Article only() const;
  /// All messages, each on a line.
  [[nodiscard]] std::string said() const;
};

[[nodiscard]] Outcome read(std::string_view bytes, const std::string& path = "in");
[[nodiscard]] Outcome read_inputs(const std::vector<std::string>& inputs);
[[nodiscard]] std::string gzip(std::string_view bytes);
[[nodiscard]] std::string zstd(std::string_view bytes);

}  // namespace entente::test
