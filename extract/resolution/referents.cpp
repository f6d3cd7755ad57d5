#include "extract/resolution/referents.h"

#include <algorithm>
#include <tuple>

namespace entente {
namespace {

Traits traits_of(const Entity& entity, const EntityNote& note) {
  switch (entity.kind) {
    case Kind::person:
      return {kPerson, note.gender == 'M' || note.gender == 'F' ? note.gender : '?', Number::one};
    case Kind::country:
      return {kCountry | kPlace, '?', Number::either};
    case Kind::organisation:
      return {kOrganisation, '?', Number::either};
    case Kind::place:
      return {kPlace, '?', Number::one};
    default:
      return {kEvent, '?', Number::one};
  }
}

Referent of_name(const TokenMention& mention, const Trees& trees, const Resolution& names) {
  const auto at = static_cast<std::size_t>(mention.entity);
  Referent result;
  result.first = mention.first;
  result.last = mention.last;
  result.head = trees.head_of(mention.first, mention.last);
  result.form = mention.form;
  result.word = trees.token(mention.last - 1).lower;
  result.model_kind = mention.form == Form::demonym ? std::string_view("demonym") : word(names.entities[at].kind);
  result.type = names.entities[at].type;
  result.traits = traits_of(names.entities[at], names.notes[at]);
  result.entity = mention.entity;
  result.addressed = mention.addressed;
  return result;
}

Referent of_phrase(const Phrase& phrase) {
  const std::string_view kind = phrase.form == Form::pronoun ? phrase.word : std::string_view("nominal");
  return {phrase.first, phrase.last,   phrase.head(), phrase.form,     phrase.word, kind,
          {},           phrase.traits, phrase.reach,  phrase.unlisted, kNoEntity,   false};
}

}  // namespace

std::vector<Referent> find_referents(const Trees& trees, const Resolution& names, const std::vector<Phrase>& phrases) {
  std::vector<Referent> result;
  for (const TokenMention& mention : names.mentions) result.push_back(of_name(mention, trees, names));
  for (const Phrase& phrase : phrases) result.push_back(of_phrase(phrase));
  std::ranges::stable_sort(result, {}, [](const Referent& r) { return std::pair(r.first, ~r.last); });
  return result;
}

}  // namespace entente
