#include "graph/tie_id.h"

#include <fmt/format.h>

namespace entente {
namespace {

constexpr std::size_t kDigits = 12;

/// What an id stands for, by its first letter.
std::optional<TieId::Of> sort_of(std::string_view id) {
  if (id.starts_with("r-")) return TieId::Of::relation;
  if (id.starts_with("e-")) return TieId::Of::event;
  if (id.starts_with("b-")) return TieId::Of::background;
  return std::nullopt;
}

}  // namespace

std::string relation_id(std::uint64_t node) {
  return fmt::format("r-{:012x}", node);
}
std::string event_id(std::uint64_t node) {
  return fmt::format("e-{:012x}", node);
}
std::string background_id(std::uint64_t node) {
  return fmt::format("b-{:012x}", node);
}

std::optional<TieId> tie_id_of(std::string_view id) {
  const std::optional<TieId::Of> sort = sort_of(id);
  if (!sort || id.size() != 2 + kDigits) return std::nullopt;
  if (id.find_first_not_of("0123456789abcdef", 2) != std::string_view::npos) return std::nullopt;
  return TieId{*sort, std::stoull(std::string(id.substr(2)), nullptr, 16)};
}

}  // namespace entente
