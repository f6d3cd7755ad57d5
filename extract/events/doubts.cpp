#include "extract/events/doubts.h"

#include <fmt/format.h>

namespace entente {

std::string Doubts::text() const {
  std::string line;
  for (const auto& [factor, why] : made_of_) line += fmt::format("{}{:.2f} {}", line.empty() ? "" : ", ", factor, why);
  return line;
}

}  // namespace entente
