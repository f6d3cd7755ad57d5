#include "extract/events/clause.h"

#include <algorithm>

#include "extract/events/triggers.h"

namespace entente {
namespace {

constexpr std::uint32_t kClauseReach = 12;  // tokens that a preposition may stand behind its verb

bool adverb(std::string_view word) {
  return word.size() > 4 && word.ends_with("ly");
}

}  // namespace

bool Clause::boundary(std::uint32_t at) const {
  return at >= sentence_.last ||
         view_.is(at, {".",        ";",      ":",      "?",    "!",    "that", "which", "who", "because",
                       "while",    "after",  "before", "when", "if",   "but",  "what",  "how", "why",
                       "although", "though", "where",  "\"",   "said", "says", "("});
}

bool Clause::acts(const TokenMention& mention) const {
  return view_.kind(&mention, {Kind::person, Kind::country, Kind::organisation});
}

/// From behind the comma that ends an apposition ("Xi, the president, met") to behind the phrase it belongs to; 0 where
/// it is none.
std::uint32_t Clause::before_apposition(std::uint32_t comma) const {
  for (std::uint32_t at = comma - 1; at > sentence_.first && comma - at < 15; --at) {
    if (!view_.is(at, {","})) continue;
    const bool opens = view_.is(at + 1, {"the", "a", "an", "who", "which", "whose", "his", "her", "its", "speaking"}) ||
                       view_.word_beginning(at + 1) ||
                       (view_.beginning(at + 1) && view_.beginning(at + 1)->form == Form::demonym);
    return opens ? at : 0;
  }
  return 0;
}

Subject Clause::subject(std::uint32_t verb) const {
  Subject subject;
  subject.first = verb;
  std::uint32_t at = verb;  // the token behind what is read next
  for (int steps = 0; steps < 10 && at > sentence_.first; ++steps) {
    const std::uint32_t i = at - 1;
    const std::string_view word = view_.lower(i);
    if (view_.covering(i) || (view_.word_ending(at) && !subject.infinitive)) break;
    if (view_.is(i, {"will", "shall"})) {
      if (subject.modality == Modality::actual) subject.modality = Modality::planned;
    } else if (view_.is(i, {"would", "could", "may", "might", "should", "must", "can"})) {
      if (subject.modality == Modality::actual) subject.modality = Modality::hypothetical;
    } else if (view_.is(i, {"not", "never", "n't"})) {
      subject.modality = Modality::denied;
    } else if (view_.is(i, {"was", "were", "is", "are", "been", "being", "be"})) {
      subject.passive = subject.passive || (at == verb || adverb(view_.lower(at)) || !subject.infinitive);
    } else if (view_.is(i, {"to"}) && i > sentence_.first && control_modality(view_.lower(i - 1))) {
      const Modality modality = *control_modality(view_.lower(i - 1));
      if (subject.modality == Modality::actual) subject.modality = modality;
      subject.infinitive = true;
      --at;  // the verb of control too
    } else if (view_.is(i, {","})) {
      const std::uint32_t before = before_apposition(i);
      if (before == 0) return subject;
      at = before + 1;  // the loop's step moves to behind the phrase
    } else if (view_.is(i, {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}) &&
               view_.is(i - 1, {"on"})) {
      --at;
    } else if (view_.is(i, {"had"})) {
      subject.dependent = true;
    } else if (!adverb(word) && !view_.is(i, {"has",   "have", "had",  "also",  "already", "now",     "then",
                                              "did",   "does", "do",   "again", "later",   "today",   "yesterday",
                                              "since", "both", "just", "even",  "still",   "recently"})) {
      return subject;
    }
    --at;
  }
  std::uint32_t first = at;
  subject.actors = actors_ending(at, &first);
  subject.first = first;
  read_conjunction(subject);
  return subject;
}

/// "if the United States attacked", "four months after Russia invaded".
void Clause::read_conjunction(Subject& subject) const {
  std::uint32_t at = subject.first;
  while (at > sentence_.first && (view_.is(at - 1, {"the", "even"}) || view_.word_ending(at))) --at;
  if (at == sentence_.first) return;
  if (view_.is(at - 1, {"if", "unless", "whether", "should", "suppose"})) subject.modality = Modality::hypothetical;
  subject.dependent = subject.dependent || view_.is(at - 1, {"after", "before", "since", "when", "until", "once"});
}

std::vector<std::int32_t> Clause::actors_ending(std::uint32_t end, std::uint32_t* first) const {
  std::vector<std::int32_t> actors;
  if (end <= sentence_.first) return actors;
  const TokenMention* mention = view_.ending(end);
  if (const ActorWord* word = view_.word_ending(end); word && (!mention || mention->form != Form::title)) {
    // "Russian troops", "Ukraine's military", "US officials": the acting side of a country or body
    std::uint32_t at = word->first;
    while (at > sentence_.first && view_.word_ending(at)) at = view_.word_ending(at)->first;
    if (at > sentence_.first && view_.is(at - 1, {"'s", "'", "senior", "top"})) --at;
    mention = view_.ending(at);
    if (!mention || mention->first < sentence_.first || !view_.kind(mention, {Kind::country, Kind::organisation}))
      return actors;
    *first = mention->first;
    return {mention->entity};
  }
  if (!mention || mention->first < sentence_.first || !acts(*mention)) return actors;
  const bool plural_people = mention->form == Form::demonym && view_.lower(mention->last - 1).ends_with("s");
  if (mention->form == Form::demonym && !plural_people) return actors;
  std::uint32_t at = mention->first;
  *first = at;
  // "President Putin of Russia met": the person acts
  if (at > sentence_.first + 1 && view_.is(at - 1, {"of"}) && mention->form == Form::name) {
    const TokenMention* person = view_.ending(at - 1);
    if (!person || !view_.kind(person, {Kind::person})) return actors;
    mention = person;
    at = *first = mention->first;
  }
  // "the attack in Syria killed", "talks with Iran broke": governed by a preposition, so no subject
  std::uint32_t before = at;
  while (before > sentence_.first &&
         (view_.word_ending(before) || view_.is(before - 1, {"the", "mr", "mr.", "mrs.", "ms.", "dr."}) ||
          (view_.ending(before) && view_.ending(before)->form == Form::demonym))) {
    before = view_.word_ending(before) ? view_.word_ending(before)->first : before - 1;
  }
  if (before > sentence_.first && view_.is(before - 1, {"of", "in", "with", "from", "by", "on", "at", "against", "to",
                                                        "for", "between", "near", "'s", "than", "about"}))
    return {};
  actors.push_back(mention->entity);
  // "Xi and Lee met"
  if (before > sentence_.first + 1 && view_.is(before - 1, {"and"})) {
    std::uint32_t earlier_first = before;
    const auto earlier = actors_ending(before - 1, &earlier_first);
    if (!earlier.empty()) {
      actors.insert(actors.begin(), earlier.begin(), earlier.end());
      *first = earlier_first;
    }
  }
  return actors;
}

/// The name is a part of a longer phrase about something else: "another NATO country", "Iranian-backed groups", "USA
/// 193".
bool Clause::only_modifies(std::uint32_t behind) const {
  if (behind >= sentence_.last) return false;
  const Token& next = view_.token(behind);
  if (next.lower == "-" && !next.spaced) return true;
  if (!next.word && next.spaced && next.lower.find_first_of("0123456789") == 0) return true;
  return view_.is(
      behind, {"country", "countries", "member", "members", "ally", "allies", "state", "states", "nation", "nations"});
}

Side Clause::object(std::uint32_t at) const {
  Side side;
  side.last = at;
  for (int steps = 0; steps < 6 && at < sentence_.last; ++steps, ++at) {
    const TokenMention* mention = view_.beginning(at);
    if (!mention) {
      const Token& token = view_.token(at);
      if (boundary(at) || !token.word ||
          view_.is(at, {"and",  "or",   "to",    "in",      "on",  "at",  "for",  "with", "of",  "from",  "by", "as",
                        "over", "into", "about", "against", "him", "her", "them", "it",   "his", "their", "its"}))
        return side;
      if (const ActorWord* word = view_.word_beginning(at)) at = word->last - 1;
      continue;
    }
    // "Chinese President Xi Jinping": the person, not the country
    std::uint32_t behind = mention->last;
    if (view_.is(behind, {"'s", "'"}) && view_.word_beginning(behind + 1)) ++behind;
    while (view_.word_beginning(behind)) behind = view_.word_beginning(behind)->last;
    const TokenMention* next = behind > mention->last ? view_.beginning(behind) : nullptr;
    if (next && view_.kind(next, {Kind::person})) mention = next;
    side.last = mention->last;
    if (only_modifies(side.last)) return side;
    const bool with_event = view_.kind(mention, {Kind::event});
    if (!with_event) side.actors.push_back(mention->entity);
    // "A, B and C"
    const bool more = view_.is(side.last, {"and"}) || (view_.is(side.last, {","}) && view_.beginning(side.last + 1));
    if (more && side.actors.size() < 4) {
      std::uint32_t following = side.last + 1;
      if (view_.is(following, {"the"})) ++following;
      const TokenMention* other = view_.beginning(following);
      const bool verb_follows = other && !verb_triggers(view_.lower(other->last)).empty();
      if (other && !verb_follows && view_.entity(*other).kind == view_.entity(*mention).kind) {
        const Side rest = object(following);
        side.actors.insert(side.actors.end(), rest.actors.begin(), rest.actors.end());
        side.last = rest.last;
      }
    }
    return side;
  }
  return side;
}

Side Clause::after_preposition(std::uint32_t at, const std::vector<std::string_view>& prepositions) const {
  for (std::uint32_t i = at; i < std::min(sentence_.last, at + kClauseReach); ++i) {
    if (boundary(i) || view_.is(i, {",", "and"})) break;
    if (i > at && !verb_triggers(view_.lower(i)).empty() && !view_.covering(i)) break;
    if (std::ranges::find(prepositions, view_.lower(i)) == prepositions.end()) continue;
    Side side = object(i + 1);
    if (!side.actors.empty()) return side;
  }
  return {};
}

std::int32_t Clause::place_after(std::uint32_t at) const {
  for (std::uint32_t i = at; i + 1 < sentence_.last && i < at + 2 * kClauseReach; ++i) {
    if (boundary(i)) break;
    if (!view_.is(i, {"in", "at", "near"})) continue;
    std::uint32_t where = i + 1;
    while (where < sentence_.last && where < i + 5 && !view_.beginning(where) && !view_.token(where).capital &&
           view_.token(where).word)
      ++where;
    const TokenMention* mention = view_.beginning(where);
    if (view_.kind(mention, {Kind::place}) && !view_.is(mention->last, {"'s"})) return mention->entity;
  }
  return kNoEntity;
}

}  // namespace entente
