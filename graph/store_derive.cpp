// Store::derive: extractions in the file -> entities, relations, events and their evidence in the file.
#include <algorithm>
#include <utility>

#include "graph/drops.h"
#include "graph/merge_entities.h"
#include "graph/merge_events.h"
#include "graph/merge_ties.h"
#include "graph/store_impl.h"
#include "graph/stories.h"
#include "graph/tie_id.h"

namespace entente {
namespace {

constexpr std::string_view kDerivedTables[] = {"effects", "entities", "aliases", "members", "relations",
                                               "events",  "contexts", "actors",  "sayers",  "evidence"};

std::int64_t node_of(const std::string& id) {
  return static_cast<std::int64_t>(tie_id_of(id).value().node);
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
  SQLite::Statement& add = sql("INSERT INTO relations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (const GraphRelation& r : relations) {
    Query(add, node_of(r.id), r.type, r.subject, r.object, r.role, r.start, r.end, r.negated, r.past, r.weight,
          r.articles, r.first_date, r.last_date, r.confidence)
        .run();
  }
}

void write_events(Statements& sql, const std::vector<GraphEvent>& events) {
  SQLite::Statement& add = sql("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  SQLite::Statement& add_context = sql("INSERT INTO contexts VALUES (?, ?)");
  SQLite::Statement& add_actor = sql("INSERT INTO actors VALUES (?, ?, ?)");
  SQLite::Statement& add_sayer = sql("INSERT INTO sayers VALUES (?, ?, ?)");
  for (const GraphEvent& e : events) {
    const std::int64_t node = node_of(e.id);
    Query(add, node, e.type, e.mode, e.cameo, e.quad, e.intensity, e.date, word(e.precision), word(e.modality),
          entity_or_none(e.place), entity_or_none(e.attribution), e.weight, e.articles, e.first_date, e.last_date,
          e.confidence)
        .run();
    for (const std::string& context : e.contexts) Query(add_context, node, context).run();
    for (const std::uint32_t source : e.sources) Query(add_actor, node, "source", source).run();
    for (const std::uint32_t target : e.targets) Query(add_actor, node, "target", target).run();
    for (const std::uint32_t who : e.asserted_by) Query(add_sayer, node, "asserts", who).run();
    for (const std::uint32_t who : e.denied_by) Query(add_sayer, node, "denies", who).run();
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

std::string text_of(Statements& sql, std::int64_t article) {
  Query row(sql("SELECT text FROM articles WHERE number = ?"), article);
  return row.next() ? row.text(0) : "";
}

constexpr std::string_view kAddEvidence = "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

/// Writes which entities of an article are which, and what ties it states.
void write_article(Statements& sql, std::int64_t article, const Extraction& extraction,
                   const std::vector<std::int32_t>& members, const std::vector<std::string>& rules,
                   const std::vector<Statement>& statements) {
  SQLite::Statement& add_member = sql("INSERT INTO members VALUES (?, ?, ?, ?)");
  SQLite::Statement& add_evidence = sql(kAddEvidence);
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (members[i] >= 0) Query(add_member, members[i], article, i, rules[i]).run();
  }
  for (const Statement& s : statements) {
    const Relation& r = extraction.relations[s.index];
    Query(add_evidence, "relation", s.node, article, s.index, r.evidence.begin, r.evidence.end, r.confidence, r.rule,
          false)
        .run();
  }
}

/// `articles` are the numbers in the file, in the order in which the articles were merged.
void write_event_evidence(Statements& sql, const std::vector<std::int64_t>& articles,
                          const std::vector<EventEvidence>& evidence) {
  SQLite::Statement& add_evidence = sql(kAddEvidence);
  for (const EventEvidence& e : evidence) {
    Query(add_evidence, "event", e.event, articles[e.article], e.statement, e.span.begin, e.span.end, e.confidence,
          e.rule, e.denies)
        .run();
  }
}

/// What becomes of corrections that drop ties of the background, which is in no table: looked up only for them.
void drop_background(StoreState& store, const KnowledgeGraph& graph, const std::vector<Correction>& corrections,
                     std::vector<CorrectionEffect>& effects) {
  const auto drops = [](const Correction& c) {
    const auto tie = tie_id_of(c.target);
    return c.action == CorrectionAction::drop && tie && tie->of == TieId::Of::background;
  };
  if (std::ranges::none_of(corrections, drops)) return;
  const BackgroundTies background = store.whole_background(graph);
  for (std::size_t i = 0; i < corrections.size(); ++i) {
    if (drops(corrections[i]) && contains(background, corrections[i].target)) effects[i] = {true, "dropped"};
  }
}

}  // namespace

void StoreState::derive() {
  for (const std::string_view table : kDerivedTables) database.exec("DELETE FROM " + std::string(table));
  const std::vector<Correction> said = corrections();
  EntityMerge merge(said);
  Stories copies;
  std::vector<std::int64_t> numbers;
  each([&](const StoredArticle& article, const Extraction& extraction) {
    merge.add(extraction);
    copies.add(article.article);
    numbers.push_back(article.number);
  });
  const std::vector<std::uint32_t> stories =
      copies.finish([&](std::size_t article) { return text_of(sql, numbers[article]); });
  KnowledgeGraph graph;
  graph.entities = merge.finish();
  const std::vector<std::int32_t> places = places_without(merge.drops(), graph.entities.size());
  TieMerge ties(graph.entities);
  EventMerge events(graph.entities);
  std::size_t at = 0;
  each([&](const StoredArticle& article, const Extraction& extraction) {
    std::vector<std::int32_t> members = merge.members(extraction);
    count_mentions(graph.entities, extraction, members);
    const std::vector<Statement> statements = ties.add(extraction, members, stories[at]);
    events.add(extraction, members, stories[at++]);
    for (std::int32_t& member : members) member = member < 0 ? member : places[static_cast<std::size_t>(member)];
    write_article(sql, article.number, extraction, members, merge.rules(extraction), statements);
  });
  graph.relations = ties.relations();
  EventMerge::Result merged = events.finish();
  graph.events = std::move(merged.events);
  write_event_evidence(sql, numbers, merged.evidence);
  std::vector<CorrectionEffect> effects = merge.effects();
  remove_evidence(sql, take_out(graph, said, merge.drops(), effects));
  write_entities(sql, graph.entities);
  write_relations(sql, graph.relations);
  write_events(sql, graph.events);
  drop_background(*this, graph, said, effects);
  write_effects(sql, effects);
}

}  // namespace entente
