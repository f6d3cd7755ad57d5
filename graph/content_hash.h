// Hashes by which articles, relations and events are known again: XXH3, the same on every machine.
#pragma once

#include <compare>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "extract/extraction.h"

namespace entente {

/// 128 bits of XXH3 over fields, each with its length, so that fields do not run into each other.
struct Fingerprint {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  auto operator<=>(const Fingerprint&) const = default;
  [[nodiscard]] std::string hex() const;  ///< 32 digits
};

[[nodiscard]] Fingerprint fingerprint(std::initializer_list<std::string_view> fields);

/// What decides an article's place in a graph file: all its fields, and what extracted it (program, lexicon and model,
/// as the caller names them). An article with the same hash need not be extracted again.
[[nodiscard]] std::string content_hash(const Article& article, std::string_view extractor = {});
/// The same for an extraction that is given: its article and all that was found in it.
[[nodiscard]] std::string content_hash(const Extraction& extraction);

}  // namespace entente
