// What a reader makes of a file, and what the extraction reads.
#pragma once

#include <string>

namespace entente {

/// One news article. Every field but `id` and `text` may be empty. All strings are valid UTF-8.
struct Article {
  std::string id;  ///< unique within a set: given by the input, else the URL, else derived from file name or content
  std::string title;
  std::string published;  ///< ISO 8601 date: "2025-11-01", "2025-11" or "2025"
  std::string source;     ///< name of the outlet
  std::string url;
  std::string language = "en";  ///< ISO 639-1
  std::string text;             ///< paragraphs separated by line breaks; offsets count into this

  bool operator==(const Article&) const = default;
};

}  // namespace entente
