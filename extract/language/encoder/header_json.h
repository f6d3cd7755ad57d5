// Values out of the JSON of a model file's header; all throw std::runtime_error saying what is missing or malformed.
#pragma once

#include <fmt/format.h>
#include <rapidjson/document.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace entente::encoder {

using Json = rapidjson::Value;

inline const Json& member(const Json& object, const char* key) {
  const auto found = object.IsObject() ? object.FindMember(key) : Json::ConstMemberIterator{};
  if (!object.IsObject() || found == object.MemberEnd()) {
    throw std::runtime_error(fmt::format("its header has no '{}'", key));
  }
  return found->value;
}

[[noreturn]] inline void malformed(const char* key, std::string_view wanted) {
  throw std::runtime_error(fmt::format("'{}' of its header is not {}", key, wanted));
}

inline std::string text(const Json& value, const char* key) {
  if (!value.IsString()) malformed(key, "a text");
  return {value.GetString(), value.GetStringLength()};
}

inline std::string text_or_nothing(const Json& object, const char* key) {
  if (!object.IsObject() || !object.HasMember(key) || !object[key].IsString()) return {};
  return text(object[key], key);
}

inline std::uint64_t number(const Json& value, const char* key) {
  if (!value.IsUint64()) malformed(key, "a whole number");
  return value.GetUint64();
}

inline std::uint32_t small_number(const Json& value, const char* key) {
  if (!value.IsUint()) malformed(key, "a whole number below 2^32");
  return value.GetUint();
}

/// A list of values read by `read`.
template <class Read>
auto list(const Json& value, const char* key, Read read) {
  if (!value.IsArray()) malformed(key, "a list");
  std::vector<decltype(read(value, key))> values;
  values.reserve(value.Size());
  for (const Json& each : value.GetArray()) values.push_back(read(each, key));
  return values;
}

template <class Read>
auto list_of(const Json& object, const char* key, Read read) {
  return list(member(object, key), key, read);
}

}  // namespace entente::encoder
