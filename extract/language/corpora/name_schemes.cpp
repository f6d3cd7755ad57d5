// See name_schemes.h. The same as in training/evaluate.py.
#include "extract/language/corpora/name_schemes.h"

#include <algorithm>
#include <array>

namespace entente {

namespace {

struct Pair {
  std::string_view from, to;
};

template <std::size_t kCount>
std::string_view looked_up(const std::array<Pair, kCount>& table, std::string_view from, std::string_view otherwise) {
  const auto found = std::ranges::find(table, from, &Pair::from);
  return found == table.end() ? otherwise : found->to;
}

std::string_view worldwide(std::string_view kind, std::string_view /*type*/) {
  static constexpr auto kTable = std::to_array<Pair>({{"person", "Person"},
                                                      {"organisation", "Organization"},
                                                      {"country", "Location"},
                                                      {"place", "Location"},
                                                      {"demonym", "NORP"}});
  return looked_up(kTable, kind, "");
}

std::string_view crossner(std::string_view kind, std::string_view type) {
  static constexpr auto kTypes =
      std::to_array<Pair>({{"politician", "politician"}, {"party", "politicalparty"}, {"election", "election"}});
  static constexpr auto kKinds = std::to_array<Pair>({{"person", "person"},
                                                      {"organisation", "organisation"},
                                                      {"event", "event"},
                                                      {"country", "country"},
                                                      {"place", "location"}});
  return looked_up(kTypes, type, looked_up(kKinds, kind, "misc"));
}

std::string_view conll(std::string_view kind, std::string_view /*type*/) {
  static constexpr auto kTable =
      std::to_array<Pair>({{"person", "PER"}, {"organisation", "ORG"}, {"country", "LOC"}, {"place", "LOC"}});
  return looked_up(kTable, kind, "MISC");
}

std::string_view own(std::string_view kind, std::string_view /*type*/) {
  return kind;
}

constexpr auto kWorldwideIgnored =
    std::to_array<std::string_view>({"Date", "Misc", "Money", "Product", "Facility", "NORP"});
constexpr auto kWorldwideLabels =
    std::to_array<std::string_view>({"Person", "Organization", "Location", "NORP", "Date"});
constexpr auto kCrossnerLabels = std::to_array<std::string_view>(
    {"politician", "politicalparty", "election", "person", "organisation", "country", "location", "event", "misc"});
constexpr auto kConllLabels = std::to_array<std::string_view>({"PER", "ORG", "LOC", "MISC"});

constexpr std::array<NameScheme, 4> kSchemes{{{"worldwide", worldwide, kWorldwideIgnored, kWorldwideLabels},
                                              {"crossner", crossner, {}, kCrossnerLabels},
                                              {"conll", conll, {}, kConllLabels},
                                              {"own", own, {}, {}}}};

}  // namespace

std::span<const NameScheme> name_schemes() {
  return kSchemes;
}

const NameScheme* name_scheme(std::string_view name) {
  const auto found = std::ranges::find(kSchemes, name, &NameScheme::name);
  return found == kSchemes.end() ? nullptr : &*found;
}

const NameScheme& scheme_of(const std::set<std::string>& labels) {
  const NameScheme* best = &kSchemes.back();
  std::ptrdiff_t most = 0;
  for (const NameScheme& scheme : kSchemes) {
    const auto known = std::ranges::count_if(
        scheme.labels, [&](std::string_view label) { return labels.contains(std::string(label)); });
    if (known <= most) continue;
    most = known;
    best = &scheme;
  }
  return *best;
}

}  // namespace entente
