// Relations of entities: the pair head over all pairs of their mentions that are near each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "extract/language/heads/article_reading.h"
#include "extract/language/heads/pair_head.h"

namespace entente {

/// See ArticleReading::relations. places[i]: the place of the first word of mention i among all of the article.
[[nodiscard]] std::vector<RelationScore> relations_of(const PairHead& head, const PairHead::Mentions& mentions,
                                                      std::span<const std::size_t> places,
                                                      std::span<const std::int32_t> entity, float floor);

}  // namespace entente
