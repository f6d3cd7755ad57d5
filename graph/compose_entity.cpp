#include "graph/compose_entity.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace entente {
namespace {

bool longer(const std::string& a, const std::string& b) {
  return a.size() > b.size();
}

std::vector<std::string> aliases_of(const Profile& profile, const std::string& name) {
  std::set<std::string> result;
  for (const auto& [spelling, votes] : profile.names.votes()) result.insert(spelling);
  for (const auto& [spelling, votes] : profile.spellings.votes()) result.insert(spelling);
  result.erase(name);
  return {result.begin(), result.end()};
}

}  // namespace

GraphEntity composed(std::span<const Candidate> parts) {
  const bool linked = std::ranges::any_of(parts, [](const Candidate& part) { return part.identity->linked(); });
  Profile all;
  std::map<Kind, std::uint32_t> kinds;
  std::map<Kind, Tally<std::string>> bases;
  for (const Candidate& part : parts) {
    all.add(*part.profile);
    if (linked && !part.identity->linked()) continue;
    kinds[part.identity->kind] += part.profile->mentions;
    bases[part.identity->kind].add(part.identity->base, part.profile->articles);
  }
  GraphEntity result;
  result.kind = std::max_element(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) {
                  return a.second < b.second;
                })->first;
  result.id = bases[result.kind].best();
  if (const std::string& apart = parts.front().identity->apart; !apart.empty()) result.id.append("~").append(apart);
  result.name = (linked ? all.lexicon_names : all.names).best(longer);
  result.aliases = aliases_of(all, result.name);
  result.type = all.types.best();
  result.country = all.countries.best();
  result.sector = all.sectors.best();
  result.links = {all.iso3.best(), all.wikidata.best(), all.cow.best()};
  return result;
}

}  // namespace entente
