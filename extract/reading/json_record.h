// One JSON object as an article record: parsed without a tree, in place, keeping only what an article needs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/reading/article_record.h"

namespace entente {

/// What is wrong with a JSON text, and at which byte.
struct JsonError {
  std::string what;
  std::size_t at = 0;
};

/// What else the parse met.
struct JsonFindings {
  bool extraction_line = false;  ///< has a schema "entente/extraction/..."; nothing else was read
  bool article_array = false;    ///< has an array under a key that holds articles
};

class JsonRecordParser {
 public:
  /// Reads an object's parts of an article into `record`, which is cleared first. Strings are taken exactly as given.
  [[nodiscard]] std::optional<JsonError> parse(std::string_view json, ArticleRecord& record);
  [[nodiscard]] const JsonFindings& findings() const { return findings_; }

 private:
  JsonFindings findings_;
  std::string scratch_;
};

/// The keys of an object, as a message lists them; of invalid JSON those before the error.
[[nodiscard]] std::string json_keys(std::string_view json);

/// Values may be nested this deep.
inline constexpr std::size_t kMaxJsonDepth = 512;

}  // namespace entente
