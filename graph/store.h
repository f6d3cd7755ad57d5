// The graph file: one SQLite file that holds articles, sentences, mentions, entities, relations, events and evidence.
// The store knows no questions; it hands out the graph and the sentences behind it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extraction.h"
#include "graph/background.h"
#include "graph/corrections.h"
#include "graph/knowledge_graph.h"
#include "graph/tie_reports.h"

namespace entente {

struct StoreState;

/// What a search in the text of all articles found.
struct Passage {
  Evidence where;
  double rank = 0;  ///< BM25, lower is better
};

/// An extraction with the hash under which its article is known (graph/content_hash.h).
struct StoredExtraction {
  Extraction extraction;
  std::string hash;
};

/// Why an article's entity is part of an entity of the graph.
struct Joining {
  std::string article;  ///< its id
  std::string published;
  std::string name;  ///< as that article has it
  std::string key;
  std::string country;
  std::string wikidata;
  std::string rule;            ///< "link", "name_country", "name", "only", "kind", "apart", "correction"
  std::size_t correction = 0;  ///< of the rule "correction": its number, from 1
};

/// The entity that one is part of whose id or key is no id of the graph.
struct PartOf {
  std::uint32_t entity = 0;    ///< index into KnowledgeGraph::entities
  std::size_t correction = 0;  ///< the number of the first correction that says so, from 1; 0: articles have that key
};

/// An open graph file. One thread at a time may use a Store; any number of Stores may read a file while another writes
/// it. Every member throws std::runtime_error, naming the file and what to do, where the file cannot be read or
/// written.
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
  /// `extractor` names what extracted them and goes into their hash.
  void add(std::span<const Extraction> batch, std::string_view extractor = {});
  void add(std::span<const StoredExtraction> batch);

  /// Derives entities, relations and events anew from all extractions in the file, in one transaction. Without it a
  /// graph file holds articles that its graph does not show; `stale` says so. Reads every extraction twice; holds the
  /// graph in memory, not the articles.
  void derive();
  [[nodiscard]] bool stale() const;

  /// What people corrected, in canonical order; the first is number 1.
  [[nodiscard]] std::vector<Correction> corrections() const;
  /// Keeps these corrections in the place of those there; derive() applies them. Throws CorrectionError where one makes
  /// no sense or contradicts another; then nothing changes.
  void set_corrections(std::span<const Correction> corrections);
  /// Adds to those there; false where all are there already.
  bool add_corrections(std::span<const Correction> corrections);
  /// What became of each correction when the graph was derived last.
  [[nodiscard]] std::vector<CorrectionEffect> effects() const;

  /// The file as it is now, as long as this lives: what is read belongs together, and is read faster. A writer of the
  /// file waits for it.
  class Snapshot {
   public:
    explicit Snapshot(StoreState& state);
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

   private:
    StoreState& state_;
  };
  [[nodiscard]] Snapshot snapshot() const;

  [[nodiscard]] KnowledgeGraph load() const;
  /// Of an entity (each sentence that mentions it), relation or event; by date, article and place in it; the first
  /// `limit`.
  [[nodiscard]] std::vector<Evidence> evidence(std::string_view id, std::size_t limit = SIZE_MAX) const;
  /// The evidence of all relations and events without its sentences. Reads a million in half a second.
  [[nodiscard]] TieReports tie_reports() const;
  /// The same as evidence(id, limit) of a relation or event.
  [[nodiscard]] std::vector<Evidence> evidence(const TieReports& reports, std::string_view id,
                                               std::size_t limit = SIZE_MAX) const;
  /// The background of all articles, but what corrections drop, between the entities of the graph as load() gave it.
  /// Reads every extraction.
  [[nodiscard]] BackgroundTies background(const KnowledgeGraph& graph) const;
  /// The same as above of a tie of the background: the sentences with which articles carry it. Empty for any other id.
  [[nodiscard]] std::vector<Evidence> evidence(const BackgroundTies& background, std::string_view id,
                                               std::size_t limit = SIZE_MAX) const;
  /// Why the entities of articles that an entity is made of are one, by date and article; empty for an unknown id.
  /// Reads each article's extraction.
  [[nodiscard]] std::vector<Joining> joinings(std::string_view entity_id) const;
  /// The one entity that an id or key ("person/wolodymyr-selenskyj"), which is no id of the graph, is part of: by
  /// corrections, else because articles have it as the key of what the rules made part of that entity. Nothing where
  /// none is, or several are. `graph` as load() gave it. Reads every extraction where no correction knows.
  [[nodiscard]] std::optional<PartOf> part_of(const KnowledgeGraph& graph, std::string_view id) const;
  /// Sentences of all articles, the best first: all words must occur; "quoted phrases", word*, OR, NOT and -word are
  /// understood, anything else is plain text. Never fails on a query.
  [[nodiscard]] std::vector<Passage> search(std::string_view query, std::size_t limit) const;

  [[nodiscard]] std::vector<Extraction> extractions() const;  ///< every article, by id
  /// One article's extraction; nullopt where it is not in the file.
  [[nodiscard]] std::optional<Extraction> extraction(std::string_view article_id) const;
  /// Hands out every article, by id, without holding them all.
  void each(const std::function<void(const StoredExtraction&)>& visit) const;
  /// The article whose id follows, in the order of bytes; the first one after an empty id; nullopt at the end.
  [[nodiscard]] std::optional<StoredExtraction> next_after(std::string_view article_id) const;
  [[nodiscard]] std::size_t article_count() const;
  [[nodiscard]] std::size_t sentence_count() const;

  /// Facts about the file: "writer" (the program that made it), "extractor" (what read the articles); empty where
  /// unknown.
  [[nodiscard]] std::string meta(std::string_view key) const;
  void set_meta(std::string_view key, std::string_view value);

  /// Writes all that the file holds as text in a canonical order, without what depends on how it came to be: two files
  /// with the same dump hold the same.
  void dump(std::ostream& out) const;

 private:
  std::unique_ptr<StoreState> state_;
};

}  // namespace entente
