#include "graph/entity_resolution.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "extract/text/fold.h"
#include "graph/name_variants.h"

namespace entente {
namespace {

constexpr std::size_t kTellingAcronym = 4;  // letters; a shorter one is believed where articles know the full name
constexpr std::uint32_t kWeakFactor = 4;    // how many times the mentions of a weak namesake the strong one must have

class Resolution {
 public:
  Resolution(std::span<const Candidate> candidates, std::span<const KeptApart> kept_apart)
      : candidates_(candidates), sets_(candidates.size(), kept_apart) {
    for (const Candidate& candidate : candidates) rules_.push_back(rule_alone(*candidate.identity));
    join_links();
    join_names();
    join_acronyms();
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
    const bool by_name = rule == JoinRule::name || rule == JoinRule::name_country || rule == JoinRule::only;
    const bool respelt = by_name && plain_name(to) != plain_name(candidate);
    rules_[candidate] = respelt ? JoinRule::spelling : rule;
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
    const std::vector<std::string> keys = name_keys();
    std::map<std::pair<Kind, std::string_view>, Members> groups;
    std::map<std::size_t, std::set<std::string>> countries;  // of linked entities
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (!identity(i).apart.empty()) continue;
      groups[{identity(i).kind, keys[i]}].push_back(i);
      if (!identity(i).linked()) continue;
      for (const auto& [country, votes] : profile(i).countries.votes()) countries[sets_.find(i)].insert(country);
    }
    for (const auto& [name, members] : groups) join_namesakes(members, countries);
  }

  /// The name of a candidate without the country that its key may end in.
  [[nodiscard]] std::string_view plain_name(std::size_t candidate) const {
    const std::string_view name = identity(candidate).name();
    if (identity(candidate).kind == Kind::place) return name;  // there are many Rio Grandes
    const auto without = [&](const std::string& country) {
      const std::string ending = "-" + fold(country);
      return !country.empty() && name.size() > ending.size() && name.ends_with(ending);
    };
    if (without(identity(candidate).country))
      return name.substr(0, name.size() - identity(candidate).country.size() - 1);
    for (const auto& [country, votes] : profile(candidate).countries.votes()) {
      if (without(country)) return name.substr(0, name.size() - country.size() - 1);
    }
    return name;
  }

  /// By candidate: what spellings of its name have in common. A person's initials are left out where all who bear the
  /// name without them bear the same ones: "Brian Carroll", "Brian T. Carroll".
  [[nodiscard]] std::vector<std::string> name_keys() const {
    std::vector<std::string> keys;
    std::map<std::string, std::set<std::string>> fuller;  // persons: key without initials -> keys
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      keys.push_back(variant_key(identity(i).kind, plain_name(i)));
      const bool person = identity(i).kind == Kind::person && identity(i).apart.empty();
      if (person) fuller[without_initials(keys.back())].insert(keys.back());
    }
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (identity(i).kind != Kind::person || !identity(i).apart.empty()) continue;
      std::string plain = without_initials(keys[i]);
      const std::set<std::string>& same = fuller.at(plain);
      if (same.size() == 2 && same.contains(plain)) keys[i] = std::move(plain);
    }
    return keys;
  }

  /// Candidates of one kind whose names are the same but for spelling.
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
    std::set<std::string_view> named_countries;
    for (const std::size_t i : with_country) named_countries.insert(identity(i).country);
    const bool one_country = named_countries.size() == 1;
    std::set<std::size_t> bearers = linked;              // entities that bear the name
    std::map<std::string_view, std::size_t> of_country;  // those without a link
    for (const std::size_t i : with_country) {
      const auto [first, fresh] = of_country.emplace(identity(i).country, i);
      if (!fresh && join(first->second, i, JoinRule::name_country)) continue;
      Members same;
      for (const std::size_t root : linked) {
        if (countries[root].contains(identity(i).country)) same.push_back(root);
      }
      const bool only = linked.size() == 1 && countries[*linked.begin()].empty() && one_country;
      const bool joined = (same.size() == 1 && join(same.front(), i, JoinRule::name_country)) ||
                          (same.size() != 1 && only && join(*linked.begin(), i, JoinRule::only));
      if (!joined) bearers.insert(i);
    }
    const bool known = bearers.size() == 1;
    if (bearers.size() > 1 || without_country.empty()) return;
    const std::size_t to = known ? *bearers.begin() : without_country.front();
    for (const std::size_t i : without_country) {
      if (i != to) join(to, i, known ? JoinRule::only : JoinRule::name);
    }
  }

  /// An organisation known by capitals alone joins the only one that some article calls by them and whose initials they
  /// are.
  void join_acronyms() {
    std::map<std::string_view, Members> called;  // spelling -> candidates
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (identity(i).kind != Kind::organisation || !identity(i).apart.empty()) continue;
      const std::string name = profile(i).names.best();
      for (const auto& [spelling, votes] : profile(i).spellings.votes()) {
        if (is_acronym(spelling) && are_initials(fold(spelling), name)) called[spelling].push_back(i);
      }
    }
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const std::string name = profile(i).names.best();
      if (identity(i).kind != Kind::organisation || identity(i).linked() || !is_acronym(name)) continue;
      std::map<std::size_t, Profile> roots;
      if (const auto found = called.find(name); found != called.end()) {
        for (const std::size_t each : found->second) roots[sets_.find(each)].add(profile(each));
      }
      if (roots.size() != 1 || countries_conflict(roots.begin()->second, profile(i))) continue;
      if (name.size() < kTellingAcronym && roots.begin()->second.articles < 2) continue;
      join(roots.begin()->first, i, JoinRule::acronym);
    }
  }

  static bool is_acronym(std::string_view name) {
    constexpr std::size_t kShortest = 3;
    constexpr std::size_t kLongest = 8;
    return name.size() >= kShortest && name.size() <= kLongest &&
           std::ranges::all_of(name, [](char c) { return c >= 'A' && c <= 'Z'; });
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
      if (several) join_weak(bearers_of(members), name.find('-') != std::string_view::npos);
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

  void join_weak(const std::vector<Bearer>& bearers, bool several_words) {
    const auto strong = std::max_element(bearers.begin(), bearers.end(), [](const Bearer& a, const Bearer& b) {
      return std::tuple(a.profile.mentions, b.kind(), b.root) < std::tuple(b.profile.mentions, a.kind(), a.root);
    });
    const auto of_its_kind = std::count_if(bearers.begin(), bearers.end(),
                                           [&](const Bearer& other) { return other.kind() == strong->kind(); });
    if (of_its_kind != 1) return;
    std::set<Kind> kinds;
    for (const Bearer& bearer : bearers) kinds.insert(bearer.kind());
    const bool one_of_each = several_words && kinds.size() == bearers.size();
    for (const Bearer& weak : bearers) {
      if (&weak == &*strong || weak.linked || countries_conflict(weak.profile, strong->profile)) continue;
      const bool alike = one_of_each && is_body_or_place(weak.kind()) && is_body_or_place(strong->kind());
      if (!alike && !is_weak(weak.profile, strong->profile)) continue;
      if (!sets_.join(weak.root, strong->root)) continue;
      for (const std::size_t i : weak.members) rules_[i] = JoinRule::kind;
    }
  }

  static bool is_body_or_place(Kind kind) { return kind == Kind::organisation || kind == Kind::place; }

  static bool is_weak(const Profile& weak, const Profile& strong) {
    const bool few = weak.articles == 1 || weak.articles * kWeakFactor <= strong.articles;
    return few && weak.mentions * kWeakFactor <= strong.mentions;
  }

  std::span<const Candidate> candidates_;
  EntitySets sets_;
  std::vector<JoinRule> rules_;
};

}  // namespace

std::string_view word(JoinRule rule) {
  static constexpr std::array<std::string_view, 9> kWords = {
      "link", "name_country", "name", "only", "spelling", "acronym", "kind", "apart", "correction"};
  return kWords[static_cast<std::size_t>(rule)];
}

Resolved resolve(std::span<const Candidate> candidates, std::span<const KeptApart> kept_apart) {
  return Resolution(candidates, kept_apart).resolved();
}

}  // namespace entente
