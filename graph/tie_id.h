// The ids of relations, events and background: "r-", "e-" or "b-" and 12 hex digits, the 48 bits of their number.
// Private to graph/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

struct TieId {
  enum class Of : std::uint8_t { relation, event, background };
  Of of = Of::relation;
  std::uint64_t node = 0;  ///< 48 bits
};

[[nodiscard]] std::string relation_id(std::uint64_t node);
[[nodiscard]] std::string event_id(std::uint64_t node);
[[nodiscard]] std::string background_id(std::uint64_t node);
/// nullopt for anything else.
[[nodiscard]] std::optional<TieId> tie_id_of(std::string_view id);

}  // namespace entente
