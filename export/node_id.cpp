// See node_id.h.
#include "export/node_id.h"

namespace entente {

namespace {

constexpr std::string_view kHex = "0123456789ABCDEF";

bool stays(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

}  // namespace

std::string portable_id(std::string_view id) {
  if (id.empty()) return "_";
  std::string portable;
  portable.reserve(id.size());
  for (const char c : id) {
    if (stays(c)) {
      portable += c;
    } else if (c == '/') {
      portable += ':';
    } else {
      const auto byte = static_cast<unsigned char>(c);
      portable += '_';
      portable += kHex[byte >> 4U];
      portable += kHex[byte & 15U];
    }
  }
  return portable;
}

std::string graph_id(std::string_view portable) {
  if (portable == "_") return "";
  std::string id;
  for (std::size_t i = 0; i < portable.size(); ++i) {
    if (portable[i] == ':') {
      id += '/';
    } else if (portable[i] != '_') {
      id += portable[i];
    } else {
      const std::size_t high = i + 2 < portable.size() ? kHex.find(portable[i + 1]) : std::string_view::npos;
      const std::size_t low = i + 2 < portable.size() ? kHex.find(portable[i + 2]) : std::string_view::npos;
      if (high == std::string_view::npos || low == std::string_view::npos) return std::string(portable);
      id += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  return id;
}

}  // namespace entente
