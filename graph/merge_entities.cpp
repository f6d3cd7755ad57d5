#include "graph/merge_entities.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "extract/text/fold.h"
#include "extract/text/utf8.h"
#include "graph/content_hash.h"
#include "graph/tally.h"

namespace entente {
namespace {

constexpr std::uint32_t kWeakFactor = 4;  // how many times the mentions of a weak namesake the strong one must have
constexpr std::array<std::string_view, 16> kParticles = {"al", "bin", "da",  "de", "del", "den", "der", "di",
                                                         "du", "el",  "ibn", "la", "le",  "ter", "van", "von"};

/// A single word once particles are left out; hyphens and apostrophes do not part words here ("al-Assad", "O'Brien").
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

/// The entity's key where it is one of its kind, else one made of its name.
std::string base_key(const Entity& entity) {
  const std::string prefix = std::string(word(entity.kind)) + "/";
  if (entity.key.size() > prefix.size() && entity.key.starts_with(prefix)) return entity.key;
  const std::string name = slug(entity.name);
  return name.empty() ? fmt::format("{}x{:.12}", prefix, fingerprint({entity.name}).hex()) : prefix + name;
}

/// What makes an entity of an article the same as one of another before anything is weighed.
struct Identity {
  Kind kind = Kind::person;
  std::string base;
  std::string iso3;      // linked only
  std::string wikidata;  // linked only
  std::string country;   // unlinked only
  std::string apart;     // hash of the article where the entity stays by itself
  auto operator<=>(const Identity&) const = default;
  [[nodiscard]] bool linked() const { return !iso3.empty() || !wikidata.empty(); }
};

Identity identity_of(const Entity& entity, const std::string& article) {
  Identity identity{entity.kind, base_key(entity), {}, {}, {}, {}};
  if (is_linked(entity)) {
    if (entity.kind == Kind::country) identity.iso3 = entity.links.iso3;
    identity.wikidata = entity.links.wikidata;
    return identity;
  }
  identity.country = entity.country;
  if (entity.kind == Kind::person && is_bare_surname(entity.name)) {
    identity.apart = fingerprint({article}).hex().substr(0, 8);
  }
  return identity;
}

/// Which named entities of an article it mentions or says something of.
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

/// What the articles say of an entity.
struct Profile {
  Tally<std::string> names;
  Tally<std::string> lexicon_names;  // of linked entities only
  Tally<std::string> types;
  Tally<std::string> countries;
  Tally<std::string> sectors;
  Tally<std::string> iso3;
  Tally<std::string> wikidata;
  Tally<std::string> cow;
  Tally<std::string> spellings;
  std::uint32_t articles = 0;
  std::uint32_t mentions = 0;

  void add(const Entity& entity) {
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
  void add(const Profile& other) {
    names.add(other.names);
    lexicon_names.add(other.lexicon_names);
    types.add(other.types);
    countries.add(other.countries);
    sectors.add(other.sectors);
    iso3.add(other.iso3);
    wikidata.add(other.wikidata);
    cow.add(other.cow);
    spellings.add(other.spellings);
    articles += other.articles;
    mentions += other.mentions;
  }
};

bool countries_conflict(const Profile& a, const Profile& b) {
  if (a.countries.empty() || b.countries.empty()) return false;
  return std::none_of(a.countries.votes().begin(), a.countries.votes().end(),
                      [&b](const auto& vote) { return b.countries.has(vote.first); });
}

/// Sets of candidates that are one entity; the lowest index stands for the set.
class Sets {
 public:
  explicit Sets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t find(std::size_t at) {
    while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
    return at;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

struct IdentityHash {
  std::size_t operator()(const Identity& identity) const {
    std::size_t hash = static_cast<std::size_t>(identity.kind);
    for (const std::string* part :
         {&identity.base, &identity.iso3, &identity.wikidata, &identity.country, &identity.apart}) {
      hash = hash * 1000003 + std::hash<std::string>{}(*part);
    }
    return hash;
  }
};

using Members = std::vector<std::size_t>;

/// The rules of EntityMerge over candidates that are sorted by identity, so that indices order what is known of them.
class Resolution {
 public:
  Resolution(const std::vector<const Identity*>& identities, const std::vector<const Profile*>& profiles)
      : identities_(identities), profiles_(profiles), sets_(identities.size()) {
    join_links();
    join_names();
    join_kinds();
  }

  /// The candidates of each entity, by lowest candidate.
  std::vector<Members> entities() {
    std::map<std::size_t, Members> sets;
    for (std::size_t i = 0; i < identities_.size(); ++i) sets[sets_.find(i)].push_back(i);
    std::vector<Members> result;
    for (auto& [root, members] : sets) result.push_back(std::move(members));
    return result;
  }

 private:
  void join_links() {
    std::map<std::string_view, std::size_t> first;
    const auto join = [&](const std::string& link, std::size_t candidate) {
      if (link.empty()) return;
      const auto [at, fresh] = first.emplace(link, candidate);
      if (!fresh) sets_.join(at->second, candidate);
    };
    for (std::size_t i = 0; i < identities_.size(); ++i) {
      join(identities_[i]->iso3, i);
      join(identities_[i]->wikidata, i);
    }
  }

  void join_names() {
    std::map<std::pair<Kind, std::string_view>, Members> groups;
    std::map<std::size_t, std::set<std::string>> countries;  // of linked entities
    for (std::size_t i = 0; i < identities_.size(); ++i) {
      if (!identities_[i]->apart.empty()) continue;
      groups[{identities_[i]->kind, identities_[i]->base}].push_back(i);
      if (!identities_[i]->linked()) continue;
      for (const auto& [country, votes] : profiles_[i]->countries.votes()) countries[sets_.find(i)].insert(country);
    }
    for (const auto& [name, members] : groups) join_namesakes(members, countries);
  }

  /// Candidates of one kind and key; each country, and none, has at most one without a link.
  void join_namesakes(const Members& members, std::map<std::size_t, std::set<std::string>>& countries) {
    std::set<std::size_t> linked;
    std::set<std::size_t> bearers;  // entities that bear the name
    Members with_country;
    Members without_country;
    for (const std::size_t i : members) {
      if (identities_[i]->linked())
        linked.insert(sets_.find(i));
      else
        (identities_[i]->country.empty() ? without_country : with_country).push_back(i);
    }
    bearers = linked;
    for (const std::size_t i : with_country) {
      Members same;
      for (const std::size_t root : linked) {
        if (countries[root].contains(identities_[i]->country)) same.push_back(root);
      }
      const bool only = linked.size() == 1 && countries[*linked.begin()].empty() && with_country.size() == 1;
      if (same.size() == 1) {
        sets_.join(same.front(), i);
      } else if (only) {
        sets_.join(*linked.begin(), i);
      } else {
        bearers.insert(i);
      }
    }
    if (bearers.size() != 1) return;
    for (const std::size_t i : without_country) sets_.join(*bearers.begin(), i);
  }

  struct Bearer {
    std::size_t root = 0;
    std::map<Kind, std::uint32_t> mentions;
    Profile profile;
    bool linked = false;
    [[nodiscard]] Kind kind() const {
      return std::max_element(mentions.begin(), mentions.end(),
                              [](const auto& a, const auto& b) { return a.second < b.second; })
          ->first;
    }
  };

  void join_kinds() {
    std::map<std::string_view, Members> groups;  // by key without its kind
    for (std::size_t i = 0; i < identities_.size(); ++i) {
      if (!identities_[i]->apart.empty()) continue;
      const std::string_view base = identities_[i]->base;
      groups[base.substr(base.find('/') + 1)].push_back(i);
    }
    for (const auto& [name, members] : groups) {
      const bool several = std::any_of(members.begin(), members.end(), [&](std::size_t i) {
        return identities_[i]->kind != identities_[members.front()]->kind;
      });
      if (several) join_weak(bearers_of(members));
    }
  }

  std::vector<Bearer> bearers_of(const Members& members) {
    std::map<std::size_t, Bearer> by_root;
    for (const std::size_t i : members) {
      Bearer& bearer = by_root[sets_.find(i)];
      bearer.root = sets_.find(i);
      bearer.mentions[identities_[i]->kind] += profiles_[i]->mentions;
      bearer.profile.add(*profiles_[i]);
      bearer.linked = bearer.linked || identities_[i]->linked();
    }
    std::vector<Bearer> result;
    for (auto& [root, bearer] : by_root) result.push_back(std::move(bearer));
    return result;
  }

  void join_weak(const std::vector<Bearer>& bearers) {
    const auto strong = std::max_element(bearers.begin(), bearers.end(), [](const Bearer& a, const Bearer& b) {
      return std::tuple(a.profile.mentions, b.kind(), b.root) < std::tuple(b.profile.mentions, a.kind(), a.root);
    });
    const auto of_its_kind = std::count_if(bearers.begin(), bearers.end(),
                                           [&](const Bearer& other) { return other.kind() == strong->kind(); });
    if (of_its_kind != 1) return;
    for (const Bearer& weak : bearers) {
      const bool is_weak =
          !weak.linked && weak.profile.articles == 1 && weak.profile.mentions * kWeakFactor <= strong->profile.mentions;
      if (is_weak && &weak != &*strong && !countries_conflict(weak.profile, strong->profile)) {
        sets_.join(weak.root, strong->root);
      }
    }
  }

  const std::vector<const Identity*>& identities_;
  const std::vector<const Profile*>& profiles_;
  Sets sets_;
};

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

/// A mention's words with runs of white space made one space.
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

/// Endings that tell entities with the same key from each other.
std::vector<std::string> qualifiers(const std::vector<const GraphEntity*>& namesakes) {
  std::map<std::string, int> countries;
  for (const GraphEntity* entity : namesakes) ++countries[entity->country];
  std::vector<std::string> result;
  std::map<std::string, int> taken;
  for (const GraphEntity* entity : namesakes) {
    const std::string link =
        entity->links.iso3.empty() || entity->kind != Kind::country ? entity->links.wikidata : entity->links.iso3;
    std::string ending;
    if (!entity->country.empty() && countries[entity->country] == 1) {
      ending = fmt::format("@{}", entity->country);
    } else if (!link.empty()) {
      ending = fmt::format("@{}", link);
    } else if (!entity->country.empty()) {
      ending = fmt::format("@{}", entity->country);
    }
    const int number = ++taken[ending];
    result.push_back(number == 1 ? ending : fmt::format("{}~{}", ending, number));
  }
  return result;
}

/// Keys may look like ids that were qualified here; what is still the same gets a number, in the order of the entities.
void make_unique(std::vector<GraphEntity>& entities) {
  std::set<std::string> taken;
  for (GraphEntity& entity : entities) {
    std::string id = entity.id;
    for (int number = 2; !taken.insert(id).second; ++number) id = fmt::format("{}~{}", entity.id, number);
    entity.id = id;
  }
}

}  // namespace

struct EntityMerge::Impl {
  std::unordered_map<Identity, Profile, IdentityHash> candidates;
  std::unordered_map<Identity, std::int32_t, IdentityHash> entity_of;  // after finish()

  /// An entity from its candidates, its id still the bare key.
  static GraphEntity entity(const Members& members, const std::vector<const Identity*>& identities,
                            const std::vector<const Profile*>& profiles) {
    const bool linked =
        std::any_of(members.begin(), members.end(), [&](std::size_t i) { return identities[i]->linked(); });
    Profile all;
    std::map<Kind, std::uint32_t> kinds;
    std::map<Kind, Tally<std::string>> bases;
    for (const std::size_t i : members) {
      all.add(*profiles[i]);
      if (linked && !identities[i]->linked()) continue;
      kinds[identities[i]->kind] += profiles[i]->mentions;
      bases[identities[i]->kind].add(identities[i]->base, profiles[i]->articles);
    }
    GraphEntity result;
    result.kind = std::max_element(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) {
                    return a.second < b.second;
                  })->first;
    result.id = bases[result.kind].best();
    if (const std::string& apart = identities[members.front()]->apart; !apart.empty())
      result.id.append("~").append(apart);
    result.name = (linked ? all.lexicon_names : all.names).best(longer);
    result.aliases = aliases_of(all, result.name);
    result.type = all.types.best();
    result.country = all.countries.best();
    result.sector = all.sectors.best();
    result.links = {all.iso3.best(), all.wikidata.best(), all.cow.best()};
    return result;
  }
};

EntityMerge::EntityMerge() : impl_(std::make_unique<Impl>()) {}
EntityMerge::~EntityMerge() = default;
EntityMerge::EntityMerge(EntityMerge&&) noexcept = default;
EntityMerge& EntityMerge::operator=(EntityMerge&&) noexcept = default;

void EntityMerge::add(const Extraction& extraction) {
  const std::vector<bool> used = used_entities(extraction);
  std::vector<Profile*> profiles(extraction.entities.size(), nullptr);
  for (std::size_t i = 0; i < extraction.entities.size(); ++i) {
    if (!used[i]) continue;
    profiles[i] = &impl_->candidates[identity_of(extraction.entities[i], extraction.article.id)];
    profiles[i]->add(extraction.entities[i]);
  }
  const std::string& text = extraction.article.text;
  const CodePoints offsets(text);
  const std::size_t length = count_code_points(text);
  for (const Mention& mention : extraction.mentions) {
    const auto entity = static_cast<std::size_t>(mention.entity);
    if (mention.entity < 0 || entity >= profiles.size() || !profiles[entity]) continue;
    ++profiles[entity]->mentions;
    if (mention.form != Form::name || mention.span.end > length || mention.span.end <= mention.span.begin) continue;
    const ByteSpan bytes = offsets.bytes(mention.span);
    profiles[entity]->spellings.add(spelling_of(std::string_view(text).substr(bytes.begin, bytes.size())));
  }
}

std::vector<GraphEntity> EntityMerge::finish() {
  std::vector<const Identity*> identities;
  std::vector<const Profile*> profiles;
  for (const auto& [identity, profile] : impl_->candidates) identities.push_back(&identity);
  std::sort(identities.begin(), identities.end(), [](const auto* a, const auto* b) { return *a < *b; });
  for (const Identity* identity : identities) profiles.push_back(&impl_->candidates.at(*identity));

  const std::vector<Members> sets = Resolution(identities, profiles).entities();
  std::vector<GraphEntity> entities;
  std::map<std::string, std::vector<std::size_t>> by_key;
  for (const Members& members : sets) {
    entities.push_back(Impl::entity(members, identities, profiles));
    by_key[entities.back().id].push_back(entities.size() - 1);
  }
  for (const auto& [key, sharers] : by_key) {
    if (sharers.size() == 1) continue;
    std::vector<const GraphEntity*> namesakes;
    for (const std::size_t i : sharers) namesakes.push_back(&entities[i]);
    const std::vector<std::string> endings = qualifiers(namesakes);
    for (std::size_t i = 0; i < sharers.size(); ++i) entities[sharers[i]].id = key + endings[i];
  }

  std::vector<std::size_t> order(entities.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  make_unique(entities);
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return entities[a].id < entities[b].id; });
  std::vector<GraphEntity> result;
  for (const std::size_t i : order) {
    for (const std::size_t member : sets[i]) {
      impl_->entity_of[*identities[member]] = static_cast<std::int32_t>(result.size());
    }
    result.push_back(std::move(entities[i]));
  }
  impl_->candidates.clear();
  return result;
}

std::vector<std::int32_t> EntityMerge::members(const Extraction& extraction) const {
  const std::vector<bool> used = used_entities(extraction);
  std::vector<std::int32_t> result(extraction.entities.size(), -1);
  for (std::size_t i = 0; i < result.size(); ++i) {
    if (!used[i]) continue;
    const auto found = impl_->entity_of.find(identity_of(extraction.entities[i], extraction.article.id));
    if (found != impl_->entity_of.end()) result[i] = found->second;
  }
  return result;
}

}  // namespace entente
