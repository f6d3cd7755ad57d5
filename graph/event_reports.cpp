#include "graph/event_reports.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <set>

#include "extract/text/dates.h"
#include "extract/text/fold.h"
#include "extract/text/utf8.h"

namespace entente {
namespace {

constexpr std::size_t kStem = 5;      // letters
constexpr std::size_t kAbout = 16;    // words before and behind the trigger
constexpr std::int32_t kShortly = 3;  // days
constexpr std::size_t kLeastLetters = 3;

/// Words that say nothing of which event it is. Sorted.
constexpr std::array<std::string_view, 118> kCommon = {
    "about",    "according",  "after",     "again",   "against", "ago",       "all",     "also",      "although",
    "among",    "and",        "another",   "any",     "are",     "around",    "because", "been",      "before",
    "being",    "between",    "both",      "but",     "can",     "could",     "country", "day",       "days",
    "did",      "does",       "during",    "earlier", "first",   "following", "for",     "former",    "friday",
    "from",     "government", "had",       "has",     "have",    "her",       "him",     "his",       "including",
    "into",     "its",        "last",      "later",   "leader",  "many",      "may",     "men",       "minister",
    "monday",   "month",      "months",    "more",    "most",    "near",      "new",     "not",       "now",
    "official", "officials",  "one",       "only",    "other",   "our",       "out",     "over",      "own",
    "people",   "police",     "president", "prime",   "recent",  "reported",  "reports", "said",      "same",
    "saturday", "say",        "saying",    "says",    "several", "she",       "should",  "since",     "some",
    "state",    "statement",  "states",    "still",   "such",    "sunday",    "than",    "that",      "the",
    "their",    "them",       "then",      "there",   "these",   "they",      "this",    "those",     "through",
    "thursday", "today",      "told",      "tuesday", "under",   "until",     "was",     "wednesday", "were",
    "who"};

/// Beginnings of words by which a sentence speaks of a denial: of the first alone, of the others where it also speaks
/// of a claim. "Rejecting his appeal" denies nothing.
constexpr std::array<std::string_view, 7> kDenying = {"contradict", "denial", "denied", "denies",
                                                      "deny",       "disput", "refut"};
constexpr std::array<std::string_view, 2> kDismissing = {"dismiss", "reject"};
constexpr std::array<std::string_view, 4> kClaims = {"accus", "alleg", "charg", "claim"};

bool speaks_of(std::span<const std::string_view> beginnings, const std::vector<Word>& sentence) {
  return std::ranges::any_of(sentence, [beginnings](const Word& word) {
    return std::ranges::any_of(beginnings, [&word](std::string_view each) { return word.folded.starts_with(each); });
  });
}

std::uint32_t hash_of(std::string_view text) {
  return static_cast<std::uint32_t>(XXH3_64bits(text.data(), text.size()));
}

bool tells_apart(const std::string& word) {
  if (word.find_first_of("0123456789") != std::string::npos) return true;
  return word.size() >= kLeastLetters && !std::ranges::binary_search(kCommon, std::string_view(word));
}

/// The beginning of a word without the endings of verbs and plurals: "killed", "kills" -> "kill".
std::uint32_t stem_of(std::string_view word) {
  constexpr std::array<std::string_view, 4> kEndings = {"ing", "ed", "es", "s"};
  for (const std::string_view ending : kEndings) {
    if (!word.ends_with(ending) || word.size() < ending.size() + kLeastLetters) continue;
    word.remove_suffix(ending.size());
    break;
  }
  return hash_of(word.substr(0, kStem));
}

std::int32_t days(std::chrono::year_month_day date) {
  return static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
}

std::optional<std::int32_t> day_of(const std::string& date) {
  const auto day = parse_iso_date(date);
  return day ? std::optional(days(*day)) : std::nullopt;
}

/// When a report says that the event happened.
void set_days(EventReport& report, const Event& event, const Article& article) {
  const auto published = day_of(article.published);
  if (published) report.published_day = *published;
  const auto within = [&report](Timing timing, std::int32_t first, std::int32_t last) {
    report.timing = timing;
    report.first_day = first;
    report.last_day = last;
  };
  if (const auto first = day_of(event.date)) {
    const bool day = event.precision == DatePrecision::day;
    if (day && event.date == article.published && event.modality == Modality::actual)
      return within(Timing::published, *first - 1, *first);
    const Timing timing = day ? Timing::stated : event.precision == DatePrecision::month ? Timing::month : Timing::year;
    return within(timing, *first, day_of(last_day(event.date)).value_or(*first));
  }
  if (!published) return;
  const bool happened = event.modality == Modality::actual;
  within(Timing::loose, *published - kShortly, happened ? *published : *published + kShortly);
}

std::optional<std::uint32_t> member(std::span<const std::int32_t> members, std::int32_t entity) {
  if (entity < 0 || static_cast<std::size_t>(entity) >= members.size()) return std::nullopt;
  const std::int32_t number = members[static_cast<std::size_t>(entity)];
  return number < 0 ? std::nullopt : std::optional(static_cast<std::uint32_t>(number));
}

/// Graph entities of a role, sorted, each once, without those of `others`.
std::vector<std::uint32_t> actors(const std::vector<std::int32_t>& role, std::span<const std::int32_t> members,
                                  const std::vector<std::uint32_t>& others) {
  std::set<std::uint32_t> result;
  for (const std::int32_t each : role) {
    const auto entity = member(members, each);
    if (entity && !std::ranges::binary_search(others, *entity)) result.insert(*entity);
  }
  return {result.begin(), result.end()};
}

bool within(Span part, Span whole) {
  return whole.begin <= part.begin && part.end <= whole.end;
}

}  // namespace

std::uint32_t Strings::of(std::string_view text) {
  if (const auto found = numbers_.find(text); found != numbers_.end()) return found->second;
  const auto number = static_cast<std::uint32_t>(texts_.size());
  numbers_.emplace(texts_.emplace_back(text), number);
  return number;
}

/// An article as its events are read out of it.
struct EventReports::Reading {
  const Extraction& extraction;
  std::span<const std::int32_t> members;
  CodePoints offsets;

  /// The stretches of a sentence that name an actor of an event.
  [[nodiscard]] std::vector<ByteSpan> names_of(const Event& event, Span sentence) const {
    std::vector<ByteSpan> result;
    auto mention = std::ranges::lower_bound(extraction.mentions, sentence, {}, &Mention::span);
    for (; mention != extraction.mentions.end() && mention->span.begin < sentence.end; ++mention) {
      const bool actor = std::ranges::find(event.sources, mention->entity) != event.sources.end() ||
                         std::ranges::find(event.targets, mention->entity) != event.targets.end();
      if (actor && within(mention->span, sentence)) result.push_back(offsets.bytes(mention->span));
    }
    return result;
  }

  /// What the sentence says about an event, but who acts.
  void read(const Event& event, EventReport& report, std::vector<std::uint32_t>& stems) const {
    const Span where = event.evidence == Span{} ? event.trigger : event.evidence;
    const ByteSpan bytes = offsets.bytes(where);
    const std::string_view sentence = std::string_view(extraction.article.text).substr(bytes.begin, bytes.size());
    const std::vector<ByteSpan> names = names_of(event, where);
    const std::uint32_t trigger = offsets.byte_at(event.trigger.begin);
    const std::vector<Word> all = words(sentence);
    std::size_t at = all.size();
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (bytes.begin + all[i].span.begin == trigger) at = i;
    }
    report.denial = speaks_of(kDenying, all) || (speaks_of(kDismissing, all) && speaks_of(kClaims, all));
    if (at < all.size()) report.trigger = stem_of(all[at].folded);
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (at < all.size() && (i + kAbout < at || i > at + kAbout)) continue;
      const ByteSpan here{bytes.begin + all[i].span.begin, bytes.begin + all[i].span.end};
      const bool name = std::ranges::any_of(names, [here](ByteSpan each) { return each.contains(here); });
      if (!name && tells_apart(all[i].folded)) stems.push_back(stem_of(all[i].folded));
    }
    std::erase(stems, report.trigger);
    std::ranges::sort(stems);
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  }
};

EventReport::Numbers EventReports::keep(const std::vector<std::uint32_t>& numbers) {
  const auto begin = static_cast<std::uint32_t>(numbers_.size());
  numbers_.insert(numbers_.end(), numbers.begin(), numbers.end());
  return {begin, static_cast<std::uint32_t>(numbers.size())};
}

EventReport EventReports::report(const Event& event, const Reading& reading) {
  EventReport report;
  report.type = strings_.of(event.type);
  report.mode = strings_.of(event.mode);
  std::string contexts;
  for (const std::string& context : event.contexts) contexts += context + '\n';
  report.contexts = strings_.of(contexts);
  report.cameo = strings_.of(event.cameo);
  report.rule = strings_.of(event.rule);
  report.date = strings_.of(event.date);
  report.published = strings_.of(reading.extraction.article.published);
  report.quad = event.quad;
  report.intensity = event.intensity;
  report.confidence = event.confidence;
  report.modality = event.modality;
  report.precision = event.date.empty() ? DatePrecision::unknown : event.precision;
  report.evidence = event.evidence == Span{} ? event.trigger : event.evidence;
  if (const auto place = member(reading.members, event.place)) report.place = static_cast<std::int32_t>(*place);
  if (const auto who = member(reading.members, event.attribution)) report.attribution = static_cast<std::int32_t>(*who);
  const std::vector<std::uint32_t> sources = actors(event.sources, reading.members, {});
  report.sources = keep(sources);
  report.targets = keep(actors(event.targets, reading.members, sources));
  std::vector<std::uint32_t> stems;
  reading.read(event, report, stems);
  report.words = keep(stems);
  set_days(report, event, reading.extraction.article);
  const auto& sentences = reading.extraction.sentences;
  const auto behind = std::ranges::upper_bound(sentences, report.evidence.begin, {}, &Span::begin);
  report.sentence = static_cast<std::uint32_t>(behind - sentences.begin());
  return report;
}

void EventReports::add(const Extraction& extraction, std::span<const std::int32_t> members, std::uint32_t story) {
  const auto article = static_cast<std::uint32_t>(articles_.size());
  articles_.push_back(extraction.article.id);
  if (extraction.events.empty()) return;
  const Reading reading{extraction, members, CodePoints(extraction.article.text)};
  for (std::uint32_t i = 0; i < extraction.events.size(); ++i) {
    EventReport& added = reports_.emplace_back(report(extraction.events[i], reading));
    added.article = article;
    added.statement = i;
    added.story = story;
  }
}

}  // namespace entente
