// Store::evidence and Store::search: sentences of articles behind a node or edge, or with certain words.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "graph/search_query.h"
#include "graph/store_impl.h"
#include "graph/tie_id.h"

namespace entente {
namespace {

/// The article read last, for rows that come article by article.
class CurrentArticle {
 public:
  explicit CurrentArticle(StoreState& store) : store_(store) {}
  const SentenceSource& at(std::int64_t number) {
    if (!source_ || number != number_) {
      source_ = store_.sentence_source(number);
      number_ = number;
    }
    return *source_;
  }

 private:
  StoreState& store_;
  std::int64_t number_ = 0;
  std::shared_ptr<const SentenceSource> source_;
};

std::vector<Evidence> entity_evidence(StoreState& store, std::int64_t entity, std::size_t limit) {
  std::vector<Evidence> result;
  Query rows(
      store.sql("SELECT a.number, m.\"begin\", m.\"end\" FROM members b JOIN mentions m ON m.article = b.article AND "
                "m.local = b.local JOIN articles a ON a.number = b.article WHERE b.entity = ? "
                "ORDER BY a.published, a.id, m.\"begin\", m.\"end\""),
      entity);
  CurrentArticle current(store);
  while (result.size() < limit && rows.next()) {
    Evidence next = current.at(rows.integer(0)).evidence({rows.count(1), rows.count(2)});
    const bool known =
        !result.empty() && result.back().article == next.article && result.back().sentence == next.sentence;
    next.confidence = 1;
    if (!known) result.push_back(std::move(next));
  }
  return result;
}

constexpr std::string_view kReports =
    "SELECT v.article, v.\"begin\", v.\"end\", v.confidence, v.rule, v.statement, v.denies "
    "FROM evidence v WHERE v.of = ? AND v.node = ?";
constexpr std::string_view kSortedReports =
    "SELECT v.article, v.\"begin\", v.\"end\", v.confidence, v.rule, v.statement, v.denies "
    "FROM evidence v JOIN articles a ON a.number = v.article WHERE v.of = ? AND v.node = ? "
    "ORDER BY a.published, a.id, v.\"begin\", v.\"end\", v.statement";

std::vector<Evidence> read_reports(StoreState& store, Query& rows, std::size_t limit) {
  std::vector<Evidence> result;
  CurrentArticle current(store);
  while (result.size() < limit && rows.next()) {
    Evidence& next = result.emplace_back(current.at(rows.integer(0)).evidence({rows.count(1), rows.count(2)}));
    next.confidence = rows.real(3);
    next.rule = rows.text(4);
    next.statement = static_cast<std::int32_t>(rows.integer(5));
    next.denies = rows.integer(6) != 0;
  }
  return result;
}

/// Most ties have one report, which is read without sorting.
std::vector<Evidence> tie_evidence(StoreState& store, std::string_view of, std::int64_t node, std::size_t limit) {
  if (limit == 0) return {};
  {
    Query rows(store.sql(kReports), of, node);
    std::vector<Evidence> only = read_reports(store, rows, 1);
    if (only.empty() || !rows.next()) return only;
  }
  Query rows(store.sql(kSortedReports), of, node);
  return read_reports(store, rows, limit);
}

/// The articles of the file by date and id, and the place of each by its number.
std::unordered_map<std::int64_t, std::uint32_t> places_of_articles(Statements& sql,
                                                                   std::vector<std::int64_t>& articles) {
  std::unordered_map<std::int64_t, std::uint32_t> places;
  Query rows(sql("SELECT number FROM articles ORDER BY published, id"));
  while (rows.next()) {
    places.emplace(rows.integer(0), static_cast<std::uint32_t>(articles.size()));
    articles.push_back(rows.integer(0));
  }
  return places;
}

}  // namespace

TieReports StoreState::tie_reports() {
  TieReports result;
  const auto places = places_of_articles(sql, result.articles);
  std::unordered_map<std::string, std::uint32_t> rules;
  const auto read = [&](std::string_view of) {
    std::vector<TieReport> reports;
    if (Query count(sql("SELECT count(*) FROM evidence WHERE of = ?"), of); count.next()) {
      reports.reserve(static_cast<std::size_t>(count.integer(0)));
    }
    Query rows(sql("SELECT node, article, statement, \"begin\", \"end\", confidence, rule, denies FROM evidence "
                   "WHERE of = ? ORDER BY node"),
               of);
    while (rows.next()) {
      const auto rule = rules.try_emplace(rows.text(6), static_cast<std::uint32_t>(result.rules.size()));
      if (rule.second) result.rules.push_back(rule.first->first);
      reports.push_back({static_cast<std::uint64_t>(rows.integer(0)),
                         places.at(rows.integer(1)),
                         rows.count(2),
                         {rows.count(3), rows.count(4)},
                         rows.real(5),
                         rule.first->second,
                         rows.integer(7) != 0});
    }
    return ReportList(std::move(reports));
  };
  result.of_relations = read("relation");
  result.of_events = read("event");
  return result;
}

std::vector<Evidence> StoreState::evidence(const TieReports& reports, std::string_view id, std::size_t limit) {
  std::vector<Evidence> result;
  CurrentArticle current(*this);
  for (const TieReport& each : reports.of(id)) {
    if (result.size() == limit) break;
    Evidence& next = result.emplace_back(current.at(reports.articles[each.place]).evidence(each.span));
    next.confidence = each.confidence;
    next.rule = reports.rules[each.rule];
    next.statement = static_cast<std::int32_t>(each.statement);
    next.denies = each.denies;
  }
  return result;
}

std::vector<Evidence> StoreState::evidence(std::string_view id, std::size_t limit) {
  if (const auto tie = tie_id_of(id)) {
    if (tie->of == TieId::Of::background) return {};  // in no table
    const bool is_event = tie->of == TieId::Of::event;
    return tie_evidence(*this, is_event ? "event" : "relation", static_cast<std::int64_t>(tie->node), limit);
  }
  std::optional<std::int64_t> entity;
  if (Query row(sql("SELECT number FROM entities WHERE id = ?"), id); row.next()) entity = row.integer(0);
  return entity ? entity_evidence(*this, *entity, limit) : std::vector<Evidence>();
}

std::vector<Passage> StoreState::search(std::string_view query, std::size_t limit) {
  std::vector<Passage> result;
  const std::optional<std::string> wanted = full_text_query(query);
  if (!wanted) return result;
  Query rows(
      sql("SELECT p.rowid, p.rank, s.\"begin\", s.\"end\" FROM passages p JOIN sentences s ON s.number = p.rowid "
          "JOIN articles a ON a.number = p.rowid / 16777216 WHERE passages MATCH ? "
          "ORDER BY p.rank, a.id, p.rowid LIMIT ?"),
      *wanted, static_cast<std::int64_t>(std::min<std::size_t>(limit, INT64_MAX)));
  CurrentArticle current(*this);
  while (rows.next()) {
    const Span span{rows.count(2), rows.count(3)};
    Passage& passage = result.emplace_back();
    passage.where = current.at(rows.integer(0) / kSentencesPerArticle).evidence(span);
    passage.where.confidence = 1;
    passage.rank = rows.real(1);
  }
  return result;
}

}  // namespace entente
