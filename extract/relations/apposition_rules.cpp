// Ties that stand in appositions and possessives: seats, places, members, kin, party.
#include <algorithm>
#include <array>
#include <optional>

#include "extract/relations/relation_words.h"
#include "extract/relations/rules.h"

namespace entente {
namespace {

class AppositionReader {
 public:
  AppositionReader(const SentenceView& view, const Sentence& sentence, Findings& findings)
      : view_(view), sentence_(sentence), findings_(findings) {}

  void read(const TokenMention& mention) {
    if (mention.form != Form::name && mention.form != Form::demonym) return;
    negated_ = past_ = false;
    after_comma(mention);
    negated_ = past_ = false;
    place_in_country(mention);
    noun_before(mention);
    seat_by_hyphen(mention);
    body_of_state(mention);
    party_of(mention);
  }

 private:
  [[nodiscard]] bool lower_word(std::uint32_t at) const {
    return at < sentence_.last && view_.token(at).word && !view_.token(at).capital;
  }

  void add(std::string_view type, const TokenMention& subject, const TokenMention& object, std::string role,
           double confidence, std::string_view rule) {
    RelationDraft draft{type, subject.entity, object.entity, std::move(role), negated_, past_, {}, confidence, rule};
    draft.evidence = view_.bytes(std::min(subject.first, object.first), std::max(subject.last, object.last));
    findings_.add(std::move(draft));
  }

  /// "Xiaomi, the Chinese tech giant"; "Goma, a city in the DRC"; "Delury, a historian based in Seoul"; "Sweden, a
  /// member of NATO".
  void after_comma(const TokenMention& mention) {
    std::uint32_t at = mention.last;
    if (!view_.is(at, {","}) && !view_.is(at, {"("})) return;
    if (part_of_list(mention)) return;
    ++at;
    if (view_.is(at, {"and", "or", "but"})) return;
    if (view_.is(at, {"who", "which"}) && view_.is(at + 1, {"is", "was"})) at += 2;
    at = read_standing(at);
    if (view_.is(at, {"a", "an", "the", "one", "also"})) ++at;
    if (view_.is(at, {"based", "headquartered"})) return seat(mention, at);
    const TokenMention* owner = nullptr;
    for (std::uint32_t steps = 0; steps < 8 && at < sentence_.last; ++steps, ++at) {
      if (const TokenMention* inner = view_.beginning(at)) {
        if (view_.kind(inner, {Kind::person})) return;
        owner = inner;
        at = inner->last - 1;
        continue;
      }
      if (view_.is(at, {"'s", "'", "-"})) continue;
      if (read_standing(at) != at) {
        at = read_standing(at) - 1;
        continue;
      }
      if (view_.is(at, {"is", "was", "are", "were", "has", "had", "have", "will", "said"}))
        return;  // the sentence goes on
      if (view_.is(at, {"based", "headquartered"})) return seat(mention, at);
      if (view_.is(at, {"member"}) && view_.is(at + 1, {"of"})) return member(mention, at + 2);
      if (view_.is(at, {"while", "as", "where", "when", "after", "before", "because", "but", "with", "in", "on", "at",
                        "from", "for", "to"}))
        return;  // what follows is not the head of an apposition
      if (!lower_word(at) && !view_.token(at).capital) return;
      const std::string_view relation = relation_of_noun(view_.lower(at));
      const bool closes = !lower_word(at + 1) || opens_complement(at + 1);
      if (relation.empty() || !closes) continue;
      noun_after(mention, relation, owner, at);
      return seat_further(mention, at);
    }
  }

  /// "which is not a member", "no longer a member", "a former member": notes how the tie stands and gives the token
  /// behind.
  std::uint32_t read_standing(std::uint32_t at) {
    if (view_.is(at, {"not", "n't", "never", "neither"})) {
      negated_ = true;
      return at + 1;
    }
    if (view_.is(at, {"former", "once", "formerly", "until"})) {
      past_ = true;
      return at + 1;
    }
    if (view_.is(at, {"no"}) && view_.is(at + 1, {"longer"})) {
      past_ = true;
      return at + 2;
    }
    return at;
  }

  /// Words that end a noun phrase: the noun before them is its head.
  [[nodiscard]] bool opens_complement(std::uint32_t at) const {
    return view_.is(at, {"in",    "of",   "that",    "which", "who",   "on",    "based",  "near",    "and",    "with",
                         "to",    "at",   "behind",  "whose", "led",   "run",   "owned",  "founded", "headed", "known",
                         "where", "when", "as",      "by",    "for",   "from",  "under",  "has",     "had",    "was",
                         "is",    "said", "between", "along", "about", "after", "during", "outside"});
  }

  /// "A, B, a city in C": what follows the second comma may be of A and B both.
  [[nodiscard]] bool part_of_list(const TokenMention& mention) const {
    if (mention.first < sentence_.first + 2) return false;
    const TokenMention* before = view_.ending(mention.first - 1);
    return view_.is(mention.first - 1, {",", "and"}) && before &&
           view_.entity(*before).kind == view_.entity(mention).kind;
  }

  /// A noun in apposition to `mention`: with a demonym or possessor before it, or "in" or "of" a place after it.
  void noun_after(const TokenMention& mention, std::string_view relation, const TokenMention* owner,
                  std::uint32_t noun) {
    const TokenMention* of = owner;
    if (view_.is(noun + 1, {"in", "of", "on"})) {
      std::uint32_t at = noun + 2;
      while (at < sentence_.last && at < noun + 6 && !view_.beginning(at) && (lower_word(at) || compass(at)) &&
             !view_.is(at, {"and"}))
        ++at;
      if (const TokenMention* after = view_.beginning(at);
          after && after->last <= sentence_.last && !view_.is(after->last, {"'s"})) {
        of = after;
      }
    }
    if (!of || view_.joined(*of) || part_kind_clash(mention, relation)) return;
    if (relation == "citizen_of" && of->form != Form::demonym) return;  // "China historian"
    if (of == owner && relation == "located_in" && view_.is(noun + 1, {"of"})) return;
    add(relation, mention, *of,
        relation == "citizen_of" || relation == "based_in" || relation == "located_in" ? ""
                                                                                       : std::string(view_.lower(noun)),
        0.85, "apposition");
  }

  [[nodiscard]] bool compass(std::uint32_t at) const {
    return view_.is(at, {"northern", "southern", "eastern", "western", "central", "north", "south", "east", "west"});
  }

  /// A person's "wife" in apposition needs another person; places and bodies take only their own nouns.
  [[nodiscard]] bool part_kind_clash(const TokenMention& mention, std::string_view relation) const {
    const Kind kind = view_.entity(mention).kind;
    if (relation == "spouse_of" || relation == "relative_of") return true;
    if (relation == "citizen_of") return kind != Kind::person;
    if (relation == "based_in") return kind != Kind::organisation;
    return kind != Kind::place;
  }

  void seat_further(const TokenMention& mention, std::uint32_t at) {
    for (std::uint32_t i = at + 1; i < sentence_.last && i < at + 4; ++i) {
      if (view_.is(i, {"based", "headquartered"})) return seat(mention, i);
      if (!lower_word(i)) return;
    }
  }

  void seat(const TokenMention& mention, std::uint32_t based) {
    std::uint32_t at = based + 1;
    if (!view_.is(at, {"in", "at"})) return;
    ++at;
    if (view_.is(at, {"the"})) ++at;
    const TokenMention* where = view_.beginning(at);
    if (where) add("based_in", mention, *where, "", 0.95, "based-in");
  }

  void member(const TokenMention& mention, std::uint32_t at) {
    if (view_.is(at, {"the"})) ++at;
    const TokenMention* of = view_.beginning(at);
    if (!of || !view_.kind(of, {Kind::organisation})) return;
    add("member_of", mention, *of, "", 0.92, "member-of");
  }

  /// "Goma, Democratic Republic of the Congo"; "Paris, France,".
  void place_in_country(const TokenMention& mention) {
    const bool comma = view_.is(mention.last, {","});
    if (!comma || !view_.kind(&mention, {Kind::place})) return;
    const TokenMention* country = view_.beginning(mention.last + 1);
    if (!country || country->form != Form::name || !view_.kind(country, {Kind::country, Kind::place})) return;
    if (mention.first > sentence_.first &&
        !view_.is(mention.first - 1, {"in", "at", "near", "from", "to", "of", "outside", "around", "through"}))
      return;
    if (!view_.is(country->last, {",", ".", ")", ";"}) && country->last != sentence_.last) return;
    const std::string& iso3 = view_.entity(mention).country;
    const Entity& object = view_.entity(*country);
    if (!iso3.empty() && object.kind == Kind::country && object.links.iso3 != iso3) return;
    if (object.kind == Kind::place && !iso3.empty() && object.country != iso3) return;
    if (view_.is(country->last, {","}) && view_.kind(view_.beginning(country->last + 1), {object.kind}))
      return;  // a list
    if (object.kind == Kind::place && view_.is(country->last, {","}) && view_.is(country->last + 1, {"and"})) return;
    if (object.type == "region" && view_.entity(mention).type == "region" && iso3.empty())
      return;  // parts of the world
    add("located_in", mention, *country, "", iso3.empty() ? 0.7 : 0.93, "place-comma-country");
  }

  /// "South Korean newspaper Seoul Shinmun", "the Turkish city of Istanbul", "the French capital, Paris", "France's
  /// capital Paris".
  void noun_before(const TokenMention& mention) {
    std::uint32_t at = mention.first;
    if (at > sentence_.first && view_.is(at - 1, {","})) --at;
    if (at > sentence_.first && view_.is(at - 1, {"of"})) --at;
    const std::uint32_t noun_end = at;
    std::string_view relation;
    std::string_view noun;
    while (at > sentence_.first && noun_end - at < 5) {
      const TokenMention* owner = view_.ending(at);
      if (owner && owner->entity != mention.entity) return noun_before_of(mention, *owner, relation, noun);
      if (view_.is(at - 1, {"'s", "'"}) && at - 1 > sentence_.first) {
        if (const TokenMention* whose = view_.ending(at - 1)) return noun_before_of(mention, *whose, relation, noun);
      }
      if (!lower_word(at - 1) && !view_.is(at - 1, {"-"})) return;
      if (at == noun_end) {
        noun = view_.lower(at - 1);
        relation = relation_of_noun(noun);
        if (relation.empty()) return;
      } else if (view_.is(at - 1, {"and", "or", "in", "of", "to", "for", "the", "a", "with", "by", "from", "at", "on",
                                   "said", "told"})) {
        return;
      }
      --at;
    }
  }

  void noun_before_of(const TokenMention& mention, const TokenMention& owner, std::string_view relation,
                      std::string_view noun) {
    if (relation.empty() || part_kind_clash(mention, relation) || owner.first < sentence_.first) return;
    if (!view_.kind(&owner, {Kind::country, Kind::place})) return;
    if (relation == "citizen_of" && owner.form != Form::demonym) return;  // "China historian"
    const bool apart = owner.form == Form::demonym || view_.is(owner.last, {"'s", "'"});
    if (relation == "located_in" && !apart && view_.is(mention.first - 1, {"of"})) {
      const bool part = noun == "suburb" || noun == "district" || noun == "region";  // "Esenyurt suburb of Istanbul"
      if (part && view_.kind(&owner, {Kind::place})) add(relation, owner, mention, "", 0.88, "noun-between");
      return;
    }
    if (view_.is(mention.last, {"and"})) return;         // "the cities of A and B"
    if (!apart && view_.is(mention.first - 1, {","})) {  // "Olongapo city, Zambales"
      if (relation == "located_in" && view_.kind(&owner, {Kind::place}))
        add(relation, owner, mention, "", 0.85, "noun-comma");
      return;
    }
    const bool role = relation == "capital_of";
    add(relation, mention, owner, role ? std::string(noun) : "", owner.form == Form::demonym ? 0.88 : 0.85,
        "noun-before");
  }

  /// "Beijing-based ByteDance", "the London-based group Amnesty International".
  void seat_by_hyphen(const TokenMention& mention) {
    if (!view_.kind(&mention, {Kind::place, Kind::country}) || !view_.is(mention.last, {"-"}) ||
        !view_.is(mention.last + 1, {"based"}))
      return;
    for (std::uint32_t at = mention.last + 2; at < sentence_.last && at < mention.last + 6; ++at) {
      if (const TokenMention* body = view_.beginning(at)) {
        if (view_.kind(body, {Kind::organisation, Kind::person}) && body->form == Form::name)
          add("based_in", *body, mention, "", 0.93, "place-based");
        return;
      }
      if (!lower_word(at)) return;
    }
  }

  /// "the Russian Ministry of Defence", "Ukraine's Security Service": a body of the state beside its country's name.
  void body_of_state(const TokenMention& mention) {
    const Entity& body = view_.entity(mention);
    if (body.kind != Kind::organisation || (body.type != "government" && body.type != "military")) return;
    if (mention.first == sentence_.first) return;
    std::uint32_t at = mention.first;
    if (view_.is(at - 1, {"'s", "'"})) --at;
    const TokenMention* country = view_.ending(at);
    if (!country || !view_.kind(country, {Kind::country})) return;
    const std::string& iso3 = view_.entity(*country).links.iso3;
    if (!body.country.empty() && body.country != iso3) return;
    add("agency_of", mention, *country, "", 0.9, "state-body");
  }

  /// "Keir Starmer of the Labour Party".
  void party_of(const TokenMention& mention) {
    if (!view_.kind(&mention, {Kind::person}) || mention.form != Form::name) return;
    std::uint32_t at = mention.last;
    if (view_.is(at, {","})) ++at;
    if (!view_.is(at, {"of"})) return;
    ++at;
    if (view_.is(at, {"the"})) ++at;
    const TokenMention* party = view_.beginning(at);
    if (party && view_.entity(*party).type == "party") add("party_member", mention, *party, "", 0.9, "of-party");
  }

  const SentenceView& view_;
  const Sentence& sentence_;
  Findings& findings_;
  bool negated_ = false;  ///< of the apposition read now
  bool past_ = false;
};

}  // namespace

void apposition_rules(const SentenceView& view, const Sentence& sentence, Findings& findings) {
  AppositionReader reader(view, sentence, findings);
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (const TokenMention* mention = view.beginning(i)) reader.read(*mention);
  }
}

}  // namespace entente
