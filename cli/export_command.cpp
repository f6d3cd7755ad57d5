// entente export: a graph file into a file of another program.
#include <fmt/format.h>

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_invoke.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <thread>

#include "cli/command.h"
#include "cli/exit_status.h"
#include "cli/open_graph.h"
#include "cli/options.h"
#include "cli/print_answer.h"
#include "cli/terminal.h"
#include "export/export.h"
#include "export/output_file.h"
#include "export/views.h"
#include "graph/store.h"
#include "queries/find_entity.h"

namespace entente {

namespace {

/// The file as one thread reads it; while one lives, all read the same.
struct StoredGraph {
  explicit StoredGraph(const std::string& file) : store(file, Store::Mode::read), snapshot(store.snapshot()) {}
  Store store;
  Store::Snapshot snapshot;
};

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const Format& format : formats()) names.emplace_back(format.name);
  return names;
}

std::string formats_help() {
  std::string text = "FORMAT: by default told by the ending of FILE.";
  for (const Format& format : formats()) text += fmt::format(" {}: {}.", format.name, format.summary);
  return text;
}

Section columns_section(std::string key, std::string heading, std::span<const Column> columns) {
  Section section{std::move(key), std::move(heading), {"column", "meaning"}, {}, false, {}, {}};
  for (const Column& column : columns) section.rows.push_back({std::string(column.name), std::string(column.meaning)});
  return section;
}

class ExportCommand final : public Command {
 public:
  [[nodiscard]] const CommandText& text() const override {
    static constexpr CommandText kText{
        "export",
        "a graph file into a file of Gephi and other programs",
        "Writes a graph for Gephi, networkx, igraph and others. In the view `entities`, entities are nodes, and "
        "relations and events, summed by source, target and type, are edges; in the view `events`, events are nodes as "
        "well, and actors hang on them by role; in the view `dyads`, only countries are nodes, and what their people "
        "and organisations did counts for them. Edges carry their first sentences as evidence. The formats `events` "
        "and `dyads` are tables drawn from the events.",
        "entente export world.db --to world.gexf\n"
        "entente export world.db --to world.html                    # a page for the browser\n"
        "entente export world.db --to sanctions.graphml --type SANCTION --from 2025-01-01\n"
        "entente export world.db --view events --to events.jsonl --overwrite\n"
        "entente export world.db --to world.csv                     # world.nodes.csv and world.edges.csv\n"
        "entente export world.db --as dyads --by year --to dyads.csv\n"
        "entente export world.db --of \"Xi Jinping\" --hops 2 --to xi.gexf\n"
        "entente export world.db --as graphml > world.graphml",
    };
    return kText;
  }

  void setup(CLI::App& app) override {
    app.add_option("GRAPH", file_, "the graph file, as made by `entente build`")->type_name("");
    app.add_option("--to", target_, "FILE: where to write (standard output)")->type_name("");
    app.add_option_function<std::string>(
           "--as", [this](const std::string& name) { format_ = checked_format(name); }, formats_help())
        ->type_name("");
    app.add_option_function<std::string>(
           "--view", [this](const std::string& name) { options_.view = checked_view(name); },
           "VIEW: entities (default), events or dyads")
        ->type_name("");
    app.add_option_function<std::string>(
           "--by", [this](const std::string& name) { options_.period = checked_period(name); },
           "PERIOD: of dyads: day, month (default) or year")
        ->type_name("");
    app.add_option("--of", centre_, "NAME: only what is around an entity")->type_name("");
    app.add_option("--hops", options_.hops, "N: how many steps around it (1)")->check(in_range(1, 100))->type_name("");
    app.add_option("--sentences", options_.sentences, "N: evidence written with an edge, at most (3)")
        ->check(in_range(0, 1000))
        ->type_name("");
    app.add_flag("--isolated", options_.isolated, "write entities without an edge too");
    app.add_option_function<std::string>(
           "--layout", [this](const std::string& name) { options_.placing = checked_placing(name); },
           fmt::format("HOW: force or none: whether nodes get a place, in GEXF and graphology (force up to {} nodes)",
                       kFewNodes))
        ->type_name("");
    app.add_flag("--strict", options_.strict,
                 "GraphML valid by the schema as published: without the relation as `label` of an edge, by which Gephi "
                 "tells parallel edges apart");
    app.add_flag("--overwrite", overwrite_, "replace FILE where it exists");
    app.add_flag("--describe", describe_, "print what the columns of nodes and edges mean, and write nothing");
    filter_.setup(app, "--until");
    filter_.background(app);
  }

  int run() override {
    if (describe_) return describe();
    if (file_.empty()) throw CLI::RequiredError("GRAPH");
    const Format& format = format_of_output();
    options_.filter = filter_.filter();
    options_.title = std::filesystem::path(file_).stem().string();
    if (format.contents == Contents::table && !centre_.empty()) {
      throw CLI::ValidationError("--of", fmt::format("the format {} is a table of all events", format.name));
    }
    if (target_.empty()) {
      if (format.contents == Contents::pair) {
        throw CLI::ValidationError("--as", fmt::format("the format {} is two files; say where with --to", format.name));
      }
      write(format, std::cout);
      std::cout.flush();
      if (!std::cout) throw std::runtime_error("cannot write the graph to standard output");
      return kDone;
    }
    if (format.contents == Contents::pair) {
      write_pair(format);
    } else {
      write_file(format);
    }
    return kDone;
  }

 private:
  static const Format* checked_format(const std::string& name) {
    const Format* format = format_named(name);
    if (format == nullptr) {
      const std::vector<std::string> names = format_names();
      throw CLI::ValidationError(
          "--as", fmt::format("'{}' is none of {}{}", name, fmt::join(names, ", "), did_you_mean(name, names)));
    }
    return format;
  }

  static View checked_view(const std::string& name) {
    const std::optional<View> view = view_of(name);
    if (!view) throw CLI::ValidationError("--view", fmt::format("'{}' is none of entities, events, dyads", name));
    return *view;
  }

  static Period checked_period(const std::string& name) {
    const std::optional<Period> period = period_of(name);
    if (!period) throw CLI::ValidationError("--by", fmt::format("'{}' is none of day, month, year", name));
    return *period;
  }

  static Placing checked_placing(const std::string& name) {
    const std::optional<Placing> placing = placing_of(name);
    if (!placing) throw CLI::ValidationError("--layout", fmt::format("'{}' is none of force, none", name));
    return *placing;
  }

  [[nodiscard]] const Format& format_of_output() const {
    const Format* format = format_ != nullptr ? format_ : format_of(target_);
    if (format != nullptr) return *format;
    const std::string names = fmt::format("{}", fmt::join(format_names(), ", "));
    if (target_.empty()) throw CLI::ValidationError("--as", "give a format (" + names + ") or a file with --to");
    throw CLI::ValidationError(
        "--to", fmt::format("the ending of '{}' tells no format; say which with --as ({})", target_, names));
  }

  [[nodiscard]] int describe() const {
    const Schema schema = schema_of(options_.view, filter_.filter().background);
    print_table(
        {{columns_section("nodes", "Nodes", schema.nodes), columns_section("edges", "Edges", schema.edges)}, {}},
        {text_width(), use_colour()}, std::cout);
    return kDone;
  }

  void write_file(const Format& format) const {
    OutputFile out(target_, overwrite_);
    const ExportCounts counts = write(format, out.stream());
    out.close();
    report(target_, format, counts);
  }

  /// world.csv becomes world.nodes.csv and world.edges.csv.
  void write_pair(const Format& format) const {
    std::filesystem::path stem = target_;
    if (stem.extension() == ".csv") stem.replace_extension();
    OutputFile nodes(stem.string() + ".nodes.csv", overwrite_);
    OutputFile edges(stem.string() + ".edges.csv", overwrite_);
    const ExportCounts counts = write(format, PairOutput{nodes.stream(), edges.stream()});
    nodes.finish();
    edges.finish();
    nodes.close();
    edges.close();
    report(fmt::format("{0}.nodes.csv, {0}.edges.csv", stem.string()), format, counts);
  }

  template <typename Output>
  ExportCounts write(const Format& format, Output&& out) const {
    tbb::enumerable_thread_specific<StoredGraph> every([&] { return StoredGraph(file_); });
    KnowledgeGraph graph;
    std::optional<TieReports> reports;
    tbb::parallel_invoke([&] { graph = every.local().store.load(); },
                         [&] {
                           if (asks_for_most()) reports = every.local().store.tie_reports();
                         });
    BackgroundTies background;
    if (options_.filter.background) {
      background = every.local().store.background(graph);
      add_background(graph, background, options_.filter);
    }
    const EvidenceSource evidence = [&](std::string_view id, std::size_t limit) {
      const Store& store = every.local().store;
      if (contains(background, id)) return store.evidence(background, id, limit);
      const bool tie = id.starts_with("r-") || id.starts_with("e-");
      return reports && tie ? store.evidence(*reports, id, limit) : store.evidence(id, limit);
    };
    ExportOptions options = options_;
    options.threads = std::max(1U, std::thread::hardware_concurrency());
    if (!centre_.empty()) options.centre = graph.entities[centre_of(every.local().store, graph)].id;
    return export_graph(graph, evidence, format, options, out);
  }

  /// Whether so many ties may be written that their evidence is better read at once.
  [[nodiscard]] bool asks_for_most() const {
    const Filter& filter = options_.filter;
    const bool narrowed = !centre_.empty() || !filter.relation_types.empty() || !filter.event_types.empty() ||
                          !filter.from.empty() || !filter.to.empty() || filter.min_weight > 1;
    return options_.sentences > 0 && !narrowed;
  }

  [[nodiscard]] std::uint32_t centre_of(const Store& store, const KnowledgeGraph& graph) const {
    const FoundEntity found = find_entity(store, graph, centre_);
    if (!found.note.empty()) fmt::print(stderr, "{}\n", found.note);
    return found.entity;
  }

  static void report(const std::string& target, const Format& format, const ExportCounts& counts) {
    std::string summary = target + ": ";
    if (format.contents == Contents::table) {
      summary += fmt::format("{} rows", counts.rows);
    } else if (format.contents == Contents::whole) {
      summary += fmt::format("{} entities, {} relations and events", counts.nodes, counts.edges);
    } else {
      summary += fmt::format("{} nodes, {} edges", counts.nodes, counts.edges);
    }
    if (counts.unplaced) summary += fmt::format("; more than {} nodes get no place (--layout force)", kFewNodes);
    if (counts.isolated > 0) {
      summary += fmt::format("; {} without an edge left out (--isolated writes them)", counts.isolated);
    }
    fmt::print(stderr, "{}\n", summary);
  }

  std::string file_;
  std::string target_;
  std::string centre_;
  const Format* format_ = nullptr;
  ExportOptions options_;
  FilterOptions filter_;
  bool overwrite_ = false;
  bool describe_ = false;
};

}  // namespace

std::unique_ptr<Command> make_export_command() {
  return std::make_unique<ExportCommand>();
}

}  // namespace entente
