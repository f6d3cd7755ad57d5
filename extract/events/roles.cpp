#include "extract/events/roles.h"

#include <algorithm>
#include <array>
#include <span>

#include "extract/ontology.h"

namespace entente {
namespace {

constexpr int kInherited = 5;  // clauses that a subject is handed down

bool political(const Entity& who) {
  return who.kind == Kind::person || who.type == "party";
}

}  // namespace

// ---- the parts of a clause

bool Roles::passive(std::uint32_t verb) const {
  if (tree_.token(verb).xpos != "VBN" && tree_.token(verb).xpos != "VBD") return false;
  for (const std::uint32_t each : tree_.children(verb)) {
    if (tree_.relation(each, {"nsubj:pass", "aux:pass"})) return true;
    if (tree_.relation(each, {"obl:agent"}) && tree_.has_case(each, "by")) return true;
  }
  const bool has = std::ranges::any_of(tree_.children(verb), [&](std::uint32_t each) {
    return tree_.relation(each, {"aux"}) && !tree_.lower_is(each, {"be", "being", "been"});
  });
  if (tree_.relation(verb, {"acl"}) && !tree_.relation(verb, {"acl:relcl"}))
    return tree_.token(verb).xpos == "VBN" || !tree_.child(verb, {"obj"});
  if (tree_.relation(verb, {"advcl"}) && !has && !tree_.child(verb, {"nsubj", "obj"})) return true;  // "if convicted"
  const std::uint32_t head = tree_.head(verb);
  // "were reported killed", "stands accused"
  if (tree_.relation(verb, {"xcomp"}) && tree_.token(verb).xpos == "VBN" && !tree_.child(verb, {"mark", "obj"}))
    return passive(head) || tree_.lemma_is(head, {"remain", "stand", "stay"});
  return tree_.relation(verb, {"conj"}) && head != verb && tree_.token(head).xpos == "VBN" &&
         !tree_.child(verb, {"nsubj", "obj", "aux"}) && passive(head);
}

/// "who", "which" and "that" of a relative clause stand for what the clause hangs on.
std::optional<std::uint32_t> Roles::antecedent(std::uint32_t pronoun) const {
  if (!tree_.lower_is(pronoun, {"who", "which", "that", "whom"})) return pronoun;
  std::uint32_t clause = tree_.head(pronoun);
  for (int steps = 0; steps < 3; ++steps) {
    if (tree_.relation(clause, {"acl:relcl"})) return tree_.head(clause);
    if (!tree_.relation(clause, {"conj", "xcomp"})) break;
    clause = tree_.head(clause);
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Roles::own_subject(std::uint32_t verb) const {
  for (const std::uint32_t each : tree_.children(verb)) {
    if (tree_.relation(each, {"nsubj"})) return antecedent(each);
  }
  // "Syria says it is willing": no expletive, who says so
  const std::uint32_t head = tree_.head(verb);
  const bool said = tree_.relation(verb, {"ccomp"}) && tree_.speaks(head) && !tree_.child(verb, {"csubj", "ccomp"});
  return said ? tree_.child(verb, {"expl"}) : std::nullopt;
}

/// The grammatical subject, handed down from clauses above where the verb has none of its own.
std::optional<std::uint32_t> Roles::subject(std::uint32_t verb, int depth) const {
  if (const auto own = own_subject(verb)) return own;
  const std::uint32_t head = tree_.head(verb);
  if (head == verb || depth > kInherited) return std::nullopt;
  // "called on Israel to stop", "calls for the Union to act"
  if (tree_.relation(verb, {"xcomp", "advcl"}) && tree_.has_mark(verb, {"to"}) &&
      tree_.lemma_is(head, {"call", "urge", "ask", "order", "appeal", "tell"})) {
    for (const std::uint32_t each : tree_.children(head)) {
      const bool asked = tree_.relation(each, {"obl"}) && tree_.has_case(each, {"on", "upon", "for", "to"});
      if (asked || tree_.relation(each, {"obj", "iobj"})) return each;
    }
  }
  // "accused rebels of killing", "praised Poland for helping"
  if (tree_.relation(verb, {"advcl", "xcomp"}) && tree_.has_mark(verb, {"of", "for", "from", "against"})) {
    if (passive(head)) return subject(head, depth + 1);
    if (const auto object = tree_.child(head, {"obj"})) return object;
  }
  if (tree_.relation(verb, {"xcomp"})) {
    // "a video that showed a man shooting": the object, but not one that the clause hangs on
    const auto object = tree_.child(head, {"obj"});
    if (object && (*object > head || !tree_.relation(head, {"acl:relcl"}))) return object;
    return subject(head, depth + 1);
  }
  if (tree_.relation(verb, {"conj"})) return tree_.token(head).upos == "NOUN" ? std::nullopt : subject(head, depth + 1);
  // "were kidnapped to protest the visit": not those who were
  const bool purpose = tree_.relation(verb, {"advcl"}) && tree_.has_mark(verb, {"to"}) && passive(head);
  if (purpose && suffers(head)) return std::nullopt;
  if (tree_.relation(verb, {"advcl"}))
    return tree_.token(head).upos == "NOUN" ? std::nullopt : subject(head, depth + 1);
  if (tree_.relation(verb, {"acl:relcl"})) return std::nullopt;
  if (tree_.relation(verb, {"acl"})) {
    const bool charged = tree_.has_mark(verb, {"of"}) && tree_.relation(head, {"obj", "nsubj:pass"}) &&
                         !tree_.child(head, {"nmod:poss"});
    if (!charged && tree_.has_mark(verb, {"to", "of", "for"})) {
      // "the president's call to oppose": those he calls on
      if (tree_.lemma_is(head, {"appeal", "call", "demand", "invitation", "order", "plea", "request"}))
        return std::nullopt;
      // "Israel's decision to withdraw", "Iran made a threat to close"
      if (const auto owner = tree_.child(head, {"nmod:poss"})) return owner;
      if (const auto light = light_verb(head)) {
        const auto whom = tree_.child(*light, {"iobj"});  // "gave the army orders to withdraw"
        const bool of_another = tree_.lemma_is(head, {"authority", "mandate", "permission", "power", "right"});
        return whom || of_another ? whom : subject(*light, depth + 1);
      }
      return std::nullopt;
    }
    return head;
  }
  return std::nullopt;
}

bool Roles::suffers(std::uint32_t verb) const {
  return std::ranges::any_of(verb_triggers(tree_.lemma(verb)),
                             [](const Trigger& row) { return row.type == "ASSAULT" || row.type == "COERCE"; });
}

ClauseParts Roles::parts(std::uint32_t verb) const {
  ClauseParts parts;
  parts.passive = passive(verb);
  const auto grammatical = subject(verb, 0);
  for (const std::uint32_t each : tree_.children(verb)) {
    if (tree_.relation(each, {"obj"}) && !parts.object) parts.object = antecedent(each);
    if (tree_.relation(each, {"iobj"})) parts.indirect = each;
    if (tree_.relation(each, {"xcomp"}) && !parts.complement) parts.complement = each;
    if (tree_.relation(each, {"advcl"}) && tree_.has_mark(each, {"to"}) && !parts.complement &&
        (tree_.token(verb).upos == "ADJ" || control(tree_.lemma(verb))))
      parts.complement = each;
    if (tree_.relation(each, {"ccomp"}) && !parts.clause) parts.clause = each;
  }
  if (parts.passive) {
    if (!parts.object) {
      parts.object = grammatical;
    } else {
      parts.indirect = grammatical;  // "was given aid"
    }
    for (const std::uint32_t each : tree_.children(verb)) {
      if (tree_.relation(each, {"obl"}) && tree_.has_case(each, "by")) parts.subject = each;
    }
  } else {
    parts.subject = grammatical;
  }
  if (!parts.object) parts.object = parts.indirect;  // "warned Moscow that"
  return parts;
}

ActorList Roles::farther_targets(const ClauseParts& parts, std::uint32_t verb, bool purpose) const {
  std::vector<std::uint32_t> heads;
  for (const auto& part : {parts.object, parts.complement, parts.indirect}) {
    if (part && part != parts.subject) heads.push_back(*part);
  }
  for (const std::uint32_t each : tree_.children(verb)) {
    const bool about = tree_.has_case(each, {"to", "against", "on", "over", "with", "for", "of"});
    if (tree_.relation(each, {"obl"}) && about && parts.subject != each) heads.push_back(each);
    if (purpose && tree_.relation(each, {"advcl"}) && tree_.has_mark(each, {"to"}) && parts.complement != each)
      heads.push_back(each);
  }
  return actors_.farther(heads);
}

std::vector<std::uint32_t> Roles::obliques(std::uint32_t verb, const ClauseParts& parts,
                                           std::string_view preposition) const {
  std::vector<std::uint32_t> found;
  const auto add = [&](std::uint32_t on) {
    for (const std::uint32_t each : tree_.children(on)) {
      if (!tree_.relation(each, {"obl", "nmod"})) continue;
      if (preposition.empty() || tree_.has_case(each, preposition)) found.push_back(each);
    }
  };
  add(verb);
  if (parts.object && (!parts.passive || tree_.head(*parts.object) == verb || tree_.head(verb) == *parts.object)) {
    if (!actors_.mentioned(*parts.object)) {
      add(*parts.object);
      const std::uint32_t of = matter(*parts.object);
      if (of != *parts.object) add(of);
    }
  }
  if (parts.clause && preposition.empty()) add(*parts.clause);
  if (found.empty() && !preposition.empty()) {
    // "joked about espionage with Lee" hangs on the noun as often as on the verb
    for (const std::uint32_t each : tree_.children(verb)) {
      const bool another_act = tree_.has_case(each, {"after", "following", "before", "during", "amid", "since"});
      if (tree_.relation(each, {"obl"}) && !another_act && !actors_.mentioned(each)) add(each);
    }
  }
  return found;
}

std::uint32_t Roles::matter(std::uint32_t noun) const {
  if (!of_class(tree_.lemma(noun), "quantity") && tree_.token(noun).upos != "NUM" &&
      !tree_.lemma_is(noun, {"day", "week", "hour", "campaign", "act", "form"}))
    return noun;
  for (const std::uint32_t each : tree_.children(noun)) {
    if (tree_.relation(each, {"nmod"}) && tree_.has_case(each, "of")) return each;
  }
  return noun;
}

std::optional<std::uint32_t> Roles::light_verb(std::uint32_t noun) const {
  const std::uint32_t head = tree_.head(noun);
  if (head == noun || tree_.token(head).upos != "VERB") return std::nullopt;
  const Control* row = control(tree_.lemma(head));
  const bool done = row && (row->modality == Modality::actual || row->modality == Modality::planned);
  if (!done || !tree_.relation(noun, {"obj", "nsubj:pass"})) return std::nullopt;
  return head;
}

std::uint32_t Roles::controller(std::uint32_t act) const {
  if (!tree_.relation(act, {"xcomp", "advcl"})) return act;
  const Control* row = control(tree_.lemma(tree_.head(act)));
  return row && !(row->cooperative.empty() && row->hostile.empty()) ? tree_.head(act) : act;
}

bool Roles::question(std::uint32_t verb) const {
  return std::ranges::any_of(tree_.children(verb), [this](std::uint32_t each) {
    if (!tree_.relation(each, {"ccomp", "advcl", "parataxis"})) return false;
    if (tree_.has_mark(each, {"if", "whether"})) return true;
    return std::ranges::any_of(tree_.children(each), [this](std::uint32_t word) {
      return tree_.lower_is(word, {"?", "what", "when", "where", "who", "why", "how", "which"});
    });
  });
}

// ---- whether a row fits

bool Roles::in_list(std::uint32_t token, const Lemmas* words) const {
  if (!words) return true;
  const auto has = [&](std::uint32_t each) { return std::ranges::binary_search(*words, tree_.lemma(each)); };
  if (has(token) || has(matter(token))) return true;
  return std::ranges::any_of(tree_.children(token),
                             [&](std::uint32_t each) { return tree_.relation(each, {"conj"}) && has(each); });
}

bool Roles::kind_of_object(std::string_view kind, const ClauseParts& parts) const {
  if (!parts.object) return false;
  const ActorList actors = actors_.affected(*parts.object);
  if (kind == "obj_actor") return !actors.empty() && (actors_.mentioned(*parts.object) || actors_.word(*parts.object));
  return std::ranges::any_of(actors, [&](const Actor& actor) {
    const Kind of = actors_.entity(actor.entity).kind;
    return kind == "obj_person" ? of == Kind::person : of == Kind::organisation;
  });
}

bool Roles::kind_of_subject(std::string_view kind, const ClauseParts& parts) const {
  if (!parts.subject) return false;
  const std::uint32_t head = matter(*parts.subject);
  const ActorWord* word = actors_.word(head);
  const std::string_view sector = word ? word->sector : std::string_view{};
  const ActorList actors = actors_.acting(*parts.subject);
  const auto any = [&](auto test) {
    return std::ranges::any_of(actors, [&](const Actor& a) { return test(actors_.entity(a.entity)); });
  };
  if (kind == "subj_official") {
    return any([](const Entity& e) { return e.kind == Kind::person; }) ||
           (word && (word->title || sector == "GOV" || sector == "MIL")) || tree_.lemma_is(head, {"delegation"});
  }
  if (kind == "subj_envoy") {
    return any([](const Entity& e) { return e.kind != Kind::country && e.type != "military" && of_politics(e); }) ||
           (word && (word->title || sector == "GOV")) || tree_.lemma_is(head, {"delegation"});
  }
  if (kind == "subj_state") {  // "Iran protested": not Iranians
    constexpr std::array<std::string_view, 2> kBodies{"government", "igo"};
    const bool people = tree_.token(head).xpos == "NNPS" || tree_.token(head).xpos == "NNS";
    return !people && any([&](const Entity& e) {
      return (e.kind == Kind::country && (actors_.mentioned(head) || tree_.lemma_is(head, {"government"}))) ||
             std::ranges::find(kBodies, e.type) != kBodies.end() ||
             (e.kind == Kind::person && (e.sector == "GOV" || e.sector == "IGO"));
    });
  }
  const bool force = of_class(tree_.lemma(head), "force") || sector == "MIL" || sector == "REB" || sector == "COP";
  if (kind == "subj_politician") {
    return !force && !actors.empty() && std::ranges::all_of(actors, [&](const Actor& a) {
      const Entity& who = actors_.entity(a.entity);
      return (who.kind == Kind::person && who.type != "military") || who.type == "party";
    });
  }
  if (kind == "subj_force") {
    return force || sector == "UAF" || any([](const Entity& e) {
             return e.kind == Kind::country || e.type == "military" || e.type == "armed_group";
           });
  }
  return tree_.token(head).upos != "PROPN" || any([](const Entity& e) { return e.kind == Kind::person; });
}

/// "Israel must stop"; "insisted that he resign", "proposed that talks be held".
bool Roles::must(std::uint32_t clause) const {
  bool bound = false;
  const auto whose = tree_.child(clause, {"nsubj"});
  const bool singular = whose && (tree_.token(*whose).xpos == "NN" || tree_.token(*whose).xpos == "NNP");
  bool base_form = tree_.token(clause).xpos == "VB" || (singular && tree_.token(clause).xpos == "VBP");
  bool helped = false;
  for (const std::uint32_t each : tree_.children(clause)) {
    if (!tree_.relation(each, {"aux", "cop"})) continue;
    if (tree_.lower_is(each, {"have"})) return false;  // "should have given"
    bound = bound || tree_.lower_is(each, {"must", "should"});
    const bool be = tree_.lower_is(each, {"be"});
    base_form = base_form || be;
    helped = helped || !be;
  }
  const bool wished = tree_.lemma_is(tree_.head(clause), {"insist", "propose", "recommend", "request", "suggest"});
  return bound || (wished && base_form && !helped && whose);
}

/// "promised not to allow"
bool Roles::refused(std::uint32_t complement) const {
  return std::ranges::any_of(tree_.children(complement), [this](std::uint32_t each) {
    return tree_.lower_is(each, {"not", "never"});
  });
}

bool Roles::holds(const Condition& condition, std::uint32_t verb, const ClauseParts& parts) const {
  using What = Condition::What;
  switch (condition.what) {
    case What::particle:
      return std::ranges::any_of(tree_.children(verb), [&](std::uint32_t each) {
        return tree_.relation(each, {"compound:prt", "advmod", "case", "mark"}) &&
               tree_.token(each).lower == condition.word;
      });
    case What::object:
      return parts.object && in_list(*parts.object, condition.words);
    case What::object_modifier:
      return parts.object && std::ranges::any_of(tree_.children(*parts.object), [&](std::uint32_t each) {
               return tree_.relation(each, {"amod", "compound"}) && in_list(each, condition.words);
             });
    case What::object_kind:
      return kind_of_object(condition.word, parts);
    case What::subject:
      return parts.subject && in_list(*parts.subject, condition.words);
    case What::subject_kind:
      return kind_of_subject(condition.word, parts);
    case What::complement:
      return parts.complement && in_list(*parts.complement, condition.words) &&
             !(condition.words && refused(*parts.complement));
    case What::clause:
      return parts.clause.has_value();
    case What::must:
      return parts.clause && must(*parts.clause);
    case What::oblique: {
      const std::string_view preposition = condition.word == "obl" ? std::string_view{} : condition.word;
      return std::ranges::any_of(obliques(verb, parts, preposition),
                                 [&](std::uint32_t each) { return in_list(each, condition.words); });
    }
    case What::politics: {
      const auto all = [&](const ActorList& list) {
        return !list.empty() &&
               std::ranges::all_of(list, [&](const Actor& a) { return political(actors_.entity(a.entity)); });
      };
      return parts.subject && parts.object && all(actors_.acting(*parts.subject)) &&
             all(actors_.affected(*parts.object));
    }
  }
  return false;
}

bool Roles::fits(const Trigger& trigger, std::uint32_t verb, const ClauseParts& parts) const {
  return std::ranges::all_of(trigger.conditions,
                             [&](const Condition& each) { return holds(each, verb, parts) != each.negated; });
}

// ---- who

ActorList Roles::sources(std::uint32_t verb, const ClauseParts& parts) const {
  if (!parts.subject || tree_.lower_is(*parts.subject, {"nobody", "none", "anybody", "anyone", "somebody", "someone"}))
    return {};
  ActorList actors = actors_.acting_before(*parts.subject, verb);
  if (actors.empty() && of_class(tree_.lemma(*parts.subject), "statement")) return authors(*parts.subject);
  if (!actors.empty() || tree_.token(*parts.subject).upos != "PRON") return actors;
  // "Hungary has said it will support": the pronoun of what is said is who says it
  for (std::uint32_t at = verb; tree_.head(at) != at; at = tree_.head(at)) {
    const std::uint32_t head = tree_.head(at);
    if (tree_.relation(at, {"ccomp"}) && tree_.speaks(head)) {
      if (const auto speaker = subject(head, 0)) add_new(actors, actors_.acting(*speaker), 0.85);
      return actors;
    }
    if (!tree_.relation(at, {"xcomp", "conj"})) break;
  }
  return actors;
}

/// Whose words they are: "France's statement", "a letter from", "issued a statement", "in a statement ..., France
/// said".
ActorList Roles::authors(std::uint32_t words) const {
  constexpr double kSaid = 0.9;
  ActorList actors;
  add_new(actors, actors_.owners(words), kSaid);
  for (const std::uint32_t each : tree_.children(words)) {
    const bool from = tree_.has_case(each, {"by", "from", "of"});
    if (actors.empty() && from && tree_.relation(each, {"nmod", "obl"})) add_new(actors, actors_.acting(each), kSaid);
  }
  const std::uint32_t verb = tree_.head(words);
  const bool told =
      tree_.relation(words, {"obj", "nsubj:pass"}) || (tree_.relation(words, {"obl"}) && tree_.has_case(words, "in"));
  if (!actors.empty() || verb == words || tree_.token(verb).upos != "VERB" || !told) return actors;
  if (const auto subject = parts(verb).subject; subject && *subject != words)
    add_new(actors, actors_.acting(*subject), kSaid);
  return actors;
}

bool Roles::nobody_named(const ClauseParts& parts) const {
  if (!parts.subject) return parts.passive;
  const std::uint32_t head = matter(*parts.subject);
  const std::string_view lemma = tree_.lemma(head);
  return actors_.word(head) || of_class(lemma, "attack") || of_class(lemma, "force") || of_class(lemma, "arms") ||
         of_class(lemma, "rebels");
}

ActorList Roles::of_complement(std::uint32_t verb, bool hostile) const {
  const ClauseParts inner = parts(verb);
  ActorList actors;
  if (inner.object) {
    actors = actors_.affected(*inner.object);
    if (actors.empty()) actors = actors_.inside(*inner.object, false);
  }
  if (inner.indirect) add_new(actors, actors_.affected(*inner.indirect));
  // "threatened to move the factory to Hungary" does not threaten Hungary
  constexpr std::array<std::string_view, 8> kPrepositions{"with", "against", "on", "to", "from", "for", "of", "in"};
  for (const std::string_view preposition : std::span(kPrepositions).first(hostile ? 3 : kPrepositions.size())) {
    if (!actors.empty()) break;
    for (const std::uint32_t each : obliques(verb, inner, preposition)) add_new(actors, actors_.affected(each));
  }
  if (actors.empty() && inner.complement) return of_complement(*inner.complement, hostile);
  return actors;
}

ActorList Roles::of_clause(std::uint32_t verb) const {
  // "the college should be abolished", but "the Council must be prepared to act"
  if (passive(verb) && !tree_.child(verb, {"xcomp"})) return {};
  for (const std::uint32_t each : tree_.children(verb)) {
    if (tree_.relation(each, {"nsubj"})) {
      ActorList actors = actors_.affected(each);
      // "the engagement with Russia must end": Russia is not asked
      return actors.empty() && !must(verb) ? actors_.inside(each, false) : actors;
    }
  }
  return {};
}

ActorList Roles::target_at(std::string_view where, const Trigger& trigger, std::uint32_t verb,
                           const ClauseParts& parts) const {
  const bool harm = parts.object && trigger.type == "ACCUSE" && harms_its_owner(tree_.lemma(matter(*parts.object)));
  if (where == "obj" && harm) return {};
  if (where == "obj") return parts.object ? actors_.affected(*parts.object) : ActorList{};
  if (where == "iobj") return parts.indirect ? actors_.affected(*parts.indirect) : ActorList{};
  // "urged the government to stop bombing the rebels": whoever governs, it is not the rebels
  if (where == "xcomp" && asks_unnamed(parts)) return {};
  if (where == "xcomp")
    return parts.complement ? of_complement(*parts.complement, trigger.type == "THREATEN") : ActorList{};
  if (where == "ccomp") return parts.clause ? of_clause(*parts.clause) : ActorList{};
  if (where == "in_obj") {
    if (!parts.object) return {};
    const std::uint32_t of = matter(*parts.object);
    // "condemned the killing of": who did it, not who was killed
    const auto acts = noun_triggers(tree_.lemma(of));
    const bool doer = (!acts.empty() || suffered(of)) && (trigger.type == "ACCUSE" || trigger.type == "PROTEST" ||
                                                          trigger.type == "REQUEST" || trigger.type == "SUPPORT");
    ActorList actors = actors_.inside(of, doer);
    if (actors.empty() && of != *parts.object) actors = actors_.inside(*parts.object, doer);
    return actors;
  }
  if (where == "place") {
    const std::int32_t there = place(verb);
    if (there == kNoEntity) return {};
    const std::int32_t country = actors_.country_of_place(there);
    const Entity& where_it_is = actors_.entity(country);
    const bool known = where_it_is.kind == Kind::country || !where_it_is.country.empty();
    return known ? ActorList{{country, 0.6}} : ActorList{};
  }
  ActorList actors;
  for (const std::uint32_t each : obliques(verb, parts, where == "in_obl" ? std::string_view{} : where)) {
    if (parts.subject == each) continue;
    if (where != "in_obl") add_new(actors, actors_.affected(each));
    if (actors.empty()) add_new(actors, actors_.inside(each, false), 0.9);
  }
  return actors;
}

ActorList Roles::targets(const Trigger& trigger, std::uint32_t verb, const ClauseParts& parts, bool places) const {
  // somebody is shot in a square: that touches whose country it is, not the square
  const bool hurts = (trigger.type == "ASSAULT" || trigger.type == "COERCE") &&
                     std::ranges::find(trigger.targets, "obj") != trigger.targets.end();
  for (const std::string_view where : trigger.targets) {
    if (where.empty() || (!places && (where == "in" || where == "near" || where == "place"))) continue;
    ActorList actors = target_at(where, trigger, verb, parts);
    if (hurts && (where == "in" || where == "near")) {
      std::erase_if(actors, [this](const Actor& each) {
        const Entity& there = actors_.entity(each.entity);
        return there.kind == Kind::place && there.country.empty();
      });
    }
    if (!actors.empty()) return actors;
  }
  return {};
}

std::vector<std::uint32_t> Roles::done_by(std::uint32_t noun) const {
  std::vector<std::uint32_t> found;
  const auto add = [&](std::uint32_t at) {
    for (const std::uint32_t each : tree_.children(at)) {
      if (tree_.relation(each, {"nmod", "obl"}) && tree_.has_case(each, "by")) found.push_back(each);
    }
  };
  add(noun);
  for (const std::uint32_t each : tree_.children(noun)) {
    if (found.empty() && tree_.relation(each, {"nmod"}) && tree_.has_case(each, "of")) add(each);
  }
  return found;
}

bool Roles::to_some_by_some(std::uint32_t noun) const {
  return !done_by(noun).empty() && std::ranges::any_of(tree_.children(noun), [&](std::uint32_t each) {
    return tree_.relation(each, {"nmod"}) && tree_.has_case(each, "of");
  });
}

ActorList Roles::noun_sources(const Trigger& trigger, std::uint32_t noun) const {
  ActorList actors = actors_.owners(noun);
  if (trigger.sides == SidesNeeded::alike && std::ranges::find(trigger.targets, "between") != trigger.targets.end()) {
    for (const std::uint32_t each : tree_.children(noun)) {
      if (tree_.relation(each, {"nmod", "obl"}) && tree_.has_case(each, {"between", "among"}))
        add_new(actors, actors_.affected(each));
    }
    const std::uint32_t head = tree_.head(noun);
    if (actors.empty() && head != noun && tree_.token(head).upos == "VERB") {
      for (const std::uint32_t each : tree_.children(head)) {
        if (tree_.relation(each, {"obl"}) && tree_.has_case(each, "between")) add_new(actors, actors_.affected(each));
      }
    }
  }
  for (const std::uint32_t each : done_by(noun)) add_new(actors, actors_.acting(each));
  if (!actors.empty()) return actors;
  for (const std::uint32_t each : tree_.children(noun)) {
    // "the ban imposed by", "sanctions announced by"
    if (tree_.relation(each, {"acl"}) && control(tree_.lemma(each))) add_new(actors, sources(each, parts(each)));
  }
  if (!actors.empty()) return actors;
  if (const auto light = light_verb(noun)) return sources(*light, parts(*light));
  return {};
}

ActorList Roles::noun_targets(const Trigger& trigger, std::uint32_t noun) const {
  ActorList actors;
  std::vector<std::uint32_t> on{noun};
  // "the withdrawal of forces from Panama"
  for (const std::uint32_t each : tree_.children(noun)) {
    if (tree_.relation(each, {"nmod"}) && tree_.has_case(each, "of") && !actors_.mentioned(each)) on.push_back(each);
  }
  if (const auto light = light_verb(noun)) on.push_back(*light);
  for (const std::uint32_t each : tree_.children(noun)) {
    if (tree_.relation(each, {"acl"}) && control(tree_.lemma(each))) on.push_back(each);
  }
  for (const std::string_view preposition : trigger.targets) {
    if (preposition == "between") continue;
    for (const std::uint32_t at : on) {
      for (const std::uint32_t each : tree_.children(at)) {
        if (!tree_.relation(each, {"nmod", "obl"}) || !tree_.has_case(each, preposition)) continue;
        add_new(actors, actors_.affected(each));
        if (actors.empty()) add_new(actors, actors_.inside(each, false), 0.9);
      }
      if (!actors.empty()) return actors;
    }
  }
  return actors;
}

std::int32_t Roles::place(std::uint32_t trigger) const {
  const auto on = [&](std::uint32_t at) {
    for (const std::uint32_t each : tree_.children(at)) {
      if (!tree_.relation(each, {"obl", "nmod"})) continue;
      const bool there = tree_.has_case(each, {"in", "at", "near", "outside"});
      if (!there) continue;
      if (const std::int32_t found = actors_.place(each); found != kNoEntity) return found;
    }
    return kNoEntity;
  };
  if (const std::int32_t found = on(trigger); found != kNoEntity) return found;
  if (const auto object = tree_.child(trigger, {"obj"}); object && !actors_.mentioned(*object)) return on(*object);
  return kNoEntity;
}

}  // namespace entente
