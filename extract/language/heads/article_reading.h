// What a model reads of an article beyond its sentences: events of words, relations of entities, and which mentions
// stand for one another. training/FORMAT.md, section 8, says how.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/language/heads/reader.h"

namespace entente {

/// Words [first, last] of a sentence, from 0, that stand for somebody or something. `last` is the head of the phrase or
/// the last word of the name. `kind` is "person", "country", "organisation", "place", "event" or "demonym"; of mentions
/// that are no names (coreference only) "nominal", or the lemma of the pronoun: "he", "she", "it", "they", "we", "i",
/// "you", "who", "this". A kind that the model was not trained with is as good as none.
struct MentionWords {
  std::uint32_t sentence = 0, first = 0, last = 0;
  std::string_view kind;
};

// Views into what is told (types, parts of speech) live as long as the Reader, or a reading by it.

/// How likely a word tells of an event of that type.
struct EventScore {
  std::string_view type;  ///< of PLOVER: "CONSULT" ...
  float probability = 0;
};

/// How likely an entity is in a relation to another, as said where two of their mentions are near.
struct RelationScore {
  std::int32_t subject = 0, object = 0;  ///< entities
  std::string_view type;                 ///< of data/ontology/relations.tsv
  float probability = 0;
  float score = 0;                    ///< before calibration
  std::uint32_t subject_mention = 0;  ///< the two mentions that say it most clearly, by place in the list given
  std::uint32_t object_mention = 0;
};

/// Mentions of an article, ready to be compared. Copies share what they hold. Thread-safe.
class CoreferenceReading {
 public:
  /// For each candidate, a mention that stands before it, how much `asks` seems to stand for the same: by the model's
  /// measure the one of the highest score where that is over 0, else none. Mentions by their place in the list given.
  /// Costs about a microsecond a candidate. Throws std::out_of_range where there is no such mention.
  [[nodiscard]] std::vector<float> scores(std::uint32_t asks, std::span<const std::uint32_t> candidates) const;

  /// The probability that goes with a score.
  [[nodiscard]] float probability(float score) const;

 private:
  friend class ArticleReading;
  struct Content;
  explicit CoreferenceReading(std::shared_ptr<const Content> content) : content_(std::move(content)) {}
  std::shared_ptr<const Content> content_;
};

/// An article as a model reads it, by Reader::read_article. Keeps the model and the vectors of the article's words, not
/// the words. Copies share what they hold. Thread-safe. The same bytes with every kernel.
class ArticleReading {
 public:
  /// What Reader::read gives.
  [[nodiscard]] std::span<const SentenceReading> sentences() const;

  /// Whether the model has the head; without it what is asked of it is empty.
  [[nodiscard]] bool has_events() const;
  [[nodiscard]] bool has_relations() const;
  [[nodiscard]] bool has_coreference() const;

  /// The types of event that a word tells of with a probability of at least `floor`, the likeliest first. Throws
  /// std::out_of_range where there is no such word.
  [[nodiscard]] std::vector<EventScore> events(std::uint32_t sentence, std::uint32_t word, float floor) const;

  /// Relations with a probability of at least `floor` between the entities of the mentions, entity[i] that of
  /// mentions[i], a negative number: of none. Looks at pairs of mentions of two entities that are at most two sentences
  /// (and a thousand words) apart; each score is the highest over the pairs of two entities. By subject, object and
  /// place of the type among the model's. Costs about a microsecond for each pair of mentions. Throws std::out_of_range
  /// where a mention is not within the article, std::invalid_argument where the lists differ in length.
  [[nodiscard]] std::vector<RelationScore> relations(std::span<const MentionWords> mentions,
                                                     std::span<const std::int32_t> entity, float floor) const;

  /// The mentions made ready for questions of coreference; whatever is asked of it is 0 where !has_coreference().
  /// Throws std::out_of_range where a mention is not within the article.
  [[nodiscard]] CoreferenceReading coreference(std::span<const MentionWords> mentions) const;

 private:
  friend class Reader;
  friend class CoreferenceReading;
  struct Content;
  class Replay;
  explicit ArticleReading(std::shared_ptr<const Content> content) : content_(std::move(content)) {}
  std::shared_ptr<const Content> content_;
};

}  // namespace entente
