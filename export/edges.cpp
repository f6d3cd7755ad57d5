// See edges.h.
#include "export/edges.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "export/nodes.h"
#include "export/spells.h"
#include "extract/ontology.h"
#include "extract/text/dates.h"

namespace entente {

namespace {

using enum FieldType;

/// What the members of an edge have together.
struct Sum {
  Strand strand;
  std::int64_t count = 0;
  std::int64_t planned = 0;
  std::int64_t joint = 0;
  std::int64_t stories = 0;
  std::int64_t articles = 0;
  bool past = true;
  bool background = true;
  std::set<std::string> roles;
  std::string held_from;
  std::string held_to;
  double intensity = 0;
  std::map<std::int32_t, std::int64_t> quads;
  double confidence = 0;
  std::string first_date;
  std::string last_date;
  std::vector<Spell> spells;
  std::vector<std::string> members;
};

struct EdgeColumn {
  Column column;
  Field (*value)(const Sum&);
};

std::string relation_of(const Strand& strand) {
  return (strand.negated ? "not " : "") + std::string(strand.relation);
}

Field only_relations(const Sum& sum, Field field) {
  return sum.strand.family == Family::relation ? std::move(field) : Field{};
}
Field only_events(const Sum& sum, Field field) {
  return sum.strand.family == Family::event ? std::move(field) : Field{};
}

/// The quad class that most of the events have.
Field common_quad(const Sum& sum) {
  if (sum.quads.empty()) return {};
  const auto most = std::ranges::max_element(sum.quads, {}, [](const auto& quad) { return quad.second; });
  return static_cast<std::int64_t>(most->first);
}

std::string_view word(Family family) {
  switch (family) {
    case Family::relation:
      return "relation";
    case Family::event:
      return "event";
    case Family::role:
      return "role";
  }
  return "";
}

constexpr std::array kEdgeColumns{
    EdgeColumn{
        {"relation", text, "type of the relation, PLOVER type of the events, or role; \"not ...\" where negated"},
        [](const Sum& s) -> Field { return relation_of(s.strand); }},
    EdgeColumn{{"family", text, "relation, event (events summed), role (of an entity in an event)"},
               [](const Sum& s) -> Field { return std::string(word(s.strand.family)); }},
    EdgeColumn{{"symmetric", boolean, "whether it means the same read from target to source"},
               [](const Sum& s) -> Field {
                 if (s.strand.family == Family::event) return s.joint == s.count;
                 return s.strand.family == Family::relation && is_symmetric(s.strand.relation);
               }},
    EdgeColumn{{"negated", boolean, "whether the text says that it is not so"},
               [](const Sum& s) { return only_relations(s, s.strand.negated); }},
    EdgeColumn{{"past", boolean, "whether every statement is of the past (\"former\")"},
               [](const Sum& s) { return only_relations(s, s.past); }},
    EdgeColumn{{"roles", list, "offices and ranks: \"president\""},
               [](const Sum& s) {
                 return list_field({s.roles.begin(), s.roles.end()});
               }},
    EdgeColumn{{"held_from", date, "first date on which a relation held, as the text says"},
               [](const Sum& s) { return text_field(s.held_from); }},
    EdgeColumn{{"held_to", date, "last date on which a relation held, as the text says"},
               [](const Sum& s) { return text_field(s.held_to); }},
    EdgeColumn{{"count", integer, "relations or events summed in this edge"},
               [](const Sum& s) -> Field { return s.count; }},
    EdgeColumn{{"articles", integer, "reports of these, copies included; the weight counts independent stories"},
               [](const Sum& s) -> Field { return s.articles; }},
    EdgeColumn{{"planned", integer, "how many of the events are planned"},
               [](const Sum& s) { return only_events(s, s.planned); }},
    EdgeColumn{{"joint", integer, "how many of the events the two did together, neither to the other"},
               [](const Sum& s) { return only_events(s, s.joint); }},
    EdgeColumn{
        {"quad", integer, "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"},
        [](const Sum& s) { return common_quad(s); }},
    EdgeColumn{{"intensity", number, "mean of the events on the Goldstein scale, -10 to 10"},
               [](const Sum& s) { return only_events(s, s.intensity / static_cast<double>(s.count)); }},
    EdgeColumn{{"confidence", number, "of the surest member, 0 to 1"},
               [](const Sum& s) -> Field { return s.confidence; }},
    EdgeColumn{{"first_date", day, "first day: of events when they happened, of relations when first published"},
               [](const Sum& s) { return text_field(s.first_date); }},
    EdgeColumn{{"last_date", day, "last day, likewise"}, [](const Sum& s) { return text_field(s.last_date); }},
    EdgeColumn{{"graph_ids", list, "ids of the relations and events in the graph file, for `entente evidence`"},
               [](const Sum& s) { return list_field(s.members); }},
    EdgeColumn{{"background", boolean,
                "with --background: whether no article says so, but the lexicon or a reading across sentences"},
               [](const Sum& s) -> Field { return s.strand.family == Family::relation && s.background; }},
};

constexpr auto kColumns = [] {
  std::array<Column, kEdgeColumns.size()> columns;
  for (std::size_t i = 0; i < columns.size(); ++i) columns[i] = kEdgeColumns[i].column;
  return columns;
}();

/// How many columns there are; the last is of the background alone.
std::size_t column_count(bool background) {
  return background ? kColumns.size() : kColumns.size() - 1;
}

void widen(std::string& first, std::string& last, std::string_view from, std::string_view to) {
  const std::string begin = first_day(from);
  const std::string end = last_day(to);
  if (!begin.empty() && (first.empty() || begin < first)) first = begin;
  if (!end.empty() && end > last) last = end;
}

void add(Sum& sum, const std::optional<Spell>& spell) {
  if (spell) sum.spells.push_back(*spell);
}

void add(Sum& sum, const GraphRelation& relation) {
  sum.stories += relation.weight;
  sum.articles += relation.articles;
  sum.past = sum.past && relation.past;
  sum.background = sum.background && relation.background;
  if (!relation.role.empty()) sum.roles.insert(relation.role);
  if (!relation.start.empty() && (sum.held_from.empty() || relation.start < sum.held_from)) {
    sum.held_from = relation.start;
  }
  if (relation.end > sum.held_to) sum.held_to = relation.end;
  sum.confidence = std::max(sum.confidence, relation.confidence);
  widen(sum.first_date, sum.last_date, relation.first_date, relation.last_date);
  add(sum, spell_of(relation));
  sum.members.push_back(relation.id);
}

void add(Sum& sum, const GraphEvent& event) {
  sum.stories += event.weight;
  sum.articles += event.articles;
  if (event.modality == Modality::planned) ++sum.planned;
  if (event.quad != 0) ++sum.quads[event.quad];
  sum.intensity += event.intensity;
  sum.confidence = std::max(sum.confidence, event.confidence);
  if (event.date.empty()) {
    widen(sum.first_date, sum.last_date, event.first_date, event.last_date);
  } else {
    widen(sum.first_date, sum.last_date, event.date, event.date);
  }
  add(sum, spell_of(event));
  sum.members.push_back(event.id);
}

Sum sum_of(const KnowledgeGraph& graph, std::span<const Strand> strands) {
  Sum sum;
  sum.strand = strands.front();
  for (const Strand& strand : strands) {
    ++sum.count;
    if (strand.joint) ++sum.joint;
    if (strand.family == Family::relation) {
      add(sum, graph.relations[strand.member]);
    } else {
      add(sum, graph.events[strand.member]);
    }
  }
  return sum;
}

struct Member {
  std::uint32_t weight;
  std::string_view id;
};

Member member_of(const KnowledgeGraph& graph, const Strand& strand) {
  if (strand.family == Family::relation) {
    return {graph.relations[strand.member].weight, graph.relations[strand.member].id};
  }
  return {graph.events[strand.member].weight, graph.events[strand.member].id};
}

std::vector<Evidence> first_evidence(const KnowledgeGraph& graph, std::span<const Strand> strands,
                                     const EvidenceSource& source, std::size_t sentences) {
  std::vector<Evidence> chosen;
  if (sentences == 0 || !source) return chosen;
  std::vector<Member> members;
  for (const Strand& strand : strands) members.push_back(member_of(graph, strand));
  std::ranges::stable_sort(members, std::ranges::greater{}, &Member::weight);
  members.resize(std::min(members.size(), sentences));
  const std::size_t share = (sentences + members.size() - 1) / members.size();
  for (const Member& member : members) {
    const std::size_t room = std::min(share, sentences - chosen.size());
    if (room == 0) break;
    std::ranges::move(source(member.id, room), std::back_inserter(chosen));
  }
  return chosen;
}

}  // namespace

bool is_symmetric(std::string_view relation_type) {
  const RelationType* type = ontology().relation(relation_type);
  return type != nullptr && type->symmetric;
}

std::span<const Column> edge_columns(bool background) {
  return std::span(kColumns).first(column_count(background));
}

Edge edge_of(const KnowledgeGraph& graph, std::span<const Strand> strands, const EvidenceSource& evidence,
             std::size_t sentences, bool background) {
  Sum sum = sum_of(graph, strands);
  Edge edge;
  edge.relation = relation_of(sum.strand);
  edge.weight = static_cast<double>(std::max<std::int64_t>(sum.stories, 1));
  edge.background = sum.strand.family == Family::relation && sum.background;
  edge.fields.reserve(kEdgeColumns.size());
  for (const EdgeColumn& column : std::span(kEdgeColumns).first(column_count(background))) {
    edge.fields.push_back(column.value(sum));
  }
  edge.spells = merged(std::move(sum.spells));
  edge.evidence = first_evidence(graph, strands, evidence, sentences);
  return edge;
}

}  // namespace entente
