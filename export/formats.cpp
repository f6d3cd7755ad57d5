// The registry of formats: one line each.
#include "export/formats.h"

#include <array>
#include <string>

namespace entente {

namespace {

constexpr std::array kFormats{
    Format{"graphml", ".graphml", "GraphML, for Gephi, networkx, igraph, yEd and Neo4j"},
    Format{"jsonl", ".jsonl", "JSON Lines: an object for each node and edge, with all values and evidence"},
};
constexpr std::array<MakeWriter, kFormats.size()> kMakers{make_graphml_writer, make_jsonl_writer};

}  // namespace

std::span<const Format> formats() {
  return kFormats;
}

const Format* format_named(std::string_view name) {
  for (const Format& format : kFormats) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

const Format* format_of(const std::filesystem::path& file) {
  std::string ending = file.extension().string();
  for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const Format& format : kFormats) {
    if (format.ending == ending) return &format;
  }
  return nullptr;
}

MakeWriter maker_of(const Format& format) {
  return kMakers.at(static_cast<std::size_t>(&format - kFormats.data()));
}

}  // namespace entente
