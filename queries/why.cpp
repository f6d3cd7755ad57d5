// Why an entity is what it is: by which rules its articles' entities became one, and what was kept apart from it.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "graph/near_misses.h"
#include "queries/queries.h"
#include "queries/rows.h"

namespace entente {

namespace {

std::string correction_text(std::size_t number, std::span<const Correction> corrections) {
  if (number == 0 || number > corrections.size()) return "a correction";
  return fmt::format("correction {}: {}", number, described(corrections[number - 1]));
}

std::string of_country(const Joining& joining) {
  return joining.country.empty() ? "" : fmt::format(", and the same country ({})", joining.country);
}

/// The rule of a joining as prose.
std::string reason(const Joining& joining, const GraphEntity& entity, std::span<const Correction> corrections) {
  if (joining.rule == "correction") return correction_text(joining.correction, corrections);
  if (joining.rule == "link") {
    return joining.wikidata.empty() ? fmt::format("it carries the ISO code {}", joining.country)
                                    : fmt::format("it carries the link {}", joining.wikidata);
  }
  if (joining.rule == "name_country") return fmt::format("the same name and country ({})", joining.country);
  if (joining.rule == "name") return "the same name, and no country is known";
  if (joining.rule == "only") return "the same name, which nobody else bears";
  if (joining.rule == "kind") return fmt::format("the name is far better known as one of a {}", word(entity.kind));
  if (joining.rule == "spelling") return fmt::format("a spelling of the same name{}", of_country(joining));
  if (joining.rule == "acronym") return "the acronym by which another article calls it";
  return entity.kind == Kind::organisation ? "a body as every country has: joined in its article alone"
                                           : "a single word: joined in its article alone";
}

/// Articles' entities alike in all that is told, as one row.
Section joined(const GraphEntity& entity, std::span<const Joining> joinings, std::span<const Correction> corrections,
               std::size_t limit, Answer& answer) {
  struct Group {
    std::size_t articles = 0;
    const Joining* first = nullptr;
  };
  using Alike = std::tuple<std::string, std::string, std::string, std::string, std::size_t>;
  std::map<Alike, Group> groups;
  for (const Joining& each : joinings) {
    Group& group = groups[{each.name, each.country, each.wikidata, each.rule, each.correction}];
    ++group.articles;
    if (group.first == nullptr) group.first = &each;
  }
  std::vector<Group> sorted;
  for (const auto& [alike, group] : groups) sorted.push_back(group);
  std::ranges::stable_sort(sorted, std::ranges::greater{}, &Group::articles);

  Section section{"joined",
                  "Why its articles speak of one",
                  {"articles", "name", "country", "reason", "rule", "correction", "wikidata", "key", "first_article"},
                  {},
                  false,
                  {},
                  {"rule", "correction", "wikidata", "key"}};
  for (const Group& group : sorted) {
    if (section.rows.size() == limit) break;
    const Joining& j = *group.first;
    section.rows.push_back({count_value(group.articles), j.name, text_value(j.country), reason(j, entity, corrections),
                            j.rule, j.correction == 0 ? Value() : count_value(j.correction), text_value(j.wikidata),
                            j.key, j.article});
  }
  note_left_out(answer, "reasons", section.rows.size(), sorted.size());
  return section;
}

/// The number of a `not same` between two ids, either way; 0 where there is none.
std::size_t kept_apart_by(std::span<const Correction> corrections, const std::string& a, const std::string& b) {
  const auto between = [&](const Correction& c) {
    return c.action == CorrectionAction::not_same &&
           ((c.target == a && c.value == b) || (c.target == b && c.value == a));
  };
  const auto found = std::ranges::find_if(corrections, between);
  return found == corrections.end() ? 0 : static_cast<std::size_t>(found - corrections.begin()) + 1;
}

Section apart(const World& world, std::uint32_t entity, std::span<const Correction> corrections, std::size_t limit,
              Answer& answer) {
  Section section{"kept_apart",
                  "Not taken for it",
                  {"id", "name", "kind", "country", "articles", "reason", "rule", "correction"},
                  {},
                  false,
                  {},
                  {"rule", "correction"}};
  const std::vector<NearMiss> misses = near_misses(world.graph, entity);
  for (const NearMiss& miss : misses) {
    if (section.rows.size() == limit) break;
    const GraphEntity& other = world.graph.entities[miss.entity];
    const std::size_t by = kept_apart_by(corrections, world.graph.entities[entity].id, other.id);
    section.rows.push_back({other.id, other.name, std::string(word(other.kind)), text_value(other.country),
                            count_value(other.articles),
                            by == 0 ? std::string(described(miss.why)) : correction_text(by, corrections),
                            by == 0 ? std::string(word(miss.why)) : "correction", by == 0 ? Value() : count_value(by)});
  }
  note_left_out(answer, "look-alikes", section.rows.size(), misses.size());
  return section;
}

}  // namespace

Answer why_entity(const World& world, std::uint32_t entity, std::span<const Joining> joinings,
                  std::span<const Correction> corrections, std::size_t limit) {
  const GraphEntity& of = world.graph.entities[entity];
  Answer answer;
  answer.sections.push_back({"entity",
                             of.name,
                             {"id", "name", "kind", "type", "country", "wikidata", "articles"},
                             {{of.id, of.name, std::string(word(of.kind)), text_value(of.type), text_value(of.country),
                               text_value(of.links.wikidata), count_value(of.articles)}},
                             true});
  answer.sections.push_back(joined(of, joinings, corrections, limit, answer));
  answer.sections.push_back(apart(world, entity, corrections, limit, answer));
  return answer;
}

}  // namespace entente
