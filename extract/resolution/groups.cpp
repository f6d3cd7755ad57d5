#include "extract/resolution/groups.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace entente {
namespace {

/// Nouns for sides that any kind may be.
bool sides(std::string_view noun) {
  constexpr std::array<std::string_view, 6> kSides{"side", "party", "neighbor", "neighbour", "ally", "both"};
  return std::ranges::find(kSides, noun) != kSides.end();
}

/// The kinds that two of a noun may be, the likeliest first.
std::vector<KindSet> kinds_of(const Referent& asks) {
  if (sides(asks.word) || asks.word == "two") return {kCountry, kOrganisation, kPerson};
  if (asks.word == "government" || asks.word == "capital") return {kCountry};
  if (asks.traits.kinds & kCountry) return {kCountry};
  if (asks.traits.kinds == kPerson) return {kPerson};
  if (asks.traits.kinds == kOrganisation) return {kOrganisation};
  return {};
}

std::vector<std::int32_t> two_of(KindSet kind, std::uint32_t sentence, std::uint32_t asks, const Trees& trees,
                                 const std::vector<Referent>& referents) {
  std::set<std::int32_t> found;
  for (std::uint32_t r = asks; r-- > 0;) {
    const std::uint32_t at = trees.sentence_of(referents[r].head);
    if (at < sentence) break;
    const KindSet kinds = referents[r].traits.kinds;
    if (at == sentence && referents[r].entity != kNoEntity && (kinds & kind)) found.insert(referents[r].entity);
  }
  return {found.begin(), found.end()};
}

std::vector<std::int32_t> pair_meant(std::uint32_t asks, const Trees& trees, const std::vector<Referent>& referents) {
  const std::uint32_t sentence = trees.sentence_of(referents[asks].head);
  for (std::uint32_t back = 0; back <= 2 && back <= sentence; ++back) {
    for (const KindSet kind : kinds_of(referents[asks])) {
      std::vector<std::int32_t> found = two_of(kind, sentence - back, asks, trees, referents);
      if (found.size() == 2) return found;
      if (found.size() > 2) return {};
    }
  }
  return {};
}

bool subject(std::uint32_t token, const Trees& trees) {
  return trees.plain_relation(token) == "nsubj";
}

/// The entities of a row of names that begins with this referent; empty where another kind of thing is in it.
std::vector<std::int32_t> row_from(std::uint32_t r, const Trees& trees, const std::vector<Referent>& referents) {
  std::set<std::int32_t> found{referents[r].entity};
  for (const std::uint32_t child : trees.children(referents[r].head)) {
    if (trees.plain_relation(child) != "conj") continue;
    const auto same = std::find_if(referents.begin() + r, referents.end(),
                                   [child](const Referent& each) { return each.head >= child; });
    if (same == referents.end() || same->head != child || same->entity == kNoEntity) return {};
    if (!(same->traits.kinds & referents[r].traits.kinds)) return {};
    found.insert(same->entity);
  }
  return {found.begin(), found.end()};
}

std::vector<std::int32_t> row_meant(std::uint32_t asks, const Trees& trees, const std::vector<Referent>& referents) {
  const std::uint32_t sentence = trees.sentence_of(referents[asks].head);
  for (std::uint32_t r = asks; r-- > 0;) {
    const Referent& each = referents[r];
    if (trees.sentence_of(each.head) + 1 < sentence) break;
    if (!subject(each.head, trees) || each.word == "who") continue;
    if (each.entity == kNoEntity) return {};
    const std::vector<std::int32_t> row = row_from(r, trees, referents);
    return row.size() > 1 ? row : std::vector<std::int32_t>{};
  }
  return {};
}

}  // namespace

bool means_two(const Referent& referent, const Trees& trees) {
  if (referent.traits.number != Number::many || referent.unlisted || referent.reach != Reach::known) return false;
  for (std::uint32_t t = referent.first; t < referent.last; ++t) {
    if (trees.token(t).lower == "two" || trees.token(t).lower == "both") return true;
  }
  return false;
}

std::vector<std::int32_t> group_of(std::uint32_t asks, const Trees& trees, const std::vector<Referent>& referents) {
  const Referent& referent = referents[asks];
  if (referent.word == "they") return row_meant(asks, trees, referents);
  if (!referent.nominal() || !means_two(referent, trees)) return {};
  return pair_meant(asks, trees, referents);
}

}  // namespace entente
