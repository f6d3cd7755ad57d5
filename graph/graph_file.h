// Opening a graph file: SQLite with this program's application id and schema version, checked before SQLite reads on.
// Private to graph/.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <filesystem>
#include <string>

namespace entente {

inline constexpr std::uint32_t kApplicationId = 0x656e7465;  // "ente"
inline constexpr std::uint32_t kSchemaVersion = 2;
/// A sentence's rowid is its article's number times this, plus its place in the article.
inline constexpr std::int64_t kSentencesPerArticle = std::int64_t{1} << 24;

/// Opens a graph file, or creates one where `writable` and there is none. Finishes or undoes what a killed process
/// left. Throws std::runtime_error saying what the file is instead, and what to do.
[[nodiscard]] SQLite::Database open_graph_file(const std::filesystem::path& file, bool writable);

/// A database error as a message: which file, what happened, what to do.
[[nodiscard]] std::string explained(const std::filesystem::path& file, const SQLite::Exception& error);

}  // namespace entente
