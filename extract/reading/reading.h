// The facade of reading: files, folders and standard input in, articles out, one by one.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "extract/article.h"
#include "extract/reading/problem.h"

namespace entente {

/// No record (a line, a row, an element of an array, a page, a text) may be longer, in bytes; a longer one is a
/// problem.
inline constexpr std::size_t kMaxRecordBytes = std::size_t{64} << 20U;

/// Where articles and problems go, in the order of the input. Called on the thread that reads. What a function throws
/// ends the reading and reaches the caller.
struct ReadingSink {
  std::function<void(Article)> article;
  std::function<void(const Problem&)> problem;
  /// Extraction lines (JSON objects with the schema "entente/extraction/..."), as they stand, with where; left empty,
  /// each one is a problem. The view lives for the call.
  std::function<void(std::string_view line, const Problem& where)> extraction_line = {};
};

struct ReadingCounts {
  std::size_t files = 0;
  std::size_t articles = 0;
  std::size_t extraction_lines = 0;
  std::size_t problems = 0;
  std::size_t lost = 0;  ///< problems that cost an article or a file
};

/// Reads articles from files, folders (all files under them, sorted bytewise by path; hidden ones are skipped) and
/// standard input ("-"), one after the other in the order given. The format is told by the content: plain text, HTML,
/// JSON, JSON Lines, CSV or TSV, each as it is or compressed with gzip or zstd. What cannot be read is reported and
/// skipped. Holds one record in memory (JSON Lines, CSV, JSON arrays of any length stream). docs/reading.md has the
/// details.
ReadingCounts read_articles(std::span<const std::string> inputs, const ReadingSink& sink);

/// Reads articles from bytes as from a file of this path.
ReadingCounts read_article_bytes(std::string_view bytes, const std::string& path, const ReadingSink& sink);

}  // namespace entente
