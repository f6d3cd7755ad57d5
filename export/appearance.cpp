// See appearance.h.
#include "export/appearance.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace entente {

namespace {

struct KindColour {
  std::string_view kind;
  Colour colour;
};

constexpr std::array kColours{
    KindColour{"coded_event", {0xE6, 0x9F, 0x00}},   // orange
    KindColour{"country", {0xD5, 0x5E, 0x00}},       // vermilion
    KindColour{"event", {0xCC, 0x79, 0xA7}},         // reddish purple
    KindColour{"organisation", {0x00, 0x9E, 0x73}},  // bluish green
    KindColour{"person", {0x00, 0x72, 0xB2}},        // blue
    KindColour{"place", {0x56, 0xB4, 0xE9}},         // sky blue
};
constexpr Colour kGrey{0x99, 0x99, 0x99};
constexpr double kLeast = 4;

}  // namespace

Colour colour_of(std::string_view kind) {
  const auto* found = std::ranges::find(kColours, kind, &KindColour::kind);
  return found == kColours.end() ? kGrey : found->colour;
}

std::string hex(Colour colour) {
  return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

double size_of(double articles) {
  return kLeast * std::sqrt(std::max(articles, 1.0));
}

}  // namespace entente
