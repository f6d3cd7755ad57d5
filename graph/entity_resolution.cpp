#include "graph/entity_resolution.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace entente {
namespace {

constexpr std::uint32_t kWeakFactor = 4;  // how many times the mentions of a weak namesake the strong one must have

class Resolution {
 public:
  Resolution(std::span<const Candidate> candidates, std::span<const KeptApart> kept_apart)
      : candidates_(candidates), sets_(candidates.size(), kept_apart) {
    for (const Candidate& candidate : candidates) rules_.push_back(rule_alone(*candidate.identity));
    join_links();
    join_names();
    join_kinds();
  }

  Resolved resolved() {
    std::map<std::size_t, Members> sets;
    for (std::size_t i = 0; i < candidates_.size(); ++i) sets[sets_.find(i)].push_back(i);
    Resolved result{{}, std::move(rules_)};
    for (auto& [root, members] : sets) result.sets.push_back(std::move(members));
    return result;
  }

 private:
  [[nodiscard]] const Identity& identity(std::size_t candidate) const { return *candidates_[candidate].identity; }
  [[nodiscard]] const Profile& profile(std::size_t candidate) const { return *candidates_[candidate].profile; }

  static JoinRule rule_alone(const Identity& identity) {
    if (!identity.apart.empty()) return JoinRule::apart;
    if (identity.linked()) return JoinRule::link;
    return identity.country.empty() ? JoinRule::name : JoinRule::name_country;
  }

  /// False where they are kept apart.
  bool join(std::size_t to, std::size_t candidate, JoinRule rule) {
    if (!sets_.join(to, candidate)) return false;
    rules_[candidate] = rule;
    return true;
  }

  void join_links() {
    std::map<std::string_view, std::size_t> first;
    const auto join_link = [&](const std::string& link, std::size_t candidate) {
      if (link.empty()) return;
      const auto [at, fresh] = first.emplace(link, candidate);
      if (!fresh) join(at->second, candidate, JoinRule::link);
    };
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      join_link(identity(i).iso3, i);
      join_link(identity(i).wikidata, i);
    }
  }

  void join_names() {
    std::map<std::pair<Kind, std::string_view>, Members> groups;
    std::map<std::size_t, std::set<std::string>> countries;  // of linked entities
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (!identity(i).apart.empty()) continue;
      groups[{identity(i).kind, identity(i).base}].push_back(i);
      if (!identity(i).linked()) continue;
      for (const auto& [country, votes] : profile(i).countries.votes()) countries[sets_.find(i)].insert(country);
    }
    for (const auto& [name, members] : groups) join_namesakes(members, countries);
  }

  /// Candidates of one kind and key; each country, and none, has at most one without a link.
  void join_namesakes(const Members& members, std::map<std::size_t, std::set<std::string>>& countries) {
    std::set<std::size_t> linked;
    Members with_country;
    Members without_country;
    for (const std::size_t i : members) {
      if (identity(i).linked()) {
        linked.insert(sets_.find(i));
      } else {
        (identity(i).country.empty() ? without_country : with_country).push_back(i);
      }
    }
    std::set<std::size_t> bearers = linked;  // entities that bear the name
    for (const std::size_t i : with_country) {
      Members same;
      for (const std::size_t root : linked) {
        if (countries[root].contains(identity(i).country)) same.push_back(root);
      }
      const bool only = linked.size() == 1 && countries[*linked.begin()].empty() && with_country.size() == 1;
      const bool joined = (same.size() == 1 && join(same.front(), i, JoinRule::name_country)) ||
                          (same.size() != 1 && only && join(*linked.begin(), i, JoinRule::only));
      if (!joined) bearers.insert(i);
    }
    if (bearers.size() != 1) return;
    for (const std::size_t i : without_country) join(*bearers.begin(), i, JoinRule::only);
  }

  struct Bearer {
    std::size_t root = 0;
    std::map<Kind, std::uint32_t> mentions;
    Members members;
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
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (identity(i).apart.empty()) groups[identity(i).name()].push_back(i);
    }
    for (const auto& [name, members] : groups) {
      const bool several = std::any_of(members.begin(), members.end(), [&](std::size_t i) {
        return identity(i).kind != identity(members.front()).kind;
      });
      if (several) join_weak(bearers_of(members));
    }
  }

  std::vector<Bearer> bearers_of(const Members& members) {
    std::map<std::size_t, Bearer> by_root;
    for (const std::size_t i : members) {
      Bearer& bearer = by_root[sets_.find(i)];
      bearer.root = sets_.find(i);
      bearer.mentions[identity(i).kind] += profile(i).mentions;
      bearer.members.push_back(i);
      bearer.profile.add(profile(i));
      bearer.linked = bearer.linked || identity(i).linked();
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
      if (!is_weak || &weak == &*strong || countries_conflict(weak.profile, strong->profile)) continue;
      if (!sets_.join(weak.root, strong->root)) continue;
      for (const std::size_t i : weak.members) rules_[i] = JoinRule::kind;
    }
  }

  std::span<const Candidate> candidates_;
  EntitySets sets_;
  std::vector<JoinRule> rules_;
};

}  // namespace

std::string_view word(JoinRule rule) {
  static constexpr std::array<std::string_view, 7> kWords = {"link", "name_country", "name",      "only",
                                                             "kind", "apart",        "correction"};
  return kWords[static_cast<std::size_t>(rule)];
}

Resolved resolve(std::span<const Candidate> candidates, std::span<const KeptApart> kept_apart) {
  return Resolution(candidates, kept_apart).resolved();
}

}  // namespace entente
