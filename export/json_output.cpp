// See json_output.h.
#include "export/json_output.h"

#include <cmath>

#include "extract/text/utf8.h"

namespace entente {

void JsonOutput::string(std::string_view text) {
  if (valid_utf8(text)) {
    json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    return;
  }
  const std::string repaired = repaired_utf8(text);
  json_.String(repaired.data(), static_cast<rapidjson::SizeType>(repaired.size()));
}

void JsonOutput::value(const Column& column, const Field& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    string(*text);
  } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    json_.Int64(*integer);
  } else if (const auto* number = std::get_if<double>(&value); number != nullptr && std::isfinite(*number)) {
    json_.Double(*number);
  } else if (const auto* truth = std::get_if<bool>(&value)) {
    json_.Bool(*truth);
  } else if (column.type == FieldType::list) {
    json_.StartArray();
    if (const auto* list = std::get_if<std::vector<std::string>>(&value)) {
      for (const std::string& item : *list) string(item);
    }
    json_.EndArray();
  } else {
    json_.Null();
  }
}

void JsonOutput::evidence(const std::vector<Evidence>& evidence) {
  json_.StartArray();
  for (const Evidence& statement : evidence) {
    json_.StartObject();
    member("article", statement.article);
    member_or_null("title", statement.title);
    member_or_null("source", statement.source);
    member_or_null("published", statement.published);
    member_or_null("url", statement.url);
    key("begin");
    json_.Uint(statement.span.begin);
    key("end");
    json_.Uint(statement.span.end);
    member("text", statement.text);
    key("denies");
    json_.Bool(statement.denies);
    json_.EndObject();
  }
  json_.EndArray();
}

void JsonOutput::member_or_null(std::string_view name, std::string_view text) {
  key(name);
  if (text.empty()) {
    json_.Null();
  } else {
    string(text);
  }
}

bool is_known(const Field& value) {
  if (const auto* number = std::get_if<double>(&value)) return std::isfinite(*number);
  return !std::holds_alternative<std::monostate>(value);
}

}  // namespace entente
