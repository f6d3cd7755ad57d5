// Store::load and Store::dump: the whole graph out of the file, as values and as text.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <stdexcept>
#include <unordered_map>

#include "extract/extraction_json.h"
#include "graph/store_impl.h"
#include "graph/tie_id.h"

namespace entente {
namespace {

/// A value for a word in the file.
template <typename Value>
Value known(std::optional<Value> value, const std::string& text) {
  if (!value) throw std::runtime_error(fmt::format("the graph file has the unknown value '{}'; build it anew", text));
  return *value;
}

/// Room for all rows of a table.
template <typename Row>
std::vector<Row> room_for(Statements& sql, std::string_view table) {
  Query count(sql(fmt::format("SELECT count(*) FROM {}", table)));
  std::vector<Row> rows;
  if (count.next()) rows.reserve(static_cast<std::size_t>(count.integer(0)));
  return rows;
}

std::vector<GraphEntity> load_entities(Statements& sql) {
  auto result = room_for<GraphEntity>(sql, "entities");
  Query rows(
      sql("SELECT id, kind, type, name, country, sector, iso3, wikidata, cow, articles, mentions, first_date, "
          "last_date FROM entities ORDER BY number"));
  while (rows.next()) {
    GraphEntity& e = result.emplace_back();
    e.id = rows.text(0);
    e.kind = known(kind_of(rows.text(1)), rows.text(1));
    e.type = rows.text(2);
    e.name = rows.text(3);
    e.country = rows.text(4);
    e.sector = rows.text(5);
    e.links = {rows.text(6), rows.text(7), rows.text(8)};
    e.articles = rows.count(9);
    e.mentions = rows.count(10);
    e.first_date = rows.text(11);
    e.last_date = rows.text(12);
  }
  Query aliases(sql("SELECT entity, name FROM aliases ORDER BY entity, name"));
  while (aliases.next()) result.at(aliases.count(0)).aliases.push_back(aliases.text(1));
  return result;
}

std::vector<GraphRelation> load_relations(Statements& sql) {
  auto result = room_for<GraphRelation>(sql, "relations");
  Query rows(
      sql("SELECT number, type, subject, object, role, start, \"end\", negated, past, weight, articles, "
          "first_date, last_date, confidence FROM relations ORDER BY number"));
  while (rows.next()) {
    GraphRelation& r = result.emplace_back();
    r.id = relation_id(static_cast<std::uint64_t>(rows.integer(0)));
    r.type = rows.text(1);
    r.subject = rows.count(2);
    r.object = rows.count(3);
    r.role = rows.text(4);
    r.start = rows.text(5);
    r.end = rows.text(6);
    r.negated = rows.integer(7) != 0;
    r.past = rows.integer(8) != 0;
    r.weight = rows.count(9);
    r.articles = rows.count(10);
    r.first_date = rows.text(11);
    r.last_date = rows.text(12);
    r.confidence = rows.real(13);
  }
  return result;
}

std::vector<GraphEvent> load_events(Statements& sql) {
  auto result = room_for<GraphEvent>(sql, "events");
  std::unordered_map<std::int64_t, std::size_t> place_of;  // number -> index
  Query rows(
      sql("SELECT number, type, mode, cameo, quad, intensity, date, date_precision, modality, place, "
          "attribution, weight, articles, first_date, last_date, confidence FROM events ORDER BY number"));
  while (rows.next()) {
    place_of.emplace(rows.integer(0), result.size());
    GraphEvent& e = result.emplace_back();
    e.id = event_id(static_cast<std::uint64_t>(rows.integer(0)));
    e.type = rows.text(1);
    e.mode = rows.text(2);
    e.cameo = rows.text(3);
    e.quad = static_cast<std::int32_t>(rows.integer(4));
    e.intensity = rows.real(5);
    e.date = rows.text(6);
    e.precision = known(date_precision_of(rows.text(7)), rows.text(7));
    e.modality = known(modality_of(rows.text(8)), rows.text(8));
    e.place = static_cast<std::int32_t>(rows.integer_or_none(9).value_or(-1));
    e.attribution = static_cast<std::int32_t>(rows.integer_or_none(10).value_or(-1));
    e.weight = rows.count(11);
    e.articles = rows.count(12);
    e.first_date = rows.text(13);
    e.last_date = rows.text(14);
    e.confidence = rows.real(15);
  }
  Query actors(sql("SELECT event, role, entity FROM actors ORDER BY event, role, entity"));
  while (actors.next()) {
    GraphEvent& e = result.at(place_of.at(actors.integer(0)));
    (actors.text(1) == "source" ? e.sources : e.targets).push_back(actors.count(2));
  }
  Query sayers(sql("SELECT event, stance, entity FROM sayers ORDER BY event, stance, entity"));
  while (sayers.next()) {
    GraphEvent& e = result.at(place_of.at(sayers.integer(0)));
    (sayers.text(1) == "denies" ? e.denied_by : e.asserted_by).push_back(sayers.count(2));
  }
  Query contexts(sql("SELECT event, context FROM contexts ORDER BY event, context"));
  while (contexts.next()) result.at(place_of.at(contexts.integer(0))).contexts.push_back(contexts.text(1));
  return result;
}

/// Every index in range, whatever the file holds.
void check(const KnowledgeGraph& graph) {
  const std::size_t size = graph.entities.size();
  const auto inside = [size](std::uint32_t entity) { return entity < size; };
  const auto inside_or_none = [size](std::int32_t entity) { return entity < static_cast<std::int64_t>(size); };
  const bool whole =
      std::ranges::all_of(graph.relations, [&](const auto& r) { return inside(r.subject) && inside(r.object); }) &&
      std::ranges::all_of(graph.events, [&](const auto& e) {
        return std::ranges::all_of(e.sources, inside) && std::ranges::all_of(e.targets, inside) &&
               std::ranges::all_of(e.asserted_by, inside) && std::ranges::all_of(e.denied_by, inside) &&
               inside_or_none(e.place) && inside_or_none(e.attribution);
      });
  if (!whole)
    throw std::runtime_error("the graph file is damaged: a tie to an entity that is not there; build it anew");
}

/// A column on one line.
std::string escaped(const std::string& text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '\t':
        result += "\\t";
        break;
      case '\n':
        result += "\\n";
        break;
      case '\\':
        result += "\\\\";
        break;
      default:
        result += c;
    }
  }
  return result;
}

/// A table or query as lines of tab-separated columns under a heading.
void dump_rows(Statements& sql, std::ostream& out, std::string_view heading, std::string_view query) {
  out << heading << '\n';
  SQLite::Statement& statement = sql(query);
  Query rows(statement);
  while (rows.next()) {
    for (int i = 0; i < statement.getColumnCount(); ++i) out << '\t' << escaped(rows.text(i));
    out << '\n';
  }
}

struct DumpedTable {
  std::string_view heading;
  std::string_view query;
};

/// What is derived, with ids in the place of numbers.
constexpr DumpedTable kDumped[] = {
    {"meta", "SELECT key, value FROM meta ORDER BY key"},
    {"corrections", "SELECT number, date, by, action, target, value, why FROM corrections ORDER BY number"},
    {"effects", "SELECT correction, applied, what FROM effects ORDER BY correction"},
    {"passages",
     "SELECT a.id, s.\"begin\", s.\"end\", t.text FROM sentences s JOIN articles a ON a.number = s.number / "
     "16777216 JOIN sentence_text t ON t.number = s.number ORDER BY a.id, s.number"},
    {"mentions",
     "SELECT a.id, m.local, m.\"begin\", m.\"end\", m.form FROM mentions m JOIN articles a ON a.number = "
     "m.article ORDER BY a.id, m.local, m.\"begin\", m.\"end\", m.form"},
    {"entities",
     "SELECT id, kind, type, name, country, sector, iso3, wikidata, cow, articles, mentions, first_date, "
     "last_date FROM entities ORDER BY id"},
    {"aliases", "SELECT e.id, l.name FROM aliases l JOIN entities e ON e.number = l.entity ORDER BY e.id, l.name"},
    {"members",
     "SELECT e.id, a.id, m.local, m.rule FROM members m JOIN entities e ON e.number = m.entity JOIN articles a ON "
     "a.number = m.article ORDER BY e.id, a.id, m.local"},
    {"relations",
     "SELECT r.id, r.type, s.id, o.id, r.role, r.start, r.\"end\", r.negated, r.past, r.weight, r.articles, "
     "r.first_date, "
     "r.last_date, r.confidence FROM relations r JOIN entities s ON s.number = r.subject JOIN entities o ON "
     "o.number = r.object ORDER BY r.id"},
    {"events",
     "SELECT v.id, v.type, v.mode, v.cameo, v.quad, v.intensity, v.date, v.date_precision, v.modality, p.id, "
     "w.id, v.weight, v.articles, v.first_date, v.last_date, v.confidence FROM events v LEFT JOIN entities p ON "
     "p.number = "
     "v.place LEFT JOIN entities w ON w.number = v.attribution ORDER BY v.id"},
    {"contexts", "SELECT v.id, c.context FROM contexts c JOIN events v ON v.number = c.event ORDER BY v.id, c.context"},
    {"actors",
     "SELECT v.id, t.role, e.id FROM actors t JOIN events v ON v.number = t.event JOIN entities e ON e.number = "
     "t.entity ORDER BY v.id, t.role, e.id"},
    {"sayers",
     "SELECT v.id, s.stance, e.id FROM sayers s JOIN events v ON v.number = s.event JOIN entities e ON e.number = "
     "s.entity ORDER BY v.id, s.stance, e.id"},
    {"evidence",
     "SELECT v.of, printf('%012x', v.node), a.id, v.statement, v.\"begin\", v.\"end\", v.confidence, v.rule, "
     "v.denies FROM evidence v JOIN articles a ON a.number = v.article ORDER BY v.of, v.node, a.id, v.statement"},
};

}  // namespace

KnowledgeGraph StoreState::load() {
  KnowledgeGraph graph{load_entities(sql), load_relations(sql), load_events(sql)};
  check(graph);
  return graph;
}

void StoreState::dump(std::ostream& out) {
  out << "articles\n";
  each([&out](const StoredArticle& article, const Extraction& extraction) {
    out << '\t' << article.hash << '\t' << to_json(extraction, true) << '\n';
  });
  for (const DumpedTable& table : kDumped) dump_rows(sql, out, table.heading, table.query);
}

}  // namespace entente
