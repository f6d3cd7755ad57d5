// Which entities come first by a measure.
#include <algorithm>
#include <array>
#include <numeric>

#include "queries/queries.h"
#include "queries/rows.h"

namespace entente {

namespace {

constexpr std::array<std::string_view, 6> kMeasures{"articles", "mentions", "degree",
                                                    "strength", "pagerank", "betweenness"};
static_assert(kMeasures.size() == static_cast<std::size_t>(Measure::betweenness) + 1);

std::vector<double> scores(const World& world, Measure by) {
  if (by == Measure::pagerank) return world.topology.pagerank();
  if (by == Measure::betweenness) return world.topology.betweenness();
  std::vector<double> scores(world.graph.entities.size());
  for (std::uint32_t i = 0; i < scores.size(); ++i) {
    switch (by) {
      case Measure::articles:
        scores[i] = world.graph.entities[i].articles;
        break;
      case Measure::mentions:
        scores[i] = world.graph.entities[i].mentions;
        break;
      case Measure::degree:
        scores[i] = static_cast<double>(world.topology.degree(i));
        break;
      default:
        scores[i] = world.topology.strength(i);
    }
  }
  return scores;
}

bool is_count(Measure by) {
  return by <= Measure::degree;
}

}  // namespace

std::string_view word(Measure measure) {
  return kMeasures.at(static_cast<std::size_t>(measure));
}

std::optional<Measure> measure_of(std::string_view word) {
  const auto* found = std::ranges::find(kMeasures, word);
  if (found == kMeasures.end()) return std::nullopt;
  return static_cast<Measure>(found - kMeasures.begin());
}

std::span<const std::string_view> measure_words() {
  return kMeasures;
}

Answer top(const World& world, Measure by, std::size_t limit) {
  const std::vector<double> score = scores(world, by);
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < score.size(); ++i) {
    if (world.topology.selected(i)) order.push_back(i);
  }
  std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::uint32_t i) { return score[i]; });
  Section section{"entities",
                  "Entities by " + std::string(word(by)),
                  {"rank", "name", "kind", "type", "country", "articles", "mentions", "degree"},
                  {},
                  false,
                  {},
                  {"id"}};
  if (!is_count(by)) section.columns.emplace_back(word(by));
  section.columns.emplace_back("id");
  for (const std::uint32_t i : order) {
    if (section.rows.size() == limit) break;
    const GraphEntity& entity = world.graph.entities[i];
    std::vector<Value> row{count_value(section.rows.size() + 1),

                           entity.name,
                           std::string(word(entity.kind)),
                           text_value(entity.type),
                           text_value(entity.country),
                           count_value(entity.articles),
                           count_value(entity.mentions),
                           count_value(world.topology.degree(i))};
    if (!is_count(by)) row.emplace_back(score[i]);
    row.emplace_back(entity.id);
    section.rows.push_back(std::move(row));
  }
  Answer answer;
  note_left_out(answer, "entities", section.rows.size(), order.size());
  answer.sections.push_back(std::move(section));
  return answer;
}

}  // namespace entente
