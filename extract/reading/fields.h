// The names under which feeds, APIs and tables give the parts of an article.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

enum class Field : std::uint8_t { id, title, published, source, url, text, summary, language };
inline constexpr std::size_t kFields = 8;

/// A part of an article, and how much a name for it is preferred to its others: 0 is the best.
struct FieldKey {
  Field field = Field::id;
  std::uint8_t rank = 0;
};

/// What a key stands for. Case, hyphens, spaces and underscores (but a leading one) do not count: "Published_At" is
/// "publishedAt".
[[nodiscard]] std::optional<FieldKey> field_of(std::string_view key);

/// Keys of an object whose array holds articles ("articles", "items", "results" ...).
[[nodiscard]] bool holds_articles(std::string_view key);
/// Keys of an object that holds the parts of an article, or the array of articles, one level down ("fields", "response"
/// ...).
[[nodiscard]] bool is_wrapper(std::string_view key);

/// ISO 639-1 of what inputs give as a language ("en-GB", "eng", "English"); "en" where it is none that is known.
[[nodiscard]] std::string language_code(std::string_view given);

}  // namespace entente
