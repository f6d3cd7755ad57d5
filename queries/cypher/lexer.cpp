// See lexer.h.
#include "queries/cypher/lexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "extract/text/utf8.h"
#include "queries/cypher/query_error.h"

namespace entente {

namespace {

constexpr std::array<std::string_view, 7> kPairs{"<=", ">=", "<>", "!=", "=~", "==", ".."};
constexpr std::string_view kSymbols = "()[]{}:,.|<>=-*;+/%^$";
constexpr std::array<std::string_view, 4> kCurlyQuotes{"“", "”", "‘", "’"};
constexpr std::array<std::pair<char, char>, 8> kEscapes{
    {{'\\', '\\'}, {'\'', '\''}, {'"', '"'}, {'n', '\n'}, {'t', '\t'}, {'r', '\r'}, {'b', '\b'}, {'f', '\f'}}};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool begins_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

/// How long the comment is that begins at a place; 0 where none does. One without an end goes to the end of the text.
std::size_t comment_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("//")) return std::min(rest.find('\n'), rest.size());
  if (!rest.starts_with("/*")) return 0;
  const std::size_t end = rest.find("*/", 2);
  return end == std::string_view::npos ? rest.size() : end + 2;
}

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  std::vector<QueryToken> tokens() {
    if (!valid_utf8(query_)) throw QueryError("", 0, "the query is not in UTF-8");
    while (true) {
      skip_blanks();
      begin_ = at_;
      if (at_ == query_.size()) break;
      read_token();
    }
    add(QueryToken::Kind::end, "");
    return std::move(tokens_);
  }

 private:
  [[noreturn]] void refuse(std::size_t at, const std::string& what) const { throw QueryError(query_, at, what); }

  [[nodiscard]] char here(std::size_t ahead = 0) const {
    return at_ + ahead < query_.size() ? query_[at_ + ahead] : '\0';
  }

  void add(QueryToken::Kind kind, std::string text) { tokens_.push_back({kind, std::move(text), begin_, at_}); }

  void skip_blanks() {
    while (at_ < query_.size()) {
      const std::size_t comment = comment_at(query_, at_);
      if (comment == 0 && !is_blank(query_[at_])) return;
      at_ += std::max<std::size_t>(comment, 1);
    }
  }

  void read_token() {
    const char c = here();
    if (c == '"' || c == '\'') return read_text(c);
    if (c == '`') return read_quoted_name();
    if (is_digit(c) || (c == '.' && is_digit(here(1)))) return read_number();
    for (const std::string_view quote : kCurlyQuotes) {
      if (query_.substr(at_).starts_with(quote)) refuse(at_, "quotes are straight here: \" or '");
    }
    if (begins_name(c)) return read_name();
    read_symbol();
  }

  void read_name() {
    while (begins_name(here()) || is_digit(here())) ++at_;
    add(QueryToken::Kind::name, std::string(query_.substr(begin_, at_ - begin_)));
  }

  void read_quoted_name() {
    const std::size_t end = query_.find('`', at_ + 1);
    if (end == std::string_view::npos) refuse(at_, "this ` has no second one");
    at_ = end + 1;
    add(QueryToken::Kind::quoted_name, std::string(query_.substr(begin_ + 1, end - begin_ - 1)));
  }

  void read_symbol() {
    for (const std::string_view pair : kPairs) {
      if (!query_.substr(at_).starts_with(pair)) continue;
      at_ += pair.size();
      return add(QueryToken::Kind::symbol, std::string(pair));
    }
    const char c = here();
    if (kSymbols.find(c) == std::string_view::npos) {
      const bool seen = c > ' ' && c < 0x7F;
      refuse(at_, seen ? fmt::format("'{}' means nothing here", c)
                       : fmt::format("the character U+{:04X} means nothing here", static_cast<unsigned>(c)));
    }
    ++at_;
    add(QueryToken::Kind::symbol, std::string(1, c));
  }

  /// 12, 0.5, .5, 1e3; "1..3" is a 1, then "..".
  void read_number() {
    const auto digits = [this] {
      while (is_digit(here())) ++at_;
    };
    digits();
    bool whole = true;
    if (here() == '.' && is_digit(here(1))) {
      whole = false;
      ++at_;
      digits();
    }
    const std::size_t sign = here(1) == '-' || here(1) == '+' ? 1 : 0;
    if ((here() == 'e' || here() == 'E') && is_digit(here(1 + sign))) {
      whole = false;
      at_ += 1 + sign;
      digits();
    }
    const std::string text(query_.substr(begin_, at_ - begin_));
    if (begins_name(here())) refuse(begin_, fmt::format("'{}{}...' is neither a number nor a name", text, here()));
    add(whole ? QueryToken::Kind::integer : QueryToken::Kind::number, text);
  }

  void read_text(char quote) {
    std::string text;
    for (++at_; here() != quote;) {
      if (at_ >= query_.size() || here() == '\n') refuse(begin_, "this quote has no second one in its line");
      if (here() == '\\') {
        read_escape(text);
      } else {
        text += query_[at_++];
      }
    }
    ++at_;
    add(QueryToken::Kind::text, std::move(text));
  }

  void read_escape(std::string& text) {
    const char c = here(1);
    const auto* escape = std::ranges::find(kEscapes, c, &std::pair<char, char>::first);
    if (escape != kEscapes.end()) {
      text += escape->second;
      at_ += 2;
      return;
    }
    std::uint32_t code = 0;
    const std::string_view hex = query_.substr(at_).substr(std::min<std::size_t>(2, query_.size() - at_), 4);
    const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
    const bool read = c == 'u' && hex.size() == 4 && error == std::errc() && end == hex.data() + 4;
    if (!read || (code >= 0xD800 && code < 0xE000)) {
      refuse(at_, "no escape; there are \\\\ \\\" \\' \\n \\t \\r \\b \\f and \\u with four hexadecimal digits");
    }
    append(text, static_cast<char32_t>(code));
    at_ += 6;
  }

  std::string_view query_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
  std::vector<QueryToken> tokens_;
};

}  // namespace

std::vector<QueryToken> tokens_of(std::string_view query) {
  return Lexer(query).tokens();
}

std::size_t end_of_query(std::string_view text) {
  char quote = '\0';
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != '\0') {
      if (c == '\\' && quote != '`') ++at;
      if (c == quote || c == '\n') quote = '\0';
    } else if (c == '"' || c == '\'' || c == '`') {
      quote = c;
    } else if (const std::size_t comment = comment_at(text, at); comment > 0) {
      at += comment - 1;
    } else if (c == ';') {
      return at;
    }
  }
  return std::string_view::npos;
}

}  // namespace entente
