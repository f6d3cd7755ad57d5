// How a node looks where a format can say so.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;

  bool operator==(const Colour&) const = default;
};

/// The colour of a kind of node, of the eight by Okabe and Ito that colour-blind eyes tell apart (Color Universal
/// Design, 2008); grey for an unknown kind.
[[nodiscard]] Colour colour_of(std::string_view kind);
/// "#0072b2".
[[nodiscard]] std::string hex(Colour colour);

/// Diameter of a node by how many articles speak of it: its area grows with them. At least 4.
[[nodiscard]] double size_of(double articles);

}  // namespace entente
