// See page.h.
#include "export/page.h"

#include <stdexcept>
#include <streambuf>
#include <string>

extern "C" {
extern const char entente_page_begin[];  // NOLINT(readability-identifier-naming): made by cmake/embed.cmake
extern const char entente_page_end[];    // NOLINT(readability-identifier-naming)
}

namespace entente {

namespace {

constexpr std::string_view kConnect = "@connect@";
constexpr std::string_view kData = "@data@";

std::string_view page() {
  return {entente_page_begin, static_cast<std::size_t>(entente_page_end - entente_page_begin)};
}

/// Passes JSON on so that it can stand in HTML: '<', '>' and '&', which JSON has only within strings, as escapes, and
/// the line separators of Unicode likewise, which older JavaScript took for line ends.
class SafeInHtml final : public std::streambuf {
 public:
  explicit SafeInHtml(std::streambuf& out) : out_(out) {}

  /// Passes on what is held back; call at the end.
  void finish() {
    write(held_);
    held_.clear();
  }

 protected:
  int_type overflow(int_type character) override {
    if (traits_type::eq_int_type(character, traits_type::eof())) return traits_type::not_eof(character);
    put(traits_type::to_char_type(character));
    return character;
  }

 private:
  void put(char c) {
    constexpr std::string_view kSeparator = "\xE2\x80\xA8";
    held_ += c;
    if (held_ == kSeparator) {
      held_ = "\\u2028";
    } else if (held_ == "\xE2\x80\xA9") {
      held_ = "\\u2029";
    } else if (held_ == "\xE2" || held_ == "\xE2\x80") {
      return;
    } else if (held_.size() > 1 && c == '\xE2') {
      held_.pop_back();
      finish();
      held_ = c;
      return;
    } else if (c == '<' || c == '>' || c == '&') {
      held_.pop_back();
      held_ += c == '<' ? "\\u003c" : c == '>' ? "\\u003e" : "\\u0026";
    }
    finish();
  }

  void write(std::string_view text) { out_.sputn(text.data(), static_cast<std::streamsize>(text.size())); }

  std::streambuf& out_;
  std::string held_;  ///< the first bytes of what may be a line separator
};

/// The text up to a mark; the mark goes from the rest as well.
std::string_view cut_before(std::string_view& rest, std::string_view mark) {
  const std::size_t at = rest.find(mark);
  if (at == std::string_view::npos) throw std::logic_error("the page lacks the mark " + std::string(mark));
  const std::string_view before = rest.substr(0, at);
  rest.remove_prefix(at + mark.size());
  return before;
}

}  // namespace

bool has_page() {
  return !page().empty();
}

void write_page_around(std::string_view connect, const std::function<void(std::ostream&)>& data, std::ostream& out) {
  if (!has_page()) {
    throw std::runtime_error(
        "this program was built without its page for browsers, as Node.js and npm were not found or could not fetch "
        "the page's parts; install them (apt install nodejs npm), and build again with a network");
  }
  std::string_view rest = page();
  out << cut_before(rest, kConnect) << connect << cut_before(rest, kData);
  SafeInHtml safe(*out.rdbuf());
  std::ostream json(&safe);
  data(json);
  safe.finish();
  out << rest;
}

}  // namespace entente
