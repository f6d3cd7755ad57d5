#include "extract/events/sides.h"

#include <algorithm>
#include <array>

#include "extract/events/coding.h"

namespace entente {
namespace {

constexpr double kAtHome = 0.65;  // both sides of one country
constexpr double kJourneyAtHome = 0.48;
constexpr double kPrivate = 0.48;  // nobody of politics on either side
constexpr double kProtest = 0.6;   // people protest, and need not be of politics
constexpr double kBodies = 0.75;   // companies, clubs and the like among themselves
constexpr double kPeopleOf = 0.8;  // "demonstrators in Tbilisi": Georgians; against their own state

bool among(const ActorList& list, std::int32_t entity) {
  return std::ranges::find(list, entity, &Actor::entity) != list.end();
}

double surest(const ActorList& list) {
  double best = 0;
  for (const Actor& each : list) best = std::max(best, each.sure);
  return list.empty() ? 1.0 : best;
}

}  // namespace

const std::string& TwoSides::country(std::int32_t index) const {
  return country_code(entities_[static_cast<std::size_t>(index)]);
}

// ---- who

ActorList TwoSides::people_of(std::uint32_t verb, const ClauseParts& parts) const {
  const std::int32_t there = roles_.place(verb);
  if (!parts.subject || there == kNoEntity || actors_.mentioned(*parts.subject)) return {};
  return {{actors_.country_of_place(there), kPeopleOf}};
}

ActorList TwoSides::farther_targets(const Trigger& row, std::uint32_t verb, const ActorList& sources,
                                    const ClauseParts& parts) const {
  const bool anywhere =
      row.sides == SidesNeeded::one_will_do || std::ranges::any_of(row.targets, [](std::string_view where) {
        return where == "obj" || where == "in_obj" || where == "in_obl" || where == "xcomp";
      });
  // "condemned the assassination in Syria": nothing says who did it
  if (row.type == "ACCUSE" && parts.object && roles_.suffered(*parts.object)) return {};
  // "urged the president to ... in Syria": whoever it is that is asked, it is not Syria
  if (row.type == "REQUEST" && parts.complement && roles_.asks_unnamed(parts)) return {};
  ActorList found =
      sources.empty() || !anywhere ? ActorList{} : roles_.farther_targets(parts, verb, !cooperative(row.type));
  // "vowed to strike anyone who threatens Jordan": its king does not mean his own country
  const bool said = row.type == "ACCUSE" || row.type == "REQUEST" || row.type == "THREATEN";
  std::erase_if(found,
                [&](const Actor& each) { return among(sources, each.entity) || (said && at_home(sources, {each})); });
  if (found.empty() && row.type == "PROTEST") found = own_state(sources, roles_.place(verb));
  return found;
}

ActorList TwoSides::own_state(const ActorList& sources, std::int32_t place) const {
  for (const Actor& source : sources) {
    const std::string& home = country(source.entity);
    if (home.empty() || (place != kNoEntity && country(place) != home)) continue;
    const auto state = std::ranges::find_if(entities_, [&](const Entity& each) { return each.links.iso3 == home; });
    if (state != entities_.end()) return {{static_cast<std::int32_t>(state - entities_.begin()), kPeopleOf}};
  }
  return {};
}

void TwoSides::part(std::string_view type, const ActorList& sources, ActorList& targets) const {
  std::erase_if(targets, [&](const Actor& target) {
    const Kind kind = entity(target).kind;
    if (type == "PROTEST" && kind == Kind::place && entity(target).country.empty()) return true;
    if (type == "CONSULT" && entity(target).type == "media") return true;  // "speaking to the BBC"
    return among(sources, target.entity) &&
           (cooperative(type) || type == "SANCTION" || type == "MOBILIZE" || kind == Kind::person ||
            kind == Kind::organisation || (type == "PROTEST" && kind == Kind::place));
  });
}

// ---- how far it is an event of ours

void TwoSides::weigh(std::string_view type, std::string_view mode, const ActorList& sources, const ActorList& targets,
                     Doubts& doubts) const {
  const bool protest = type == "PROTEST";  // people do, more than states
  doubts.weigh(protest ? std::max(surest(sources), kPeopleOf) : surest(sources), "who acts, read from a phrase");
  doubts.weigh(surest(targets), "whom it touches, read from a phrase");
  const bool home_journey = mode == "visit" && journey_at_home(sources, targets);
  const bool home_threat = type == "THREATEN" && of_one_country(sources, targets);  // "warned the Prime Minister that"
  if (home_journey || home_threat || (!protest && at_home(sources, targets))) {
    doubts.weigh(home_journey ? kJourneyAtHome : kAtHome, "both of one country");
  }
  const auto nowhere = [this](const Actor& each) {
    const Entity& there = entity(each);
    return there.kind == Kind::place && there.type != "region" && country(each.entity).empty();
  };
  if (mode == "visit" && !targets.empty() && std::ranges::all_of(targets, nowhere))
    doubts.weigh(kJourneyAtHome, "to a place of no known country");
  const auto political = [this](const Actor& each) { return of_politics(entity(each)); };
  if (std::ranges::any_of(sources, political) || std::ranges::any_of(targets, political)) return;
  // whoever is arrested or killed
  if (type == "COERCE" || type == "ASSAULT") {
    if (std::ranges::any_of(targets, [this](const Actor& each) { return entity(each).kind == Kind::person; })) return;
  }
  const bool bodies =
      std::ranges::any_of(sources, [this](const Actor& each) { return entity(each).kind == Kind::organisation; });
  const bool wish = type == "REQUEST";  // "the company must cut costs"
  const double factor = protest ? kProtest : bodies && !wish ? kBodies : kPrivate;
  doubts.weigh(factor, "nobody of politics");
}

bool TwoSides::at_home(const ActorList& sources, const ActorList& targets) const {
  return std::ranges::any_of(targets, [&](const Actor& target) {
    const Kind kind = entity(target).kind;
    const std::string& home = country(target.entity);
    return (kind == Kind::country || kind == Kind::place) && !home.empty() &&
           std::ranges::any_of(sources, [&](const Actor& source) {
             return entity(source).type != "armed_group" && country(source.entity) == home;
           });
  });
}

bool TwoSides::journey_at_home(const ActorList& sources, const ActorList& targets) const {
  const auto person = [this](const Actor& each) { return entity(each).kind == Kind::person; };
  return std::ranges::none_of(targets, person) && of_one_country(sources, targets);
}

bool TwoSides::of_one_country(const ActorList& sources, const ActorList& targets) const {
  return !sources.empty() && !targets.empty() && std::ranges::all_of(targets, [&](const Actor& target) {
    const std::string& home = country(target.entity);
    return !home.empty() &&
           std::ranges::all_of(sources, [&](const Actor& source) { return country(source.entity) == home; });
  });
}

}  // namespace entente
