#include "graph/event_likeness.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <string_view>

namespace entente {
namespace {

// How much of what the shorter sentence says must be in the other.
constexpr double kNeeded = 0.25;        // two actors are known, and the day
constexpr double kOneActor = 0.3;       // more, where only one is
constexpr double kCountriesOnly = 0.1;  // countries do much with each other on a day
constexpr double kWords = 0.15;         // who speaks often says several things on a day
constexpr double kOtherActors = 0.15;   // the reports do not name the same
constexpr double kLooseDay = 0.15;
constexpr double kOtherDay = 0.1;       // neither names the day, and they were published on different ones
constexpr double kSamePlace = 0.1;      // less
constexpr double kSameTrigger = 0.1;    // less
constexpr std::size_t kLeastWords = 2;  // in common
constexpr std::size_t kLeastOfOne = 3;  // where only one actor is known

constexpr std::array<std::string_view, 3> kSymmetric = {"AGREE", "CONSULT", "COOPERATE"};

constexpr std::array<std::string_view, 5> kSpoken = {"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"};

bool loose(Timing timing) {
  return timing == Timing::loose || timing == Timing::month || timing == Timing::year;
}

bool governs(const GraphEntity& entity) {
  constexpr std::array<std::string_view, 5> kTypes{"politician", "official", "military", "diplomat", "government"};
  constexpr std::array<std::string_view, 3> kSectors{"GOV", "MIL", "SPY"};
  return std::ranges::find(kTypes, std::string_view(entity.type)) != kTypes.end() ||
         std::ranges::find(kSectors, std::string_view(entity.sector)) != kSectors.end();
}

}  // namespace

EventLikeness::EventLikeness(const std::vector<GraphEntity>& entities, const EventReports& reports)
    : entities_(entities), reports_(reports) {}

bool EventLikeness::symmetric(std::uint32_t report) const {
  const std::string& type = reports_.text(reports_.at(report).type);
  return std::ranges::find(kSymmetric, std::string_view(type)) != kSymmetric.end();
}

bool EventLikeness::acts_for(std::uint32_t actor, std::uint32_t country) const {
  const GraphEntity& who = entities_[actor];
  const GraphEntity& land = entities_[country];
  return land.kind == Kind::country && (who.kind == Kind::person || who.kind == Kind::organisation) &&
         !who.country.empty() && who.country == land.links.iso3 && governs(who);
}

bool EventLikeness::one_or_finer(std::uint32_t a, std::uint32_t b) const {
  return a == b || acts_for(a, b) || acts_for(b, a);
}

ActorMatch EventLikeness::match(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) const {
  if (std::ranges::equal(a, b)) return ActorMatch::equal;
  if (a.empty() || b.empty()) return ActorMatch::open;
  const auto covers = [this](std::span<const std::uint32_t> all, std::span<const std::uint32_t> some) {
    return std::ranges::all_of(some, [&](std::uint32_t each) {
      return std::ranges::any_of(all, [&](std::uint32_t other) { return one_or_finer(each, other); });
    });
  };
  const bool there = covers(a, b);
  const bool back = covers(b, a);
  if (there && back) return ActorMatch::finer;
  return there || back ? ActorMatch::partial : ActorMatch::other;
}

std::vector<std::uint32_t> EventLikeness::participants(const EventReport& report) const {
  std::vector<std::uint32_t> result;
  std::ranges::set_union(reports_.numbers(report.sources), reports_.numbers(report.targets),
                         std::back_inserter(result));
  return result;
}

EventLikeness::Actors EventLikeness::actors(const EventReport& a, const EventReport& b) const {
  Actors result;
  std::vector<std::uint32_t> common;
  const auto note = [&](std::span<const std::uint32_t> left, std::span<const std::uint32_t> right) {
    for (const std::uint32_t each : left) {
      const auto other = std::ranges::find_if(right, [&](std::uint32_t one) { return one_or_finer(each, one); });
      if (other == right.end()) continue;
      ++result.known;
      if (each == *other && entities_[each].kind != Kind::country) result.particular = true;
    }
  };
  const std::string& type = reports_.text(a.type);
  if (std::ranges::find(kSymmetric, std::string_view(type)) != kSymmetric.end()) {
    const std::vector<std::uint32_t> left = participants(a);
    const std::vector<std::uint32_t> right = participants(b);
    note(left, right);
    result.match = left.empty() || right.empty() ? ActorMatch::other : match(left, right);
    return result;
  }
  note(reports_.numbers(a.sources), reports_.numbers(b.sources));
  note(reports_.numbers(a.targets), reports_.numbers(b.targets));
  result.match = std::max(match(reports_.numbers(a.sources), reports_.numbers(b.sources)),
                          match(reports_.numbers(a.targets), reports_.numbers(b.targets)));
  if (result.known == 0) result.match = ActorMatch::other;
  return result;
}

bool EventLikeness::places_agree(std::int32_t a, std::int32_t b) const {
  if (a < 0 || b < 0 || a == b) return true;
  const GraphEntity& one = entities_[static_cast<std::size_t>(a)];
  const GraphEntity& other = entities_[static_cast<std::size_t>(b)];
  const bool country = one.kind == Kind::country || other.kind == Kind::country;
  return country && !country_code(one).empty() && country_code(one) == country_code(other);
}

bool EventLikeness::same_matter(std::uint32_t a, std::uint32_t b) const {
  const EventReport& one = reports_.at(a);
  const EventReport& other = reports_.at(b);
  const bool modes = one.mode == other.mode || reports_.text(one.mode).empty() || reports_.text(other.mode).empty();
  return one.type == other.type && modes && places_agree(one.place, other.place) &&
         actors(one, other).match != ActorMatch::other;
}

bool EventLikeness::compatible(std::uint32_t a, std::uint32_t b) const {
  const EventReport& one = reports_.at(a);
  const EventReport& other = reports_.at(b);
  if (one.modality != other.modality) return false;
  const bool days = one.timing != Timing::unknown && other.timing != Timing::unknown;
  if (days ? one.first_day > other.last_day || other.first_day > one.last_day : one.article != other.article)
    return false;
  return same_matter(a, b);
}

std::string EventLikeness::told_day(const EventReport& report) const {
  const std::string& date = reports_.text(report.date);
  if (report.precision == DatePrecision::day) return date;
  return (date.empty() ? "" : date + "/") + reports_.text(report.published);
}

std::size_t EventLikeness::common_words(const EventReport& a, const EventReport& b) const {
  std::vector<std::uint32_t> common;
  std::ranges::set_intersection(reports_.numbers(a.words), reports_.numbers(b.words), std::back_inserter(common));
  return common.size();
}

double EventLikeness::shared_words(std::uint32_t a, std::uint32_t b) const {
  const EventReport& one = reports_.at(a);
  const EventReport& other = reports_.at(b);
  const std::uint32_t fewer = std::min(one.words.count, other.words.count);
  const std::size_t common = common_words(one, other);
  return common < kLeastWords ? 0 : static_cast<double>(common) / static_cast<double>(fewer);
}

bool EventLikeness::plain_meeting(const EventReport& a, const EventReport& b, bool same_people) const {
  const bool same_place = a.place >= 0 && a.place == b.place;
  const bool same_sides = std::ranges::equal(participants(a), participants(b)) && participants(a).size() > 1;
  return reports_.text(a.type) == "CONSULT" && !loose(a.timing) && !loose(b.timing) &&
         (a.timing == Timing::stated || b.timing == Timing::stated) && (same_people || (same_place && same_sides));
}

double EventLikeness::margin(std::uint32_t a, std::uint32_t b) const {
  const EventReport& one = reports_.at(a);
  const EventReport& other = reports_.at(b);
  const Actors who = actors(one, other);
  if (one.words.count == 0 || other.words.count == 0) {  // there is no text to compare
    return who.match == ActorMatch::equal && one.mode == other.mode && told_day(one) == told_day(other) ? 0 : -1;
  }
  if (plain_meeting(one, other, who.match == ActorMatch::equal && who.particular && who.known > 1))
    return shared_words(a, b);
  double needed = kNeeded;
  if (who.known < 2) {
    needed += kOneActor;
  } else if (!who.particular) {
    needed += kCountriesOnly;
  }
  if (std::ranges::find(kSpoken, std::string_view(reports_.text(one.type))) != kSpoken.end()) needed += kWords;
  if (who.match != ActorMatch::equal) needed += kOtherActors;
  if (loose(one.timing) || loose(other.timing)) needed += kLooseDay;
  const bool untold = one.timing == Timing::published && other.timing == Timing::published;
  if (untold && one.published_day != other.published_day) needed += kOtherDay;
  if (one.place >= 0 && one.place == other.place) needed -= kSamePlace;
  if (who.known > 1 && one.trigger != 0 && one.trigger == other.trigger) needed -= kSameTrigger;
  if (common_words(one, other) < (who.known < 2 ? kLeastOfOne : kLeastWords)) return -1;
  return shared_words(a, b) - needed;
}

std::vector<std::uint64_t> EventLikeness::roots(std::uint32_t report) const {
  std::vector<std::uint64_t> result;
  for (const std::uint32_t actor : participants(reports_.at(report))) {
    const GraphEntity& entity = entities_[actor];
    const bool of_country = entity.kind == Kind::country || (governs(entity) && !entity.country.empty());
    const std::string& root = of_country && !country_code(entity).empty() ? country_code(entity) : entity.id;
    result.push_back(XXH3_64bits(root.data(), root.size()));
  }
  std::ranges::sort(result);
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

bool EventLikeness::same_profile(std::uint32_t a, std::uint32_t b) const {
  const EventReport& one = reports_.at(a);
  const EventReport& other = reports_.at(b);
  return one.first_day == other.first_day && one.last_day == other.last_day && one.timing == other.timing &&
         one.place == other.place && one.mode == other.mode &&
         (one.timing != Timing::unknown || one.article == other.article) &&
         std::ranges::equal(reports_.numbers(one.sources), reports_.numbers(other.sources)) &&
         std::ranges::equal(reports_.numbers(one.targets), reports_.numbers(other.targets));
}

}  // namespace entente
