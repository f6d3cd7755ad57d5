// Dates as ISO text. Feeds' ways of writing a date are tried one after the other, the strictest first.
#include "extract/text/dates.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "extract/text/fold.h"

namespace entente {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::size_t kLongest = 200;  ///< bytes; what is longer is no date
constexpr int kFirstYear = 1500;       ///< "0001-01-01" is a database's way to say that there is none
constexpr int kLastYear = 2999;

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits.substr(0, 9)) value = value * 10 + (c - '0');
  return value;
}

std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  return digits.size() >= width ? digits : std::string(width - digits.size(), '0') + digits;
}

std::optional<year_month_day> valid(int y, int m, int d) {
  const year_month_day date{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

bool plausible(int y) {
  return y >= kFirstYear && y <= kLastYear;
}

std::string plausible_day(int y, int m, int d) {
  const auto date = valid(y, m, d);
  return date && plausible(y) ? iso_date(*date) : std::string();
}

std::string cut(int y, int m) {
  if (!plausible(y) || m > 12) return {};
  return m < 1 ? padded(y, 4) : padded(y, 4) + '-' + padded(m, 2);
}

/// A run of digits or of letters, and the character before it.
struct Piece {
  std::string text;
  char before = ' ';
  bool digits = false;
};

std::vector<Piece> pieces(std::string_view text) {
  std::vector<Piece> out;
  char before = ' ';
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80U;
    if (!is_digit(c) && !letter) {
      before = c;
      continue;
    }
    const bool joins = !out.empty() && before == '\0' && out.back().digits == is_digit(c);
    if (!joins) out.push_back({"", before, is_digit(c)});
    out.back().text += c;
    before = '\0';
  }
  return out;
}

/// 20251101, 202511010930, 20251101093000; seconds or milliseconds since 1970.
std::string from_digits(std::string_view digits) {
  const std::size_t size = digits.size();
  if (size == 4) return cut(number(digits), 0);
  if (size == 8 || size == 12 || size == 14) {
    return plausible_day(number(digits.substr(0, 4)), number(digits.substr(4, 2)), number(digits.substr(6, 2)));
  }
  if ((size != 10 && size != 13) || digits[0] == '0') return {};
  const std::int64_t seconds = std::stoll(std::string(digits.substr(0, 10)));
  return iso_date(std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(seconds))));
}

/// Which of two numbers of a year's date is the month, where a slash leaves it open: 11/1/2025 is only surely of 2025.
std::string from_day_and_month(int first, int second, int y, char separator) {
  if (separator == '.' || first > 12 || first == second) return plausible_day(y, second, first);
  if (second > 12) return plausible_day(y, first, second);
  return first >= 1 && second >= 1 ? cut(y, 0) : std::string();
}

bool date_separator(char c) {
  return c == '-' || c == '/' || c == '.';
}

/// Dates in numbers: 2025-11-01T09:30:00Z, 2025/11/1, 1.11.2025, 11/25/2025, 2025-11.
std::string from_numbers(const std::vector<Piece>& all) {
  if (!all[0].digits) return {};
  if (all[0].text.size() >= 8 && (all.size() == 1 || all[1].text == "t" || all[1].before == '.')) {
    return from_digits(all[0].text);
  }
  if (all.size() == 1) return from_digits(all[0].text);
  const char separator = all[1].before;
  if (!all[1].digits || !date_separator(separator) || all[1].text.size() > 2) return {};
  const bool three = all.size() > 2 && all[2].digits && all[2].before == separator;
  if (all[0].text.size() == 4) {
    const int y = number(all[0].text);
    if (three && all[2].text.size() <= 2) return plausible_day(y, number(all[1].text), number(all[2].text));
    return all.size() == 2 && number(all[1].text) > 0 ? cut(y, number(all[1].text)) : std::string();
  }
  if (!three || all[0].text.size() > 2 || all[2].text.size() != 4) return {};
  return from_day_and_month(number(all[0].text), number(all[1].text), number(all[2].text), separator);
}

/// 1 to 12 for a month's English name or its first three or four letters; 0 for another word.
int month_of(std::string_view word) {
  if (word.size() < 3) return 0;
  const auto named = [word](std::string_view name) {
    return name == word || (word.size() <= 4 && name.starts_with(word));
  };
  const auto found = std::ranges::find_if(kMonths, named);
  return found == kMonths.end() ? 0 : static_cast<int>(found - kMonths.begin()) + 1;
}

bool day_number(const Piece& piece) {
  return piece.digits && piece.text.size() <= 2 && number(piece.text) >= 1 && number(piece.text) <= 31;
}

/// Whether a number is part of a time of day: 10:30.
bool of_time(const std::vector<Piece>& all, std::size_t at) {
  return all[at].before == ':' || (at + 1 < all.size() && all[at + 1].before == ':');
}

/// The place of the day's number beside the month at `at`: before it ("1st of November", "01 Nov"), else after it.
std::optional<std::size_t> day_beside(const std::vector<Piece>& all, std::size_t at) {
  const auto fits = [&](std::size_t i) { return day_number(all[i]) && !of_time(all, i); };
  std::size_t before = at;
  while (before > 0 && !all[before - 1].digits && all[before - 1].text.size() == 2) --before;
  if (before > 0 && fits(before - 1)) return before - 1;
  if (at + 1 < all.size() && fits(at + 1)) return at + 1;
  return std::nullopt;
}

/// The year after the month at `at`: the first number of four digits; after "01 Nov" also two digits.
int year_after(const std::vector<Piece>& all, std::size_t at, bool day_came_first) {
  for (std::size_t i = at + 1; i < all.size(); ++i) {
    if (all[i].digits && all[i].text.size() == 4 && !of_time(all, i)) return number(all[i].text);
  }
  if (!day_came_first || at + 1 >= all.size() || !all[at + 1].digits || all[at + 1].text.size() != 2) return 0;
  const int two = number(all[at + 1].text);
  return two < 69 ? 2000 + two : 1900 + two;
}

/// Dates with a month's name: "1 November 2025", "Nov. 1, 2025", "Sat, 01 Nov 2025 10:00:00 GMT", "2025 Nov 1".
std::string from_words(const std::vector<Piece>& all) {
  for (std::size_t at = 0; at < all.size(); ++at) {
    const int m = all[at].digits ? 0 : month_of(all[at].text);
    if (m == 0) continue;
    const auto d = day_beside(all, at);
    int y = year_after(all, at, d && *d < at);
    if (y == 0 && at > 0 && all[at - 1].digits && all[at - 1].text.size() == 4) y = number(all[at - 1].text);
    if (y == 0) continue;
    return d ? plausible_day(y, m, number(all[*d].text)) : cut(y, m);
  }
  return {};
}

}  // namespace

std::optional<year_month_day> parse_iso_date(std::string_view text) {
  const bool whole = text.size() == 10;
  const bool to_month = text.size() == 7;
  if ((!whole && !to_month && text.size() != 4) || !all_digits(text.substr(0, 4))) return std::nullopt;
  if (text.size() > 4 && (text[4] != '-' || !all_digits(text.substr(5, 2)))) return std::nullopt;
  if (whole && (text[7] != '-' || !all_digits(text.substr(8, 2)))) return std::nullopt;
  return valid(number(text.substr(0, 4)), text.size() > 4 ? number(text.substr(5, 2)) : 1,
               whole ? number(text.substr(8, 2)) : 1);
}

std::string iso_date(year_month_day date) {
  return padded(static_cast<int>(date.year()), 4) + '-' +
         padded(static_cast<int>(static_cast<unsigned>(date.month())), 2) + '-' +
         padded(static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

std::string first_day(std::string_view date) {
  const auto first = parse_iso_date(date);
  if (!first) return {};
  return date.size() == 10 ? std::string(date) : iso_date(*first);
}

std::string last_day(std::string_view date) {
  const auto first = parse_iso_date(date);
  if (!first) return {};
  if (date.size() == 10) return std::string(date);
  const month last = date.size() == 4 ? std::chrono::December : first->month();
  return iso_date(year_month_day(first->year() / last / std::chrono::last));
}

std::string normalised_date(std::string_view text) {
  if (text.size() > kLongest) return {};
  const std::vector<Piece> all = pieces(fold(text));
  if (all.empty()) return {};
  std::string date = from_numbers(all);
  return date.empty() ? from_words(all) : date;
}

}  // namespace entente
