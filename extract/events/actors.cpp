#include "extract/events/actors.h"

#include <algorithm>
#include <array>

#include "extract/events/trigger_table.h"

namespace entente {
namespace {

constexpr int kDepth = 3;            // phrases within phrases
constexpr double kOfState = 0.9;     // "Russian troops", "Iranian officials" act for their country
constexpr double kOfSociety = 0.55;  // "Saudi businessmen", "Afghan rebels" hardly do
constexpr double kThing = 0.75;      // "Chinese companies", "Danish web sites"
constexpr int kFar = 5;              // words down a tree
constexpr int kNear = 3;             // of these, near enough to believe
constexpr double kFarther = 0.75;    // named somewhere below
constexpr double kFarBelow = 0.55;
constexpr double kPlaceActs = 0.75;  // "Washington demanded"
constexpr double kPlaceSuffers = 0.85;

/// A country, a place in one, or a body of politics.
bool state_or_body(const Entity& who) {
  if (who.kind == Kind::place) return !who.country.empty();
  const bool political = who.type == "igo" || who.type == "government" || who.type == "military" ||
                         who.type == "armed_group" || who.type == "party";
  return who.kind == Kind::country || (who.kind == Kind::organisation && political);
}

bool armed(const Entity& who) {
  return who.type == "armed_group" || who.type == "military";
}

bool of_state(std::string_view sector) {
  return sector.starts_with("GOV") || sector.starts_with("MIL") || sector.starts_with("COP") ||
         sector.starts_with("SPY") || sector.starts_with("LEG") || sector.starts_with("JUD") || sector == "PTY";
}

}  // namespace

bool of_politics(const Entity& who) {
  constexpr std::array<std::string_view, 8> kTypes{"politician", "official", "military",    "diplomat",
                                                   "igo",        "party",    "armed_group", "government"};
  return who.kind == Kind::country || std::ranges::find(kTypes, std::string_view(who.type)) != kTypes.end() ||
         who.sector == "GOV" || who.sector == "MIL" || who.sector == "IGO";
}

void add_new(ActorList& list, const ActorList& more, double factor) {
  for (const Actor& actor : more) {
    if (std::ranges::find(list, actor.entity, &Actor::entity) == list.end())
      list.push_back({actor.entity, actor.sure * factor});
  }
}

Actors::Actors(const SentenceView& view, const TreeView& tree)
    : view_(view), tree_(tree), mentions_(tree.trees().size()) {
  for (const TokenMention& mention : view.resolution().mentions) {
    if (mention.entity < 0 || mention.addressed) continue;
    auto& at = mentions_[tree.trees().head_of(mention.first, mention.last)];
    const bool event = entity(mention.entity).kind == Kind::event;
    if (!at.empty()) {
      const TokenMention& held = *at.front();
      const bool same_span = held.first == mention.first && held.last == mention.last;
      const bool held_event = entity(held.entity).kind == Kind::event;
      const bool better = held_event != event ? held_event : mention.last - mention.first > held.last - held.first;
      if (!same_span && !better) continue;
      if (!same_span) at.clear();
    }
    at.push_back(&mention);
  }
}

const ActorWord* Actors::word(std::uint32_t head) const {
  return view_.word_ending(head + 1);
}

ActorList Actors::phrase(std::uint32_t head, Side side, int depth, std::uint32_t before) const {
  ActorList actors = single(head, side, depth);
  for (const std::uint32_t each : tree_.children(head)) {
    if (each < before && tree_.relation(each, {"conj"}) && tree_.token(each).upos != "VERB")
      add_new(actors, single(each, side, depth));
  }
  return actors;
}

ActorList Actors::single(std::uint32_t head, Side side, int depth) const {
  if (depth > kDepth) return {};
  if (mentioned(head)) {
    ActorList actors = named(head, side);
    if (mentions_[head].front()->form == Form::title) add_new(actors, apposed(head, side, true));
    return actors;
  }
  const std::string_view lemma = tree_.lemma(head);
  if (of_class(lemma, "quantity") || tree_.token(head).upos == "NUM" || tree_.token(head).upos == "DET") {
    for (const std::uint32_t each : tree_.children(head)) {
      if (tree_.relation(each, {"nmod", "obl"}) && tree_.has_case(each, "of")) {
        ActorList of = phrase(each, side, depth + 1);
        if (!of.empty()) return of;
      }
    }
  }
  if (ActorList led = leader_of_coalition(head); !led.empty()) return led;
  if (ActorList whose = commander(head); !whose.empty()) return whose;
  return modifiers(head, side, depth);
}

/// The entities whose mention this token heads.
ActorList Actors::named(std::uint32_t head, Side side) const {
  ActorList actors;
  for (const TokenMention* mention : mentions_[head]) {
    const Entity& who = entity(mention->entity);
    const double most = mention->form == Form::nominal ? 0.8 : mention->form == Form::pronoun ? 0.9 : 1.0;
    const double sure = std::min(most, static_cast<double>(mention->certainty));
    if (who.kind == Kind::event) continue;
    if (who.kind == Kind::place) {
      add_new(actors, {{country_of_place(mention->entity), side == Side::source ? kPlaceActs : kPlaceSuffers}});
    } else {
      add_new(actors, {{mention->entity, sure}});
    }
  }
  return actors;
}

/// "a US-led coalition": who leads it acts; "Iranian-backed fighters" act for themselves.
ActorList Actors::leader_of_coalition(std::uint32_t head) const {
  for (const std::uint32_t each : tree_.children(head)) {
    if (!tree_.lower_is(each, {"led"}) || !tree_.relation(each, {"amod", "acl"})) continue;
    for (const std::uint32_t leader : tree_.children(each)) {
      if (mentioned(leader)) return named(leader, Side::source);
    }
  }
  return {};
}

/// "forces loyal to the president", "troops led by": they act for him.
ActorList Actors::commander(std::uint32_t head) const {
  const ActorWord* who = word(head);
  if (!of_class(tree_.lemma(head), "force") && !(who && (who->sector == "MIL" || who->sector == "REB"))) return {};
  for (const std::uint32_t each : tree_.children(head)) {
    const bool loyal = tree_.lower_is(each, {"loyal"});
    if (!loyal && !tree_.lower_is(each, {"led", "commanded"})) continue;
    for (const std::uint32_t leader : tree_.children(each)) {
      if (!tree_.relation(leader, {"obl"}) || !tree_.has_case(leader, loyal ? "to" : "by")) continue;
      ActorList actors;
      add_new(actors, phrase(leader, Side::source, kDepth), kOfState);
      return actors;
    }
  }
  return {};
}

/// Names that stand in apposition: the first, unless it is known already, and those joined to it: "Libyan leader
/// Gaddafi and Bulgarian President Zhivkov".
ActorList Actors::apposed(std::uint32_t head, Side side, bool known) const {
  ActorList actors;
  for (const std::uint32_t each : tree_.children(head)) {
    if (!tree_.relation(each, {"appos", "flat"}) || !mentioned(each)) continue;
    if ((!known && actors.empty()) || joined(each)) add_new(actors, named(each, side));
  }
  return actors;
}

/// "Russian troops", "the government of Turkey", "spokesman Geng Shuang", "its ally, France".
ActorList Actors::modifiers(std::uint32_t head, Side side, int depth) const {
  const ActorWord* who = word(head);
  const std::string_view lemma = tree_.lemma(head);
  const bool force = of_class(lemma, "force");
  const bool body = of_class(lemma, "side");
  if (tree_.token(head).upos == "PRON" || tree_.token(head).upos == "VERB") return {};
  if (ActorList names = apposed(head, side, false); !names.empty()) return names;
  const bool group = of_class(lemma, "body");
  // "Bosnian Serbs", "Sri Lankan Tamils"
  const bool folk = tree_.token(head).xpos == "NNPS" && tree_.child(head, {"amod"});
  if (side == Side::source && !who && !force && !body && !group && !folk) return {};
  double factor = folk ? kOfSociety : kThing;
  if (who) factor = of_state(who->sector) || (who->title && who->sector.empty()) ? kOfState : kOfSociety;
  if (!who && (force || body)) factor = 0.8;
  if (side == Side::target && who) factor = std::max(factor, 0.8);
  // "supporters of Morsi" are not he
  const bool followers = factor < kOfState && who && !of_state(who->sector);
  const auto drop_people = [&](ActorList& list) {
    if (followers) std::erase_if(list, [this](const Actor& a) { return entity(a.entity).kind == Kind::person; });
  };
  ActorList actors;
  if (former(head) && who && !of_state(who->sector)) return actors;
  add_new(actors, before(head, depth, side == Side::source), factor);
  drop_people(actors);
  for (Actor& actor : actors) {  // "Taliban fighters" are the Taliban
    if (who && armed(entity(actor.entity))) actor.sure = std::max(actor.sure, kOfState);
  }
  if (!actors.empty()) return actors;
  for (const std::uint32_t each : tree_.children(head)) {
    // "police in Egypt" act for it; "attacks in Israel" do not
    const bool at = !venue(head, each) && (who || body || group || side == Side::target) &&
                    tree_.has_case(each, {"in", "from", "throughout", "across"});
    const bool of = tree_.relation(each, {"nmod"}) && (at || tree_.has_case(each, "of"));
    if (!of) continue;
    add_new(actors, phrase(each, side == Side::source && who ? Side::source : Side::target, depth + 1), factor);
    drop_people(actors);
    if (!actors.empty()) return actors;
  }
  return actors;
}

/// What stands before a noun: possessors (with `pronouns`: "its"), demonyms, countries, bodies.
ActorList Actors::before(std::uint32_t head, int depth, bool pronouns) const {
  ActorList actors;
  if (depth > kDepth) return actors;
  for (const std::uint32_t each : tree_.children(head)) {
    if (!tree_.relation(each, {"nmod:poss"})) continue;
    if (tree_.token(each).upos != "PRON" || pronouns) add_new(actors, phrase(each, Side::source, depth + 1));
    if (!actors.empty()) return actors;
  }
  for (const std::uint32_t each : tree_.children(head)) {
    if (!tree_.relation(each, {"amod", "compound", "nmod:desc", "nmod:unmarked", "det"}) || sided(each)) continue;
    if (mentioned(each)) {
      add_new(actors, phrase(each, Side::source, depth + 1));
    } else if (tree_.relation(each, {"compound"}) || word(each) || of_class(tree_.lemma(each), "side")) {
      add_new(actors, before(each, depth + 1, pronouns));
    }
  }
  if (actors.empty() && depth == 0) add_new(actors, beside(head), 0.85);
  return actors;
}

/// The country or body that stands beside a noun, whatever the tree says: "North Korea's consistent demand".
ActorList Actors::beside(std::uint32_t head) const {
  const std::uint32_t first = tree_.trees().sentence(head).first;
  for (std::uint32_t at = head; at > first && head - at < 4; --at) {
    const TokenMention* mention = view_.covering(at - 1);
    if (mention && mention->entity >= 0) {
      const bool whose = mention->form == Form::demonym || (mention->form == Form::name && tree_.lower_is(at, {"'s"}));
      const Kind kind = entity(mention->entity).kind;
      const bool body = kind == Kind::country || kind == Kind::organisation;
      return whose && body && !sided(at - 1) ? ActorList{{mention->entity, 1.0}} : ActorList{};
    }
    const std::string_view upos = tree_.token(at - 1).upos;
    const bool within = upos == "ADJ" || upos == "NUM" || tree_.lower_is(at - 1, {"'s"});
    if (!within) return {};
  }
  return {};
}

/// "pro-Turkish", "anti-American": for or against somebody, not theirs.
bool Actors::sided(std::uint32_t demonym) const {
  const std::uint32_t first = mentioned(demonym) ? mentions_[demonym].front()->first : demonym;
  return first >= 2 && tree_.token(first - 1).lower == "-" && tree_.lower_is(first - 2, {"pro", "anti", "non", "ex"});
}

/// "a former Columbia University academic"
bool Actors::former(std::uint32_t head) const {
  return std::ranges::any_of(tree_.children(head), [this](std::uint32_t each) {
    return tree_.relation(each, {"amod"}) && tree_.lower_is(each, {"former", "ex", "erstwhile", "onetime"});
  });
}

/// "negotiations in Munich", but "dialogue in Bahrain" is Bahrain's.
bool Actors::venue(std::uint32_t noun, std::uint32_t place) const {
  return tree_.has_case(place, "in") && !tree_.lemma_is(noun, {"dialogue"}) &&
         (of_class(tree_.lemma(noun), "talks") || of_class(tree_.lemma(noun), "visit"));
}

ActorList Actors::owners(std::uint32_t head) const {
  return before(head, 0, true);
}

ActorList Actors::inside(std::uint32_t head, bool doer, int depth) const {
  if (depth > 1) return {};
  const auto with = [&](std::string_view preposition) {
    ActorList actors;
    for (const std::uint32_t each : tree_.children(head)) {
      if (!tree_.relation(each, {"nmod", "obl", "acl", "advcl"}) || !tree_.has_case(each, preposition)) continue;
      add_new(actors, phrase(each, Side::target, 1), 0.9);
      if (actors.empty()) add_new(actors, inside(each, doer, depth + 1), 0.9);
    }
    return actors;
  };
  if (ActorList by = with("by"); !by.empty()) return by;
  ActorList owned;
  add_new(owned, before(head, 0, false), 0.9);
  if (doer && harms_its_owner(tree_.lemma(head))) {  // "condemned Pizarro's assassination"
    const bool anybody = tree_.lemma_is(head, {"death", "loss"});
    std::erase_if(owned, [&](const Actor& each) { return anybody || entity(each.entity).kind == Kind::person; });
  }
  if (!owned.empty()) return owned;
  if (ActorList from = with("from"); !from.empty()) return from;
  if (doer) return {};
  for (const std::string_view preposition : {"of", "against", "with", "between"}) {
    if (ActorList actors = with(preposition); !actors.empty()) return actors;
  }
  return {};
}

ActorList Actors::farther(std::vector<std::uint32_t> heads) const {
  for (int depth = 0; depth < kFar && !heads.empty(); ++depth) {
    ActorList found;
    std::vector<std::uint32_t> below;
    for (const std::uint32_t head : heads) {
      for (const std::uint32_t each : tree_.children(head)) {
        const bool beside = tree_.has_case(each, {"like", "than", "as"});
        const bool once = former(head) && tree_.relation(each, {"amod", "compound"});
        if (!beside && !once && !venue(head, each) &&
            tree_.relation(each, {"obj", "obl", "nmod", "acl", "advcl", "xcomp", "iobj", "amod", "compound"}))
          below.push_back(each);
      }
      if (mentioned(head) && !sided(head))
        add_new(found, phrase(head, Side::target, 0), depth < kNear ? kFarther : kFarBelow);
    }
    std::erase_if(found, [this](const Actor& actor) { return !state_or_body(entity(actor.entity)); });
    if (!found.empty()) return found;
    heads = std::move(below);
  }
  return {};
}

/// Whether "and" stands before the phrase of this head.
bool Actors::joined(std::uint32_t head) const {
  if (tree_.child(head, {"cc"})) return true;
  return std::ranges::any_of(tree_.children(head),
                             [this](std::uint32_t each) { return tree_.child(each, {"cc"}).has_value(); });
}

std::int32_t Actors::place(std::uint32_t head) const {
  for (const TokenMention* mention : mentions_[head]) {
    const Kind kind = entity(mention->entity).kind;
    if (kind == Kind::place || kind == Kind::country) return mention->entity;
  }
  // "the northern city of Kirkuk", "the town of X", "the Syrian city Aleppo"
  for (const std::uint32_t each : tree_.children(head)) {
    const bool names = tree_.relation(each, {"appos", "flat"}) ||
                       (tree_.relation(each, {"nmod"}) && tree_.has_case(each, {"of", "in"}));
    if (names && mentioned(each)) {
      const Kind kind = entity(mentions_[each].front()->entity).kind;
      if (kind == Kind::place || kind == Kind::country) return mentions_[each].front()->entity;
    }
  }
  return kNoEntity;
}

std::int32_t Actors::country_of_place(std::int32_t index) const {
  const Entity& place = entity(index);
  if (place.kind != Kind::place || place.country.empty()) return index;
  const auto& entities = view_.resolution().entities;
  const auto country = std::ranges::find_if(entities, [&place](const Entity& each) {
    return each.kind == Kind::country && each.links.iso3 == place.country;
  });
  return country == entities.end() ? index : static_cast<std::int32_t>(country - entities.begin());
}

}  // namespace entente
