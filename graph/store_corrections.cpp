// Corrections in the graph file, what became of them, and why entities of articles are one.
#include <algorithm>
#include <charconv>
#include <set>

#include "extract/extraction_json.h"
#include "graph/absorbed.h"
#include "graph/compression.h"
#include "graph/members.h"
#include "graph/store_impl.h"

namespace entente {
namespace {

constexpr std::string_view kByCorrection = "correction ";

Joining joining_of(const Query& row, const Entity& entity) {
  Joining result;
  result.article = row.text(0);
  result.published = row.text(1);
  result.name = entity.name;
  result.key = entity.key;
  result.country = entity.country;
  result.wikidata = entity.links.wikidata;
  result.rule = row.text(3);
  if (result.rule.starts_with(kByCorrection)) {
    const std::string_view number = std::string_view(result.rule).substr(kByCorrection.size());
    std::from_chars(number.data(), number.data() + number.size(), result.correction);
    result.rule.resize(kByCorrection.size() - 1);
  }
  return result;
}

}  // namespace

std::vector<Correction> StoreState::corrections() {
  std::vector<Correction> result;
  Query rows(sql("SELECT date, by, action, target, value, why FROM corrections ORDER BY number"));
  while (rows.next()) {
    const std::optional<CorrectionAction> action = correction_action_of(rows.text(2));
    if (!action) throw std::runtime_error("the graph file has the unknown correction '" + rows.text(2) + "'");
    result.push_back({rows.text(0), rows.text(1), *action, rows.text(3), rows.text(4), rows.text(5)});
  }
  return checked(result);
}

void StoreState::set_corrections(const std::vector<Correction>& corrections) {
  Query(sql("DELETE FROM corrections")).run();
  SQLite::Statement& add = sql("INSERT INTO corrections VALUES (?, ?, ?, ?, ?, ?, ?)");
  for (std::size_t i = 0; i < corrections.size(); ++i) {
    const Correction& c = corrections[i];
    Query(add, i + 1, c.date, c.by, word(c.action), c.target, c.value, c.why).run();
  }
}

std::vector<CorrectionEffect> StoreState::effects() {
  std::vector<CorrectionEffect> result;
  Query rows(sql("SELECT applied, what FROM effects ORDER BY correction"));
  while (rows.next()) result.push_back({rows.integer(0) != 0, rows.text(1)});
  return result;
}

std::vector<Joining> StoreState::joinings(std::string_view entity) {
  std::vector<Joining> result;
  Query rows(sql("SELECT a.id, a.published, m.local, m.rule, a.extraction FROM members m JOIN entities e ON e.number = "
                 "m.entity JOIN articles a ON a.number = m.article WHERE e.id = ? ORDER BY a.published, a.id, m.local"),
             entity);
  while (rows.next()) {
    const Extraction extraction = extraction_from_json(decompressed(rows.text(4)));
    const std::size_t local = rows.count(2);
    if (local < extraction.entities.size()) result.push_back(joining_of(rows, extraction.entities[local]));
  }
  return result;
}

std::optional<PartOf> StoreState::part_of(const KnowledgeGraph& graph, std::string_view id) {
  if (const auto part = part_by_corrections(graph, corrections(), effects(), id)) return part;
  const Members members(sql);
  std::set<std::int32_t> entities;
  each([&](const StoredArticle& article, const Extraction& extraction) {
    if (std::ranges::find(extraction.entities, id, &Entity::key) == extraction.entities.end()) return;
    const std::vector<std::int32_t> here = members.of(article.number, extraction.entities.size());
    for (std::size_t i = 0; i < here.size(); ++i) {
      if (extraction.entities[i].key == id && here[i] >= 0) entities.insert(here[i]);
    }
  });
  if (entities.size() != 1) return std::nullopt;
  return PartOf{static_cast<std::uint32_t>(*entities.begin()), 0};
}

std::vector<Correction> Store::corrections() const {
  return state_->guarded([&] { return state_->corrections(); });
}

void Store::set_corrections(std::span<const Correction> corrections) {
  const std::vector<Correction> wanted = checked(corrections);
  state_->guarded([&] {
    SQLite::Transaction transaction(state_->database, SQLite::TransactionBehavior::IMMEDIATE);
    if (wanted == state_->corrections()) return;
    state_->set_corrections(wanted);
    state_->set_meta("stale", "1");
    transaction.commit();
  });
}

bool Store::add_corrections(std::span<const Correction> corrections) {
  std::vector<Correction> all = this->corrections();
  const std::size_t before = all.size();
  all.insert(all.end(), corrections.begin(), corrections.end());
  all = canonical(std::move(all));
  if (all.size() == before) return false;
  set_corrections(all);
  return true;
}

std::vector<CorrectionEffect> Store::effects() const {
  return state_->guarded([&] { return state_->effects(); });
}

std::optional<PartOf> Store::part_of(const KnowledgeGraph& graph, std::string_view id) const {
  return state_->guarded([&] { return state_->part_of(graph, id); });
}

std::vector<Joining> Store::joinings(std::string_view entity_id) const {
  return state_->guarded([&] { return state_->joinings(entity_id); });
}

}  // namespace entente
