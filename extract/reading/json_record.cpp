// RapidJSON's event parser, without recursion, so that no nesting can exhaust the stack.
#include "extract/reading/json_record.h"

#ifdef __SSE2__
#define RAPIDJSON_SSE2
#endif
#include <fmt/format.h>
#include <rapidjson/error/error.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <array>
#include <vector>

namespace entente {
namespace {

constexpr unsigned kFlags =
    rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseNanAndInfFlag;
constexpr std::string_view kExtractionSchema = "entente/extraction/";
constexpr std::size_t kVector = 16;       ///< bytes that the parser may look at behind the text's end at once
constexpr std::uint8_t kNestedRank = 32;  ///< added for each wrapper around a field: the outer one is preferred

/// Keys under which an object gives the text of a value: {"source": {"name": ...}}, {"title": {"rendered": ...}}.
constexpr auto kValueKeys = std::to_array<std::string_view>(
    {"#text", "$date", "$oid", "default", "main", "name", "rendered", "text", "title", "value"});
static_assert(std::ranges::is_sorted(kValueKeys));

class RecordHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, RecordHandler> {
 public:
  RecordHandler(ArticleRecord& record, JsonFindings& findings) : record_(record), findings_(findings) {
    levels_.reserve(16);
  }

  bool Default() { return value_read(); }
  bool Null() { return value_read(); }
  bool Bool(bool /*value*/) { return value_read(); }

  bool String(const char* data, rapidjson::SizeType size, bool /*copy*/) {
    const std::string_view value(data, size);
    if (pending_schema_ && value.starts_with(kExtractionSchema)) {
      findings_.extraction_line = true;
      return false;
    }
    if (!levels_.empty() && levels_.back().role == Role::paragraphs) {
      if (!paragraphs_.empty()) paragraphs_ += "\n\n";
      paragraphs_ += value;
    } else if (pending_) {
      record_.offer(*pending_, value);
    }
    return value_read();
  }

  bool RawNumber(const char* data, rapidjson::SizeType size, bool /*copy*/) {
    if (pending_ && (pending_->field == Field::id || pending_->field == Field::published)) {
      record_.offer(*pending_, {data, size});
    }
    return value_read();
  }

  bool Key(const char* data, rapidjson::SizeType size, bool /*copy*/) {
    const std::string_view key(data, size);
    const Level& level = levels_.back();
    if (level.role == Role::fields) {
      pending_ = field_of(key);
      if (pending_) pending_->rank = static_cast<std::uint8_t>(pending_->rank + level.wrappers * kNestedRank);
      pending_wrapper_ = is_wrapper(key) && level.wrappers < 3;
      pending_array_ = holds_articles(key);
      pending_schema_ = levels_.size() == 1 && key == "schema";
    } else if (level.role == Role::value && std::ranges::binary_search(kValueKeys, key)) {
      pending_ = level.field;
    }
    return true;
  }

  bool StartObject() {
    if (!levels_.empty() && levels_.back().of_articles) findings_.article_array = true;
    Level level;
    if (levels_.empty()) {
      level.role = Role::fields;
    } else if (pending_wrapper_) {
      level.role = Role::fields;
      level.wrappers = static_cast<std::uint8_t>(levels_.back().wrappers + 1);
    } else if (pending_) {
      level.role = Role::value;
      level.field = *pending_;
    }
    return enter(level);
  }
  bool EndObject(rapidjson::SizeType /*members*/) { return leave(); }

  bool StartArray() {
    Level level;
    if (pending_ && pending_->field == Field::text) {
      level.role = Role::paragraphs;
      level.field = *pending_;
      paragraphs_.clear();
    }
    level.of_articles = pending_array_;
    return enter(level);
  }
  bool EndArray(rapidjson::SizeType elements) {
    if (levels_.back().of_articles && elements == 0) findings_.article_array = true;
    if (levels_.back().role == Role::paragraphs) record_.offer(levels_.back().field, paragraphs_);
    return leave();
  }

  [[nodiscard]] bool too_deep() const { return levels_.size() > kMaxJsonDepth; }

 private:
  enum class Role : std::uint8_t { ignored, fields, value, paragraphs };
  struct Level {
    Role role = Role::ignored;
    std::uint8_t wrappers = 0;
    bool of_articles = false;
    FieldKey field;
  };

  bool value_read() {
    pending_.reset();
    pending_wrapper_ = pending_array_ = pending_schema_ = false;
    return true;
  }
  bool enter(const Level& level) {
    levels_.push_back(level);
    value_read();
    return !too_deep();
  }
  bool leave() {
    levels_.pop_back();
    return value_read();
  }

  ArticleRecord& record_;
  JsonFindings& findings_;
  std::vector<Level> levels_;
  std::string paragraphs_;
  std::optional<FieldKey> pending_;
  bool pending_wrapper_ = false;
  bool pending_array_ = false;
  bool pending_schema_ = false;
};

/// Collects the keys of the outermost object.
class KeyHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, KeyHandler> {
 public:
  bool Key(const char* data, rapidjson::SizeType size, bool /*copy*/) {
    if (depth_ == 1) keys_.push_back(quoted({data, size}));
    return keys_.size() < 20;
  }
  bool StartObject() { return ++depth_ < kMaxJsonDepth; }
  bool EndObject(rapidjson::SizeType /*members*/) { return --depth_ > 0; }
  bool StartArray() { return ++depth_ < kMaxJsonDepth; }
  bool EndArray(rapidjson::SizeType /*elements*/) { return --depth_ > 0; }
  [[nodiscard]] const std::vector<std::string>& keys() const { return keys_; }

 private:
  std::size_t depth_ = 0;
  std::vector<std::string> keys_;
};

/// What a user understands of a parser's error.
std::string_view in_words(rapidjson::ParseErrorCode code) {
  switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
      return "nothing there";
    case rapidjson::kParseErrorDocumentRootNotSingular:
      return "more text behind the value";
    case rapidjson::kParseErrorValueInvalid:
      return "no valid value";
    case rapidjson::kParseErrorObjectMissName:
      return "missing a key in double quotes";
    case rapidjson::kParseErrorObjectMissColon:
      return "missing a colon behind a key";
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
      return "missing a comma or }";
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
      return "missing a comma or ]";
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
      return "no four hex digits behind \\u";
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
      return "half of a surrogate pair in a \\u escape";
    case rapidjson::kParseErrorStringEscapeInvalid:
      return "an unknown escape behind a backslash";
    case rapidjson::kParseErrorStringMissQuotationMark:
      return "missing the closing quote of a string";
    case rapidjson::kParseErrorStringInvalidEncoding:
      return "a raw line break, tab or control character in a string";
    default:
      return "no valid number";
  }
}

}  // namespace

std::optional<JsonError> JsonRecordParser::parse(std::string_view json, ArticleRecord& record) {
  record.clear();
  findings_ = {};
  if (json.find_first_not_of(" \t\r\n") == std::string_view::npos) return JsonError{"nothing there", 0};
  if (json[json.find_first_not_of(" \t\r\n")] != '{') return JsonError{"not an object in { }", 0};
  if (const std::size_t zero = json.find('\0'); zero != std::string_view::npos) return JsonError{"a zero byte", zero};
  scratch_.assign(json);
  scratch_.append(kVector, '\0');
  rapidjson::InsituStringStream stream(scratch_.data());
  rapidjson::Reader reader;
  RecordHandler handler(record, findings_);
  reader.Parse<kFlags | rapidjson::kParseInsituFlag>(stream, handler);
  if (!reader.HasParseError() || findings_.extraction_line) return std::nullopt;
  const std::size_t at = std::min(reader.GetErrorOffset(), json.size());
  if (reader.GetParseErrorCode() == rapidjson::kParseErrorTermination) {
    return JsonError{fmt::format("nested deeper than {} levels", kMaxJsonDepth), at};
  }
  const bool control = at < json.size() && static_cast<unsigned char>(json[at]) < 0x20U;
  const auto code = reader.GetParseErrorCode() == rapidjson::kParseErrorStringEscapeInvalid && control
                        ? rapidjson::kParseErrorStringInvalidEncoding
                        : reader.GetParseErrorCode();
  return JsonError{std::string(in_words(code)), at};
}

std::string json_keys(std::string_view json) {
  std::string text(json);
  text.append(kVector, '\0');
  rapidjson::StringStream stream(text.c_str());
  rapidjson::Reader reader;
  KeyHandler handler;
  reader.Parse<kFlags>(stream, handler);
  return handler.keys().empty() ? "none" : fmt::format("{}", fmt::join(handler.keys(), ", "));
}

}  // namespace entente
