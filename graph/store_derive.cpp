// Store::derive: extractions in the file -> entities, relations, events and their evidence in the file.
#include <utility>

#include "graph/drops.h"
#include "graph/merge_entities.h"
#include "graph/merge_ties.h"
#include "graph/store_impl.h"

namespace entente {
namespace {

constexpr std::string_view kDerivedTables[] = {"effects", "entities", "aliases", "members", "relations",
                                               "events",  "contexts", "actors",  "evidence"};

std::int64_t node_of(const std::string& id) {
  return static_cast<std::int64_t>(std::stoull(id.substr(2), nullptr, 16));
}

std::optional<std::int64_t> entity_or_none(std::int32_t entity) {
  return entity < 0 ? std::nullopt : std::optional<std::int64_t>(entity);
}

void write_entities(Statements& sql, const std::vector<GraphEntity>& entities) {
  SQLite::Statement& add = sql("INSERT INTO entities VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  SQLite::Statement& add_alias = sql("INSERT INTO aliases VALUES (?, ?)");
  for (std::size_t i = 0; i < entities.size(); ++i) {
    const GraphEntity& e = entities[i];
    Query(add, i, e.id, word(e.kind), e.type, e.name, e.country, e.sector, e.links.iso3, e.links.wikidata, e.links.cow,
          e.articles, e.mentions, e.first_date, e.last_date)
        .run();
    for (const std::string& alias : e.aliases) Query(add_alias, i, alias).run();
  }
}

void write_relations(Statements& sql, const std::vector<GraphRelation>& relations) {
  SQLite::Statement& add = sql("INSERT INTO relations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (const GraphRelation& r : relations) {
    Query(add, node_of(r.id), r.type, r.subject, r.object, r.role, r.start, r.end, r.negated, r.past, r.weight,
          r.first_date, r.last_date, r.confidence)
        .run();
  }
}

void write_events(Statements& sql, const std::vector<GraphEvent>& events) {
  SQLite::Statement& add = sql("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  SQLite::Statement& add_context = sql("INSERT INTO contexts VALUES (?, ?)");
  SQLite::Statement& add_actor = sql("INSERT INTO actors VALUES (?, ?, ?)");
  for (const GraphEvent& e : events) {
    const std::int64_t node = node_of(e.id);
    Query(add, node, e.type, e.mode, e.cameo, e.quad, e.intensity, e.date, word(e.precision), word(e.modality),
          entity_or_none(e.place), entity_or_none(e.attribution), e.weight, e.first_date, e.last_date, e.confidence)
        .run();
    for (const std::string& context : e.contexts) Query(add_context, node, context).run();
    for (const std::uint32_t source : e.sources) Query(add_actor, node, "source", source).run();
    for (const std::uint32_t target : e.targets) Query(add_actor, node, "target", target).run();
  }
}

/// Takes the evidence of relations and events that corrections drop out again.
void remove_evidence(Statements& sql, const std::vector<std::string>& ids) {
  SQLite::Statement& remove = sql("DELETE FROM evidence WHERE of = ? AND node = ?");
  for (const std::string& id : ids) Query(remove, id.starts_with('r') ? "relation" : "event", node_of(id)).run();
}

void write_effects(Statements& sql, const std::vector<CorrectionEffect>& effects) {
  SQLite::Statement& add = sql("INSERT INTO effects VALUES (?, ?, ?)");
  for (std::size_t i = 0; i < effects.size(); ++i) Query(add, i + 1, effects[i].applied, effects[i].what).run();
}

/// Writes which entities of an article are which, and what it states.
void write_article(Statements& sql, std::int64_t article, const Extraction& extraction,
                   const std::vector<std::int32_t>& members, const std::vector<std::string>& rules,
                   const std::vector<Statement>& statements) {
  SQLite::Statement& add_member = sql("INSERT INTO members VALUES (?, ?, ?, ?)");
  SQLite::Statement& add_evidence = sql("INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (members[i] >= 0) Query(add_member, members[i], article, i, rules[i]).run();
  }
  for (const Statement& s : statements) {
    if (s.is_event) {
      const Event& e = extraction.events[s.index];
      const Span span = e.evidence == Span{} ? e.trigger : e.evidence;
      Query(add_evidence, "event", s.node, article, s.index, span.begin, span.end, e.confidence, e.rule).run();
    } else {
      const Relation& r = extraction.relations[s.index];
      Query(add_evidence, "relation", s.node, article, s.index, r.evidence.begin, r.evidence.end, r.confidence, r.rule)
          .run();
    }
  }
}

}  // namespace

void StoreState::derive() {
  for (const std::string_view table : kDerivedTables) database.exec("DELETE FROM " + std::string(table));
  const std::vector<Correction> said = corrections();
  EntityMerge merge(said);
  each([&merge](const StoredArticle&, const Extraction& extraction) { merge.add(extraction); });
  KnowledgeGraph graph;
  graph.entities = merge.finish();
  const std::vector<std::int32_t> places = places_without(merge.drops(), graph.entities.size());
  TieMerge ties(graph.entities);
  each([&](const StoredArticle& article, const Extraction& extraction) {
    std::vector<std::int32_t> members = merge.members(extraction);
    const std::vector<Statement> statements = ties.add(extraction, members);
    for (std::int32_t& member : members) member = member < 0 ? member : places[static_cast<std::size_t>(member)];
    write_article(sql, article.number, extraction, members, merge.rules(extraction), statements);
  });
  graph.relations = ties.relations();
  graph.events = ties.events();
  std::vector<CorrectionEffect> effects = merge.effects();
  remove_evidence(sql, take_out(graph, said, merge.drops(), effects));
  write_entities(sql, graph.entities);
  write_relations(sql, graph.relations);
  write_events(sql, graph.events);
  write_effects(sql, effects);
}

}  // namespace entente
