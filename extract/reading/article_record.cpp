// From record to article: id, date and language in their one form.
#include "extract/reading/article_record.h"

#include <fmt/format.h>
#include <xxhash.h>

#include "extract/reading/encoding.h"
#include "extract/reading/html_text.h"
#include "extract/text/dates.h"

namespace entente {
namespace {

bool blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

/// "sha:" and 16 hex digits of what the article says, for one that nothing names.
std::string content_id(const Article& article) {
  std::string content = article.title;
  content += '\0';
  content += article.published;
  content += '\0';
  content += article.text;
  return fmt::format("sha:{:016x}", XXH3_128bits(content.data(), content.size()).high64);
}

std::string id_of(const Article& article, std::string given, const Delivery& delivery, ArticleOptions options) {
  if (!given.empty()) return given;
  if (!article.url.empty()) return article.url;
  if (options.alone && !delivery.id().empty()) return delivery.id();
  return content_id(article);
}

/// Takes the record's values; whether all were valid UTF-8.
bool take_values(ArticleRecord& record, Article& article, std::string& id) {
  article.title = record.take(Field::title);
  article.source = record.take(Field::source);
  article.url = record.take(Field::url);
  article.text = record.take(record.has(Field::text) ? Field::text : Field::summary);
  id = record.take(Field::id);
  bool valid = true;
  for (std::string* value : {&article.title, &article.source, &article.url, &article.text, &id}) {
    if (repair(*value)) valid = false;
  }
  return valid;
}

}  // namespace

void ArticleRecord::offer(FieldKey key, std::string_view value) {
  const auto slot = static_cast<std::size_t>(key.field);
  if (key.rank > ranks_[slot] || blank(value)) return;
  ranks_[slot] = key.rank;
  values_[slot].assign(value);
}

void ArticleRecord::clear() {
  for (std::string& value : values_) value.clear();
  ranks_ = no_ranks();
}

bool deliver(ArticleRecord& record, Delivery& delivery, FilePosition place, ArticleOptions options) {
  if (!record.has(Field::text) && !record.has(Field::summary)) return false;
  Article article;
  std::string id;
  if (!take_values(record, article, id)) {
    delivery.kept(place, "holds bytes that are not valid UTF-8; they were read as windows-1252");
  }
  if (options.may_hold_html && looks_like_html(article.text)) article.text = html_fragment_text(article.text);
  if (blank(article.text)) return false;
  const std::string date = record.take(Field::published);
  article.published = normalised_date(date);
  if (article.published.empty() && !date.empty()) {
    delivery.kept(place,
                  fmt::format("the date {} was not understood; the article was kept without one (write 2025-11-01)",
                              quoted(date)));
  }
  if (record.has(Field::language)) article.language = language_code(record.value(Field::language));
  article.id = id_of(article, std::move(id), delivery, options);
  delivery.article(std::move(article));
  return true;
}

}  // namespace entente
