#include "extract/resolution/coreference.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "extract/resolution/groups.h"

namespace entente {
namespace {

constexpr std::size_t kWindow = 60;       ///< referents looked back
constexpr std::uint32_t kSentences = 10;  ///< sentences a pronoun looks back
constexpr std::uint32_t kNone = static_cast<std::uint32_t>(-1);

bool speaks(const Referent& referent) {
  return referent.pronoun() && (referent.word == "i" || referent.word == "we" || referent.word == "you");
}

/// Linear in the referents but for the window.
class Resolver {
 public:
  Resolver(const Trees& trees, const Quotes& quotes, const std::vector<Referent>& referents,
           const AntecedentScores& scores, const States& states)
      : trees_(trees),
        quotes_(quotes),
        referents_(referents),
        scores_(scores),
        states_(states),
        at_head_(trees.size(), kNone) {
    result_.of.resize(referents.size());
    result_.certainty.resize(referents.size(), 1);
    std::map<std::int32_t, std::uint32_t> of_entity;
    std::map<std::string_view, std::uint32_t> last_of;
    same_word_.assign(referents.size(), kNone);
    for (std::uint32_t r = 0; r < referents.size(); ++r) {
      const Referent& referent = referents[r];
      auto cluster = static_cast<std::uint32_t>(result_.clusters.size());
      if (referent.entity != kNoEntity) cluster = of_entity.try_emplace(referent.entity, cluster).first->second;
      if (cluster == result_.clusters.size()) result_.clusters.push_back({referent.entity, {}, referent.traits, {}});
      result_.clusters[cluster].members.push_back(r);
      result_.of[r] = cluster;
      if (at_head_[referent.head] == kNone) at_head_[referent.head] = r;
      if (!referent.nominal()) continue;
      const auto [last, first] = last_of.try_emplace(referent.word, r);
      if (!first) same_word_[r] = std::exchange(last->second, r);
    }
  }

  Coreference run() {
    for (std::uint32_t r = 0; r < referents_.size(); ++r) {
      if (!referents_[r].name()) certain(r);
      if (referents_[r].name()) renames(r);
    }
    for (std::uint32_t r = 0; r < referents_.size(); ++r) {
      if (!referents_[r].name() && !speaks(referents_[r])) likeliest(r);
    }
    for (std::uint32_t r = 0; r < referents_.size(); ++r) {
      if (speaks(referents_[r]) && !speaker(r)) likeliest(r);
    }
    for (std::uint32_t r = 0; r < referents_.size(); ++r) own_state(r);
    return std::move(result_);
  }

 private:
  [[nodiscard]] Cluster& cluster(std::uint32_t r) { return result_.clusters[result_.of[r]]; }
  [[nodiscard]] const Cluster& cluster(std::uint32_t r) const { return result_.clusters[result_.of[r]]; }

  // ---- what the tree says

  void certain(std::uint32_t r) {
    const Referent& referent = referents_[r];
    const std::optional<std::uint32_t> other = referent.pronoun() ? of_relative(r) : of_same(r);
    if (!other || *other == r || at_head_[referent.head] != r || referents_[*other].addressed) return;
    if (compatible(cluster(r).traits, cluster(*other).traits) && !no_name_for(r, *other)) join(r, *other, 1);
  }

  /// "the mayor of New Orleans, LaToya Cantrell", also where the tree hangs the name on the city.
  void renames(std::uint32_t r) {
    std::uint32_t at = referents_[r].head;
    introduces(r);
    if (trees_.plain_relation(at) != "appos" || at_head_[at] != r) return;
    for (int steps = 0; steps < 3 && trees_.token(at).head != at; ++steps) {
      at = trees_.token(at).head;
      const std::optional<std::uint32_t> other = referent_at(at);
      if (!other || !referents_[*other].nominal() || no_name_for(*other, r)) continue;
      const bool far = steps > 0 && cluster(r).traits.kinds != kPerson;
      if (!far && cluster(*other).members.size() == 1 && compatible(cluster(r).traits, cluster(*other).traits))
        return join(*other, r, 1);
    }
  }

  /// "I'm Ann Lee", but not "if I were Ann Lee".
  void introduces(std::uint32_t r) {
    const std::uint32_t head = referents_[r].head;
    if (at_head_[head] != r || !trees_.has(head, "cop") || trees_.has(head, "case") || denied(head)) return;
    const std::optional<std::uint32_t> subject = referent_at(trees_.subject_of(head));
    if (!subject || !referents_[*subject].pronoun() || trees_.subject_of(head) == head) return;
    const bool person = referents_[*subject].traits.kinds == kPerson && cluster(r).traits.kinds == kPerson;
    if (person && compatible(cluster(r).traits, cluster(*subject).traits)) join(*subject, r, 1);
  }

  [[nodiscard]] bool denied(std::uint32_t predicate) const {
    constexpr std::array<std::string_view, 5> kDenials{"not", "n't", "never", "would", "if"};
    return std::ranges::any_of(trees_.children(predicate), [&](std::uint32_t child) {
      return std::ranges::find(kDenials, trees_.token(child).lower) != kDenials.end();
    });
  }

  /// "the man who came": the noun that the clause hangs on.
  [[nodiscard]] std::optional<std::uint32_t> of_relative(std::uint32_t r) const {
    if (referents_[r].word != "who") return std::nullopt;
    const std::optional<std::uint32_t> other = referent_at(trees_.token(trees_.predicate_of(referents_[r].head)).head);
    if (!other || referents_[*other].form == Form::demonym) return std::nullopt;
    const bool person = referents_[*other].name() && cluster(*other).traits.kinds == kPerson;
    return person && trees_.token(referents_[r].head).lower == "that" ? std::nullopt : other;
  }

  /// "Xi, the president", "his wife, Jill", "Xi is the president".
  [[nodiscard]] std::optional<std::uint32_t> of_same(std::uint32_t r) const {
    const std::uint32_t head = referents_[r].head;
    if (trees_.plain_relation(head) == "appos") {
      const std::optional<std::uint32_t> beside = before_comma(r);
      return beside ? beside : referent_at(trees_.token(head).head);
    }
    const std::uint32_t renamed = trees_.child(head, "appos");
    if (renamed != head && referent_at(renamed) && referents_[*referent_at(renamed)].name())
      return referent_at(renamed);
    if (const auto place = place_within(r)) return place;
    if (!trees_.has(head, "cop") || trees_.has(head, "case")) return std::nullopt;
    if (denied(head)) return std::nullopt;
    const std::uint32_t subject = trees_.subject_of(head);
    return subject == head ? std::nullopt : referent_at(subject);
  }

  /// "the city of Timbuktu"
  [[nodiscard]] std::optional<std::uint32_t> place_within(std::uint32_t r) const {
    const Referent& part = referents_[r];
    if (!part.nominal() || !introduces_place(part.word)) return std::nullopt;
    for (const std::uint32_t child : trees_.children(part.head)) {
      const auto name = referent_at(child);
      const bool of = name && referents_[*name].first >= 1 && trees_.token(referents_[*name].first - 1).lower == "of" &&
                      referents_[*name].first == part.last + 1;
      if (of && referents_[*name].name() && referents_[*name].traits.kinds == kPlace) return name;
    }
    return std::nullopt;
  }

  /// The name that ends at the comma before a phrase, of a kind that it may be.
  [[nodiscard]] std::optional<std::uint32_t> before_comma(std::uint32_t r) const {
    const std::uint32_t first = referents_[r].first;
    if (first < 2 || trees_.token(first - 1).lower != ",") return std::nullopt;
    for (std::uint32_t c = r; c-- > 0 && r - c < 8;) {
      const Referent& name = referents_[c];
      if (name.last == first - 1 && name.name() && compatible(cluster(r).traits, cluster(c).traits)) return c;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::uint32_t> referent_at(std::uint32_t token) const {
    return at_head_[token] == kNone ? std::nullopt : std::optional(at_head_[token]);
  }

  // ---- who speaks

  /// "I" and "my" between quotation marks are who says so.
  bool speaker(std::uint32_t r) {
    if (states_.speaking != kNoEntity && quotes_.of_token[referents_[r].head] == 0) return speaks_for_state(r);
    const bool performs = referents_[r].word == "we" && performative(trees_, referents_[r].head);
    if (referents_[r].word != "i" && !performs) return false;
    const std::optional<std::uint32_t> other = speaker_at(referents_[r].head);
    if (!other) return false;
    if (!performs && (!(cluster(*other).traits.kinds & kPerson) || cluster(*other).traits.number == Number::many))
      return false;
    join(r, *other, std::min(0.9F, result_.certainty[*other]));
    return true;
  }

  [[nodiscard]] std::optional<std::uint32_t> speaker_at(std::uint32_t token) const {
    const std::uint32_t speaker = quotes_.speaker[quotes_.of_token[token]];
    return speaker == Quotes::kNobody ? std::nullopt : referent_at(speaker);
  }

  /// In a speech its acts are those of the state.
  bool speaks_for_state(std::uint32_t r) {
    return referents_[r].word != "you" && performative(trees_, referents_[r].head) && is_state(r, states_.speaking);
  }

  /// "My country", "his country": that of who speaks, or of whom it is.
  void own_state(std::uint32_t r) {
    const std::optional<std::uint32_t> owner = this->owner(r);
    if (!owner || named(cluster(r)) || !means_state_of(referents_[r], referents_[*owner])) return;
    const bool first_person = speaks(referents_[*owner]);
    if (first_person && quotes_.of_token[referents_[r].head] == 0) {
      is_state(r, states_.speaking);
      return;
    }
    const std::optional<std::uint32_t> who = first_person ? speaker_at(referents_[r].head) : owner;
    if (who && cluster(*who).entity != kNoEntity)
      is_state(r, states_.of[static_cast<std::size_t>(cluster(*who).entity)]);
  }

  bool is_state(std::uint32_t r, std::int32_t state) {
    if (state == kNoEntity) return false;
    const auto name = std::ranges::find(referents_, state, &Referent::entity);
    if (name == referents_.end()) return false;
    join(r, static_cast<std::uint32_t>(name - referents_.begin()), 0.9F);
    return true;
  }

  // ---- the likeliest of those before

  void likeliest(std::uint32_t r) {
    if (knows_antecedent(r) || told_a_thing(r) || somebody_else(r)) return;
    cluster(r).several = group_of(r, trees_, referents_);
    if (!cluster(r).several.empty() || joins_group(r)) return;
    if (referents_[r].nominal() && referents_[r].reach == Reach::fresh && !scores_.knows_fresh()) return;
    const std::vector<std::uint32_t> candidates = candidates_of(r);
    if (candidates.empty()) return;
    const std::vector<float> scores = scores_.of(r, candidates);
    const auto best = static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin());
    if (scores[best] <= 0) return;
    join(r, candidates[best], std::min(scores_.probability(scores[best]), result_.certainty[candidates[best]]));
  }

  /// A name or something before it is in its cluster; "he" of "he is a lawyer" still asks who he is.
  [[nodiscard]] bool knows_antecedent(std::uint32_t r) const {
    const Cluster& own = cluster(r);
    return named(own) || std::ranges::any_of(own.members, [r](std::uint32_t member) { return member < r; });
  }

  /// "It's time to go": nobody, but "it is home to many", "it is part of a pact".
  [[nodiscard]] bool told_a_thing(std::uint32_t r) const {
    constexpr std::array<std::string_view, 4> kSaysLittle{"part", "home", "host", "one"};
    if (referents_[r].word != "it") return false;
    return std::ranges::any_of(cluster(r).members, [&](std::uint32_t member) {
      return referents_[member].unlisted &&
             std::ranges::find(kSaysLittle, referents_[member].word) == kSaysLittle.end();
    });
  }

  /// "Another man", "a second attacker": not one spoken of before.
  [[nodiscard]] bool somebody_else(std::uint32_t r) const {
    constexpr std::array<std::string_view, 3> kElse{"another", "second", "third"};
    const Referent& referent = referents_[r];
    if (!referent.nominal() || referent.reach != Reach::fresh) return false;
    for (std::uint32_t t = referent.first; t < referent.last; ++t) {
      if (std::ranges::find(kElse, trees_.token(t).lower) != kElse.end()) return true;
    }
    return false;
  }

  /// "The two sides" after "both countries": those of the latest group, of a few sentences before.
  bool joins_group(std::uint32_t r) {
    constexpr std::uint32_t kReach = 5;
    if (!referents_[r].nominal() || !means_two(referents_[r], trees_)) return false;
    const std::uint32_t sentence = trees_.sentence_of(referents_[r].head);
    for (std::uint32_t c = r; c-- > 0 && sentence - trees_.sentence_of(referents_[c].head) <= kReach;) {
      if (cluster(c).several.size() != 2) continue;
      join(r, c, std::min(0.8F, result_.certainty[c]));
      return true;
    }
    return false;
  }

  /// The nearest first, and behind them the nearest beyond the window with the same noun.
  [[nodiscard]] std::vector<std::uint32_t> candidates_of(std::uint32_t r) const {
    std::vector<std::uint32_t> candidates;
    const std::uint32_t sentence = trees_.sentence_of(referents_[r].head);
    for (std::uint32_t c = r; c-- > 0 && r - c <= kWindow;) {
      if (referents_[r].pronoun() && sentence - trees_.sentence_of(referents_[c].head) > kSentences) break;
      if (may_be(r, c)) candidates.push_back(c);
    }
    const std::uint32_t same = same_word_[r];
    if (same != kNone && r - same > kWindow && may_be(r, same)) candidates.push_back(same);
    return candidates;
  }

  [[nodiscard]] bool may_be(std::uint32_t r, std::uint32_t c) const {
    const Referent& asks = referents_[r];
    const Referent& candidate = referents_[c];
    if (asks.overlaps(candidate) || candidate.word == "who" || candidate.form == Form::demonym) return false;
    if (candidate.addressed || of_other_turn(asks, candidate)) return false;
    if (!compatible(cluster(r).traits, cluster(c).traits) || no_name_for(r, c)) return false;
    if (governs(asks.word) && no_government(c)) return false;
    if ((asks.word == "he" || asks.word == "she") && collective(candidate)) return false;
    const std::uint32_t quote = quotes_.of_token[candidate.head];
    if (quote != 0 && quotes_.speaker[quote] == asks.head) return false;  // "... Xi ...", he said
    return !of_its_speaker(r, c) && !bound_apart(r, c) && !of_two_owners(r, c) && !of_other_names(r, c);
  }

  static bool governs(std::string_view noun) {
    constexpr std::array<std::string_view, 4> kNouns{"government", "junta", "monarchy", "regime"};
    return std::ranges::find(kNouns, noun) != kNouns.end();
  }

  /// "The government" is neither the United Nations nor a party.
  [[nodiscard]] bool no_government(std::uint32_t c) const {
    return std::ranges::any_of(cluster(c).members, [this](std::uint32_t member) {
      const Referent& name = referents_[member];
      return name.name() && name.traits.kinds == kOrganisation && name.type != "government" && !name.type.empty();
    });
  }

  /// "She called to congratulate him", said Stanley: he is not Stanley.
  [[nodiscard]] bool of_its_speaker(std::uint32_t r, std::uint32_t c) const {
    const std::uint32_t quote = quotes_.of_token[referents_[r].head];
    if (quote == 0 || quotes_.speaker[quote] == Quotes::kNobody || speaks(referents_[r])) return false;
    const std::optional<std::uint32_t> speaker = referent_at(quotes_.speaker[quote]);
    return speaker && result_.of[*speaker] == result_.of[c];
  }

  /// "I" of two turns may be two.
  [[nodiscard]] bool of_other_turn(const Referent& asks, const Referent& candidate) const {
    return speaks(asks) && quotes_.in_turn(asks.head) &&
           quotes_.of_token[asks.head] != quotes_.of_token[candidate.head];
  }

  /// "two separate states" are not one state, "a threat" is nobody.
  [[nodiscard]] bool no_name_for(std::uint32_t r, std::uint32_t c) const {
    const bool many = referents_[r].traits.number == Number::many;
    return referents_[r].nominal() && (many || referents_[r].unlisted) && cluster(c).entity != kNoEntity;
  }

  /// "The police", "her family" are people, and neither "he" nor "she".
  static bool collective(const Referent& referent) {
    const Traits traits = noun_traits(referent.word);
    return referent.nominal() && traits.kinds == kPerson && traits.number == Number::either;
  }

  /// Kinds in common, the same gender and number as far as they are known.
  static bool compatible(const Traits& a, const Traits& b) {
    if (!(a.kinds & b.kinds)) return false;
    if (a.gender != '?' && b.gender != '?' && a.gender != b.gender) return false;
    return a.number == Number::either || b.number == Number::either || a.number == b.number;
  }

  /// "his mother" and "her mother" are two where he and she are.
  [[nodiscard]] bool of_two_owners(std::uint32_t r, std::uint32_t c) const {
    if (!referents_[r].nominal() || !referents_[c].nominal()) return false;
    const std::optional<std::uint32_t> one = owner(r);
    const std::optional<std::uint32_t> other = owner(c);
    if (!one || !other || result_.of[*one] == result_.of[*other]) return false;
    return !(speaks(referents_[*one]) && referents_[*one].word == referents_[*other].word);
  }

  /// "U.N. officials" are not "U.S. officials".
  [[nodiscard]] bool of_other_names(std::uint32_t r, std::uint32_t c) const {
    if (!referents_[r].nominal() || !referents_[c].nominal()) return false;
    const std::int32_t one = name_within(r);
    const std::int32_t other = name_within(c);
    return one != kNoEntity && other != kNoEntity && one != other;
  }

  [[nodiscard]] std::int32_t name_within(std::uint32_t r) const {
    for (std::uint32_t t = referents_[r].first; t < referents_[r].head; ++t) {
      const std::optional<std::uint32_t> name = referent_at(t);
      if (name && referents_[*name].name()) return referents_[*name].entity;
    }
    return kNoEntity;
  }

  [[nodiscard]] std::optional<std::uint32_t> owner(std::uint32_t r) const {
    const std::uint32_t head = referents_[r].head;
    const std::uint32_t owner = trees_.child(head, "nmod:poss");
    return owner == head ? std::nullopt : referent_at(owner);
  }

  /// "He saw him": two arguments of one verb are two, unless one is reflexive.
  [[nodiscard]] bool bound_apart(std::uint32_t r, std::uint32_t c) const {
    const Referent& asks = referents_[r];
    if (asks.nominal() || reflexive(trees_.token(asks.head).lower) || !argument(asks.head)) return false;
    const std::uint32_t verb = trees_.token(asks.head).head;
    const bool controlled = trees_.plain_relation(verb) == "xcomp";  // "asked him to help her"
    const std::uint32_t subject = controlled ? verb : trees_.subject_of(verb);
    if (subject != verb && subject != asks.head && at_head_[subject] != kNone &&
        result_.of[at_head_[subject]] == result_.of[c])
      return true;
    return std::ranges::any_of(trees_.children(verb), [&](std::uint32_t child) {
      return child != asks.head && argument(child) && at_head_[child] != kNone &&
             result_.of[at_head_[child]] == result_.of[c];
    });
  }

  [[nodiscard]] bool argument(std::uint32_t token) const {
    constexpr std::array<std::string_view, 4> kArguments{"nsubj", "obj", "iobj", "obl"};
    return std::ranges::find(kArguments, trees_.plain_relation(token)) != kArguments.end();
  }

  // ---- joining

  /// The cluster of `r` joins that of `other`.
  void join(std::uint32_t r, std::uint32_t other, float certainty) {
    const std::uint32_t from = result_.of[r];
    const std::uint32_t to = result_.of[other];
    if (from == to) return;
    if (named(result_.clusters[from]) && named(result_.clusters[to])) return;
    result_.certainty[r] = std::min(result_.certainty[r], certainty);
    Cluster& goes = result_.clusters[from];
    Cluster& stays = result_.clusters[to];
    if (stays.entity == kNoEntity) stays.entity = goes.entity;
    if (stays.several.empty()) stays.several = goes.several;
    narrow(stays.traits, goes.traits);
    for (const std::uint32_t member : goes.members) result_.of[member] = to;
    stays.members.insert(stays.members.end(), goes.members.begin(), goes.members.end());
    goes.members.clear();
  }

  static bool named(const Cluster& cluster) { return cluster.entity != kNoEntity || !cluster.several.empty(); }

  static void narrow(Traits& traits, const Traits& by) {
    if (traits.kinds & by.kinds) traits.kinds &= by.kinds;
    if (traits.gender == '?') traits.gender = by.gender;
    if (traits.number == Number::either && traits.kinds == kPerson) traits.number = by.number;
  }

  const Trees& trees_;
  const Quotes& quotes_;
  const std::vector<Referent>& referents_;
  const AntecedentScores& scores_;
  const States& states_;
  std::vector<std::uint32_t> same_word_;  ///< of each nominal the one before with the same noun
  std::vector<std::uint32_t> at_head_;    ///< the referent of each token that heads one
  Coreference result_;
};

}  // namespace

Coreference find_coreference(const Trees& trees, const Quotes& quotes, const std::vector<Referent>& referents,
                             const AntecedentScores& scores, const States& states) {
  return Resolver(trees, quotes, referents, scores, states).run();
}

}  // namespace entente
