// Dyads over time as CSV: for each two countries and each day, month or year, how many events there were of each quad
// class and how intense they were. What a country's people and organisations did counts for it.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "export/delimited.h"
#include "export/field_text.h"
#include "export/formats.h"

namespace entente {

namespace {

constexpr char kSeparator = ',';
constexpr std::array<std::string_view, 14> kHeader{"source",
                                                   "target",
                                                   "period",
                                                   "events",
                                                   "verbal_cooperation",
                                                   "material_cooperation",
                                                   "verbal_conflict",
                                                   "material_conflict",
                                                   "mean_intensity",
                                                   "planned",
                                                   "joint",
                                                   "articles",
                                                   "stories",
                                                   "event_ids"};

/// Source, target, period.
using Key = std::tuple<std::string, std::string, std::string>;

struct DyadSum {
  std::size_t events = 0;
  std::array<std::size_t, 5> quads{};  ///< by quad class; [0] unknown
  double intensity = 0;
  std::size_t planned = 0;
  std::size_t joint = 0;
  std::size_t articles = 0;
  std::size_t stories = 0;
  std::vector<std::string> ids;
};

/// The countries that actors are or act for, sorted.
std::set<std::string> countries_of(const KnowledgeGraph& graph, const std::vector<std::uint32_t>& actors) {
  std::set<std::string> countries;
  for (const std::uint32_t actor : actors) {
    const GraphEntity& entity = graph.entities[actor];
    const std::string& country = entity.country.empty() ? entity.links.iso3 : entity.country;
    if (!country.empty()) countries.insert(country);
  }
  return countries;
}

/// Two countries, and whether they did it together: each source with each target; without targets, each two sources
/// once, the alphabetically first as source.
std::vector<std::pair<std::string, std::string>> pairs_of(const KnowledgeGraph& graph, const GraphEvent& event) {
  const std::set<std::string> sources = countries_of(graph, event.sources);
  const std::set<std::string> targets = countries_of(graph, event.targets);
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const std::string& source : sources) {
    for (const std::string& target : event.targets.empty() ? sources : targets) {
      const bool apart = event.targets.empty() ? source < target : source != target;
      if (apart) pairs.emplace_back(source, target);
    }
  }
  return pairs;
}

/// The event's date, or that of its first report, cut to the period; shorter where less is known.
std::string period_of(const GraphEvent& event, Period period) {
  const std::string& date = event.date.empty() ? event.first_date : event.date;
  switch (period) {
    case Period::day:
      return date.substr(0, 10);
    case Period::month:
      return date.substr(0, 7);
    case Period::year:
      break;
  }
  return date.substr(0, 4);
}

void add(DyadSum& sum, const GraphEvent& event) {
  ++sum.events;
  ++sum.quads[event.quad >= 1 && event.quad <= 4 ? static_cast<std::size_t>(event.quad) : 0];
  sum.intensity += event.intensity;
  if (event.modality == Modality::planned) ++sum.planned;
  if (event.targets.empty()) ++sum.joint;
  sum.articles += event.articles;
  sum.stories += event.weight;
  sum.ids.push_back(event.id);
}

std::vector<std::string> row_of(const Key& key, const DyadSum& sum) {
  const auto& [source, target, period] = key;
  std::vector<std::string> row{source, target, period, std::to_string(sum.events)};
  for (std::size_t quad = 1; quad <= 4; ++quad) row.push_back(std::to_string(sum.quads[quad]));
  row.push_back(text_of(sum.intensity / static_cast<double>(sum.events)));
  row.push_back(std::to_string(sum.planned));
  row.push_back(std::to_string(sum.joint));
  row.push_back(std::to_string(sum.articles));
  row.push_back(std::to_string(sum.stories));
  row.push_back(list_text(sum.ids));
  return row;
}

}  // namespace

std::size_t write_dyad_table(const KnowledgeGraph& graph, const EvidenceSource& /*evidence*/,
                             const ExportOptions& options, std::ostream& out) {
  std::map<Key, DyadSum> dyads;
  for (const GraphEvent& event : graph.events) {
    if (!selects(options.filter, event)) continue;
    for (auto& [source, target] : pairs_of(graph, event)) {
      add(dyads[{std::move(source), std::move(target), period_of(event, options.period)}], event);
    }
  }
  write_row(out, std::vector<std::string>(kHeader.begin(), kHeader.end()), kSeparator);
  for (const auto& [key, sum] : dyads) write_row(out, row_of(key, sum), kSeparator);
  return dyads.size();
}

}  // namespace entente
