// Dates that a sentence names, read against the day of the article: "Saturday", "yesterday", "on 1 November", "in March
// 2014".
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "extract/extraction.h"
#include "extract/language/analysis.h"
#include "extract/resolution/trees.h"

namespace entente {

struct TextDate {
  std::string date;  ///< ISO, as precise as `precision`
  DatePrecision precision = DatePrecision::unknown;
};

/// The date that a sentence names for what happens at a token: "the 2014 annexation", else the nearest one under the
/// same predicate, else under one that it is joined to, else one that the sentence begins with. "since April", "until
/// Monday", "Monday's attack" date something else. A weekday is the last one up to the article's day, or, where
/// `ahead`, the next. nullopt where the sentence names none; relative dates need `reference`, the full ISO day of the
/// article.
[[nodiscard]] std::optional<TextDate> date_near(const Analysis& analysis, const Trees& trees, std::uint32_t token,
                                                const std::string& reference, bool ahead);

/// Whether the sentence puts what happens at a token at some other time than the article's day, without a date for it:
/// "for months", "recently"; a clause above that has a date of its own; a deed that is only named, "the meetings of",
/// "sanctions imposed by".
[[nodiscard]] bool told_of_other_time(const Analysis& analysis, const Trees& trees, std::uint32_t token,
                                      const std::string& reference);

/// Whether a sentence names a date more than a month before the article's day; nullopt where it names none.
[[nodiscard]] std::optional<bool> names_old_date(const Analysis& analysis, const Sentence& sentence,
                                                 const std::string& reference);

}  // namespace entente
