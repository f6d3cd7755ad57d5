// What the parts of the store share: the connection, its statements, and how articles are read back. Private to graph/.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/text/utf8.h"
#include "graph/graph_file.h"
#include "graph/statements.h"
#include "graph/store.h"

namespace entente {

/// An article as it lies in the file, its extraction not yet read.
struct StoredArticle {
  std::int64_t number = 0;
  std::string hash;
  Article article;
  std::string compressed;

  [[nodiscard]] Extraction extraction() const;
};

/// An article of which sentences are asked. Stays where it is: `offsets` looks into the text.
struct SentenceSource {
  SentenceSource(Article of, std::vector<Span> in)
      : article(std::move(of)), offsets(article.text), sentences(std::move(in)) {}
  SentenceSource(const SentenceSource&) = delete;
  SentenceSource& operator=(const SentenceSource&) = delete;

  Article article;
  CodePoints offsets;
  std::vector<Span> sentences;

  /// The sentence in which something begins, or the span itself where there is none.
  [[nodiscard]] Span sentence_at(Span span) const;
  /// The words of a span, as far as the text reaches.
  [[nodiscard]] std::string text(Span span) const;
  /// What somebody says there, without what it is said of.
  [[nodiscard]] Evidence evidence(Span span) const;
  /// About the memory that it takes.
  [[nodiscard]] std::size_t bytes() const {
    return 2 * sizeof *this + article.text.size() + sentences.size() * sizeof(Span);
  }
};

/// The articles last asked for, as long as nothing can change them; no more than fit in some memory.
class KeptArticles {
 public:
  [[nodiscard]] std::shared_ptr<const SentenceSource> find(std::int64_t article) const {
    const auto found = sources_.find(article);
    return found == sources_.end() ? nullptr : found->second;
  }
  void keep(std::int64_t article, std::shared_ptr<const SentenceSource> source) {
    bytes_ += source->bytes();
    order_.push_back(article);
    sources_.emplace(article, std::move(source));
    for (; bytes_ > kMost; order_.pop_front()) {
      const auto oldest = sources_.find(order_.front());
      bytes_ -= oldest->second->bytes();
      sources_.erase(oldest);
    }
  }

 private:
  static constexpr std::size_t kMost = std::size_t{32} << 20U;

  std::unordered_map<std::int64_t, std::shared_ptr<const SentenceSource>> sources_;
  std::deque<std::int64_t> order_;
  std::size_t bytes_ = 0;
};

struct StoreState {
  StoreState(std::filesystem::path path, Store::Mode mode)
      : file(std::move(path)), database(open_graph_file(file, mode == Store::Mode::write)), sql(database) {}

  std::filesystem::path file;
  SQLite::Database database;
  Statements sql;
  std::optional<KeptArticles> kept;  ///< while the file stays as it is

  /// Does something with the database; what goes wrong there says of which file.
  template <typename Do>
  auto guarded(Do action) {
    try {
      return action();
    } catch (const SQLite::Exception& error) {
      throw std::runtime_error(explained(file, error));
    }
  }

  [[nodiscard]] std::string meta(std::string_view key);
  void set_meta(std::string_view key, std::string_view value);

  void add(const Extraction& extraction, const std::string& hash);
  void remove(std::int64_t article);

  /// Hands out all articles by id, in groups of which the extractions were read on all cores.
  using Visit = std::function<void(const StoredArticle&, const Extraction&)>;
  void each(const Visit& visit);
  [[nodiscard]] std::shared_ptr<const SentenceSource> sentence_source(std::int64_t article);

  [[nodiscard]] std::vector<Correction> corrections();
  void set_corrections(const std::vector<Correction>& corrections);
  [[nodiscard]] std::vector<CorrectionEffect> effects();
  [[nodiscard]] std::vector<Joining> joinings(std::string_view entity);
  [[nodiscard]] std::optional<PartOf> part_of(const KnowledgeGraph& graph, std::string_view id);

  void derive();
  [[nodiscard]] KnowledgeGraph load();
  [[nodiscard]] std::vector<Evidence> evidence(std::string_view id, std::size_t limit);
  [[nodiscard]] TieReports tie_reports();
  [[nodiscard]] std::vector<Evidence> evidence(const TieReports& reports, std::string_view id, std::size_t limit);
  [[nodiscard]] BackgroundTies background(const KnowledgeGraph& graph);
  [[nodiscard]] BackgroundTies whole_background(const KnowledgeGraph& graph);  ///< with what corrections drop
  [[nodiscard]] std::vector<Evidence> evidence(const BackgroundTies& background, std::string_view id,
                                               std::size_t limit);
  [[nodiscard]] std::vector<Passage> search(std::string_view query, std::size_t limit);
  void dump(std::ostream& out);
};

}  // namespace entente
