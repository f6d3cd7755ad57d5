// Plain text: an optional header of known keys, then the text as given.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "extract/reading/article_record.h"
#include "extract/reading/encoding.h"
#include "extract/reading/readers.h"

namespace entente {
namespace {

struct HeaderKey {
  std::string_view key;
  std::optional<FieldKey> field;  ///< nothing: known, but no part of an article
};

constexpr auto kHeaderKeys = std::to_array<HeaderKey>({
    {"author", std::nullopt},
    {"authors", std::nullopt},
    {"byline", std::nullopt},
    {"category", std::nullopt},
    {"date", FieldKey{Field::published, 1}},
    {"headline", FieldKey{Field::title, 1}},
    {"id", FieldKey{Field::id, 0}},
    {"keywords", std::nullopt},
    {"lang", FieldKey{Field::language, 1}},
    {"language", FieldKey{Field::language, 0}},
    {"link", FieldKey{Field::url, 1}},
    {"outlet", FieldKey{Field::source, 1}},
    {"published", FieldKey{Field::published, 0}},
    {"publisher", FieldKey{Field::source, 2}},
    {"section", std::nullopt},
    {"source", FieldKey{Field::source, 0}},
    {"title", FieldKey{Field::title, 0}},
    {"url", FieldKey{Field::url, 0}},
});
static_assert(std::ranges::is_sorted(kHeaderKeys, {}, &HeaderKey::key));

/// "\r\n" and "\r" become "\n".
void normalise_line_breaks(std::string& text) {
  if (text.find('\r') == std::string::npos) return;
  std::size_t to = 0;
  for (std::size_t from = 0; from < text.size(); ++from) {
    if (text[from] == '\r' && from + 1 < text.size() && text[from + 1] == '\n') continue;
    text[to++] = text[from] == '\r' ? '\n' : text[from];
  }
  text.resize(to);
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  return begin == std::string_view::npos ? std::string_view()
                                         : text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

/// Takes a header line's value; false where the line is none.
bool offer_header_line(std::string_view line, ArticleRecord& record) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon > 16) return false;
  std::string key(line.substr(0, colon));
  std::ranges::transform(key, key.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto known = std::ranges::lower_bound(kHeaderKeys, key, {}, &HeaderKey::key);
  if (known == kHeaderKeys.end() || known->key != key) return false;
  if (known->field) record.offer(*known->field, trimmed(line.substr(colon + 1)));
  return true;
}

/// Bytes of the header with its empty line; 0 where the text has none.
std::size_t read_header(std::string_view text, ArticleRecord& record) {
  std::size_t at = 0;
  while (true) {
    const std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) return 0;
    const std::string_view line = trimmed(text.substr(at, end - at));
    if (line.empty()) return at == 0 ? 0 : end + 1;
    if (!offer_header_line(line, record)) return 0;
    at = end + 1;
  }
}

}  // namespace

void read_plain_text(Window& window, Delivery& delivery) {
  if (!read_all(window, kMaxRecordBytes)) {
    delivery.lost({},
                  "is a plain text of more than 64 MiB; the file was skipped (split it into articles, or give them as "
                  "JSON Lines)");
    return;
  }
  std::string text(window.data());
  window.consume(text.size());
  if (repair(text)) delivery.kept({}, "holds bytes that are not valid UTF-8; they were read as windows-1252");
  normalise_line_breaks(text);
  ArticleRecord record;
  const std::size_t body = read_header(text, record);
  if (body == 0) record.clear();
  record.offer({Field::text, 0}, std::string_view(text).substr(body));
  if (!deliver(record, delivery, {}, {.alone = true})) {
    delivery.lost({}, body == 0 ? "holds nothing but white space; the file was skipped"
                                : "has no text below its header; the file was skipped");
  }
}

}  // namespace entente
