// What is known of one article after it has been read: the extraction line in memory (docs/extraction.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/article.h"
#include "extract/span.h"

namespace entente {

enum class Kind : std::uint8_t { person, country, organisation, place, event };
enum class Form : std::uint8_t { name, demonym, title, nominal, pronoun };
enum class Modality : std::uint8_t { actual, planned, hypothetical, denied };
enum class DatePrecision : std::uint8_t { unknown, day, month, year };

/// The word used for a value in files, options and output ("organisation"), and back; nullopt for an unknown word.
[[nodiscard]] std::string_view word(Kind);
[[nodiscard]] std::string_view word(Form);
[[nodiscard]] std::string_view word(Modality);
[[nodiscard]] std::string_view word(DatePrecision);
[[nodiscard]] std::optional<Kind> kind_of(std::string_view);
[[nodiscard]] std::optional<Form> form_of(std::string_view);
[[nodiscard]] std::optional<Modality> modality_of(std::string_view);
[[nodiscard]] std::optional<DatePrecision> date_precision_of(std::string_view);

/// Identifiers of an entity elsewhere; empty where there is none.
struct Links {
  std::string iso3;      ///< ISO 3166-1 alpha-3, of a country
  std::string wikidata;  ///< "Q15031"
  std::string cow;       ///< Correlates of War country number
  bool operator==(const Links&) const = default;
};

struct Entity {
  Kind kind = Kind::person;
  std::string type;  ///< within the kind: "politician", "igo", "city", "summit" ...; empty where unknown
  std::string name;  ///< the fullest or the lexicon's name
  std::string key;   ///< "person/xi-jinping": the same in every article that means the same entity by link or full name
  std::string country;  ///< ISO alpha-3 of the country it belongs to or acts for; empty where unknown
  std::string sector;   ///< GOV, MIL, REB, OPP ...; empty where unknown
  Links links;
  bool named = true;  ///< false: "a woman ... she", known by nominals and pronouns alone; without key, ties and links,
                      ///< and no part of the graph
  bool operator==(const Entity&) const = default;
};

/// The ISO code of the country that an entity is, or belongs to or acts for; empty where unknown. Of an article or of
/// the graph.
template <typename Any>
[[nodiscard]] const std::string& country_code(const Any& entity) {
  return entity.links.iso3.empty() ? entity.country : entity.links.iso3;
}

struct Mention {
  Span span;
  Form form = Form::name;
  Kind kind = Kind::person;
  std::int32_t entity = -1;  ///< index into Extraction::entities
  bool operator==(const Mention&) const = default;
};

/// A lasting tie. `type` is a row of data/ontology/relations.tsv, which also gives its Wikidata property.
struct Relation {
  std::string type;
  std::int32_t subject = -1;
  std::int32_t object = -1;
  std::string role;   ///< "president", "foreign minister"; empty where none
  std::string start;  ///< ISO date or empty
  std::string end;
  bool negated = false;
  bool past = false;
  Span evidence;
  double confidence = 0;
  std::string rule;         ///< what said so: the name of a rule or head
  bool background = false;  ///< of what the article speaks of, but no sentence of it says so
  bool operator==(const Relation&) const = default;
};

/// Something that happened or was said. `type` is a row of data/ontology/events.tsv.
struct Event {
  std::string type;
  std::string mode;
  std::vector<std::string> contexts;
  std::string cameo;
  std::int32_t quad = 0;  ///< 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
  double intensity = 0;   ///< Goldstein scale, -10 .. 10
  std::string date;       ///< ISO date as precise as `precision` says, or empty
  DatePrecision precision = DatePrecision::unknown;
  std::int32_t place = -1;
  std::vector<std::int32_t> sources;
  std::vector<std::int32_t> targets;
  Span trigger;
  Span evidence;
  Modality modality = Modality::actual;
  std::int32_t attribution = -1;
  double confidence = 0;
  std::string rule;
  bool operator==(const Event&) const = default;
};

/// One article's entities, mentions, relations and events. All spans are code points into `article.text`.
struct Extraction {
  Article article;  ///< `text` is filled too; the extraction line carries it only on request
  std::vector<Span> sentences;
  std::vector<Entity> entities;
  std::vector<Mention> mentions;  ///< sorted by span
  std::vector<Relation> relations;
  std::vector<Event> events;
  bool operator==(const Extraction&) const = default;
};

}  // namespace entente
