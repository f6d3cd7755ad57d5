// The knowledge graph as values: entities, relations and events of all articles. Evidence stays in the graph file.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/extraction.h"

namespace entente {

/// An entity of all articles. `id` is stable: the same set of articles gives the same ids.
struct GraphEntity {
  std::string id;  ///< "person/xi-jinping"; unique
  Kind kind = Kind::person;
  std::string type;
  std::string name;
  std::vector<std::string> aliases;  ///< other spellings met, sorted
  std::string country;
  std::string sector;
  Links links;
  std::uint32_t articles = 0;  ///< distinct articles that mention it
  std::uint32_t mentions = 0;
  std::string first_date;  ///< earliest and latest publication date of an article that mentions it
  std::string last_date;
};

/// A tie between two entities, merged over all articles that state it with the same type, role, negation and pastness.
struct GraphRelation {
  std::string id;  ///< "r-", of a background "b-", and 12 hex digits, a function of type, ends, role and flags
  std::string type;
  std::uint32_t subject = 0;  ///< index into KnowledgeGraph::entities
  std::uint32_t object = 0;
  std::string role;
  std::string start;  ///< what the text says of when it held
  std::string end;
  bool negated = false;
  bool past = false;
  std::uint32_t weight = 0;    ///< independent stories that state it: copies of one wire report count once
  std::uint32_t articles = 0;  ///< distinct articles that state it
  std::string first_date;      ///< publication dates of the first and last article that state it
  std::string last_date;
  double confidence = 0;    ///< of the surest statement
  bool background = false;  ///< no article says so: see graph/background.h
};

/// An event, merged over all articles that report it. It is contested where somebody denies what others assert.
struct GraphEvent {
  std::string id;  ///< "e-" and 12 hex digits
  std::string type;
  std::string mode;
  std::vector<std::string> contexts;
  std::string cameo;
  std::int32_t quad = 0;
  double intensity = 0;
  std::string date;
  DatePrecision precision = DatePrecision::unknown;
  Modality modality = Modality::actual;
  std::int32_t place = -1;  ///< index into entities or -1
  std::int32_t attribution = -1;
  std::vector<std::uint32_t> sources;  ///< indices into entities, sorted
  std::vector<std::uint32_t> targets;
  std::vector<std::uint32_t> asserted_by;  ///< who says that it happened, as articles report; sorted
  std::vector<std::uint32_t> denied_by;    ///< who denies it; sorted
  std::uint32_t weight = 0;                ///< independent stories that report it: copies of one wire report count once
  std::uint32_t articles = 0;              ///< distinct articles that report it
  std::string first_date;
  std::string last_date;
  double confidence = 0;

  /// Whether it is said to be so, and denied.
  [[nodiscard]] bool contested() const { return modality != Modality::denied && !denied_by.empty(); }
};

/// The whole graph, each vector sorted by id.
struct KnowledgeGraph {
  std::vector<GraphEntity> entities;
  std::vector<GraphRelation> relations;
  std::vector<GraphEvent> events;
};

/// One statement behind a node or edge: a sentence of an article.
struct Evidence {
  std::string article;  ///< article id
  std::string title;
  std::string source;
  std::string published;
  std::string url;
  Span sentence;     ///< code points into the article's text
  std::string text;  ///< the sentence
  Span span;         ///< the words that say so, within the article's text
  double confidence = 0;
  std::string rule;             ///< of a relation or event: the rule or head that said so
  std::int32_t statement = -1;  ///< of a relation or event: its index in the article's extraction
  bool denies = false;          ///< of an event: that somebody denies it
};

}  // namespace entente
