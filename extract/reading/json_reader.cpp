// JSON documents of any length and JSON Lines. A document is walked value by value down to the array that holds the
// articles; only what is no such array is ever held as a whole.
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <string>

#include "extract/reading/byte_source.h"
#include "extract/reading/json_record.h"
#include "extract/reading/lines.h"
#include "extract/reading/readers.h"

namespace entente {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// The place of byte `at` of a text that begins at `start`.
FilePosition place_in(std::string_view text, std::size_t at, FilePosition start) {
  const std::string_view before = text.substr(0, at);
  const auto breaks = static_cast<std::uint64_t>(std::ranges::count(before, '\n'));
  if (breaks == 0) return {start.line, start.column + at};
  return {start.line + breaks, before.size() - before.rfind('\n')};
}

/// Makes articles of single objects and says what is wrong with others.
class ObjectReader {
 public:
  ObjectReader(Delivery& delivery, std::string_view unit) : delivery_(delivery), unit_(unit) {}

  /// False where the object is no article but holds an array of articles.
  bool read(std::string_view json, FilePosition start, bool alone) {
    if (const auto error = parser_.parse(json, record_)) {
      complain(*error, place_in(json, error->at, start));
      return true;
    }
    if (parser_.findings().extraction_line) {
      delivery_.extraction_line(json, start);
      return true;
    }
    if (deliver(record_, delivery_, start, {.alone = alone, .may_hold_html = true})) return true;
    if (parser_.findings().article_array) return false;
    delivery_.lost(start,
                   fmt::format("no text (keys: {}); the {} was skipped (call the text's key text, body or content)",
                               json_keys(json), unit_));
    return true;
  }

 private:
  void complain(const JsonError& error, FilePosition at) {
    delivery_.lost(at,
                   fmt::format("not valid JSON ({} at column {}); the {} was skipped", error.what, at.column, unit_));
  }

  Delivery& delivery_;
  std::string_view unit_;
  JsonRecordParser parser_;
  ArticleRecord record_;
};

/// A walk through JSON text of any length.
class Walk {
 public:
  Walk(Window& window, FilePosition start) : window_(window), place_(start) {}

  /// The next character that is no white space, not consumed; '\0' at the end.
  char peek() {
    while (true) {
      const std::string_view data = window_.data();
      const auto begin = std::ranges::find_if_not(data, is_space);
      pass(static_cast<std::size_t>(begin - data.begin()), nullptr);
      if (!window_.data().empty()) return window_.data().front();
      if (!window_.fill()) return '\0';
    }
  }
  /// Consumes the character that peek() showed.
  void pass_one(std::string* copy) { pass(1, copy); }

  enum class Extent : std::uint8_t { whole, cut_short, too_long };

  /// Appends the next value, from its first to its last character, to `out`.
  Extent take_value(std::string& out);

  [[nodiscard]] FilePosition place() const { return place_; }
  [[nodiscard]] bool broken_off() const { return !window_.trouble().empty(); }
  /// The character after the next that is no white space, consuming nothing; '\0' where it is far.
  char second();

 private:
  void pass(std::size_t size, std::string* copy) {
    const std::string_view passed = window_.data().substr(0, size);
    if (copy != nullptr) copy->append(passed);
    place_ = place_in(passed, passed.size(), place_);
    window_.consume(size);
  }

  Window& window_;
  FilePosition place_;
};

/// Where a value ends, followed from byte to byte.
class ValueEnd {
 public:
  /// Looks at more bytes; gives how many of them belong to the value. `ended()` says whether it ends there.
  std::size_t follow(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      if (in_string_) {
        i = follow_string(bytes, i);
        if (in_string_) return bytes.size();
        if (depth_ == 0) return finish(i + 1);
        continue;
      }
      const char c = bytes[i];
      if (c == '"') {
        in_string_ = true;
      } else if (c == '{' || c == '[') {
        ++depth_;
      } else if (depth_ == 0) {
        if (c == ',' || c == '}' || c == ']' || c == ':' || is_space(c)) return finish(i);
      } else if ((c == '}' || c == ']') && --depth_ == 0) {
        return finish(i + 1);
      }
    }
    return bytes.size();
  }
  [[nodiscard]] bool ended() const { return ended_; }
  /// A number or word may end with the text.
  [[nodiscard]] bool open() const { return in_string_ || depth_ > 0; }

 private:
  /// From within a string to its closing quote.
  std::size_t follow_string(std::string_view bytes, std::size_t i) {
    for (; i < bytes.size(); ++i) {
      if (escaped_) {
        escaped_ = false;
      } else if (bytes[i] == '\\') {
        escaped_ = true;
      } else if (bytes[i] == '"') {
        in_string_ = false;
        return i;
      }
    }
    return i;
  }
  std::size_t finish(std::size_t size) {
    ended_ = true;
    return size;
  }

  std::size_t depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
  bool ended_ = false;
};

Walk::Extent Walk::take_value(std::string& out) {
  ValueEnd end;
  const std::size_t before = out.size();
  while (true) {
    pass(end.follow(window_.data()), &out);
    if (end.ended()) return Extent::whole;
    if (out.size() - before > kMaxRecordBytes) return Extent::too_long;
    if (!window_.fill()) return end.open() ? Extent::cut_short : Extent::whole;
  }
}

char Walk::second() {
  constexpr std::size_t kFar = 4096;
  while (true) {
    const std::string_view data = window_.data();
    const std::size_t at = data.find_first_not_of(" \t\r\n", 1);
    if (at != std::string_view::npos) return data[at];
    if (data.size() > kFar || !window_.fill()) return '\0';
  }
}

class DocumentReader {
 public:
  DocumentReader(Window& window, Delivery& delivery, FilePosition start, bool may_be_alone)
      : walk_(window, start), delivery_(delivery), objects_(delivery, "object"), alone_(may_be_alone) {}

  void read() {
    while (!stopped_ && walk_.peek() != '\0') {
      const char c = walk_.peek();
      if (c == '[') {
        alone_ = false;
        read_array();
      } else if (c == '{') {
        read_outermost_object();
      } else if (c == ',') {
        walk_.pass_one(nullptr);
      } else {
        return stop("not an object or array");
      }
    }
  }

 private:
  static constexpr int kMaxWrappers = 4;

  void stop(std::string_view why) {
    stopped_ = true;
    if (walk_.broken_off()) return;  // said by whoever opened the file
    const FilePosition at = walk_.place();
    delivery_.lost(at,
                   fmt::format("not valid JSON ({} at column {}); the rest of the file was skipped", why, at.column));
  }

  bool take_value(std::string& out) {
    const FilePosition begin = walk_.place();
    switch (walk_.take_value(out)) {
      case Walk::Extent::whole:
        return true;
      case Walk::Extent::too_long:
        stopped_ = true;
        delivery_.lost(begin, "the value that begins here is longer than 64 MiB; the rest of the file was skipped");
        return false;
      case Walk::Extent::cut_short:
        stop(fmt::format("the value that begins in line {} is not closed", begin.line));
        return false;
    }
    return false;
  }

  void read_array() {
    walk_.pass_one(nullptr);
    while (!stopped_) {
      const char c = walk_.peek();
      if (c == '\0') return stop("an array is not closed");
      if (c == ',' || c == ']') {
        walk_.pass_one(nullptr);
        if (c == ']') return;
        continue;
      }
      if (c == '}' || c == ':') return stop("missing a comma or ]");
      read_element();
    }
  }

  void read_element() {
    const FilePosition begin = walk_.place();
    value_.clear();
    if (!take_value(value_)) return;
    if (!objects_.read(value_, begin, false)) {
      delivery_.lost(begin, "no text, only an array within the array; the object was skipped");
    }
  }

  void read_outermost_object() {
    const FilePosition begin = walk_.place();
    std::string own;
    const bool had_articles = read_object(own, 0);
    if (stopped_) return;
    const bool alone = alone_ && walk_.peek() == '\0' && !walk_.broken_off();
    alone_ = false;
    if (!had_articles || has_text(own)) objects_.read(own, begin, alone);
  }

  /// Whether an object that had an array of articles is an article itself.
  static bool has_text(std::string_view json) {
    ArticleRecord record;
    JsonRecordParser parser;
    return !parser.parse(json, record) && record.has(Field::text);
  }

  bool within_limit(std::string_view own) {
    if (own.size() <= kMaxRecordBytes) return true;
    stopped_ = true;
    delivery_.lost(walk_.place(), "the object is longer than 64 MiB; the rest of the file was skipped");
    return false;
  }

  /// Reads the arrays of articles within an object; gives all else of it in `own`, with the arrays empty. Whether it
  /// had one.
  bool read_object(std::string& own, int wrappers) {
    bool had_articles = false;
    walk_.pass_one(&own);
    while (!stopped_ && within_limit(own)) {
      const char c = peek_into(own);
      if (c == '}' || c == ',') {
        walk_.pass_one(&own);
        if (c == '}') break;
        continue;
      }
      if (c != '"') {
        stop(c == '\0' ? "an object is not closed" : "missing a key in double quotes");
        break;
      }
      std::string key;
      if (!take_value(key)) break;
      own += key;
      if (peek_into(own) != ':') {
        stop("missing a colon behind a key");
        break;
      }
      walk_.pass_one(&own);
      had_articles |= read_member(key.substr(1, key.size() - 2), own, wrappers);
    }
    return had_articles;
  }

  bool read_member(std::string_view key, std::string& own, int wrappers) {
    const char c = peek_into(own);
    if (c == '[' && holds_articles(key) && walk_.second() == '{') {
      alone_ = false;
      own += "[]";
      read_array();
      return true;
    }
    if (c == '{' && is_wrapper(key) && wrappers < kMaxWrappers) return read_object(own, wrappers + 1);
    take_value(own);
    return false;
  }

  /// Keeps the line breaks between values, so that places within `own` are those of the file.
  char peek_into(std::string& own) {
    constexpr std::uint64_t kMost = 65536;  ///< of white space in a row; beyond it, places are no longer exact
    const FilePosition before = walk_.place();
    const char c = walk_.peek();
    const FilePosition after = walk_.place();
    const std::uint64_t column = after.line == before.line ? before.column : 1;
    own.append(std::min(after.line - before.line, kMost), '\n');
    own.append(std::min(after.column - column, kMost), ' ');
    return c;
  }

  Walk walk_;
  Delivery& delivery_;
  ObjectReader objects_;
  std::string value_;
  bool alone_;
  bool stopped_ = false;
};

}  // namespace

void read_json(Window& window, Delivery& delivery) {
  DocumentReader(window, delivery, {1, 1}, true).read();
}

void read_json_lines(Window& window, Delivery& delivery) {
  Lines lines(window);
  ObjectReader objects(delivery, "line");
  while (lines.next()) {
    const FilePosition place{lines.number(), 1};
    if (lines.too_long()) {
      delivery.lost(place, "longer than 64 MiB; the line was skipped");
      continue;
    }
    if (lines.unended() && !window.trouble().empty()) return;
    const std::string_view line = lines.line();
    if (line.find_first_not_of(" \t\r") == std::string_view::npos || objects.read(line, place, false)) continue;
    Window within(open_memory(line));
    DocumentReader(within, delivery, place, false).read();
  }
}

}  // namespace entente
