// What went wrong with an input. A value: the run goes on with the next record or file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

struct Problem {
  std::string path;          ///< as given or found; "-" is standard input
  std::uint64_t line = 0;    ///< from 1; 0 where the whole file is meant
  std::uint64_t column = 0;  ///< from 1, in bytes; 0 where unknown
  std::string what;          ///< what was wrong, what was done about it, what to do
  bool lost = true;          ///< false: the article was kept without what could not be read
};

/// "news.jsonl: line 17: not valid JSON (...); the line was skipped".
[[nodiscard]] std::string message(const Problem& problem);

/// A value as a message quotes it: in single quotes, on one line, valid UTF-8, cut after some 60 bytes.
[[nodiscard]] std::string quoted(std::string_view value);

}  // namespace entente
