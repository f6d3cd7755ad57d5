#include "graph/tie_id.h"

#include <fmt/format.h>

namespace entente {

std::string relation_id(std::uint64_t node) {
  return fmt::format("r-{:012x}", node);
}
std::string event_id(std::uint64_t node) {
  return fmt::format("e-{:012x}", node);
}

std::optional<TieId> tie_id_of(std::string_view id) {
  constexpr std::size_t kDigits = 12;
  if (id.size() != 2 + kDigits || !(id.starts_with("r-") || id.starts_with("e-"))) return std::nullopt;
  if (id.find_first_not_of("0123456789abcdef", 2) != std::string_view::npos) return std::nullopt;
  return TieId{id.starts_with('e'), std::stoull(std::string(id.substr(2)), nullptr, 16)};
}

}  // namespace entente
