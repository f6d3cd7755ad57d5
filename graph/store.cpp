#include "graph/store.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <algorithm>

#include "extract/extraction_json.h"
#include "graph/compression.h"
#include "graph/content_hash.h"
#include "graph/store_impl.h"

namespace entente {
namespace {

constexpr std::size_t kGroup = 256;  // articles whose extractions are held at once

constexpr std::string_view kArticleColumns =
    "number, hash, id, title, published, source, url, language, text, extraction";

StoredArticle article_in(const Query& row) {
  return {row.integer(0),
          row.text(1),
          {row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), row.text(7), row.text(8)},
          row.text(9)};
}

}  // namespace

Extraction StoredArticle::extraction() const {
  try {
    Extraction result = extraction_from_json(decompressed(compressed));
    result.article = article;
    return result;
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(fmt::format("article '{}': its extraction cannot be read ({}); build the graph file anew",
                                         article.id, error.what()));
  }
}

Span SentenceSource::sentence_at(Span span) const {
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), span.begin,
                                      [](std::uint32_t begin, const Span& sentence) { return begin < sentence.begin; });
  if (after == sentences.begin() || std::prev(after)->end <= span.begin) return span;
  return *std::prev(after);
}

std::string SentenceSource::text(Span span) const {
  const ByteSpan bytes = offsets.bytes(span);
  return bytes.end > bytes.begin ? article.text.substr(bytes.begin, bytes.size()) : std::string();
}

Evidence SentenceSource::evidence(Span span) const {
  Evidence result;
  result.article = article.id;
  result.title = article.title;
  result.source = article.source;
  result.published = article.published;
  result.url = article.url;
  result.sentence = sentence_at(span);
  result.text = text(result.sentence);
  result.span = span;
  return result;
}

std::string StoreState::meta(std::string_view key) {
  Query row(sql("SELECT value FROM meta WHERE key = ?"), key);
  return row.next() ? row.text(0) : std::string();
}

void StoreState::set_meta(std::string_view key, std::string_view value) {
  Query(sql("INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"), key, value).run();
}

void StoreState::remove(std::int64_t article) {
  const auto source = sentence_source(article);
  for (std::size_t i = 0; i < source->sentences.size(); ++i) {
    const std::int64_t number = article * kSentencesPerArticle + static_cast<std::int64_t>(i);
    Query(sql("INSERT INTO passages (passages, rowid, text) VALUES ('delete', ?, ?)"), number,
          source->text(source->sentences[i]))
        .run();
  }
  Query(sql("DELETE FROM sentences WHERE number >= ? AND number < ?"), article * kSentencesPerArticle,
        (article + 1) * kSentencesPerArticle)
      .run();
  Query(sql("DELETE FROM mentions WHERE article = ?"), article).run();
  Query(sql("DELETE FROM articles WHERE number = ?"), article).run();
}

void StoreState::add(const Extraction& extraction, const std::string& hash) {
  const Article& a = extraction.article;
  if (extraction.sentences.size() >= static_cast<std::size_t>(kSentencesPerArticle)) {
    throw std::runtime_error(fmt::format("article '{}' has {} sentences; at most {} fit in a graph file", a.id,
                                         extraction.sentences.size(), kSentencesPerArticle));
  }
  std::optional<std::int64_t> old;
  if (Query row(sql("SELECT number FROM articles WHERE id = ?"), a.id); row.next()) old = row.integer(0);
  if (old) remove(*old);
  Query(sql("INSERT INTO articles VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)"), a.id, hash, a.title, a.published,
        a.source, a.url, a.language, a.text, Blob{compressed(to_json(extraction))})
      .run();
  const std::int64_t number = database.getLastInsertRowid();

  const SentenceSource source(a, extraction.sentences);
  SQLite::Statement& add_sentence = sql("INSERT INTO sentences VALUES (?, ?, ?)");
  SQLite::Statement& add_passage = sql("INSERT INTO passages (rowid, text) VALUES (?, ?)");
  for (std::size_t i = 0; i < source.sentences.size(); ++i) {
    const std::int64_t sentence = number * kSentencesPerArticle + static_cast<std::int64_t>(i);
    Query(add_sentence, sentence, source.sentences[i].begin, source.sentences[i].end).run();
    Query(add_passage, sentence, source.text(source.sentences[i])).run();
  }
  SQLite::Statement& add_mention = sql("INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?, ?)");
  for (const Mention& mention : extraction.mentions) {
    if (mention.entity < 0) continue;
    Query(add_mention, number, mention.entity, mention.span.begin, mention.span.end, word(mention.form)).run();
  }
}

void StoreState::each(const Visit& visit) {
  Query rows(sql(fmt::format("SELECT {} FROM articles ORDER BY id", kArticleColumns)));
  std::vector<StoredArticle> articles;
  std::vector<Extraction> extractions;
  do {
    articles.clear();
    while (articles.size() < kGroup && rows.next()) articles.push_back(article_in(rows));
    extractions.assign(articles.size(), {});
    tbb::parallel_for(std::size_t{0}, articles.size(),
                      [&](std::size_t i) { extractions[i] = articles[i].extraction(); });
    for (std::size_t i = 0; i < articles.size(); ++i) visit(articles[i], extractions[i]);
  } while (articles.size() == kGroup);
}

std::shared_ptr<const SentenceSource> StoreState::sentence_source(std::int64_t article) {
  if (kept) {
    if (auto source = kept->find(article)) return source;
  }
  Query row(sql("SELECT id, title, published, source, url, language, text FROM articles WHERE number = ?"), article);
  if (!row.next()) {
    throw std::runtime_error(
        fmt::format("graph file '{}' is damaged: it has no article {}; build it anew", file.string(), article));
  }
  std::vector<Span> sentences;
  Query rows(sql("SELECT \"begin\", \"end\" FROM sentences WHERE number >= ? AND number < ? ORDER BY number"),
             article * kSentencesPerArticle, (article + 1) * kSentencesPerArticle);
  while (rows.next()) sentences.push_back({rows.count(0), rows.count(1)});
  Article of{row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6)};
  auto source = std::make_shared<const SentenceSource>(std::move(of), std::move(sentences));
  if (kept) kept->keep(article, source);
  return source;
}

Store::Store(const std::filesystem::path& file, Mode mode) : state_(std::make_unique<StoreState>(file, mode)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

std::optional<std::string> Store::content_hash(std::string_view article_id) const {
  return state_->guarded([&]() -> std::optional<std::string> {
    Query row(state_->sql("SELECT hash FROM articles WHERE id = ?"), article_id);
    if (!row.next()) return std::nullopt;
    return row.text(0);
  });
}

void Store::add(std::span<const Extraction> batch, std::string_view extractor) {
  if (batch.empty()) return;
  state_->guarded([&] {
    SQLite::Transaction transaction(state_->database, SQLite::TransactionBehavior::IMMEDIATE);
    for (const Extraction& each : batch) state_->add(each, entente::content_hash(each.article, extractor));
    state_->set_meta("stale", "1");
    transaction.commit();
  });
}

void Store::add(std::span<const StoredExtraction> batch) {
  if (batch.empty()) return;
  state_->guarded([&] {
    SQLite::Transaction transaction(state_->database, SQLite::TransactionBehavior::IMMEDIATE);
    for (const StoredExtraction& each : batch) state_->add(each.extraction, each.hash);
    state_->set_meta("stale", "1");
    transaction.commit();
  });
}

void Store::derive() {
  state_->guarded([&] {
    SQLite::Transaction transaction(state_->database, SQLite::TransactionBehavior::IMMEDIATE);
    state_->derive();
    state_->set_meta("stale", "0");
    transaction.commit();
  });
}

bool Store::stale() const {
  return state_->guarded([&] { return state_->meta("stale") == "1"; });
}

Store::Snapshot::Snapshot(StoreState& state) : state_(state) {
  state_.guarded([&] { state_.database.exec("BEGIN"); });
  state_.kept.emplace();
}

Store::Snapshot::~Snapshot() {
  state_.kept.reset();
  state_.database.tryExec("COMMIT");
}

Store::Snapshot Store::snapshot() const {
  return Snapshot(*state_);
}

KnowledgeGraph Store::load() const {
  return state_->guarded([&] { return state_->load(); });
}

std::vector<Evidence> Store::evidence(std::string_view id, std::size_t limit) const {
  return state_->guarded([&] { return state_->evidence(id, limit); });
}

TieReports Store::tie_reports() const {
  return state_->guarded([&] { return state_->tie_reports(); });
}

std::vector<Evidence> Store::evidence(const TieReports& reports, std::string_view id, std::size_t limit) const {
  return state_->guarded([&] { return state_->evidence(reports, id, limit); });
}

BackgroundTies Store::background(const KnowledgeGraph& graph) const {
  return state_->guarded([&] { return state_->background(graph); });
}

std::vector<Evidence> Store::evidence(const BackgroundTies& background, std::string_view id, std::size_t limit) const {
  return state_->guarded([&] { return state_->evidence(background, id, limit); });
}

std::vector<Passage> Store::search(std::string_view query, std::size_t limit) const {
  return state_->guarded([&] { return state_->search(query, limit); });
}

std::vector<Extraction> Store::extractions() const {
  std::vector<Extraction> result;
  each([&result](const StoredExtraction& stored) { result.push_back(stored.extraction); });
  return result;
}

std::optional<Extraction> Store::extraction(std::string_view article_id) const {
  return state_->guarded([&]() -> std::optional<Extraction> {
    Query row(state_->sql(fmt::format("SELECT {} FROM articles WHERE id = ?", kArticleColumns)), article_id);
    if (!row.next()) return std::nullopt;
    return article_in(row).extraction();
  });
}

void Store::each(const std::function<void(const StoredExtraction&)>& visit) const {
  state_->guarded([&] {
    state_->each([&visit](const StoredArticle& article, const Extraction& extraction) {
      visit({extraction, article.hash});
    });
  });
}

std::optional<StoredExtraction> Store::next_after(std::string_view article_id) const {
  return state_->guarded([&]() -> std::optional<StoredExtraction> {
    Query row(state_->sql(fmt::format("SELECT {} FROM articles WHERE id > ? ORDER BY id LIMIT 1", kArticleColumns)),
              article_id);
    if (!row.next()) return std::nullopt;
    const StoredArticle article = article_in(row);
    return StoredExtraction{article.extraction(), article.hash};
  });
}

std::size_t Store::article_count() const {
  return state_->guarded([&] {
    Query row(state_->sql("SELECT count(*) FROM articles"));
    return row.next() ? static_cast<std::size_t>(row.integer(0)) : 0;
  });
}

std::size_t Store::sentence_count() const {
  return state_->guarded([&] {
    Query row(state_->sql("SELECT count(*) FROM sentences"));
    return row.next() ? static_cast<std::size_t>(row.integer(0)) : 0;
  });
}

std::string Store::meta(std::string_view key) const {
  return state_->guarded([&] { return state_->meta(key); });
}

void Store::set_meta(std::string_view key, std::string_view value) {
  state_->guarded([&] { state_->set_meta(key, value); });
}

void Store::dump(std::ostream& out) const {
  state_->guarded([&] { state_->dump(out); });
}

}  // namespace entente
