#include "graph/entity_candidates.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "extract/text/fold.h"
#include "extract/text/generic_body.h"
#include "graph/content_hash.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 16> kParticles = {"al", "bin", "da",  "de", "del", "den", "der", "di",
                                                         "du", "el",  "ibn", "la", "le",  "ter", "van", "von"};

constexpr std::array<Tally<std::string> Profile::*, 9> kTallies = {
    &Profile::names, &Profile::lexicon_names, &Profile::types, &Profile::countries, &Profile::sectors,
    &Profile::iso3,  &Profile::wikidata,      &Profile::cow,   &Profile::spellings};

/// The entity's key where it is one of its kind, else one made of its name.
std::string base_key(const Entity& entity) {
  const std::string prefix = std::string(word(entity.kind)) + "/";
  if (entity.key.size() > prefix.size() && entity.key.starts_with(prefix)) return entity.key;
  const std::string name = slug(entity.name);
  return name.empty() ? fmt::format("{}x{:.12}", prefix, fingerprint({entity.name}).hex()) : prefix + name;
}

}  // namespace

std::size_t IdentityHash::operator()(const Identity& identity) const {
  auto hash = static_cast<std::size_t>(identity.kind);
  for (const std::string* part :
       {&identity.base, &identity.iso3, &identity.wikidata, &identity.country, &identity.apart}) {
    hash = hash * 1000003 + std::hash<std::string>{}(*part);
  }
  return hash;
}

bool is_bare_surname(std::string_view name) {
  std::size_t count = 0;
  std::size_t at = 0;
  while (at < name.size()) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    const std::string word = fold(name.substr(at, end - at));
    const bool particle = std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
    if (!word.empty() && !particle) ++count;
    at = end + 1;
  }
  return count < 2;
}

bool is_linked(const Entity& entity) {
  return !entity.links.wikidata.empty() || (entity.kind == Kind::country && !entity.links.iso3.empty());
}

std::string article_mark(std::string_view article) {
  return fingerprint({article}).hex().substr(0, 8);
}

Identity identity_of(const Entity& entity, std::string_view article) {
  Identity identity{entity.kind, base_key(entity), {}, {}, {}, {}};
  if (is_linked(entity)) {
    if (entity.kind == Kind::country) identity.iso3 = entity.links.iso3;
    identity.wikidata = entity.links.wikidata;
    return identity;
  }
  identity.country = entity.country;
  const bool generic = entity.kind == Kind::organisation && entity.country.empty() && is_generic_body(entity.name);
  const bool surname = entity.kind == Kind::person && is_bare_surname(entity.name);
  if (generic || surname) identity.apart = article_mark(article);
  return identity;
}

std::vector<bool> used_entities(const Extraction& extraction) {
  std::vector<bool> used(extraction.entities.size(), false);
  const auto use = [&used, &extraction](std::int32_t entity) {
    const auto at = static_cast<std::size_t>(entity);
    if (entity >= 0 && at < used.size()) used[at] = extraction.entities[at].named;
  };
  for (const Mention& mention : extraction.mentions) use(mention.entity);
  for (const Relation& relation : extraction.relations) {
    use(relation.subject);
    use(relation.object);
  }
  for (const Event& event : extraction.events) {
    use(event.place);
    use(event.attribution);
    std::for_each(event.sources.begin(), event.sources.end(), use);
    std::for_each(event.targets.begin(), event.targets.end(), use);
  }
  return used;
}

void Profile::add(const Entity& entity) {
  names.add(entity.name);
  if (is_linked(entity)) lexicon_names.add(entity.name);
  const auto vote = [](Tally<std::string>& tally, const std::string& value) {
    if (!value.empty()) tally.add(value);
  };
  vote(types, entity.type);
  vote(countries, entity.country);
  vote(sectors, entity.sector);
  vote(iso3, entity.links.iso3);
  vote(wikidata, entity.links.wikidata);
  vote(cow, entity.links.cow);
  ++articles;
}

void Profile::add(const Profile& other) {
  for (const auto tally : kTallies) (this->*tally).add(other.*tally);
  articles += other.articles;
  mentions += other.mentions;
}

void Profile::remove(const Profile& part) {
  for (const auto tally : kTallies) (this->*tally).remove(part.*tally);
  articles -= std::min(articles, part.articles);
  mentions -= std::min(mentions, part.mentions);
}

bool countries_conflict(const Profile& a, const Profile& b) {
  if (a.countries.empty() || b.countries.empty()) return false;
  return std::none_of(a.countries.votes().begin(), a.countries.votes().end(),
                      [&b](const auto& vote) { return b.countries.has(vote.first); });
}

std::string spelling_of(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (space && (result.empty() || result.back() == ' ')) continue;
    result += space ? ' ' : c;
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

}  // namespace entente
