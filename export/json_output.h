// What the formats in JSON share: values under columns, and evidence. Internal to export/, for RapidJSON shows.
#pragma once

#include <rapidjson/writer.h>

#include <cstdint>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/property_graph.h"
#include "export/text_output.h"

namespace entente {

/// Writes JSON to a stream, whole once the outermost object or array is closed. Invalid bytes of UTF-8 become U+FFFD.
class JsonOutput {
 public:
  explicit JsonOutput(std::ostream& out) : stream_(out), json_(stream_) {}

  void open_object() { json_.StartObject(); }
  void close_object() { json_.EndObject(); }
  void open_array() { json_.StartArray(); }
  void close_array() { json_.EndArray(); }
  void key(std::string_view name) { json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
  void string(std::string_view text);
  void number(double number) { json_.Double(number); }
  void integer(std::int64_t integer) { json_.Int64(integer); }
  void truth(bool truth) { json_.Bool(truth); }

  void member(std::string_view name, std::string_view text) {
    key(name);
    string(text);
  }
  /// A value by its type: an unknown one is null, an unknown list [].
  void value(const Column& column, const Field& value);
  void evidence(const std::vector<Evidence>& evidence);

  /// Begins a new line; between items of an array, too, JSON allows it.
  void new_line() {
    stream_.Put('\n');
    if (json_.IsComplete()) stream_.Flush();
  }
  /// Begins a new document.
  void reset() { json_.Reset(stream_); }

 private:
  void member_or_null(std::string_view name, std::string_view text);

  /// As RapidJSON would have it, which flushes at the end of a document.
  class Stream {
   public:
    using Ch = char;  // NOLINT(readability-identifier-naming)
    explicit Stream(std::ostream& out) : out_(out) {}
    void Put(char c) { out_ << c; }  // NOLINT(readability-identifier-naming)
    void Flush() { out_.flush(); }   // NOLINT(readability-identifier-naming)

   private:
    TextOutput out_;
  };

  Stream stream_;
  rapidjson::Writer<Stream> json_;
};

/// Whether a value is known: neither missing nor a number that is not finite.
[[nodiscard]] bool is_known(const Field& value);

}  // namespace entente
