// What changed between two periods: whose events became more or fewer, kinder or harsher.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <optional>
#include <ranges>
#include <string>
#include <utility>
#include <vector>

#include "extract/text/dates.h"
#include "queries/dealings.h"
#include "queries/queries.h"
#include "queries/rows.h"

namespace entente {

namespace {

/// What there was in the first period and in the second.
using Change = std::array<Dealings, 2>;
using Pair = std::pair<std::uint32_t, std::uint32_t>;

std::int64_t difference(std::size_t before, std::size_t after) {
  return static_cast<std::int64_t>(after) - static_cast<std::int64_t>(before);
}

/// The sum of changes in the quad classes, so that as many events of another class are a change too.
std::int64_t shift(const Change& change) {
  std::int64_t sum = 0;
  for (std::size_t quad = 0; quad < change[0].quads.size(); ++quad) {
    sum += std::abs(difference(change[0].quads[quad], change[1].quads[quad]));
  }
  return sum;
}

bool lies_in(const DayRange& days, const GraphEvent& event) {
  const std::string first = first_day(day_of(event));
  return !first.empty() && first >= days.from && last_day(day_of(event)) <= days.to;
}

/// Sums up the events of both periods, by actor and by pair of actors.
class Comparison {
 public:
  Comparison(const World& world, const DayRange& first, const DayRange& second) : world_(world) {
    for (const GraphEvent& event : world.graph.events) {
      if (!selects(world.filter, event)) continue;
      if (lies_in(first, event)) add(event, 0);
      if (lies_in(second, event)) add(event, 1);
    }
  }

  [[nodiscard]] const std::map<std::uint32_t, Change>& actors() const { return actors_; }
  [[nodiscard]] const std::map<Pair, Change>& pairs() const { return pairs_; }
  [[nodiscard]] std::size_t events(std::size_t period) const { return events_[period]; }

 private:
  void add(const GraphEvent& event, std::size_t period) {
    const std::vector<std::uint32_t> sources = actors_among(event.sources);
    const std::vector<std::uint32_t> targets = actors_among(event.targets);
    std::vector<std::uint32_t> everybody = sources;
    everybody.insert(everybody.end(), targets.begin(), targets.end());
    std::ranges::sort(everybody);
    everybody.erase(std::unique(everybody.begin(), everybody.end()), everybody.end());
    for (const std::uint32_t actor : everybody) actors_[actor][period].add(event);
    for (const Pair& pair : pairs_of(sources, event.targets.empty() ? sources : targets)) {
      pairs_[pair][period].add(event);
    }
    if (!everybody.empty()) ++events_[period];
  }

  [[nodiscard]] std::vector<std::uint32_t> actors_among(const std::vector<std::uint32_t>& entities) const {
    std::vector<std::uint32_t> actors;
    std::ranges::copy_if(entities, std::back_inserter(actors), [this](std::uint32_t e) { return is_actor(world_, e); });
    return actors;
  }

  /// Each two, the lower first, once.
  [[nodiscard]] static std::vector<Pair> pairs_of(const std::vector<std::uint32_t>& some,
                                                  const std::vector<std::uint32_t>& others) {
    std::vector<Pair> pairs;
    for (const std::uint32_t a : some) {
      for (const std::uint32_t b : others) {
        if (a != b) pairs.push_back(std::minmax(a, b));
      }
    }
    std::ranges::sort(pairs);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
  }

  const World& world_;
  std::map<std::uint32_t, Change> actors_;
  std::map<Pair, Change> pairs_;
  std::array<std::size_t, 2> events_{};
};

/// Those that changed, most first, then those with most events, then by index.
template <typename Key>
std::vector<std::pair<Key, Change>> most_changed(const std::map<Key, Change>& changes) {
  std::vector<std::pair<Key, Change>> sorted;
  std::ranges::copy_if(changes, std::back_inserter(sorted), [](const auto& entry) { return shift(entry.second) > 0; });
  std::ranges::stable_sort(sorted, std::ranges::greater{}, [](const auto& entry) {
    return std::pair(shift(entry.second), entry.second[0].events + entry.second[1].events);
  });
  return sorted;
}

Section section_of(std::string key, std::string heading, std::vector<std::string> who, std::vector<std::string> ids) {
  Section section{std::move(key), std::move(heading), std::move(who), {}, false, {}, ids};
  for (const char* column : {"first", "second", "change", "tie", "cooperation_change", "conflict_change",
                             "first_mean_intensity", "second_mean_intensity", "shift"}) {
    section.columns.emplace_back(column);
  }
  section.unseen.emplace_back("shift");
  for (const char* period : {"first_", "second_"}) {
    for (const std::string& column : finer_dealings_columns()) {
      section.columns.push_back(period + column);
      section.unseen.push_back(period + column);
    }
  }
  std::ranges::move(ids, std::back_inserter(section.columns));
  return section;
}

/// Whether there was nothing before, or is nothing any more.
Value novelty(const Change& change) {
  if (change[0].events == 0) return "new";
  if (change[1].events == 0) return "gone";
  return {};
}

void append_change(std::vector<Value>& row, const Change& change) {
  const auto& [before, after] = change;
  row.push_back(count_value(before.events));
  row.push_back(count_value(after.events));
  row.emplace_back(difference(before.events, after.events));
  row.push_back(novelty(change));
  row.emplace_back(difference(before.quads[1] + before.quads[2], after.quads[1] + after.quads[2]));
  row.emplace_back(difference(before.quads[3] + before.quads[4], after.quads[3] + after.quads[4]));
  row.push_back(before.mean_intensity());
  row.push_back(after.mean_intensity());
  row.emplace_back(shift(change));
  for (const Dealings& sum : change) {
    for (std::size_t quad = 1; quad < sum.quads.size(); ++quad) row.push_back(count_value(sum.quads[quad]));
  }
}

Section actor_rows(const World& world, const Comparison& comparison, std::size_t limit, Answer& answer) {
  Section section = section_of("actors", "Actors whose events changed most", {"name", "kind"}, {"id"});
  const auto changes = most_changed(comparison.actors());
  for (const auto& [actor, change] : changes | std::views::take(limit)) {
    const GraphEntity& entity = world.graph.entities[actor];
    std::vector<Value> row{entity.name, std::string(word(entity.kind))};
    append_change(row, change);
    row.emplace_back(entity.id);
    section.rows.push_back(std::move(row));
  }
  note_left_out(answer, "actors", section.rows.size(), changes.size());
  return section;
}

Section pair_rows(const World& world, const Comparison& comparison, std::size_t limit, Answer& answer) {
  Section section = section_of("pairs", "Pairs whose events changed most", {"a", "b"}, {"a_id", "b_id"});
  const auto changes = most_changed(comparison.pairs());
  for (const auto& [pair, change] : changes | std::views::take(limit)) {
    const GraphEntity& a = world.graph.entities[pair.first];
    const GraphEntity& b = world.graph.entities[pair.second];
    std::vector<Value> row{a.name, b.name};
    append_change(row, change);
    row.emplace_back(a.id);
    row.emplace_back(b.id);
    section.rows.push_back(std::move(row));
  }
  note_left_out(answer, "pairs", section.rows.size(), changes.size());
  return section;
}

std::int64_t length(const DayRange& days) {
  const std::chrono::sys_days from = *parse_iso_date(days.from);
  const std::chrono::sys_days to = *parse_iso_date(days.to);
  return (to - from).count() + 1;
}

std::string described(const DayRange& days, std::size_t events) {
  return fmt::format("{} ({} days): {} event{}", days.text, length(days), events, events == 1 ? "" : "s");
}

}  // namespace

std::optional<DayRange> day_range_of(std::string_view text) {
  const std::size_t dots = text.find("..");
  const std::string_view first = text.substr(0, dots);
  const std::string_view last = dots == std::string_view::npos ? text : text.substr(dots + 2);
  DayRange days{first_day(first), last_day(last), std::string(text)};
  if (days.from.empty() || days.to.empty() || days.to < days.from) return std::nullopt;
  return days;
}

Answer compare(const World& world, const DayRange& first, const DayRange& second, std::size_t limit) {
  const Comparison comparison(world, first, second);
  Answer answer;
  answer.notes.push_back("first, " + described(first, comparison.events(0)));
  answer.notes.push_back("second, " + described(second, comparison.events(1)));
  answer.sections.push_back(actor_rows(world, comparison, limit, answer));
  answer.sections.push_back(pair_rows(world, comparison, limit, answer));
  return answer;
}

}  // namespace entente
