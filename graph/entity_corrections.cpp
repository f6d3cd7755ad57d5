#include "graph/entity_corrections.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <variant>

#include "extract/text/fold.h"
#include "graph/compose_entity.h"

namespace entente {
namespace {

constexpr std::size_t kShown = 3;  // entities told where several fit

bool is_about_two(CorrectionAction action) {
  return action == CorrectionAction::same || action == CorrectionAction::not_same;
}

/// The texts of an entity's corrections that name entities.
std::vector<std::string_view> references_in(const Correction& correction) {
  std::vector<std::string_view> result{correction.target};
  if (is_about_two(correction.action)) result.emplace_back(correction.value);
  return result;
}

/// The candidates that references mean by what articles know of them: key, name or link.
class CandidateIndex {
 public:
  CandidateIndex(std::span<const Candidate> candidates, std::span<const Correction> corrections)
      : candidates_(candidates) {
    for (const Correction& correction : corrections) {
      for (const std::string_view text : references_in(correction)) want(*reference_of(text));
    }
    if (wanted_.empty()) return;
    for (std::size_t i = 0; i < candidates.size(); ++i) enter(i);
  }

  [[nodiscard]] Members find(const Reference& reference) const {
    if (reference.form == Reference::Form::tie) return {};
    if (reference.form != Reference::Form::id) return entered(key_of(reference));
    if (Members exact = entered(reference.text); !exact.empty()) return exact;
    return qualified(reference.text);
  }

 private:
  static std::string key_of(const Reference& reference) {
    return reference.form == Reference::Form::name ? fmt::format("{} {}", word(reference.kind), reference.text)
                                                   : reference.text;
  }
  /// An id without the ending that tells it from others of its key.
  static std::string base_of(const std::string& id) { return id.substr(0, id.find_first_of("@~")); }

  void want(const Reference& reference) {
    if (reference.form == Reference::Form::tie) return;
    wanted_.try_emplace(key_of(reference));
    if (reference.form == Reference::Form::id) wanted_.try_emplace(base_of(reference.text));
    names_wanted_ = names_wanted_ || reference.form == Reference::Form::name;
  }

  void enter(std::size_t candidate) {
    const Identity& identity = *candidates_[candidate].identity;
    enter(identity.base, candidate);
    enter(identity.wikidata, candidate);
    if (!names_wanted_) return;
    std::set<std::string> names{std::string(identity.name())};
    for (const auto& [name, votes] : candidates_[candidate].profile->names.votes()) names.insert(slug(name));
    for (const std::string& name : names) enter(fmt::format("{} {}", word(identity.kind), name), candidate);
  }
  void enter(const std::string& key, std::size_t candidate) {
    if (const auto found = wanted_.find(key); found != wanted_.end()) found->second.push_back(candidate);
  }

  [[nodiscard]] Members entered(const std::string& key) const {
    const auto found = wanted_.find(key);
    return found == wanted_.end() ? Members() : found->second;
  }

  /// Those that an id with an ending means: "@" and country or link, "~" and the mark of an article.
  [[nodiscard]] Members qualified(const std::string& id) const {
    const std::string base = base_of(id);
    const std::string ending = id.substr(base.size());
    Members result = entered(base);
    std::erase_if(result, [&](std::size_t i) {
      const Identity& identity = *candidates_[i].identity;
      if (ending.starts_with('~')) return identity.apart != ending.substr(1);
      const std::string code = ending.empty() ? "" : ending.substr(1);
      return identity.country != code && identity.wikidata != code && identity.iso3 != code &&
             !(identity.linked() && candidates_[i].profile->countries.has(code));
    });
    return result;
  }

  std::span<const Candidate> candidates_;
  std::unordered_map<std::string, Members> wanted_;
  bool names_wanted_ = false;
};

/// Entities of the rules and those that corrections take off them: what corrections join, name and drop.
struct Unit {
  std::size_t set = 0;
  std::string article;  // empty: a whole entity
  auto operator<=>(const Unit&) const = default;
};

using Found = std::variant<std::size_t, std::string>;  // a unit, or why there is none

class Correcting {
 public:
  Correcting(RuledEntities ruled, std::span<const Correction> corrections, std::span<const Candidate> candidates,
             const ArticleProfiles& articles)
      : ruled_(std::move(ruled)),
        corrections_(corrections),
        candidates_(candidates),
        articles_(articles),
        index_(candidates, corrections),
        sets_(0, {}) {
    result_.effects.resize(corrections.size());
    for (const Correction& correction : corrections) {
      for (const std::string_view text : references_in(correction)) ids_.try_emplace(reference_of(text)->text);
    }
    set_of_.resize(candidates.size());
    for (std::size_t set = 0; set < ruled_.sets.size(); ++set) {
      for (const std::size_t candidate : ruled_.sets[set]) set_of_[candidate] = set;
      know_id(set);
      units_.push_back({set, ""});
    }
    whole_ = units_.size();
    take_off();
    join();
    compose();
    set_properties();
    mark_drops();
  }

  CorrectedEntities result() && { return std::move(result_); }

 private:
  void know_id(std::size_t unit) {
    if (const auto wanted = ids_.find(ruled_.entities[unit].id); wanted != ids_.end()) wanted->second = unit;
  }
  [[nodiscard]] const std::string& id(std::size_t unit) const {
    const bool handed_over = !entity_of_.empty() && entity_of_[unit];
    return handed_over ? result_.entities[*entity_of_[unit]].id : ruled_.entities[unit].id;
  }

  void no_effect(std::size_t correction, std::string why) { result_.effects[correction] = {false, std::move(why)}; }
  void effect(std::size_t correction, std::string what) { result_.effects[correction] = {true, std::move(what)}; }

  /// The sets that a reference means, its article left aside.
  [[nodiscard]] std::set<std::size_t> sets_meant(const Reference& reference) const {
    if (reference.form == Reference::Form::id) {
      const auto known = ids_.find(reference.text);
      if (known != ids_.end() && known->second) return {units_[*known->second].set};
    }
    std::set<std::size_t> result;
    for (const std::size_t candidate : index_.find(reference)) result.insert(set_of_[candidate]);
    return result;
  }

  [[nodiscard]] bool speaks_of(const std::string& article, std::size_t set) const {
    const auto said = articles_.find(article);
    return said != articles_.end() && std::ranges::any_of(ruled_.sets[set], [&](std::size_t candidate) {
             return said->second.contains(candidate);
           });
  }

  [[nodiscard]] Found only_of(const std::set<std::size_t>& sets, const std::string& missing,
                              std::string_view text) const {
    if (sets.size() == 1) return *sets.begin();
    if (sets.empty()) return missing;
    std::vector<std::string> some;
    for (const std::size_t set : sets) {
      if (some.size() < kShown) some.push_back(id(set));
    }
    return fmt::format("{} entities fit '{}' ({}{}); write the id of the one meant", sets.size(), text,
                       fmt::join(some, ", "), sets.size() > kShown ? ", ..." : "");
  }

  /// The set that a reference means; of those that fit, one of which the article speaks where it names an article.
  [[nodiscard]] Found set_meant(std::string_view text) const {
    const Reference reference = *reference_of(text);
    std::set<std::size_t> sets = sets_meant(reference);
    if (!reference.in) return only_of(sets, fmt::format("there is no entity '{}'", text), text);
    std::erase_if(sets, [&](std::size_t set) { return !speaks_of(*reference.in, set); });
    const std::string_view entity =
        text.substr(0, text.size() - reference.in->size() - std::string_view(" in article ").size());
    return only_of(sets, fmt::format("there is no article '{}' that speaks of '{}'", *reference.in, entity), text);
  }

  /// The unit that a reference means, after units were taken off.
  [[nodiscard]] Found unit_meant(std::string_view text) const {
    const Reference reference = *reference_of(text);
    if (!reference.in && reference.form == Reference::Form::id) {
      const auto known = ids_.find(reference.text);
      if (known != ids_.end() && known->second) return *known->second;
    }
    Found set = set_meant(text);
    if (!reference.in || std::holds_alternative<std::string>(set)) return set;
    const auto part = parts_.find({std::get<std::size_t>(set), *reference.in});
    return part == parts_.end() ? set : Found(part->second);
  }

  // --- "X in article A" ---

  void take_off() {
    std::set<Unit> wanted;
    for (const Correction& correction : corrections_) {
      for (const std::string_view text : references_in(correction)) {
        const Reference reference = *reference_of(text);
        const Found set = set_meant(text);
        if (!reference.in || std::holds_alternative<std::string>(set)) continue;
        if (is_taken_off(correction, text, std::get<std::size_t>(set))) {
          wanted.insert({std::get<std::size_t>(set), *reference.in});
        }
      }
    }
    std::set<std::size_t> changed;
    for (const Unit& unit : wanted) {
      if (is_all_of(unit)) continue;
      add_part(unit);
      changed.insert(unit.set);
    }
    empty_.resize(units_.size(), false);
    for (const std::size_t set : changed) empty_[set] = !compose_rest(set);
  }

  [[nodiscard]] bool is_taken_off(const Correction& correction, std::string_view text, std::size_t set) const {
    if (correction.action == CorrectionAction::drop) return true;
    const std::string& other = text == correction.target ? correction.value : correction.target;
    const Found beside = set_meant(other);
    if (std::holds_alternative<std::string>(beside)) return false;
    const bool of_one = std::get<std::size_t>(beside) == set;
    return correction.action == CorrectionAction::not_same ? of_one : !of_one;
  }

  /// Whether no other article speaks of the entity, so that the part is the whole.
  [[nodiscard]] bool is_all_of(const Unit& unit) const {
    const auto& said = articles_.at(unit.article);
    return std::ranges::all_of(ruled_.sets[unit.set], [&](std::size_t candidate) {
      const auto part = said.find(candidate);
      return part != said.end() && part->second.articles == candidates_[candidate].profile->articles;
    });
  }

  void add_part(const Unit& unit) {
    std::vector<Candidate> parts;
    for (const auto& [candidate, profile] : articles_.at(unit.article)) {
      if (set_of_[candidate] == unit.set) parts.push_back({candidates_[candidate].identity, &profile});
    }
    GraphEntity entity = composed(parts);
    const GraphEntity& of = ruled_.entities[unit.set];
    entity.id = fmt::format("{}~{}", of.id, article_mark(unit.article));
    if (entity.links.wikidata == of.links.wikidata) entity.links = {};
    parts_[unit] = units_.size();
    units_.push_back(unit);
    ruled_.entities.push_back(std::move(entity));
    know_id(units_.size() - 1);
  }

  [[nodiscard]] Profile rest_of(std::size_t set, std::size_t candidate) const {
    Profile rest = *candidates_[candidate].profile;
    for (const auto& [unit, number] : parts_) {
      if (unit.set != set) continue;
      const auto& said = articles_.at(unit.article);
      if (const auto part = said.find(candidate); part != said.end()) rest.remove(part->second);
    }
    return rest;
  }

  /// An entity without what was taken off it; it keeps its id. False where nothing is left of it.
  bool compose_rest(std::size_t set) {
    std::vector<Profile> rests;
    Members left;
    for (const std::size_t candidate : ruled_.sets[set]) {
      Profile rest = rest_of(set, candidate);
      if (rest.articles == 0) continue;
      rests.push_back(std::move(rest));
      left.push_back(candidate);
    }
    std::vector<Candidate> parts;
    for (std::size_t i = 0; i < left.size(); ++i) parts.push_back({candidates_[left[i]].identity, &rests[i]});
    if (parts.empty()) return false;
    std::string same_id = id(set);
    ruled_.entities[set] = composed(parts);
    ruled_.entities[set].id = std::move(same_id);
    return true;
  }

  // --- same, not same ---

  struct Pair {
    std::size_t correction = 0;
    std::size_t first = 0;
    std::size_t second = 0;
  };

  /// The units of corrections of a kind; what is not there is told.
  std::vector<Pair> pairs(CorrectionAction action) {
    std::vector<Pair> result;
    for (std::size_t i = 0; i < corrections_.size(); ++i) {
      if (corrections_[i].action != action) continue;
      const Found first = unit_meant(corrections_[i].target);
      const Found second = unit_meant(corrections_[i].value);
      if (const auto* why = std::get_if<std::string>(&first)) {
        no_effect(i, *why);
      } else if (const auto* why_not = std::get_if<std::string>(&second)) {
        no_effect(i, *why_not);
      } else {
        result.push_back({i, std::get<std::size_t>(first), std::get<std::size_t>(second)});
      }
    }
    return result;
  }

  void join() {
    std::vector<KeptApart> apart;
    std::vector<Pair> apart_by;
    for (const Pair& pair : pairs(CorrectionAction::not_same)) {
      if (pair.first == pair.second) {
        no_effect(pair.correction, why_one(pair));
        continue;
      }
      effect(pair.correction, "kept apart");
      apart.push_back({{pair.first}, {pair.second}});
      for (const std::size_t unit : {pair.first, pair.second}) {
        if (unit >= whole_) by_.try_emplace(unit, pair.correction);
      }
    }
    sets_ = EntitySets(units_.size(), apart);
    for (const Pair& pair : pairs(CorrectionAction::same)) {
      if (!sets_.join(pair.first, pair.second)) {
        no_effect(pair.correction, "a 'not same' keeps them apart");
        continue;
      }
      joined_.push_back(pair);
    }
  }

  /// Why the two of a `not same` cannot be told from each other.
  [[nodiscard]] std::string why_one(const Pair& pair) const {
    const Correction& c = corrections_[pair.correction];
    if (reference_of(c.target)->in || reference_of(c.value)->in) {
      return fmt::format("no other article speaks of '{}'", id(pair.first));
    }
    return fmt::format("both are '{}' in every article; name an article, '{} in article ID'", id(pair.first),
                       id(pair.first));
  }

  /// By the root of a set of units: which of them gives it its id.
  std::map<std::size_t, std::size_t> heads() {
    std::map<std::size_t, std::set<std::size_t>> units;
    std::set<std::size_t> named_second;
    for (const Pair& pair : joined_) {
      units[sets_.find(pair.first)].insert({pair.first, pair.second});
      named_second.insert(pair.second);
    }
    const auto rank = [&](std::size_t unit) {
      return std::tuple(empty_of(unit), unit >= whole_, named_second.contains(unit), id(unit));
    };
    std::map<std::size_t, std::size_t> result;
    for (const auto& [root, members] : units) {
      result[root] = *std::ranges::min_element(members, {}, rank);
    }
    return result;
  }

  [[nodiscard]] bool empty_of(std::size_t unit) const { return unit < whole_ && empty_[unit]; }

  void compose() {
    const std::map<std::size_t, std::size_t> head_of = heads();
    std::map<std::size_t, std::vector<std::size_t>> others;  // by head, by id
    for (const Pair& pair : joined_) {
      const std::size_t head = head_of.at(sets_.find(pair.first));
      for (const std::size_t unit : {pair.first, pair.second}) {
        if (unit == head) continue;
        by_.try_emplace(unit, pair.correction);
        if (std::ranges::find(others[head], unit) == others[head].end()) others[head].push_back(unit);
      }
      effect(pair.correction, fmt::format("one entity, '{}'", id(head)));
    }
    entity_of_.resize(units_.size());
    for (std::size_t unit = 0; unit < units_.size(); ++unit) {
      const auto head = head_of.find(sets_.find(unit));
      const bool is_head = head == head_of.end() || head->second == unit;
      if (!is_head || empty_of(unit)) continue;
      entity_of_[unit] = result_.entities.size();
      result_.entities.push_back(std::move(ruled_.entities[unit]));
    }
    for (auto& [head, units] : others) {
      std::ranges::sort(units, {}, [&](std::size_t unit) { return id(unit); });
      for (const std::size_t unit : units) {
        entity_of_[unit] = entity_of_[head];
        if (!empty_of(unit)) add_to(result_.entities[*entity_of_[head]], ruled_.entities[unit]);
      }
    }
    place();
  }

  /// What an entity lacks and another knows.
  static void add_to(GraphEntity& entity, const GraphEntity& other) {
    const auto fill = [](std::string& text, const std::string& from) {
      if (text.empty()) text = from;
    };
    if (entity.kind == other.kind) fill(entity.type, other.type);
    fill(entity.country, other.country);
    fill(entity.sector, other.sector);
    if (entity.links == Links{}) entity.links = other.links;
    add_alias(entity, other.name);
    for (const std::string& alias : other.aliases) add_alias(entity, alias);
  }

  static void add_alias(GraphEntity& entity, const std::string& name) {
    if (name == entity.name) return;
    const auto at = std::ranges::lower_bound(entity.aliases, name);
    if (at == entity.aliases.end() || *at != name) entity.aliases.insert(at, name);
  }

  [[nodiscard]] CorrectedEntities::Place place_of(std::size_t unit) const {
    const auto by = by_.find(unit);
    return {entity_of_[unit].value_or(0), by == by_.end() ? std::nullopt : std::optional(by->second)};
  }

  void place() {
    for (std::size_t set = 0; set < whole_; ++set) result_.of_set.push_back(place_of(set));
    for (const auto& [unit, number] : parts_) {
      for (const auto& [candidate, profile] : articles_.at(unit.article)) {
        if (set_of_[candidate] == unit.set) result_.of_article[unit.article][candidate] = place_of(number);
      }
    }
  }

  // --- rename, retype, drop ---

  /// The entity that a correction is about; where there is none the correction has no effect.
  std::optional<std::size_t> entity_meant(std::size_t correction) {
    const Found unit = unit_meant(corrections_[correction].target);
    if (const auto* why = std::get_if<std::string>(&unit)) {
      no_effect(correction, *why);
      return std::nullopt;
    }
    const std::optional<std::size_t> entity = entity_of_[std::get<std::size_t>(unit)];
    if (!entity) no_effect(correction, "other corrections took all of its articles off it");
    return entity;
  }

  void set_properties() {
    std::map<std::pair<std::size_t, std::string_view>, std::size_t> set;  // entity and property -> correction
    for (std::size_t i = corrections_.size(); i-- > 0;) {                 // the later one holds
      const Correction& c = corrections_[i];
      if (c.action != CorrectionAction::rename && c.action != CorrectionAction::retype) continue;
      const std::optional<std::size_t> meant = entity_meant(i);
      if (!meant) continue;
      const std::size_t at = *meant;
      std::vector<std::string> was;
      const auto put = [&](std::string_view property, std::string& to, const std::string& value) {
        if (!set.emplace(std::pair(at, property), i).second) return;
        was.push_back(fmt::format("{} was '{}'", property, to));
        to = value;
      };
      GraphEntity& entity = result_.entities[at];
      if (c.action == CorrectionAction::rename) {
        std::string old = entity.name;
        put("name", entity.name, c.value);
        if (!was.empty()) rename(entity, old);
      } else {
        retype(entity, retyping_of(c.value), put);
      }
      was.empty() ? no_effect(i, "a later correction says otherwise")
                  : effect(i, fmt::format("{}", fmt::join(was, ", ")));
    }
  }

  static void rename(GraphEntity& entity, const std::string& old) {
    std::erase(entity.aliases, entity.name);
    add_alias(entity, old);
  }

  template <typename Put>
  static void retype(GraphEntity& entity, const Retyping& to, const Put& put) {
    if (to.kind) {
      std::string kind(word(entity.kind));
      put("kind", kind, std::string(word(*to.kind)));
      entity.kind = *kind_of(kind);
    }
    if (to.type) put("type", entity.type, *to.type);
    if (to.country) put("country", entity.country, *to.country);
    if (to.sector) put("sector", entity.sector, *to.sector);
  }

  void mark_drops() {
    std::map<std::size_t, std::size_t> dropped;  // entity -> correction
    for (std::size_t i = 0; i < corrections_.size(); ++i) {
      const Correction& c = corrections_[i];
      if (c.action != CorrectionAction::drop || reference_of(c.target)->form == Reference::Form::tie) continue;
      const std::optional<std::size_t> entity = entity_meant(i);
      if (!entity) continue;
      if (dropped.try_emplace(*entity, i).second) {
        result_.drops.push_back({*entity, i});
      } else {
        no_effect(i, "another correction drops it");
      }
    }
  }

  RuledEntities ruled_;  // entities of units: the sets', then of what was taken off them
  std::span<const Correction> corrections_;
  std::span<const Candidate> candidates_;
  const ArticleProfiles& articles_;
  CandidateIndex index_;
  std::unordered_map<std::string, std::optional<std::size_t>> ids_;  // ids that corrections name -> unit
  std::vector<std::size_t> set_of_;                                  // by candidate
  std::vector<Unit> units_;
  std::size_t whole_ = 0;              // units before this one are whole entities
  std::vector<bool> empty_;            // units of which nothing is left
  std::map<Unit, std::size_t> parts_;  // what was taken off -> unit
  EntitySets sets_;                    // of units
  std::vector<Pair> joined_;
  std::map<std::size_t, std::size_t> by_;              // unit -> the correction that put it where it is
  std::vector<std::optional<std::size_t>> entity_of_;  // by unit; none where nothing is left of it
  CorrectedEntities result_;
};

}  // namespace

std::set<std::string, std::less<>> articles_named(std::span<const Correction> corrections) {
  std::set<std::string, std::less<>> result;
  for (const Correction& correction : corrections) {
    for (const std::string_view text : references_in(correction)) {
      if (const auto reference = reference_of(text); reference->in) result.insert(*reference->in);
    }
  }
  return result;
}

std::vector<KeptApart> kept_apart(std::span<const Correction> corrections, std::span<const Candidate> candidates) {
  std::vector<Correction> wanted;
  for (const Correction& c : corrections) {
    const bool of_article = reference_of(c.target)->in || (is_about_two(c.action) && reference_of(c.value)->in);
    if (c.action == CorrectionAction::not_same && !of_article) wanted.push_back(c);
  }
  const CandidateIndex index(candidates, wanted);
  std::vector<KeptApart> result;
  for (const Correction& c : wanted) {
    Members first = index.find(*reference_of(c.target));
    Members second = index.find(*reference_of(c.value));
    // What fits both is what the longer reference means: "person/a" and "person/a@FRA".
    Members& vague = c.target.size() < c.value.size() ? first : second;
    const Members& exact = c.target.size() < c.value.size() ? second : first;
    std::erase_if(vague, [&](std::size_t i) { return std::ranges::find(exact, i) != exact.end(); });
    if (!first.empty() && !second.empty()) result.push_back({std::move(first), std::move(second)});
  }
  return result;
}

CorrectedEntities corrected(RuledEntities ruled, std::span<const Correction> corrections,
                            std::span<const Candidate> candidates, const ArticleProfiles& articles) {
  return Correcting(std::move(ruled), corrections, candidates, articles).result();
}

}  // namespace entente
