// The tables of key names, sorted for search.
#include "extract/reading/fields.h"

#include <unicode/uloc.h>

#include <algorithm>
#include <array>

namespace entente {
namespace {

struct Row {
  std::string_view key;
  FieldKey field;
};

constexpr auto kKeys = std::to_array<Row>({
    {"_id", {Field::id, 1}},
    {"abstract", {Field::summary, 2}},
    {"article", {Field::text, 3}},
    {"articlebody", {Field::text, 6}},
    {"articleid", {Field::id, 4}},
    {"articletext", {Field::text, 8}},
    {"body", {Field::text, 1}},
    {"bodytext", {Field::text, 5}},
    {"content", {Field::text, 2}},
    {"createdat", {Field::published, 11}},
    {"date", {Field::published, 4}},
    {"datepublished", {Field::published, 3}},
    {"datetime", {Field::published, 8}},
    {"description", {Field::summary, 0}},
    {"domain", {Field::source, 8}},
    {"firstpublicationdate", {Field::published, 7}},
    {"fulltext", {Field::text, 4}},
    {"guid", {Field::id, 3}},
    {"headline", {Field::title, 1}},
    {"id", {Field::id, 0}},
    {"lang", {Field::language, 1}},
    {"language", {Field::language, 0}},
    {"leadparagraph", {Field::summary, 3}},
    {"link", {Field::url, 1}},
    {"maintext", {Field::text, 9}},
    {"newspaper", {Field::source, 5}},
    {"outlet", {Field::source, 3}},
    {"permalink", {Field::url, 3}},
    {"plaintext", {Field::text, 10}},
    {"pubdate", {Field::published, 5}},
    {"publication", {Field::source, 4}},
    {"publicationdate", {Field::published, 2}},
    {"publishdate", {Field::published, 6}},
    {"published", {Field::published, 0}},
    {"publishedat", {Field::published, 1}},
    {"publisher", {Field::source, 2}},
    {"seendate", {Field::published, 12}},
    {"site", {Field::source, 6}},
    {"sitename", {Field::source, 7}},
    {"snippet", {Field::summary, 4}},
    {"source", {Field::source, 0}},
    {"sourcename", {Field::source, 1}},
    {"story", {Field::text, 7}},
    {"summary", {Field::summary, 1}},
    {"text", {Field::text, 0}},
    {"timestamp", {Field::published, 10}},
    {"title", {Field::title, 0}},
    {"url", {Field::url, 0}},
    {"uuid", {Field::id, 2}},
    {"webpublicationdate", {Field::published, 9}},
    {"webtitle", {Field::title, 2}},
    {"weburl", {Field::url, 2}},
});
static_assert(std::ranges::is_sorted(kKeys, {}, &Row::key));

constexpr auto kArrays =
    std::to_array<std::string_view>({"articles", "data", "docs", "documents", "entries", "hits", "items", "news",
                                     "posts", "records", "results", "stories", "value"});
static_assert(std::ranges::is_sorted(kArrays));

constexpr auto kWrappers =
    std::to_array<std::string_view>({"_source", "article", "articles", "attributes", "channel", "data", "feed",
                                     "fields", "hits", "response", "result", "results"});
static_assert(std::ranges::is_sorted(kWrappers));

struct LanguageName {
  std::string_view name;
  std::string_view code;
};

constexpr auto kLanguages = std::to_array<LanguageName>({
    {"arabic", "ar"},
    {"chinese", "zh"},
    {"dutch", "nl"},
    {"english", "en"},
    {"french", "fr"},
    {"german", "de"},
    {"hindi", "hi"},
    {"italian", "it"},
    {"japanese", "ja"},
    {"korean", "ko"},
    {"persian", "fa"},
    {"polish", "pl"},
    {"portuguese", "pt"},
    {"russian", "ru"},
    {"spanish", "es"},
    {"swedish", "sv"},
    {"turkish", "tr"},
    {"ukrainian", "uk"},
});
static_assert(std::ranges::is_sorted(kLanguages, {}, &LanguageName::name));

/// A key without case and joints. Longer than any known key: empty.
class PlainKey {
 public:
  explicit PlainKey(std::string_view key) {
    for (std::size_t i = 0; i < key.size(); ++i) {
      const char c = key[i];
      if ((c == '_' && i > 0) || c == '-' || c == ' ') continue;
      if (size_ == letters_.size()) {
        size_ = 0;
        return;
      }
      letters_[size_++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
  }
  [[nodiscard]] std::string_view view() const { return {letters_.data(), size_}; }

 private:
  std::array<char, 24> letters_{};
  std::size_t size_ = 0;
};

}  // namespace

std::optional<FieldKey> field_of(std::string_view key) {
  const PlainKey plain(key);
  const auto row = std::ranges::lower_bound(kKeys, plain.view(), {}, &Row::key);
  return row != kKeys.end() && row->key == plain.view() ? std::optional(row->field) : std::nullopt;
}

bool holds_articles(std::string_view key) {
  return std::ranges::binary_search(kArrays, PlainKey(key).view());
}
bool is_wrapper(std::string_view key) {
  return std::ranges::binary_search(kWrappers, PlainKey(key).view());
}

std::string language_code(std::string_view given) {
  const PlainKey plain(given);
  const auto known = std::ranges::lower_bound(kLanguages, plain.view(), {}, &LanguageName::name);
  if (known != kLanguages.end() && known->name == plain.view()) return std::string(known->code);
  const std::string tag(given.substr(0, given.find_first_of("-_,; ")));
  std::array<char, 12> code{};
  UErrorCode error = U_ZERO_ERROR;
  const std::int32_t size = uloc_getLanguage(tag.c_str(), code.data(), static_cast<std::int32_t>(code.size()), &error);
  const bool letters =
      std::ranges::all_of(tag, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  return U_SUCCESS(error) && letters && size == 2 ? std::string(code.data(), 2) : "en";
}

}  // namespace entente
