// A table of events, tab-separated, in the columns of ICEWS: a row for each event and each article that reports it.
// Where an event has several sources or targets their names, sectors and countries stand in the same order, joined with
// "; ".
#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <tuple>
#include <vector>

#include "export/delimited.h"
#include "export/field_text.h"
#include "export/formats.h"

namespace entente {

namespace {

constexpr char kSeparator = '\t';

struct Row {
  const KnowledgeGraph& graph;
  const GraphEvent& event;
  const Evidence& report;
};

const std::string& name_of(const GraphEntity& entity) {
  return entity.name.empty() ? entity.id : entity.name;
}

const std::string& country_of(const GraphEntity& entity) {
  return entity.country.empty() ? entity.links.iso3 : entity.country;
}

/// What is known of each actor; empty where nothing is known of any.
template <typename Value>
std::string of_each(const Row& row, const std::vector<std::uint32_t>& actors, Value value) {
  std::vector<std::string> values;
  for (const std::uint32_t actor : actors) values.push_back(value(row.graph.entities[actor]));
  const bool known = std::ranges::any_of(values, [](const std::string& text) { return !text.empty(); });
  if (!known) return "";
  std::string text = values.front();
  for (std::size_t i = 1; i < values.size(); ++i) text += "; " + values[i];
  return text;
}

std::string place_if(const Row& row, std::string_view type) {
  if (row.event.place < 0) return "";
  const GraphEntity& place = row.graph.entities[static_cast<std::size_t>(row.event.place)];
  return place.kind == Kind::place && place.type == type ? name_of(place) : "";
}

std::string place_country(const Row& row) {
  return row.event.place < 0 ? "" : country_of(row.graph.entities[static_cast<std::size_t>(row.event.place)]);
}

std::string event_text(const GraphEvent& event) {
  return event.mode.empty() ? event.type : event.type + " (" + event.mode + ")";
}

struct TableColumn {
  std::string_view name;
  std::string (*value)(const Row&);
};

constexpr std::array kColumns{
    TableColumn{"Event ID", [](const Row& r) { return r.event.id; }},
    TableColumn{"Event Date", [](const Row& r) { return r.event.date; }},
    TableColumn{"Source Name", [](const Row& r) { return of_each(r, r.event.sources, name_of); }},
    TableColumn{"Source Sectors",
                [](const Row& r) { return of_each(r, r.event.sources, [](const auto& e) { return e.sector; }); }},
    TableColumn{"Source Country", [](const Row& r) { return of_each(r, r.event.sources, country_of); }},
    TableColumn{"Event Text", [](const Row& r) { return event_text(r.event); }},
    TableColumn{"CAMEO Code", [](const Row& r) { return r.event.cameo; }},
    TableColumn{"Intensity", [](const Row& r) { return text_of(r.event.intensity); }},
    TableColumn{"Target Name", [](const Row& r) { return of_each(r, r.event.targets, name_of); }},
    TableColumn{"Target Sectors",
                [](const Row& r) { return of_each(r, r.event.targets, [](const auto& e) { return e.sector; }); }},
    TableColumn{"Target Country", [](const Row& r) { return of_each(r, r.event.targets, country_of); }},
    TableColumn{"Story ID", [](const Row& r) { return r.report.article; }},
    TableColumn{"Sentence", [](const Row& r) { return r.report.text; }},
    TableColumn{"Publisher", [](const Row& r) { return r.report.source; }},
    TableColumn{"City", [](const Row& r) { return place_if(r, "city"); }},
    TableColumn{"Province", [](const Row& r) { return place_if(r, "region"); }},
    TableColumn{"Country", place_country},
    TableColumn{"Story Date", [](const Row& r) { return r.report.published; }},
    TableColumn{"URL", [](const Row& r) { return r.report.url; }},
    TableColumn{"Quad Code", [](const Row& r) { return std::to_string(r.event.quad); }},
    TableColumn{"Contexts", [](const Row& r) { return list_text(r.event.contexts); }},
    TableColumn{"Modality", [](const Row& r) { return std::string(word(r.event.modality)); }},
    TableColumn{"Confidence", [](const Row& r) { return text_of(r.event.confidence); }},
    TableColumn{"Articles", [](const Row& r) { return std::to_string(r.event.articles); }},
    TableColumn{"Stories", [](const Row& r) { return std::to_string(r.event.weight); }},
    TableColumn{"Stance", [](const Row& r) { return std::string(r.report.denies ? "denies" : "reports"); }},
    TableColumn{"Asserted By", [](const Row& r) { return of_each(r, r.event.asserted_by, name_of); }},
    TableColumn{"Denied By", [](const Row& r) { return of_each(r, r.event.denied_by, name_of); }},
};

/// The first statement of each article, and the first that denies the event; one without anything where there are none.
std::vector<Evidence> reports_of(const GraphEvent& event, const EvidenceSource& evidence) {
  std::vector<Evidence> reports;
  if (evidence) reports = evidence(event.id, std::numeric_limits<std::int32_t>::max());
  std::ranges::stable_sort(reports, {}, [](const Evidence& report) {
    return std::tuple<std::string_view, std::string_view, bool>(report.published, report.article, report.denies);
  });
  const auto same = [](const Evidence& a, const Evidence& b) { return a.article == b.article && a.denies == b.denies; };
  reports.erase(std::unique(reports.begin(), reports.end(), same), reports.end());
  if (reports.empty()) reports.emplace_back();
  return reports;
}

bool any_selected(const KnowledgeGraph& graph, const Filter& filter, const GraphEvent& event) {
  const auto is_selected = [&](std::uint32_t entity) { return selects(filter, graph.entities[entity]); };
  return std::ranges::any_of(event.sources, is_selected) || std::ranges::any_of(event.targets, is_selected);
}

}  // namespace

std::size_t write_event_table(const KnowledgeGraph& graph, const EvidenceSource& evidence, const ExportOptions& options,
                              std::ostream& out) {
  std::vector<std::string> fields;
  for (const TableColumn& column : kColumns) fields.emplace_back(column.name);
  write_row(out, fields, kSeparator);
  std::size_t rows = 0;
  for (const GraphEvent& event : graph.events) {
    if (!selects(options.filter, event) || !any_selected(graph, options.filter, event)) continue;
    for (const Evidence& report : reports_of(event, evidence)) {
      const Row row{graph, event, report};
      std::ranges::transform(kColumns, fields.begin(), [&row](const TableColumn& column) { return column.value(row); });
      write_row(out, fields, kSeparator);
      ++rows;
    }
  }
  return rows;
}

}  // namespace entente
