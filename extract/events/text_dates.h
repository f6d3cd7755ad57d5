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

/// The date that a sentence names for what happens at a token: the nearest one under the same predicate, else under one
/// that it is joined to, else one that the sentence begins with. "since April", "until Monday" date something else. A
/// weekday is the last one up to the article's day, or, where `ahead`, the next. nullopt where the sentence names none;
/// relative dates need `reference`, the full ISO day of the article.
[[nodiscard]] std::optional<TextDate> date_near(const Analysis& analysis, const Trees& trees, std::uint32_t token,
                                                const std::string& reference, bool ahead);

}  // namespace entente
