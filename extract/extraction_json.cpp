#include "extract/extraction_json.h"

#include <fmt/format.h>

#define RAPIDJSON_HAS_STDSTRING 1
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <stdexcept>

#include "extract/ontology.h"

namespace entente {
namespace {

constexpr std::string_view kSchema = "entente/extraction/1";

using Buffer = rapidjson::StringBuffer;
using JsonWriter = rapidjson::Writer<Buffer>;
using Json = rapidjson::Value;

// ---- writing

class LineWriter {
 public:
  LineWriter() : writer_(buffer_) { writer_.SetMaxDecimalPlaces(4); }

  std::string line(const Extraction& x, bool with_text) {
    writer_.StartObject();
    string("schema", kSchema);
    article(x.article, with_text);
    array("sentences", x.sentences, [this](const Span& s) { span(s); });
    array("entities", x.entities, [this](const Entity& e) { entity(e); });
    array("mentions", x.mentions, [this](const Mention& m) { mention(m); });
    array("relations", x.relations, [this, &x](const Relation& r) { relation(r, x); });
    array("events", x.events, [this](const Event& e) { event(e); });
    writer_.EndObject();
    return {buffer_.GetString(), buffer_.GetSize()};
  }

 private:
  void key(std::string_view k) { writer_.Key(k.data(), static_cast<rapidjson::SizeType>(k.size())); }
  void value(std::string_view v) { writer_.String(v.data(), static_cast<rapidjson::SizeType>(v.size())); }
  void string(std::string_view k, std::string_view v) {
    key(k);
    value(v);
  }
  void string_or_null(std::string_view k, std::string_view v) {
    key(k);
    if (v.empty()) {
      writer_.Null();
    } else {
      value(v);
    }
  }
  void index_or_null(std::string_view k, std::int32_t v) {
    key(k);
    if (v < 0) {
      writer_.Null();
    } else {
      writer_.Int(v);
    }
  }
  void flag(std::string_view k, bool v) {
    key(k);
    writer_.Bool(v);
  }
  void number(std::string_view k, double v) {
    key(k);
    writer_.Double(v);
  }
  void span(const Span& s) {
    writer_.StartArray();
    writer_.Uint(s.begin);
    writer_.Uint(s.end);
    writer_.EndArray();
  }
  void span(std::string_view k, const Span& s) {
    key(k);
    span(s);
  }
  template <typename Range, typename Write>
  void array(std::string_view k, const Range& range, Write write) {
    key(k);
    writer_.StartArray();
    for (const auto& each : range) write(each);
    writer_.EndArray();
  }

  void article(const Article& a, bool with_text) {
    key("article");
    writer_.StartObject();
    string("id", a.id);
    string_or_null("title", a.title);
    string_or_null("published", a.published);
    string_or_null("source", a.source);
    string_or_null("url", a.url);
    string_or_null("language", a.language);
    if (with_text) string("text", a.text);
    writer_.EndObject();
  }
  void entity(const Entity& e) {
    writer_.StartObject();
    string("kind", word(e.kind));
    string_or_null("type", e.type);
    string("name", e.name);
    string_or_null("key", e.key);
    flag("named", e.named);
    string_or_null("country", e.country);
    string_or_null("sector", e.sector);
    key("links");
    writer_.StartObject();
    string_or_null("iso3", e.links.iso3);
    string_or_null("wikidata", e.links.wikidata);
    string_or_null("cow", e.links.cow);
    writer_.EndObject();
    writer_.EndObject();
  }
  void mention(const Mention& m) {
    writer_.StartObject();
    key("begin");
    writer_.Uint(m.span.begin);
    key("end");
    writer_.Uint(m.span.end);
    string("form", word(m.form));
    string("kind", word(m.kind));
    index_or_null("entity", m.entity);
    writer_.EndObject();
  }
  void relation(const Relation& r, const Extraction& x) {
    const RelationType* type = ontology().relation(r.type);
    writer_.StartObject();
    string("type", r.type);
    const Kind object = r.object < 0 ? Kind::place : x.entities.at(static_cast<std::size_t>(r.object)).kind;
    string_or_null("property", type ? property_of(*type, object, r.role) : std::string_view{});
    flag("inverse", type && type->inverse);
    index_or_null("subject", r.subject);
    index_or_null("object", r.object);
    string_or_null("role", r.role);
    string_or_null("start", r.start);
    string_or_null("end", r.end);
    flag("negated", r.negated);
    flag("past", r.past);
    flag("background", r.background);
    span("evidence", r.evidence);
    number("confidence", r.confidence);
    string_or_null("rule", r.rule);
    writer_.EndObject();
  }
  void event(const Event& e) {
    writer_.StartObject();
    string("type", e.type);
    string_or_null("mode", e.mode);
    array("contexts", e.contexts, [this](const std::string& c) { value(c); });
    string_or_null("cameo", e.cameo);
    key("quad");
    writer_.Int(e.quad);
    number("intensity", e.intensity);
    string_or_null("date", e.date);
    string("date_precision", word(e.precision));
    index_or_null("place", e.place);
    array("source", e.sources, [this](std::int32_t i) { writer_.Int(i); });
    array("target", e.targets, [this](std::int32_t i) { writer_.Int(i); });
    span("trigger", e.trigger);
    span("evidence", e.evidence);
    string("modality", word(e.modality));
    index_or_null("attribution", e.attribution);
    number("confidence", e.confidence);
    string_or_null("rule", e.rule);
    writer_.EndObject();
  }

  Buffer buffer_;
  JsonWriter writer_;
};

// ---- reading

[[noreturn]] void wrong(std::string_view where, std::string_view what) {
  throw std::runtime_error(fmt::format("not an extraction line: {} {}", where, what));
}

const Json* member(const Json& object, const char* key) {
  const auto found = object.FindMember(key);
  return found == object.MemberEnd() || found->value.IsNull() ? nullptr : &found->value;
}

std::string string_of(const Json& object, const char* key) {
  const Json* v = member(object, key);
  if (!v) return {};
  if (!v->IsString()) wrong(fmt::format("'{}'", key), "must be a string");
  return {v->GetString(), v->GetStringLength()};
}

bool flag_of(const Json& object, const char* key) {
  const Json* v = member(object, key);
  if (v && !v->IsBool()) wrong(fmt::format("'{}'", key), "must be true or false");
  return v && v->GetBool();
}

double number_of(const Json& object, const char* key) {
  const Json* v = member(object, key);
  if (v && !v->IsNumber()) wrong(fmt::format("'{}'", key), "must be a number");
  return v ? v->GetDouble() : 0;
}

std::uint32_t offset_of(const Json& v, std::string_view where) {
  if (!v.IsUint()) wrong(where, "must hold whole numbers from 0 on");
  return v.GetUint();
}

Span span_in(const Json& v, std::string_view where) {
  if (!v.IsArray() || v.Size() != 2) wrong(where, "must be a pair [begin, end]");
  const Span span{offset_of(v[0], where), offset_of(v[1], where)};
  if (span.end < span.begin) wrong(where, "ends before it begins");
  return span;
}

Span span_of(const Json& object, const char* key) {
  const Json* v = member(object, key);
  return v ? span_in(*v, fmt::format("'{}'", key)) : Span{};
}

/// An index into entities; -1 where null.
std::int32_t index_in(const Json* v, std::size_t size, std::string_view where) {
  if (!v || v->IsNull()) return -1;
  if (!v->IsInt() || v->GetInt() < 0 || static_cast<std::size_t>(v->GetInt()) >= size) {
    wrong(where, fmt::format("must be an index into the {} entities", size));
  }
  return v->GetInt();
}

std::vector<std::int32_t> indices_of(const Json& object, const char* key, std::size_t size) {
  std::vector<std::int32_t> result;
  const Json* v = member(object, key);
  if (!v) return result;
  if (!v->IsArray()) wrong(fmt::format("'{}'", key), "must be an array of indices");
  for (const auto& each : v->GetArray()) result.push_back(index_in(&each, size, fmt::format("'{}'", key)));
  return result;
}

template <typename Value>
Value word_of(std::optional<Value> value, std::string_view key, std::string_view text) {
  if (!value) wrong(fmt::format("'{}'", key), fmt::format("has the unknown value '{}'", text));
  return *value;
}

template <typename Read>
void each_of(const Json& object, const char* key, Read read) {
  const Json* v = member(object, key);
  if (!v) return;
  if (!v->IsArray()) wrong(fmt::format("'{}'", key), "must be an array");
  for (const auto& item : v->GetArray()) read(item);
}

const Json& object_in(const Json& v, std::string_view where) {
  if (!v.IsObject()) wrong(where, "must hold objects");
  return v;
}

Entity entity_in(const Json& v) {
  Entity e;
  const std::string kind = string_of(object_in(v, "'entities'"), "kind");
  e.kind = word_of(kind_of(kind), "kind", kind);
  e.type = string_of(v, "type");
  e.name = string_of(v, "name");
  e.key = string_of(v, "key");
  e.country = string_of(v, "country");
  e.sector = string_of(v, "sector");
  if (const Json* links = member(v, "links")) {
    object_in(*links, "'links'");
    e.links = {string_of(*links, "iso3"), string_of(*links, "wikidata"), string_of(*links, "cow")};
  }
  e.named = !member(v, "named") || flag_of(v, "named");
  if (e.name.empty() || (e.named && e.key.empty())) wrong("an entity", "has no name or key");
  return e;
}

Mention mention_in(const Json& v, std::size_t entities) {
  Mention m;
  object_in(v, "'mentions'");
  const std::string form = string_of(v, "form");
  const std::string kind = string_of(v, "kind");
  m.form = word_of(form_of(form), "form", form);
  m.kind = word_of(kind_of(kind), "kind", kind);
  const Json* begin = member(v, "begin");
  const Json* end = member(v, "end");
  if (!begin || !end) wrong("a mention", "has no begin or end");
  m.span = {offset_of(*begin, "'begin'"), offset_of(*end, "'end'")};
  m.entity = index_in(member(v, "entity"), entities, "'entity'");
  return m;
}

Relation relation_in(const Json& v, std::size_t entities) {
  Relation r;
  r.type = string_of(object_in(v, "'relations'"), "type");
  if (!ontology().relation(r.type)) wrong("'type'", fmt::format("of a relation is unknown: '{}'", r.type));
  r.subject = index_in(member(v, "subject"), entities, "'subject'");
  r.object = index_in(member(v, "object"), entities, "'object'");
  if (r.subject < 0 || r.object < 0) wrong("a relation", "has no subject or object");
  r.role = string_of(v, "role");
  r.start = string_of(v, "start");
  r.end = string_of(v, "end");
  r.negated = flag_of(v, "negated");
  r.past = flag_of(v, "past");
  r.background = flag_of(v, "background");
  r.evidence = span_of(v, "evidence");
  r.confidence = number_of(v, "confidence");
  r.rule = string_of(v, "rule");
  return r;
}

Event event_in(const Json& v, std::size_t entities) {
  Event e;
  e.type = string_of(object_in(v, "'events'"), "type");
  if (!ontology().event(e.type)) wrong("'type'", fmt::format("of an event is unknown: '{}'", e.type));
  e.mode = string_of(v, "mode");
  each_of(v, "contexts", [&e](const Json& c) {
    if (!c.IsString()) wrong("'contexts'", "must hold strings");
    e.contexts.emplace_back(c.GetString(), c.GetStringLength());
  });
  e.cameo = string_of(v, "cameo");
  e.quad = static_cast<std::int32_t>(number_of(v, "quad"));
  e.intensity = number_of(v, "intensity");
  e.date = string_of(v, "date");
  const std::string precision = string_of(v, "date_precision");
  if (!precision.empty()) e.precision = word_of(date_precision_of(precision), "date_precision", precision);
  e.place = index_in(member(v, "place"), entities, "'place'");
  e.sources = indices_of(v, "source", entities);
  e.targets = indices_of(v, "target", entities);
  e.trigger = span_of(v, "trigger");
  e.evidence = span_of(v, "evidence");
  const std::string modality = string_of(v, "modality");
  if (!modality.empty()) e.modality = word_of(modality_of(modality), "modality", modality);
  e.attribution = index_in(member(v, "attribution"), entities, "'attribution'");
  e.confidence = number_of(v, "confidence");
  e.rule = string_of(v, "rule");
  return e;
}

Article article_in(const Json& v) {
  object_in(v, "'article'");
  Article a;
  a.id = string_of(v, "id");
  if (a.id.empty()) wrong("'article'", "has no id");
  a.title = string_of(v, "title");
  a.published = string_of(v, "published");
  a.source = string_of(v, "source");
  a.url = string_of(v, "url");
  a.language = string_of(v, "language");
  a.text = string_of(v, "text");
  return a;
}

}  // namespace

std::string to_json(const Extraction& extraction, bool with_text) {
  return LineWriter().line(extraction, with_text);
}

Extraction extraction_from_json(std::string_view line) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag>(line.data(), line.size());
  if (document.HasParseError()) {
    wrong("", fmt::format("{} at byte {}", rapidjson::GetParseError_En(document.GetParseError()),
                          document.GetErrorOffset()));
  }
  if (!document.IsObject()) wrong("the line", "must be a JSON object");
  if (const std::string schema = string_of(document, "schema"); schema != kSchema) {
    wrong("'schema'", fmt::format("is '{}', not '{}'", schema, kSchema));
  }
  const Json* article = member(document, "article");
  if (!article) wrong("the line", "has no 'article'");
  Extraction x;
  x.article = article_in(*article);
  each_of(document, "sentences", [&x](const Json& v) { x.sentences.push_back(span_in(v, "'sentences'")); });
  each_of(document, "entities", [&x](const Json& v) { x.entities.push_back(entity_in(v)); });
  const std::size_t n = x.entities.size();
  each_of(document, "mentions", [&x, n](const Json& v) { x.mentions.push_back(mention_in(v, n)); });
  each_of(document, "relations", [&x, n](const Json& v) { x.relations.push_back(relation_in(v, n)); });
  each_of(document, "events", [&x, n](const Json& v) { x.events.push_back(event_in(v, n)); });
  return x;
}

}  // namespace entente
