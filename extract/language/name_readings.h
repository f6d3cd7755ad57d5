// The model's names of an article, made consistent: what is no part of a name taken off, and each name read alike
// throughout.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/language/analysis.h"
#include "extract/language/names.h"

namespace entente {

/// Tokens [first, last) that the model, here or elsewhere in the article, reads as a name.
struct NameReadingSpan {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  NameKind kind = NameKind::other;
  std::string_view type;
  float score = 0;
};

/// In the order of the text, without overlap.
[[nodiscard]] std::vector<NameReadingSpan> name_readings(const Analysis& analysis);

}  // namespace entente
