// Problems in words.
#include "extract/reading/problem.h"

#include <fmt/format.h>

#include "extract/text/utf8.h"

namespace entente {

std::string message(const Problem& problem) {
  const std::string_view path = problem.path == "-" ? std::string_view("standard input") : problem.path;
  if (problem.line == 0) return fmt::format("{}: {}", path, problem.what);
  return fmt::format("{}: line {}: {}", path, problem.line, problem.what);
}

std::string quoted(std::string_view value) {
  constexpr std::size_t kLongest = 60;
  const bool cut = value.size() > kLongest;
  std::string out = "'";
  for (std::size_t at = 0; at < value.size() && at < kLongest;) {
    const char32_t c = decode(value, at);
    if (c < 0x20 || c == 0x7F) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned>(c));
    } else {
      append(out, c);
    }
  }
  return out + (cut ? "...'" : "'");
}

}  // namespace entente
