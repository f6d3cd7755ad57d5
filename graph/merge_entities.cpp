#include "graph/merge_entities.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "extract/text/utf8.h"
#include "graph/compose_entity.h"
#include "graph/entity_corrections.h"
#include "graph/entity_resolution.h"

namespace entente {
namespace {

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

/// Gives ids to entities that have only their bare keys.
void give_ids(std::vector<GraphEntity>& entities) {
  std::map<std::string, std::vector<std::size_t>> by_key;
  for (std::size_t i = 0; i < entities.size(); ++i) by_key[entities[i].id].push_back(i);
  for (const auto& [key, sharers] : by_key) {
    if (sharers.size() == 1) continue;
    std::vector<const GraphEntity*> namesakes;
    for (const std::size_t i : sharers) namesakes.push_back(&entities[i]);
    const std::vector<std::string> endings = qualifiers(namesakes);
    for (std::size_t i = 0; i < sharers.size(); ++i) entities[sharers[i]].id = key + endings[i];
  }
  make_unique(entities);
}

/// Adds up what an article says of each entity: into profiles that `profile_of` gives, nullptr where it is not used.
template <typename ProfileOf>
void add_profiles(const Extraction& extraction, const ProfileOf& profile_of) {
  std::vector<Profile*> profiles;
  for (std::size_t i = 0; i < extraction.entities.size(); ++i) {
    profiles.push_back(profile_of(i));
    if (profiles[i] != nullptr) profiles[i]->add(extraction.entities[i]);
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

}  // namespace

struct EntityMerge::Impl {
  using Profiles = std::unordered_map<Identity, Profile, IdentityHash>;

  /// Where entities of articles belong, and why.
  struct Place {
    std::int32_t entity = -1;
    JoinRule rule = JoinRule::name;
    std::optional<std::size_t> by;  // the correction
  };
  using Places = std::unordered_map<Identity, Place, IdentityHash>;

  std::vector<Correction> corrections;
  std::set<std::string, std::less<>> named;  // articles that corrections name
  Profiles candidates;
  std::map<std::string, Profiles> of_article;  // of the articles named
  Places places;                               // after finish()
  std::map<std::string, Places, std::less<>> places_in;
  std::vector<EntityDrop> drops;
  std::vector<CorrectionEffect> effects;

  /// Puts corrected entities in the order of their ids; gives the place of each in it.
  std::vector<std::int32_t> sort(std::vector<GraphEntity>& entities) const {
    std::vector<std::size_t> order(entities.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) -> const std::string& { return entities[i].id; });
    std::vector<GraphEntity> sorted;
    std::vector<std::int32_t> place(entities.size());
    for (const std::size_t i : order) {
      place[i] = static_cast<std::int32_t>(sorted.size());
      sorted.push_back(std::move(entities[i]));
    }
    entities = std::move(sorted);
    return place;
  }

  [[nodiscard]] ArticleProfiles article_profiles(std::span<const Candidate> all) const {
    ArticleProfiles result;
    for (const auto& [article, profiles] : of_article) {
      for (const auto& [identity, profile] : profiles) {
        const auto at = std::ranges::lower_bound(all, identity, {},
                                                 [](const Candidate& c) -> const Identity& { return *c.identity; });
        result[article].emplace(static_cast<std::size_t>(at - all.begin()), profile);
      }
    }
    return result;
  }

  void keep_places(const CorrectedEntities& corrected, const std::vector<std::int32_t>& place,
                   std::span<const Candidate> all, const Resolved& ruled) {
    const auto place_of = [&](const CorrectedEntities::Place& at, std::size_t candidate) {
      return Place{place[at.entity], at.by ? JoinRule::correction : ruled.rules[candidate], at.by};
    };
    for (std::size_t set = 0; set < ruled.sets.size(); ++set) {
      for (const std::size_t i : ruled.sets[set]) places[*all[i].identity] = place_of(corrected.of_set[set], i);
    }
    for (const auto& [article, parts] : corrected.of_article) {
      for (const auto& [i, at] : parts) places_in[article][*all[i].identity] = place_of(at, i);
    }
    for (const CorrectedEntities::Drop& drop : corrected.drops) drops.push_back({place[drop.entity], drop.by});
  }

  [[nodiscard]] const Place* place_of(const Entity& entity, const std::string& article) const {
    const Identity identity = identity_of(entity, article);
    if (const auto in = places_in.find(article); in != places_in.end()) {
      if (const auto found = in->second.find(identity); found != in->second.end()) return &found->second;
    }
    const auto found = places.find(identity);
    return found == places.end() ? nullptr : &found->second;
  }
};

EntityMerge::EntityMerge(std::span<const Correction> corrections) : impl_(std::make_unique<Impl>()) {
  impl_->corrections.assign(corrections.begin(), corrections.end());
  impl_->named = articles_named(corrections);
}
EntityMerge::~EntityMerge() = default;
EntityMerge::EntityMerge(EntityMerge&&) noexcept = default;
EntityMerge& EntityMerge::operator=(EntityMerge&&) noexcept = default;

void EntityMerge::add(const Extraction& extraction) {
  const std::vector<bool> used = used_entities(extraction);
  const std::string& article = extraction.article.id;
  const auto add_to = [&](Impl::Profiles& profiles) {
    add_profiles(extraction, [&](std::size_t i) {
      return used[i] ? &profiles[identity_of(extraction.entities[i], article)] : nullptr;
    });
  };
  add_to(impl_->candidates);
  if (impl_->named.contains(article)) add_to(impl_->of_article[article]);
}

std::vector<GraphEntity> EntityMerge::finish() {
  std::vector<Candidate> all;
  for (const auto& [identity, profile] : impl_->candidates) all.push_back({&identity, &profile});
  std::ranges::sort(all, {}, [](const Candidate& c) -> const Identity& { return *c.identity; });

  Resolved resolved = resolve(all, kept_apart(impl_->corrections, all));
  RuledEntities ruled;
  for (const Members& members : resolved.sets) {
    std::vector<Candidate> parts;
    for (const std::size_t i : members) parts.push_back(all[i]);
    ruled.entities.push_back(composed(parts));
  }
  give_ids(ruled.entities);
  ruled.sets = resolved.sets;
  CorrectedEntities corrected =
      entente::corrected(std::move(ruled), impl_->corrections, all, impl_->article_profiles(all));
  make_unique(corrected.entities);

  const std::vector<std::int32_t> place = impl_->sort(corrected.entities);
  impl_->keep_places(corrected, place, all, resolved);
  impl_->effects = std::move(corrected.effects);
  impl_->candidates.clear();
  impl_->of_article.clear();
  return std::move(corrected.entities);
}

std::vector<std::int32_t> EntityMerge::members(const Extraction& extraction) const {
  const std::vector<bool> used = used_entities(extraction);
  std::vector<std::int32_t> result(extraction.entities.size(), -1);
  for (std::size_t i = 0; i < result.size(); ++i) {
    if (!used[i]) continue;
    const Impl::Place* place = impl_->place_of(extraction.entities[i], extraction.article.id);
    if (place != nullptr) result[i] = place->entity;
  }
  return result;
}

std::vector<std::string> EntityMerge::rules(const Extraction& extraction) const {
  std::vector<std::string> result;
  for (const Entity& entity : extraction.entities) {
    const Impl::Place* place = impl_->place_of(entity, extraction.article.id);
    result.emplace_back(place == nullptr ? std::string_view() : word(place->rule));
    if (place != nullptr && place->by) result.back() += fmt::format(" {}", *place->by + 1);
  }
  return result;
}

const std::vector<EntityDrop>& EntityMerge::drops() const {
  return impl_->drops;
}

const std::vector<CorrectionEffect>& EntityMerge::effects() const {
  return impl_->effects;
}

}  // namespace entente
