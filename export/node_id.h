// Ids of the graph file as ids that every reader of XML graphs takes.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// An id in the characters [A-Za-z0-9_.:-] alone, never empty: "person/xi-jinping" -> "person:xi-jinping". '/' becomes
/// ':'; letters, digits, '.' and '-' stay; any other byte becomes '_' and two upper-case hex digits ('_' itself "_5F").
/// The empty id becomes "_".
[[nodiscard]] std::string portable_id(std::string_view id);

/// The id that portable_id was given. What is no portable id comes back as it is.
[[nodiscard]] std::string graph_id(std::string_view portable);

}  // namespace entente
