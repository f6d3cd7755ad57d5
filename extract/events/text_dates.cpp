#include "extract/events/text_dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>

#include <fmt/format.h>

#include "extract/text/dates.h"

namespace entente {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::array<std::string_view, 7> kWeekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                    "thursday", "friday", "saturday"};
constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 12> kShortMonths{"jan.", "feb.", "mar.",  "apr.", "may",  "jun.",
                                                        "jul.", "aug.", "sept.", "oct.", "nov.", "dec."};

constexpr std::array<std::string_view, 11> kNumbers{"no",  "one",   "two",   "three", "four", "five",
                                                    "six", "seven", "eight", "nine",  "ten"};

template <std::size_t N>
int position(const std::array<std::string_view, N>& list, std::string_view word) {
  const auto found = std::ranges::find(list, word);
  return found == list.end() ? -1 : static_cast<int>(found - list.begin());
}

int number(std::string_view text) {
  int value = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? value : -1;
}

class DateReader {
 public:
  DateReader(const Analysis& analysis, const Sentence& sentence, const std::string& reference, bool ahead)
      : tokens_(analysis.tokens), sentence_(sentence), ahead_(ahead) {
    if (reference.size() == 10) reference_ = parse_iso_date(reference);
  }

  [[nodiscard]] std::optional<TextDate> at(std::uint32_t i) const {
    const Token& token = tokens_[i];
    if (const int weekday = position(kWeekdays, token.lower); weekday >= 0) return of_weekday(i, weekday);
    if (token.lower == "yesterday") return offset(-1);
    if (token.lower == "today") return offset(0);
    if (token.lower == "tomorrow") return offset(1);
    if (token.lower == "week" || token.lower == "month" || token.lower == "year") return of_period(i);
    if (token.lower == "ago") return ago(i);
    const bool within = token.lower.starts_with("mid-");  // "mid-July"
    const std::string_view name = std::string_view(token.lower).substr(within ? 4 : 0);
    int month = position(kMonths, name);
    if (month < 0) month = position(kShortMonths, name);
    if (month >= 0 && within) return in_month(month + 1);
    if (month >= 0 && token.capital) return of_month(i, month + 1);
    if (year_at(i) > 0 && i > sentence_.first &&
        (word(i - 1) == "in" || word(i - 1) == "since" || word(i - 1) == "during")) {
      return TextDate{token.lower, DatePrecision::year};
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<TextDate> year(std::uint32_t i) const {
    if (year_at(i) < 0) return std::nullopt;
    return TextDate{tokens_[i].lower, DatePrecision::year};
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return i < sentence_.last ? std::string_view(tokens_[i].lower) : std::string_view{};
  }

  [[nodiscard]] int year_at(std::uint32_t i) const {
    const int year = i < sentence_.last && tokens_[i].lower.size() == 4 ? number(tokens_[i].lower) : -1;
    return year >= 1800 && year <= 2100 ? year : -1;
  }

  [[nodiscard]] std::optional<TextDate> offset(int by) const {
    if (!reference_) return std::nullopt;
    return TextDate{iso_date(std::chrono::year_month_day(sys_days(*reference_) + days(by))), DatePrecision::day};
  }

  [[nodiscard]] TextDate month_of(sys_days day) const {
    return {iso_date(std::chrono::year_month_day(day)).substr(0, 7), DatePrecision::month};
  }

  /// "two weeks ago", "a year ago": as precise as the unit, a week as a month.
  [[nodiscard]] std::optional<TextDate> ago(std::uint32_t i) const {
    if (!reference_ || i < sentence_.first + 2) return std::nullopt;
    const std::string_view count = word(i - 2);
    int many = count == "a" || count == "an" ? 1 : position(kNumbers, count);
    if (many < 1) many = number(count);
    if (many < 1 || many > 1000) return std::nullopt;
    const std::string_view unit = word(i - 1);
    if (unit == "day" || unit == "days") return offset(-many);
    if (unit == "week" || unit == "weeks") return month_of(sys_days(*reference_) - days(7 * many));
    if (unit == "year" || unit == "years") {
      return TextDate{iso_date(*reference_ - std::chrono::years(many)).substr(0, 4), DatePrecision::year};
    }
    if (unit != "month" && unit != "months") return std::nullopt;
    const auto month = reference_->year() / reference_->month() - std::chrono::months(many);
    return month_of(sys_days(month / 1));
  }

  /// "last week", "last month", "this year", "next month".
  [[nodiscard]] std::optional<TextDate> of_period(std::uint32_t i) const {
    if (!reference_ || i == sentence_.first) return std::nullopt;
    const std::string_view which = word(i - 1);
    const int by = which == "last" ? -1 : which == "next" ? 1 : 0;
    if (by == 0 && which != "this") return std::nullopt;
    if (tokens_[i].lower == "week") return month_of(sys_days(*reference_) + days(7 * by));
    if (tokens_[i].lower == "year") {
      return TextDate{iso_date(*reference_ + std::chrono::years(by)).substr(0, 4), DatePrecision::year};
    }
    const auto month = reference_->year() / reference_->month() + std::chrono::months(by);
    return TextDate{iso_date(month / 1).substr(0, 7), DatePrecision::month};
  }

  [[nodiscard]] std::optional<TextDate> of_weekday(std::uint32_t i, int weekday) const {
    if (!reference_) return std::nullopt;
    const bool gone = i > sentence_.first && word(i - 1) == "last";
    const auto today = static_cast<int>(std::chrono::weekday(sys_days(*reference_)).c_encoding());
    return offset(ahead_ && !gone ? (weekday - today + 7) % 7 : -((today - weekday + 7) % 7));
  }

  /// "November 1, 2025", "1 November", "in March 2014", "in March".
  [[nodiscard]] std::optional<TextDate> of_month(std::uint32_t i, int month) const {
    int day = number(word(i + 1));
    std::uint32_t after = i + 2;
    if (day < 1 || day > 31) {
      day = i > sentence_.first ? number(word(i - 1)) : -1;
      after = i + 1;
    }
    int year = year_at(after);
    if (year < 0 && word(after) == ",") year = year_at(after + 1);
    if (year < 0 && reference_) year = year_of_month(month);
    if (year < 0) return std::nullopt;
    if (day >= 1 && day <= 31) {
      const std::string date = fmt::format("{:04}-{:02}-{:02}", year, month, day);
      if (parse_iso_date(date)) return TextDate{date, DatePrecision::day};
    }
    constexpr std::array<std::string_view, 7> kPlain{"in", "since", "last", "next", "early", "late", "this"};
    const bool plain = i > sentence_.first && std::ranges::find(kPlain, word(i - 1)) != kPlain.end();
    if (!plain && year_at(i + 1) < 0) return std::nullopt;  // "may" and names
    return TextDate{fmt::format("{:04}-{:02}", year, month), DatePrecision::month};
  }

  [[nodiscard]] std::optional<TextDate> in_month(int month) const {
    if (!reference_) return std::nullopt;
    return TextDate{fmt::format("{:04}-{:02}", year_of_month(month), month), DatePrecision::month};
  }

  /// A month without a year is the nearest one up to the article's day, or from it on.
  [[nodiscard]] int year_of_month(int month) const {
    const int year = static_cast<int>(reference_->year());
    const int now = static_cast<int>(static_cast<unsigned>(reference_->month()));
    if (ahead_) return month < now ? year + 1 : year;
    return month > now ? year - 1 : year;
  }

  const std::vector<Token>& tokens_;
  const Sentence& sentence_;
  bool ahead_;
  std::optional<std::chrono::year_month_day> reference_;
};

constexpr std::uint32_t kOpening = 6;  // tokens in which a sentence names its date: "On Saturday, November 1, 2025,"

/// "since April", "until next Monday", "the lockdown to May 1", "as of June 3", "Monday's attack", "a July 25 meeting":
/// no date of the act.
bool of_something_else(const Analysis& analysis, const Trees& trees, const Sentence& sentence, std::uint32_t i,
                       std::uint32_t act) {
  constexpr std::array<std::string_view, 6> kOther{"since", "until", "till", "by", "before", "after"};
  constexpr std::array<std::string_view, 6> kTimesOfDay{"morning", "noon", "afternoon", "evening", "night", "midnight"};
  const auto& tokens = analysis.tokens;
  for (std::uint32_t back = 1; back <= 2 && i >= sentence.first + back; ++back) {
    if (std::ranges::find(kOther, tokens[i - back].lower) != kOther.end()) return true;
  }
  if (i > sentence.first && (tokens[i - 1].lower == "to" || tokens[i - 1].lower == "through")) return true;
  if (i >= sentence.first + 2 && tokens[i - 1].lower == "of" && tokens[i - 2].lower == "as") return true;
  const bool determined = i > sentence.first && (tokens[i - 1].lower == "the" || tokens[i - 1].lower == "a");
  if (determined && tokens[i].head != act && tokens[i - 1].head != act) return true;
  std::uint32_t at = i;
  if (tokens[tokens[at].head].upos == "NUM") at = tokens[at].head;  // "September 26, 2014"
  const std::uint32_t head = tokens[at].head;
  if (std::ranges::find(kTimesOfDay, tokens[head].lower) != kTimesOfDay.end()) return false;  // "Sunday night"
  const bool of_noun = tokens[at].relation == "nmod:poss" || trees.plain_relation(at) == "compound";
  return of_noun && head != at && head != act && (tokens[head].upos == "NOUN" || tokens[head].upos == "PROPN");
}

/// Whether one predicate hangs, over however many clauses, on another or is it.
bool below(const Trees& trees, std::uint32_t clause, std::uint32_t other) {
  while (clause != other) {
    const std::uint32_t head = trees.token(clause).head;
    if (head == clause) return false;
    clause = trees.predicate_of(head);
  }
  return true;
}

/// "weeks after", "two years later": not from the article's day.
bool counts_from(std::string_view word) {
  return word == "after" || word == "before" || word == "later" || word == "earlier";
}

/// "attacked the port on Monday, killing two": at the same time.
bool accompanies(const Analysis& analysis, const Trees& trees, std::uint32_t verb) {
  const std::uint32_t head = analysis.tokens[verb].head;
  return head != verb && trees.plain_relation(verb) == "advcl" && analysis.tokens[verb].xpos == "VBG" &&
         std::ranges::none_of(trees.children(verb), [&](std::uint32_t each) {
           const std::string_view relation = trees.plain_relation(each);
           return relation == "nsubj" || relation == "mark";
         });
}

/// Whether the act is told in a clause that describes a noun, and what stands at `i` is said outside of it.
bool described_apart(const Trees& trees, std::uint32_t act, std::uint32_t i) {
  std::uint32_t at = trees.predicate_of(act);
  for (;;) {
    if (trees.plain_relation(at) == "acl") return !below(trees, trees.predicate_of(i), at);
    const std::uint32_t head = trees.token(at).head;
    if (head == at) return false;
    at = trees.predicate_of(head);
  }
}

}  // namespace

std::optional<TextDate> date_near(const Analysis& analysis, const Trees& trees, std::uint32_t token,
                                  const std::string& reference, bool ahead) {
  const Sentence& sentence = trees.sentence(token);
  const DateReader reader(analysis, sentence, reference, ahead);
  if (analysis.tokens[token].upos == "NOUN" && token > sentence.first && analysis.tokens[token - 1].head == token) {
    if (auto year = reader.year(token - 1)) return year;  // "Russia's 2014 annexation of Crimea"
  }
  while (accompanies(analysis, trees, token)) token = trees.predicate_of(analysis.tokens[token].head);
  const std::uint32_t predicate = trees.predicate_of(token);
  const std::uint32_t joined = trees.first_conjunct(predicate);
  std::optional<TextDate> nearest;
  std::uint32_t distance = 0;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const auto date = reader.at(i);
    if (!date || of_something_else(analysis, trees, sentence, i, token)) continue;
    const std::uint32_t of = trees.predicate_of(i);
    const bool opening = i < std::min(token, sentence.first + kOpening) && !described_apart(trees, token, i);
    if (of != predicate && of != joined && !opening) continue;
    const std::uint32_t away = (i > token ? i - token : token - i) + (of == predicate ? 0 : of == joined ? 1000 : 2000);
    if (!nearest || away < distance) {
      nearest = date;
      distance = away;
    }
  }
  return nearest;
}

bool told_of_other_time(const Analysis& analysis, const Trees& trees, std::uint32_t token,
                        const std::string& reference) {
  constexpr std::array<std::string_view, 21> kSometime{
      "ago",        "always",   "centuries", "century",    "decade",        "decades", "earlier",
      "every",      "formerly", "months",    "often",      "once",          "past",    "previous",
      "previously", "recent",   "recently",  "repeatedly", "traditionally", "weeks",   "years"};
  const std::string_view relation = trees.plain_relation(token);
  if (analysis.tokens[token].upos == "NOUN" && relation != "obj" && relation != "nsubj" && relation != "root")
    return true;
  if (analysis.tokens[token].relation == "acl") return true;
  const Sentence& sentence = trees.sentence(token);
  const DateReader reader(analysis, sentence, reference, false);
  const std::uint32_t predicate = trees.predicate_of(token);
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const bool sometime = std::ranges::find(kSometime, analysis.tokens[i].lower) != kSometime.end();
    const bool dated = !sometime && reader.at(i) && !of_something_else(analysis, trees, sentence, i, token);
    if (sometime && i + 1 < sentence.last && counts_from(analysis.tokens[i + 1].lower)) return true;
    if ((sometime || dated) && below(trees, predicate, trees.predicate_of(i))) return true;
  }
  return false;
}

std::optional<bool> names_old_date(const Analysis& analysis, const Sentence& sentence, const std::string& reference) {
  constexpr days kMonth{31};
  const auto today = parse_iso_date(reference);
  if (!today) return std::nullopt;
  const DateReader reader(analysis, sentence, reference, false);
  const std::string month_ago = iso_date(std::chrono::year_month_day(sys_days(*today) - kMonth));
  std::optional<bool> old;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (const auto date = reader.at(i)) old = date->date < month_ago.substr(0, date->date.size());
  }
  return old;
}

}  // namespace entente
