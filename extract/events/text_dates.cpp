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
    if (const int weekday = position(kWeekdays, token.lower); weekday >= 0) return of_weekday(weekday);
    if (token.lower == "yesterday") return offset(-1);
    if (token.lower == "today") return offset(0);
    if (token.lower == "tomorrow") return offset(1);
    if (token.lower == "month" || token.lower == "year") return of_period(i);
    int month = position(kMonths, token.lower);
    if (month < 0) month = position(kShortMonths, token.lower);
    if (month >= 0 && token.capital) return of_month(i, month + 1);
    if (year_at(i) > 0 && i > sentence_.first &&
        (word(i - 1) == "in" || word(i - 1) == "since" || word(i - 1) == "during")) {
      return TextDate{token.lower, DatePrecision::year};
    }
    return std::nullopt;
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

  /// "last month", "this year", "next month".
  [[nodiscard]] std::optional<TextDate> of_period(std::uint32_t i) const {
    if (!reference_ || i == sentence_.first) return std::nullopt;
    const std::string_view which = word(i - 1);
    const int by = which == "last" ? -1 : which == "next" ? 1 : 0;
    if (by == 0 && which != "this") return std::nullopt;
    if (tokens_[i].lower == "year") {
      return TextDate{iso_date(*reference_ + std::chrono::years(by)).substr(0, 4), DatePrecision::year};
    }
    const auto month = reference_->year() / reference_->month() + std::chrono::months(by);
    return TextDate{iso_date(month / 1).substr(0, 7), DatePrecision::month};
  }

  [[nodiscard]] std::optional<TextDate> of_weekday(int weekday) const {
    if (!reference_) return std::nullopt;
    const auto today = static_cast<int>(std::chrono::weekday(sys_days(*reference_)).c_encoding());
    return offset(ahead_ ? (weekday - today + 7) % 7 : -((today - weekday + 7) % 7));
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
    const bool plain = i > sentence_.first && (word(i - 1) == "in" || word(i - 1) == "since" || word(i - 1) == "last" ||
                                               word(i - 1) == "next");
    if (!plain && year_at(i + 1) < 0) return std::nullopt;  // "may" and names
    return TextDate{fmt::format("{:04}-{:02}", year, month), DatePrecision::month};
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

/// "since April", "until next Monday", "the October 7 attack": no date of the act.
bool of_something_else(const Analysis& analysis, const Sentence& sentence, std::uint32_t i) {
  constexpr std::array<std::string_view, 6> kOther{"since", "until", "till", "by", "before", "after"};
  for (std::uint32_t back = 1; back <= 2 && i >= sentence.first + back; ++back) {
    if (std::ranges::find(kOther, analysis.tokens[i - back].lower) != kOther.end()) return true;
  }
  return false;
}

}  // namespace

std::optional<TextDate> date_near(const Analysis& analysis, const Trees& trees, std::uint32_t token,
                                  const std::string& reference, bool ahead) {
  const Sentence& sentence = trees.sentence(token);
  const DateReader reader(analysis, sentence, reference, ahead);
  const std::uint32_t predicate = trees.predicate_of(token);
  const std::uint32_t joined = trees.first_conjunct(predicate);
  std::optional<TextDate> nearest;
  std::uint32_t distance = 0;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const auto date = reader.at(i);
    if (!date || of_something_else(analysis, sentence, i)) continue;
    const std::uint32_t of = trees.predicate_of(i);
    const bool opening = i < std::min(token, sentence.first + kOpening);
    if (of != predicate && of != joined && !opening) continue;
    const std::uint32_t away = (i > token ? i - token : token - i) + (of == predicate ? 0 : of == joined ? 1000 : 2000);
    if (!nearest || away < distance) {
      nearest = date;
      distance = away;
    }
  }
  return nearest;
}

}  // namespace entente
