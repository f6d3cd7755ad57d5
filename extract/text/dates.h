// Calendar dates as ISO 8601 text, cut short where less is known: "2025-11-01", "2025-11", "2025".
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// A date of the proleptic Gregorian calendar, or nullopt where the text is no valid date. A cut date gives its first
/// day.
[[nodiscard]] std::optional<std::chrono::year_month_day> parse_iso_date(std::string_view text);
/// "2025-11-01".
[[nodiscard]] std::string iso_date(std::chrono::year_month_day date);
/// First and last day that a cut date covers, as full ISO dates; both empty for an invalid one.
[[nodiscard]] std::string first_day(std::string_view date);
[[nodiscard]] std::string last_day(std::string_view date);
/// Reads a date as articles and feeds write it ("2025-11-01T09:30:00Z", "1 November 2025", "Nov. 1, 2025", "Sat, 01 Nov
/// 2025 10:00:00 GMT", "20251101"); the calendar day as written, whatever the time zone; empty where it is none.
[[nodiscard]] std::string normalised_date(std::string_view text);

}  // namespace entente
