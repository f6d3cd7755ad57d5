// What the tests of the lexicon share: a text's matches as readable lines, and files that go away.
#pragma once

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

#include "extract/lexicon/lexicon.h"

namespace entente::lexicon_test {

inline std::string covered(std::string_view text, ByteSpan span) {
  return std::string(text.substr(span.begin, span.size()));
}

/// The stretches of a text that name something of these kinds, in order; each once.
inline std::vector<std::string> found(const Lexicon& lexicon, std::string_view text, std::vector<LexiconKind> kinds) {
  std::vector<std::string> result;
  for (const auto& match : lexicon.match(text)) {
    bool wanted = false;
    for (const EntryId id : match.entries) {
      for (const auto kind : kinds) wanted = wanted || lexicon.entry(id).kind == kind;
    }
    if (wanted) result.push_back(covered(text, match.span));
  }
  return result;
}

inline std::vector<std::string> people(const Lexicon& lexicon, std::string_view text) {
  return found(lexicon, text, {LexiconKind::person});
}
inline std::vector<std::string> countries(const Lexicon& lexicon, std::string_view text) {
  return found(lexicon, text, {LexiconKind::country});
}
inline std::vector<std::string> organisations(const Lexicon& lexicon, std::string_view text) {
  return found(lexicon, text, {LexiconKind::organisation});
}

/// Names of the best known entry for a name, "" where there is none.
inline std::string first_name(const Lexicon& lexicon, std::string_view name) {
  const auto entries = lexicon.find(name);
  return entries.empty() ? "" : std::string(lexicon.entry(entries.front()).name);
}

/// A file with this content, removed at the end.
class File {
 public:
  File(std::string_view ending, std::string_view content) {
    static std::atomic<int> number = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("entente-lexicon-" + std::to_string(getpid()) + "-" + std::to_string(number++) + std::string(ending));
    std::ofstream(path_, std::ios::binary) << content;
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() { std::filesystem::remove(path_); }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace entente::lexicon_test
