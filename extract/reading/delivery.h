// Where the readers of one file hand over what they found: articles and problems on their way to the caller.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "extract/article.h"
#include "extract/reading/reading.h"

namespace entente {

/// A position in a file, from 1; 0 where unknown.
struct FilePosition {
  std::uint64_t line = 0;
  std::uint64_t column = 0;  ///< in bytes
};

class Delivery {
 public:
  /// `id`: what an article that fills the file alone is called where it gives no name; empty where there is none.
  Delivery(std::string path, std::string id, const ReadingSink& sink, ReadingCounts& counts)
      : path_(std::move(path)), id_(std::move(id)), sink_(sink), counts_(counts) {}

  void article(Article article);
  void extraction_line(std::string_view line, FilePosition place);
  /// An article or more is lost.
  void lost(FilePosition place, std::string what) { report({path_, place.line, place.column, std::move(what), true}); }
  /// The article is kept, but for what the message says.
  void kept(FilePosition place, std::string what) { report({path_, place.line, place.column, std::move(what), false}); }

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const std::string& id() const { return id_; }

 private:
  void report(const Problem& problem);

  std::string path_;
  std::string id_;
  const ReadingSink& sink_;
  ReadingCounts& counts_;
};

}  // namespace entente
