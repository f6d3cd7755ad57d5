// Tokens after the Universal Dependencies guidelines for English, from one pass over the characters.
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "extract/language/analysis.h"
#include "extract/language/sentence_words.h"
#include "extract/text/utf8.h"

namespace entente {
namespace {

enum class Class : std::uint8_t { space, letter, digit, mark };

Class class_of(char32_t c) {
  if (c < 0x80) {
    const auto ascii = static_cast<unsigned char>(c);
    if (std::isalpha(ascii)) return Class::letter;
    if (std::isdigit(ascii)) return Class::digit;
    return std::isspace(ascii) ? Class::space : Class::mark;
  }
  const auto u = static_cast<UChar32>(c);
  if (u_isUWhiteSpace(u)) return Class::space;
  if (u_isalpha(u) || u_charType(u) == U_NON_SPACING_MARK || u_charType(u) == U_COMBINING_SPACING_MARK)
    return Class::letter;
  return u_isdigit(u) ? Class::digit : Class::mark;
}

bool apostrophe(char32_t c) {
  return c == U'\'' || c == U'\u2019';
}

/// Walks characters with one of look-ahead.
class Cursor {
 public:
  Cursor(std::string_view text, std::size_t at, std::size_t end) : text_(text.substr(0, end)), at_(at) { peek(); }
  [[nodiscard]] bool done() const { return at_ >= text_.size(); }
  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] char32_t now() const { return now_; }
  [[nodiscard]] char32_t next() const {
    std::size_t after = after_;
    return after < text_.size() ? decode(text_, after) : U' ';
  }
  void move() {
    at_ = after_;
    peek();
  }

 private:
  void peek() {
    after_ = at_;
    now_ = done() ? U' ' : decode(text_, after_);
  }
  std::string_view text_;
  std::size_t at_;
  std::size_t after_ = 0;
  char32_t now_ = U' ';
};

/// A word: letters and digits; full stops within an acronym ("U.S.") or number; apostrophes between letters.
void read_word(Cursor& cursor) {
  bool acronym = true;  // so far letters parted by full stops, one by one
  std::size_t run = 0;  // letters or digits since the last full stop
  while (!cursor.done()) {
    const char32_t c = cursor.now();
    const Class kind = class_of(c);
    if (kind == Class::letter || kind == Class::digit) {
      ++run;
      if (run > 1) acronym = false;
    } else if (c == U'.' && acronym && run == 1 && class_of(cursor.next()) == Class::letter) {
      run = 0;
    } else if (apostrophe(c) && class_of(cursor.next()) == Class::letter && run > 0) {
      acronym = false;
    } else {
      break;
    }
    cursor.move();
  }
}

/// "303-832-8160", of which the first digits have been read.
bool telephone(std::string_view rest) {
  constexpr std::string_view kShape = "-000-0000";
  return rest.size() >= kShape.size() && std::equal(kShape.begin(), kShape.end(), rest.begin(), [](char shape, char c) {
           return shape == '-' ? c == '-' : std::isdigit(static_cast<unsigned char>(c)) != 0;
         });
}

void read_number(Cursor& cursor) {
  while (!cursor.done()) {
    const char32_t c = cursor.now();
    const Class kind = class_of(c);
    const bool part = (c == U'.' || c == U',' || c == U':' || c == U'/') && class_of(cursor.next()) == Class::digit;
    if (kind != Class::digit && kind != Class::letter && !part) break;
    cursor.move();
  }
}

/// Runs of the same sign that are one token: "...", "--", "!!", "***".
void read_mark(Cursor& cursor) {
  const char32_t c = cursor.now();
  cursor.move();
  if (std::u32string_view(U".-!?*_=~").find(c) == std::u32string_view::npos) return;
  while (!cursor.done() && cursor.now() == c) cursor.move();
}

bool starts_link(std::string_view rest) {
  return rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
}

/// To the next space; a full stop or comma at its end is the sentence's.
void read_link(Cursor& cursor) {
  const auto ends = [](char32_t c) {
    return class_of(c) == Class::space || std::u32string_view(U")\"\u201D").find(c) != std::u32string_view::npos;
  };
  const auto stop = [](char32_t c) { return std::u32string_view(U".,;:!?").find(c) != std::u32string_view::npos; };
  while (!cursor.done() && !ends(cursor.now()) && !(stop(cursor.now()) && ends(cursor.next()))) cursor.move();
}

/// "desk@paper.org", "paper.org": where an address that begins here ends; `begin` where none does.
std::size_t address_end(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::array<std::string_view, 10> kDomains{"com", "org",  "net", "edu", "gov",
                                                      "int", "info", "uk",  "eu",  "io"};
  const auto within = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '-' || c == '_' || c == '+' || c == '@';
  };
  std::size_t last = begin;
  while (last < end && within(text[last])) ++last;
  while (last > begin && !std::isalnum(static_cast<unsigned char>(text[last - 1]))) --last;
  const std::string_view address = text.substr(begin, last - begin);
  const std::size_t dot = address.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return begin;
  if (address.find('@') != std::string_view::npos) return address.find('@') < dot ? last : begin;
  const bool domain = std::ranges::find(kDomains, address.substr(dot + 1)) != kDomains.end();
  return domain && address.find("..") == std::string_view::npos ? last : begin;
}

/// "pre-pandemic", "e-mail": a part before a hyphen that is no word by itself, before small letters.
bool bound_prefix(std::string_view lower) {
  constexpr std::array<std::string_view, 12> kPrefixes{"counter", "e",   "inter", "mis",  "multi", "non",
                                                       "post",    "pre", "re",    "semi", "sub",   "ultra"};
  return std::ranges::find(kPrefixes, lower) != kPrefixes.end();
}

Token make_token(std::string_view text, std::size_t begin, std::size_t end, bool spaced) {
  Token token;
  token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  token.spaced = spaced;
  std::size_t at = begin;
  std::size_t letters = 0;
  std::size_t capitals = 0;
  bool first = true;
  while (at < end) {
    const char32_t c = decode(text, at);
    const bool is_letter = class_of(c) == Class::letter;
    const bool is_capital = u_isupper(static_cast<UChar32>(c)) != 0;
    if (first) {
      token.word = is_letter;
      token.capital = is_capital;
      first = false;
    }
    letters += is_letter ? 1 : 0;
    capitals += is_capital ? 1 : 0;
    append(token.lower, apostrophe(c) ? U'\'' : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
  }
  token.all_caps = letters >= 2 && letters == capitals;
  return token;
}

/// Parts a word at its clitic: "China's" -> "China" "'s", "don't" -> "do" "n't". Gives the byte where the clitic
/// begins.
std::size_t clitic_at(std::string_view text, std::size_t begin, std::size_t end) {
  const Token whole = make_token(text, begin, end, false);
  const std::string_view lower = whole.lower;
  constexpr std::array<std::string_view, 6> kClitics{"'s", "'re", "'ve", "'ll", "'d", "'m"};
  const std::size_t extra = (end - begin) - lower.size();  // a typographic apostrophe takes two bytes more
  for (const auto clitic : kClitics) {
    if (lower.size() > clitic.size() && lower.ends_with(clitic)) return end - clitic.size() - extra;
  }
  if (lower.size() > 3 && lower.ends_with("n't") && extra <= 2) return end - 3 - extra;
  if (lower == "cannot" || lower == "gonna" || lower == "gotta" || lower == "wanna") return begin + 3;
  return end;
}

}  // namespace

void tokenise(std::string_view text, ByteSpan stretch, std::vector<Token>& tokens) {
  Cursor cursor(text, stretch.begin, stretch.end);
  bool spaced = true;
  const auto push = [&](std::size_t begin, std::size_t end) {
    if (begin == end) return;
    tokens.push_back(make_token(text, begin, end, spaced));
    spaced = false;
  };
  while (!cursor.done()) {
    const std::size_t begin = cursor.at();
    const Class kind = class_of(cursor.now());
    if (kind == Class::space) {
      spaced = true;
      cursor.move();
    } else if (kind == Class::letter && starts_link(text.substr(begin, stretch.end - begin))) {
      read_link(cursor);
      push(begin, cursor.at());
    } else if (const std::size_t address = kind == Class::letter ? address_end(text, begin, stretch.end) : begin;
               address > begin) {
      while (cursor.at() < address) cursor.move();
      push(begin, address);
    } else if (kind == Class::letter) {
      read_word(cursor);
      const bool joins = cursor.now() == U'-' && u_islower(static_cast<UChar32>(cursor.next())) != 0;
      if (joins && bound_prefix(make_token(text, begin, cursor.at(), false).lower)) {
        cursor.move();
        read_word(cursor);
      }
      if (cursor.now() == U'.' && !cursor.done() && cursor.next() != U'.' &&
          keeps_full_stop(text.substr(begin, cursor.at() - begin))) {
        cursor.move();
      }
      const std::size_t clitic = clitic_at(text, begin, cursor.at());
      push(begin, clitic);
      push(clitic, cursor.at());
    } else if (kind == Class::digit) {
      read_number(cursor);
      if (cursor.at() - begin == 3 && telephone(text.substr(cursor.at(), stretch.end - cursor.at()))) {
        cursor.move();
        read_number(cursor);
        cursor.move();
        read_number(cursor);
      }
      push(begin, cursor.at());
    } else if (apostrophe(cursor.now()) && begin > stretch.begin && !spaced && tokens.back().lower.ends_with("s") &&
               (class_of(cursor.next()) != Class::letter)) {
      cursor.move();  // the possessive of a plural: "nations'"
      push(begin, cursor.at());
    } else {
      read_mark(cursor);
      push(begin, cursor.at());
    }
  }
}

}  // namespace entente
