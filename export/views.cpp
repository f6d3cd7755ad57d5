// See views.h.
#include "export/views.h"

#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "export/edges.h"
#include "export/nodes.h"
#include "export/placing.h"
#include "export/spells.h"
#include "graph/sayers.h"

namespace entente {

namespace {

struct ViewWord {
  View view;
  std::string_view word;
};
constexpr std::array kViews{ViewWord{View::entities, "entities"}, ViewWord{View::events, "events"},
                            ViewWord{View::dyads, "dyads"}};
constexpr std::uint32_t kNobody = std::numeric_limits<std::uint32_t>::max();

/// For each entity the country whose acts are its own: of a country itself, else that of the code it has; kNobody where
/// the graph has none.
std::vector<std::uint32_t> countries_of(const KnowledgeGraph& graph) {
  const auto code_of = [](const GraphEntity& entity) -> const std::string& {
    return entity.country.empty() ? entity.links.iso3 : entity.country;
  };
  std::map<std::string_view, std::uint32_t> by_code;
  for (std::uint32_t i = 0; i < graph.entities.size(); ++i) {
    const GraphEntity& entity = graph.entities[i];
    if (entity.kind == Kind::country && !code_of(entity).empty()) by_code.emplace(code_of(entity), i);
  }
  std::vector<std::uint32_t> countries;
  for (std::uint32_t i = 0; i < graph.entities.size(); ++i) {
    const auto found = by_code.find(code_of(graph.entities[i]));
    const bool is_country = graph.entities[i].kind == Kind::country;
    countries.push_back(is_country ? i : found != by_code.end() ? found->second : kNobody);
  }
  return countries;
}

/// Keeps the strands between nodes that are within so many steps of one.
void keep_near(std::vector<Strand>& strands, std::uint32_t centre, std::size_t hops, std::size_t nodes) {
  std::vector<bool> near(nodes);
  near[centre] = true;
  for (std::size_t hop = 0; hop < hops; ++hop) {
    std::vector<bool> wider = near;
    for (const Strand& strand : strands) {
      if (near[strand.source] || near[strand.target]) wider[strand.source] = wider[strand.target] = true;
    }
    if (wider == near) break;
    near.swap(wider);
  }
  std::erase_if(strands, [&near](const Strand& strand) { return !near[strand.source] || !near[strand.target]; });
}

/// Gathers the strands of a view.
class Gathering {
 public:
  Gathering(const KnowledgeGraph& graph, const ExportOptions& options) : graph_(graph), filter_(options.filter) {
    const bool only_countries = options.view == View::dyads;
    for (const GraphEntity& entity : graph.entities) {
      selected_.push_back(selects(filter_, entity) && (!only_countries || entity.kind == Kind::country));
    }
    if (only_countries) countries_ = countries_of(graph);
    add_relations();
    if (options.view == View::events) {
      add_roles();
    } else {
      add_dyads();
    }
    std::ranges::sort(strands_);
    if (!options.centre.empty()) keep_near_centre(options);
  }

  [[nodiscard]] const std::vector<Strand>& strands() const { return strands_; }
  [[nodiscard]] bool selected(std::size_t entity) const { return selected_[entity]; }

 private:
  void keep_near_centre(const ExportOptions& options) {
    const auto found = std::ranges::find(graph_.entities, options.centre, &GraphEntity::id);
    if (found == graph_.entities.end()) {
      strands_.clear();
      return;
    }
    const auto centre = static_cast<std::uint32_t>(found - graph_.entities.begin());
    keep_near(strands_, centre, options.hops, graph_.entities.size() + graph_.events.size());
  }

  /// The nodes that act, for each actor one, sorted.
  [[nodiscard]] std::vector<std::uint32_t> nodes_of(const std::vector<std::uint32_t>& actors) const {
    std::vector<std::uint32_t> nodes;
    for (const std::uint32_t actor : actors) {
      const std::uint32_t node = countries_.empty() ? actor : countries_[actor];
      if (node != kNobody && selected_[node]) nodes.push_back(node);
    }
    std::ranges::sort(nodes);
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return nodes;
  }

  void add(const Strand& strand) {
    if (strand.source != strand.target) strands_.push_back(strand);
  }

  void add_relations() {
    for (std::uint32_t i = 0; i < graph_.relations.size(); ++i) {
      const GraphRelation& relation = graph_.relations[i];
      if (!selects(filter_, relation) || !selected_[relation.subject] || !selected_[relation.object]) continue;
      const bool swap = is_symmetric(relation.type) && relation.subject > relation.object;
      add({swap ? relation.object : relation.subject, swap ? relation.subject : relation.object, Family::relation,
           relation.type, relation.negated, false, i});
    }
  }

  void add_dyads() {
    for (std::uint32_t i = 0; i < graph_.events.size(); ++i) {
      const GraphEvent& event = graph_.events[i];
      if (!selects(filter_, event)) continue;
      const std::vector<std::uint32_t> sources = nodes_of(event.sources);
      const std::vector<std::uint32_t> targets = nodes_of(event.targets);
      if (event.targets.empty()) add_joint(sources, event.type, i);
      for (const std::uint32_t source : sources) {
        for (const std::uint32_t target : targets) add({source, target, Family::event, event.type, false, false, i});
      }
    }
  }

  /// Of an event without targets each pair of sources, from the lower to the higher.
  void add_joint(const std::vector<std::uint32_t>& sources, std::string_view type, std::uint32_t i) {
    for (auto first = sources.begin(); first != sources.end(); ++first) {
      for (auto second = first + 1; second != sources.end(); ++second) {
        add({*first, *second, Family::event, type, false, true, i});
      }
    }
  }

  void add_roles() {
    for (std::uint32_t i = 0; i < graph_.events.size(); ++i) {
      const GraphEvent& event = graph_.events[i];
      if (!selects(filter_, event)) continue;
      const auto node = static_cast<std::uint32_t>(graph_.entities.size()) + i;
      for (const std::uint32_t source : event.sources) add_role(source, source, node, "source", i);
      for (const std::uint32_t target : event.targets) add_role(target, node, target, "target", i);
      if (event.place >= 0) {
        const auto place = static_cast<std::uint32_t>(event.place);
        add_role(place, node, place, "place", i);
      }
      for (const std::uint32_t who : sayers_of(event)) add_role(who, node, who, "reported_by", i);
      for (const std::uint32_t who : event.denied_by) add_role(who, node, who, "denied_by", i);
    }
  }

  void add_role(std::uint32_t entity, std::uint32_t from, std::uint32_t to, std::string_view role, std::uint32_t i) {
    if (selected_[entity]) add({from, to, Family::role, role, false, false, i});
  }

  const KnowledgeGraph& graph_;
  const Filter& filter_;
  std::vector<bool> selected_;
  std::vector<std::uint32_t> countries_;  ///< by entity; empty but in the view of dyads
  std::vector<Strand> strands_;
};

/// What the edges tell of each node.
struct Ends {
  std::vector<bool> joined;  ///< whether it has an edge
  std::vector<std::optional<Spell>> days;
};

Ends ends_of(const KnowledgeGraph& graph, const std::vector<Strand>& strands) {
  const std::size_t nodes = graph.entities.size() + graph.events.size();
  Ends ends{std::vector<bool>(nodes), std::vector<std::optional<Spell>>(nodes)};
  for (const Strand& strand : strands) {
    const std::optional<Spell> days = strand.family == Family::relation ? spell_of(graph.relations[strand.member])
                                                                        : spell_of(graph.events[strand.member]);
    for (const std::uint32_t node : {strand.source, strand.target}) {
      ends.joined[node] = true;
      if (days) widen(ends.days[node], *days);
    }
  }
  return ends;
}

/// A node is on the timeline as long as any of its edges: Gephi hides an edge with its ends.
std::vector<Spell> spells_of(std::optional<Spell> own, const std::optional<Spell>& edges) {
  if (edges) widen(own, *edges);
  return own ? std::vector{*std::move(own)} : std::vector<Spell>{};
}

/// Which of the nodes are written, entities first; counts those that are not for want of an edge.
std::vector<bool> written_nodes(const KnowledgeGraph& graph, const ExportOptions& options, const Gathering& gathering,
                                const Ends& ends, ExportCounts& counts) {
  std::vector<bool> written = ends.joined;
  for (std::size_t i = 0; i < graph.entities.size(); ++i) {
    if (!gathering.selected(i)) written[i] = false;
    if (!gathering.selected(i) || ends.joined[i] || !options.centre.empty()) continue;
    written[i] = options.isolated;
    if (!options.isolated) ++counts.isolated;
  }
  return written;
}

/// Where the nodes written stand, by node; empty where they get no place.
std::vector<std::optional<Place>> places_of(const KnowledgeGraph& graph, const ExportOptions& options,
                                            const std::vector<bool>& written, const std::vector<Strand>& strands,
                                            ExportCounts& counts) {
  Placement placement(written);
  if (options.placing == Placing::none) return {};
  if (options.placing == Placing::few && placement.size() > kFewNodes) {
    counts.unplaced = true;
    return {};
  }
  for (const Strand& strand : strands) {
    const bool relation = strand.family == Family::relation;
    const double weight = relation ? graph.relations[strand.member].weight * graph.relations[strand.member].confidence
                                   : graph.events[strand.member].weight * graph.events[strand.member].confidence;
    placement.join(strand.source, strand.target, weight);
  }
  return placement.places([&graph](std::uint32_t node) -> double {
    return node < graph.entities.size() ? graph.entities[node].articles
                                        : graph.events[node - graph.entities.size()].weight;
  });
}

void write_entities(const KnowledgeGraph& graph, const ExportOptions& options, const std::vector<bool>& written,
                    const Ends& ends, const std::vector<std::optional<Place>>& places, GraphWriter& writer,
                    ExportCounts& counts) {
  for (std::size_t i = 0; i < graph.entities.size(); ++i) {
    if (!written[i]) continue;
    Node node = node_of(graph.entities[i]);
    if (!places.empty()) node.place = places[i];
    node.spells = spells_of(spell_of(graph.entities[i]), ends.days[i]);
    writer.node(options.view == View::events ? padded(std::move(node)) : node);
    ++counts.nodes;
  }
}

void write_events(const KnowledgeGraph& graph, const Ends& ends, const std::vector<std::optional<Place>>& places,
                  GraphWriter& writer, ExportCounts& counts) {
  for (std::size_t i = 0; i < graph.events.size(); ++i) {
    const std::size_t at = graph.entities.size() + i;
    if (!ends.joined[at]) continue;
    Node node = node_of(graph.events[i]);
    if (!places.empty()) node.place = places[at];
    node.spells = spells_of(spell_of(graph.events[i]), ends.days[at]);
    writer.node(node);
    ++counts.nodes;
  }
}

constexpr std::size_t kBlock = 256;  // edges gathered at a time

/// Strands to be summed into edges, those that are joined side by side.
struct Block {
  std::size_t before = 0;  ///< edges before these
  std::vector<std::span<const Strand>> edges;
};

/// What was made of a block: the text of its edges where they have one, else the edges.
struct Gathered {
  std::string text;
  std::vector<Edge> edges;
};

/// Edges are gathered, and made text, on several threads and written on one at a time, in order.
void write_edges(const KnowledgeGraph& graph, const EvidenceSource& evidence, const ExportOptions& options,
                 std::span<const Strand> strands, GraphWriter& writer, ExportCounts& counts) {
  const auto id_of = [&graph](std::uint32_t node) -> const std::string& {
    return node < graph.entities.size() ? graph.entities[node].id : graph.events[node - graph.entities.size()].id;
  };
  auto* edgewise = dynamic_cast<EdgewiseWriter*>(&writer);
  auto next = strands.begin();
  const auto cut = [&](tbb::flow_control& control) {
    Block block{counts.edges, {}};
    while (next != strands.end() && block.edges.size() < kBlock) {
      const auto begin = next;
      next = std::find_if(begin, strands.end(), [&](const Strand& strand) { return !strand.joins(*begin); });
      block.edges.emplace_back(begin, next);
    }
    counts.edges += block.edges.size();
    if (block.edges.empty()) control.stop();
    return block;
  };
  const auto gather = [&](const Block& block) {
    Gathered gathered;
    std::size_t number = block.before;
    for (const std::span<const Strand> joined : block.edges) {
      Edge edge = edge_of(graph, joined, evidence, options.sentences, options.filter.background);
      edge.id = "e" + std::to_string(++number);
      edge.source = id_of(joined.front().source);
      edge.target = id_of(joined.front().target);
      if (edgewise != nullptr) {
        edgewise->append(edge, gathered.text);
      } else {
        gathered.edges.push_back(std::move(edge));
      }
    }
    return gathered;
  };
  const auto write = [&](const Gathered& gathered) {
    if (edgewise != nullptr) edgewise->edges(gathered.text);
    for (const Edge& edge : gathered.edges) writer.edge(edge);
  };
  using tbb::filter_mode;
  const std::size_t threads = std::max<std::size_t>(options.threads, 1);
  tbb::task_arena(static_cast<int>(threads)).execute([&] {
    tbb::parallel_pipeline(2 * threads, tbb::make_filter<void, Block>(filter_mode::serial_in_order, cut) &
                                            tbb::make_filter<Block, Gathered>(filter_mode::parallel, gather) &
                                            tbb::make_filter<Gathered, void>(filter_mode::serial_in_order, write));
  });
}

}  // namespace

std::string_view word(View view) {
  const auto* found = std::ranges::find(kViews, view, &ViewWord::view);
  return found->word;
}

std::optional<View> view_of(std::string_view word) {
  const auto* found = std::ranges::find(kViews, word, &ViewWord::word);
  if (found == kViews.end()) return std::nullopt;
  return found->view;
}

Schema schema_of(View view, bool background) {
  return {view == View::events ? entity_and_event_columns() : entity_columns(), edge_columns(background)};
}

ExportCounts write_view(const KnowledgeGraph& graph, const EvidenceSource& evidence, const ExportOptions& options,
                        GraphWriter& writer) {
  const Gathering gathering(graph, options);
  ExportCounts counts;
  writer.begin(schema_of(options.view, options.filter.background));
  const Ends ends = ends_of(graph, gathering.strands());
  const std::vector<bool> written = written_nodes(graph, options, gathering, ends, counts);
  const auto places = places_of(graph, options, written, gathering.strands(), counts);
  write_entities(graph, options, written, ends, places, writer, counts);
  if (options.view == View::events) write_events(graph, ends, places, writer, counts);
  write_edges(graph, evidence, options, gathering.strands(), writer, counts);
  writer.end();
  return counts;
}

}  // namespace entente
