#include "graph/near_misses.h"

#include <algorithm>
#include <array>
#include <set>

#include "extract/text/fold.h"
#include "extract/text/generic_body.h"
#include "graph/entity_candidates.h"

namespace entente {
namespace {

bool stands_alone(const GraphEntity& entity) {
  if (!entity.links.wikidata.empty()) return false;
  if (entity.kind == Kind::organisation) return entity.country.empty() && is_generic_body(entity.name);
  return entity.kind == Kind::person && is_bare_surname(entity.name);
}

/// The full names of an entity: its name, and aliases that are more than a surname.
std::set<std::string> full_names(const GraphEntity& entity) {
  std::set<std::string> result{slug(entity.name)};
  for (const std::string& alias : entity.aliases) {
    if (entity.kind != Kind::person || !is_bare_surname(alias)) result.insert(slug(alias));
  }
  return result;
}

std::set<std::string> words_of(const GraphEntity& entity) {
  std::set<std::string> result;
  for (const Word& word : words(entity.name)) result.insert(word.folded);
  return result;
}

bool links_differ(const Links& a, const Links& b) {
  const auto differ = [](const std::string& x, const std::string& y) { return !x.empty() && !y.empty() && x != y; };
  return differ(a.wikidata, b.wikidata) || differ(a.iso3, b.iso3);
}

Apart reason(const GraphEntity& a, const GraphEntity& b) {
  if (links_differ(a.links, b.links)) return Apart::links;
  if (a.kind != b.kind) return Apart::kind;
  if (stands_alone(a) || stands_alone(b)) return Apart::single_word;
  if (!a.country.empty() && !b.country.empty() && a.country != b.country) return Apart::country;
  return Apart::many_bearers;
}

struct Reason {
  std::string_view word;
  std::string_view prose;
};
constexpr std::array<Reason, 5> kReasons = {
    {{"links", "different links"},
     {"kind", "different kinds"},
     {"single_word", "a single word, or a body as every country has, which is joined in its article alone"},
     {"country", "different countries"},
     {"many_bearers", "several bear the name, and nothing says which it is"}}};

}  // namespace

std::string_view word(Apart why) {
  return kReasons[static_cast<std::size_t>(why)].word;
}

std::string_view described(Apart why) {
  return kReasons[static_cast<std::size_t>(why)].prose;
}

std::vector<NearMiss> near_misses(const KnowledgeGraph& graph, std::uint32_t entity) {
  const GraphEntity& of = graph.entities[entity];
  const std::set<std::string> names = full_names(of);
  const std::set<std::string> parts = words_of(of);
  std::vector<NearMiss> result;
  for (std::uint32_t i = 0; i < graph.entities.size(); ++i) {
    if (i == entity) continue;
    const GraphEntity& other = graph.entities[i];
    const bool persons = of.kind == Kind::person && other.kind == Kind::person;
    const bool part = persons && ((stands_alone(other) && parts.contains(slug(other.name))) ||
                                  (stands_alone(of) && words_of(other).contains(slug(of.name))));
    const bool same = std::ranges::any_of(full_names(other), [&](const auto& name) { return names.contains(name); });
    if (part || same) result.push_back({i, reason(of, other)});
  }
  return result;
}

}  // namespace entente
