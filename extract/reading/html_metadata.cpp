// Ranks: JSON-LD first, then meta elements from the specific to the general, then what the page shows.
#include "extract/reading/html_metadata.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <array>
#include <string>

#include "extract/text/dates.h"
#include "extract/text/fold.h"

namespace entente {
namespace {

struct MetaRow {
  std::string_view name;  ///< of the meta element's name, property or itemprop, in lower case
  FieldKey field;
};

constexpr auto kMeta = std::to_array<MetaRow>({
    {"application-name", {Field::source, 6}},
    {"article:published", {Field::published, 3}},
    {"article:published_time", {Field::published, 2}},
    {"citation_publication_date", {Field::published, 7}},
    {"content-language", {Field::language, 3}},
    {"date", {Field::published, 9}},
    {"datepublished", {Field::published, 4}},
    {"dc.date", {Field::published, 10}},
    {"dc.date.issued", {Field::published, 6}},
    {"dc.language", {Field::language, 2}},
    {"dc.publisher", {Field::source, 4}},
    {"dc.title", {Field::title, 5}},
    {"dcterms.created", {Field::published, 8}},
    {"headline", {Field::title, 2}},
    {"og:article:published_time", {Field::published, 2}},
    {"og:locale", {Field::language, 4}},
    {"og:site_name", {Field::source, 2}},
    {"og:title", {Field::title, 1}},
    {"og:url", {Field::url, 2}},
    {"parsely-link", {Field::url, 3}},
    {"parsely-pub-date", {Field::published, 5}},
    {"parsely-title", {Field::title, 3}},
    {"pubdate", {Field::published, 11}},
    {"publish-date", {Field::published, 12}},
    {"publishdate", {Field::published, 12}},
    {"publisher", {Field::source, 5}},
    {"sailthru.date", {Field::published, 13}},
    {"sailthru.title", {Field::title, 6}},
    {"twitter:title", {Field::title, 4}},
});
static_assert(std::ranges::is_sorted(kMeta, {}, &MetaRow::name));

constexpr FieldKey kLdTitle{Field::title, 0};
constexpr FieldKey kH1{Field::title, 7};
constexpr FieldKey kTitleElement{Field::title, 8};
constexpr FieldKey kLdDate{Field::published, 1};
constexpr FieldKey kTimeElement{Field::published, 14};
constexpr FieldKey kLdSource{Field::source, 1};
constexpr FieldKey kHost{Field::source, 9};
constexpr FieldKey kCanonical{Field::url, 1};
constexpr FieldKey kLdUrl{Field::url, 4};
constexpr FieldKey kHtmlLang{Field::language, 0};
constexpr FieldKey kLdLanguage{Field::language, 1};

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

/// White space trimmed and each run of it one space.
std::string collapsed(std::string_view text) {
  std::string out;
  bool space = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank && space && !out.empty()) out += ' ';
    if (!blank) out += c;
    space = blank;
  }
  return out;
}

/// The first of a name counts: pages put their own before those of what they embed.
void offer_first(ArticleRecord& record, FieldKey key, std::string_view value, std::array<std::uint8_t, kFields>& best) {
  std::uint8_t& rank = best[static_cast<std::size_t>(key.field)];
  const std::string clean = collapsed(value);
  if (clean.empty() || key.rank >= rank) return;
  rank = key.rank;
  record.offer(key, clean);
}

using Json = rapidjson::Value;

std::string_view string_of(const Json& json) {
  return json.IsString() ? std::string_view(json.GetString(), json.GetStringLength()) : std::string_view();
}

const Json* member(const Json& json, const char* key) {
  if (!json.IsObject()) return nullptr;
  const auto found = json.FindMember(key);
  return found == json.MemberEnd() ? nullptr : &found->value;
}

/// A string, or the string under `key` of an object, or either of an array's first element.
std::string_view text_of(const Json* json, const char* key) {
  if (json != nullptr && json->IsArray()) json = json->Empty() ? nullptr : &(*json)[0];
  if (json == nullptr) return {};
  if (json->IsString()) return string_of(*json);
  const Json* inner = member(*json, key);
  return inner == nullptr ? std::string_view() : string_of(*inner);
}

bool is_article_type(const Json* type) {
  if (type == nullptr) return false;
  if (type->IsArray())
    return std::ranges::any_of(type->GetArray(), [](const Json& one) { return is_article_type(&one); });
  const std::string_view name = string_of(*type);
  return name.ends_with("Article") || name == "BlogPosting" || name == "LiveBlogPosting" || name == "Report";
}

/// The first article among an object, an array of them, or a @graph.
const Json* article_of(const Json& json, int depth = 0) {
  if (depth > 4) return nullptr;
  if (json.IsArray()) {
    for (const Json& one : json.GetArray()) {
      if (const Json* found = article_of(one, depth + 1)) return found;
    }
  }
  if (!json.IsObject()) return nullptr;
  if (is_article_type(member(json, "@type"))) return &json;
  const Json* graph = member(json, "@graph");
  return graph == nullptr ? nullptr : article_of(*graph, depth + 1);
}

template <typename Offered>
void read_json_ld(const std::string& script, const Offered& offer) {
  constexpr std::size_t kMost = std::size_t{1} << 20U;
  if (script.size() > kMost) return;
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag>(script.data(), script.size());
  if (document.HasParseError()) return;
  const Json* article = article_of(document);
  if (article == nullptr) return;
  offer(kLdTitle, text_of(member(*article, "headline"), "@value"));
  offer(kLdDate, text_of(member(*article, "datePublished"), "@value"));
  offer(kLdSource, text_of(member(*article, "publisher"), "name"));
  offer(kLdUrl, text_of(member(*article, "url"), "@id"));
  offer(kLdUrl, text_of(member(*article, "mainEntityOfPage"), "@id"));
  offer(kLdLanguage, text_of(member(*article, "inLanguage"), "alternateName"));
  offer({Field::summary, 0}, text_of(member(*article, "articleBody"), "@value"));
}

bool is_web_address(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://");
}

/// "example.com" of "https://www.example.com/a".
std::string_view host_of(std::string_view url) {
  const std::size_t begin = url.find("://");
  if (begin == std::string_view::npos) return {};
  std::string_view host = url.substr(begin + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  return host.starts_with("www.") ? host.substr(4) : host;
}

/// A title without the outlet's name behind it: "Talks end | The Daily" of The Daily is "Talks end".
std::string without_outlet(std::string title, const std::string& outlet) {
  for (const std::string_view bar : {" | ", " - ", " – ", " — ", " :: "}) {
    const std::size_t at = title.rfind(bar);
    if (at == std::string::npos || at == 0) continue;
    const std::string behind = title.substr(at + bar.size());
    if (slug(behind) == slug(outlet) || (outlet.empty() && bar == " | ")) return title.substr(0, at);
  }
  return title;
}

}  // namespace

void read_html_metadata(const HtmlDocument& page, ArticleRecord& record) {
  std::array<std::uint8_t, kFields> best{};
  best.fill(0xFF);
  const auto offer = [&](FieldKey key, std::string_view value) {
    if (key.field == Field::url && !is_web_address(value)) return;
    if (key.field == Field::published && normalised_date(value).empty())
      key.rank = static_cast<std::uint8_t>(key.rank + 100);
    offer_first(record, key, value, best);
  };
  for (std::size_t i = 0; i < page.nodes().size(); ++i) {
    const HtmlNode& node = page.nodes()[i];
    const auto attribute = [&](std::string_view name) { return page.attribute(node, name); };
    if (node.tag == "meta") {
      for (const std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
        const std::string name = lower(attribute(key));
        const auto row = std::ranges::lower_bound(kMeta, name, {}, &MetaRow::name);
        if (row != kMeta.end() && row->name == name) offer(row->field, attribute("content"));
      }
    } else if (node.tag == "script" && lower(attribute("type")) == "application/ld+json") {
      read_json_ld(page.text(i), offer);
    } else if (node.tag == "link" && lower(attribute("rel")) == "canonical") {
      offer(kCanonical, attribute("href"));
    } else if (node.tag == "time" && !normalised_date(attribute("datetime")).empty()) {
      offer(kTimeElement, attribute("datetime"));
    } else if (node.tag == "html") {
      offer(kHtmlLang, attribute("lang"));
    } else if (node.tag == "h1") {
      offer(kH1, page.text(i));
    } else if (node.tag == "title") {
      offer(kTitleElement, page.text(i));
    }
  }
  offer(kHost, host_of(record.value(Field::url)));
  if (record.has(Field::title)) {
    const std::string whole = record.value(Field::title);
    record.offer({Field::title, 0}, without_outlet(whole, record.value(Field::source)));
  }
}

}  // namespace entente
