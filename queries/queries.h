// The named questions: a world in, an answer out. One file each (show.cpp, neighbours.cpp ...).
//
// Every row that states a tie or an event carries its id, dates, confidence, and the sentence that says so. Sentences
// are asked of the world only for the rows shown. Rows come in a fixed order; the same world gives the same answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/trace.h"
#include "graph/store.h"
#include "queries/answer.h"
#include "queries/world.h"

namespace entente {

/// A dossier of an entity: who it is, its ties (strongest first), latest events, whom it deals with, what was last
/// said. At most `limit` rows in each section.
[[nodiscard]] Answer show(const World& world, std::uint32_t entity, std::size_t limit);

/// The entities next to one, the strongest tied first.
[[nodiscard]] Answer neighbours(const World& world, std::uint32_t entity, std::size_t limit);

/// The `k` best ways between two entities in at most `max_hops` steps, with the strongest tie of each step.
[[nodiscard]] Answer path(const World& world, std::uint32_t from, std::uint32_t to, std::size_t k,
                          std::size_t max_hops);

/// Whom a question about two sides counts for them.
enum class Sides : std::uint8_t {
  themselves,
  with_people,  ///< for a country also who belongs to it or acts for it: persons and organisations
};

/// All that passed between two entities, in both directions and together, the latest `limit` events by date.
[[nodiscard]] Answer between(const World& world, std::uint32_t a, std::uint32_t b, Sides sides, std::size_t limit);

/// The latest `limit` events of an entity, or of two together, by date.
[[nodiscard]] Answer timeline(const World& world, std::uint32_t entity, std::optional<std::uint32_t> other,
                              std::size_t limit);

enum class Measure : std::uint8_t { articles, mentions, degree, strength, pagerank, betweenness };
[[nodiscard]] std::string_view word(Measure measure);
[[nodiscard]] std::optional<Measure> measure_of(std::string_view word);
/// All measures, in the order of the enumeration.
[[nodiscard]] std::span<const std::string_view> measure_words();

/// The `limit` entities of the world that come first by a measure.
[[nodiscard]] Answer top(const World& world, Measure by, std::size_t limit);

/// The communities of the actors (persons, countries and organisations, or the kinds that the filter selects): groups
/// that have more to do with each other than with the rest, found by communities_of (graph/communities.h) over the
/// strength of their ties. The largest first; of each the `members` that are tied strongest within it, and what binds
/// them. Who has no tie belongs to none. O(ties log ties).
[[nodiscard]] Answer communities(const World& world, std::size_t members, std::size_t limit);

/// Days from one to another, both included, as full ISO dates.
struct DayRange {
  std::string from;
  std::string to;
  std::string text;  ///< as it was written
};
/// Of a day, month or year, or two of them: "2019", "2019-05", "2019-05..2020-02-15". Nothing where it is none, or ends
/// before it begins.
[[nodiscard]] std::optional<DayRange> day_range_of(std::string_view text);

/// What changed between two periods: the actors, and the pairs of actors, whose events changed most, by the sum of
/// changes in the four quad classes; at most `limit` of each. An event counts for a period in which all days lie that
/// its date covers, or its first report where it has none; for a pair where one side of it acts upon the other, or both
/// act together upon nobody. Actors are persons, countries and organisations, or of the kinds that the filter selects.
[[nodiscard]] Answer compare(const World& world, const DayRange& first, const DayRange& second, std::size_t limit);

/// Sentences that hold the words of a query, the best first.
using PassageSource = std::function<std::vector<Passage>(std::string_view query, std::size_t limit)>;
[[nodiscard]] Answer search(const PassageSource& passages, std::string_view query, std::size_t limit);

/// What an id, or the beginning of one that only it has, stands for. Throws as evidence_of does.
struct Stated {
  std::string id;
  std::string text;  ///< "Xi Jinping leads China", "ACCUSE: United States > China, 2025-11-01"
};
[[nodiscard]] Stated stated(const KnowledgeGraph& graph, std::string_view id);

/// The sentences behind an entity, relation or event, by its id or the beginning of one that only it has. Throws
/// std::runtime_error where there is none or there are several, listing them.
[[nodiscard]] Answer evidence_of(const World& world, std::string_view id, std::size_t limit);
/// The sentences behind all ties between two entities.
[[nodiscard]] Answer evidence_between(const World& world, std::uint32_t a, std::uint32_t b, std::size_t limit);

/// Why what articles say of an entity is one, and what looks like it and was kept apart, with the reasons. `joinings`
/// as Store::joinings gives them.
[[nodiscard]] Answer why_entity(const World& world, std::uint32_t entity, std::span<const Joining> joinings,
                                std::span<const Correction> corrections, std::size_t limit);

/// An article read once more for what it says of a relation or event.
struct Rereading {
  std::vector<Evidence> statements;  ///< as the file has them; `statement` is an index into `stored`
  Extraction stored;
  Extraction fresh;  ///< of the same text, now
  Trace trace;
};

/// Why articles state a relation or event: what each reading of them rests on, what its confidence is made of, and what
/// else was considered of the same pair, or of the same word. `left_out`: statements that were not read again.
[[nodiscard]] Answer why_tie(const Stated& tie, std::span<const Rereading> readings, std::size_t left_out);

/// What a graph file holds that its graph does not show.
struct Holdings {
  std::size_t articles = 0;
  std::size_t sentences = 0;
};

/// Counts of everything the world's filter selects, by kind and type.
[[nodiscard]] Answer stats(const World& world, const Holdings& holdings);

}  // namespace entente
