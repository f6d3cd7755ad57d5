// The graph file: one SQLite file that holds articles, sentences, mentions, entities, relations, events and evidence.
// The store knows no questions; it hands out the graph and the sentences behind it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extraction.h"
#include "graph/knowledge_graph.h"

namespace entente {

/// What a search in the text of all articles found.
struct Passage {
  Evidence where;
  double rank = 0;  ///< BM25, lower is better
};

class Store {
 public:
  enum class Mode : std::uint8_t { read, write };

  /// Opens a graph file; `write` creates it where there is none. Throws std::runtime_error where it is not a graph file
  /// of this version, is missing (read) or cannot be written, saying what to do.
  Store(const std::filesystem::path& file, Mode mode);
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  /// The hash under which an article's content is known here; nullopt where the article is not in the file.
  [[nodiscard]] std::optional<std::string> content_hash(std::string_view article_id) const;

  /// Adds a batch of extractions in one transaction; one with the id of an article already there replaces it.
  void add(std::span<const Extraction> batch);

  /// Derives entities, relations and events anew from all extractions in the file, in one transaction. Without it a
  /// graph file holds articles that its graph does not show; `stale` says so.
  void derive();
  [[nodiscard]] bool stale() const;

  [[nodiscard]] KnowledgeGraph load() const;
  [[nodiscard]] std::vector<Evidence> evidence(
      std::string_view id) const;  ///< of an entity, relation or event; by date, article, place in it
  [[nodiscard]] std::vector<Passage> search(std::string_view query, std::size_t limit) const;
  [[nodiscard]] std::vector<Extraction> extractions() const;  ///< every article, by id
  [[nodiscard]] std::size_t article_count() const;
  [[nodiscard]] std::size_t sentence_count() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente
