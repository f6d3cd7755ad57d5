// Tokens after the Universal Dependencies guidelines for English, from one pass over the characters.
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "extract/language/analysis.h"
#include "extract/language/sentence_words.h"
#include "extract/text/common_words.h"
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

/// How long the number of several parts is, "303-832-8160" or "11-20-2000", that `rest` begins with; 0 where none.
std::size_t joined_number(std::string_view rest) {
  constexpr std::array<std::string_view, 6> kShapes{"0-000-000-0000", "000-000-0000", "00-00-0000",
                                                    "0-00-0000",      "00-0-0000",    "0-0-0000"};
  const auto fits = [rest](std::string_view shape) {
    if (rest.size() < shape.size()) return false;
    if (rest.size() > shape.size() && std::isalnum(static_cast<unsigned char>(rest[shape.size()])) != 0) return false;
    return std::ranges::equal(shape, rest.substr(0, shape.size()), [](char wanted, char c) {
      return wanted == '-' ? c == '-' : std::isdigit(static_cast<unsigned char>(c)) != 0;
    });
  };
  const auto shape = std::ranges::find_if(kShapes, fits);
  return shape == kShapes.end() ? 0 : shape->size();
}

/// Units and halves of the day that are tokens of their own behind digits: "5pm", "$10m", "20km". Sorted.
bool unit(std::string_view lower) {
  constexpr std::array<std::string_view, 24> kUnits{"am",  "bn",   "cm",  "ft", "gb",  "hr", "hrs", "k",
                                                    "kg",  "km",   "kph", "lb", "lbs", "m",  "mb",  "mhz",
                                                    "min", "mins", "mm",  "mn", "mph", "pm", "tn",  "yrs"};
  return std::ranges::binary_search(kUnits, lower);
}

/// Digits, with what parts them, up to a unit; "$60b" is billions, "60b" may be a house.
void read_number(std::string_view text, Cursor& cursor, bool money) {
  const auto letters_end = [text](std::size_t at) {
    while (at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) != 0)) ++at;
    return at;
  };
  while (!cursor.done()) {
    const char32_t c = cursor.now();
    const Class kind = class_of(c);
    const bool part = (c == U'.' || c == U',' || c == U':' || c == U'/') && class_of(cursor.next()) == Class::digit;
    if (kind != Class::digit && kind != Class::letter && !part) break;
    if (kind == Class::letter) {
      std::string letters(text.substr(cursor.at(), letters_end(cursor.at()) - cursor.at()));
      std::ranges::transform(letters, letters.begin(),
                             [](unsigned char l) { return static_cast<char>(std::tolower(l)); });
      if (unit(letters) || (money && (letters == "b" || letters == "t"))) break;
      while (!cursor.done() && (class_of(cursor.now()) == Class::letter || class_of(cursor.now()) == Class::digit))
        cursor.move();
      continue;
    }
    cursor.move();
  }
}

/// Runs of signs that are one token: "...", "--", "?!", "***", "<<".
void read_mark(Cursor& cursor) {
  constexpr std::u32string_view kEnds = U".!?";
  constexpr std::u32string_view kRuns = U".-!?*_=~<>+'\u2019`";
  const char32_t c = cursor.now();
  cursor.move();
  if (kRuns.find(c) == std::u32string_view::npos) return;
  const bool ends = kEnds.find(c) != std::u32string_view::npos;
  while (!cursor.done() && (cursor.now() == c || (ends && kEnds.find(cursor.now()) != std::u32string_view::npos)))
    cursor.move();
}

bool digit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

bool letter_or_digit(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// ":-)" between white space: where it ends; `begin` where there is none.
std::size_t smiley_end(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t stop = begin;
  while (stop < end && std::isspace(static_cast<unsigned char>(text[stop])) == 0) ++stop;
  return smiley(text.substr(begin, stop - begin)) ? stop : begin;
}

/// What an apostrophe after white space begins: "'05", "'90s", and a clitic that stands apart, "PUTS that 's". `begin`
/// where it opens a quotation.
std::size_t short_form_end(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t at = begin + (text[begin] == '\'' ? 1 : 3);
  const std::size_t first = at;
  while (at < end && letter_or_digit(text[at])) ++at;
  std::string_view form = text.substr(first, at - first);
  if (form.size() >= 2 && digit(form[0]) && digit(form[1])) {
    if (form.ends_with('s')) form.remove_suffix(1);
    return form.size() == 2 && !text.substr(at).starts_with('%') ? at : begin;
  }
  constexpr std::array<std::string_view, 5> kClitics{"s", "re", "ve", "ll", "m"};
  return std::ranges::find(kClitics, form) != kClitics.end() ? at : begin;
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

/// "desk@paper.org", "paper.org", "report.pdf": where an address that begins here ends; `begin` where none does.
std::size_t address_end(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::array<std::string_view, 17> kDomains{"com", "org", "net", "edu",  "gov", "int", "info", "uk", "eu",
                                                      "io",  "doc", "htm", "html", "jpg", "pdf", "txt",  "xls"};
  const auto within = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '-' || c == '_' || c == '+' || c == '@';
  };
  std::size_t last = begin;
  constexpr std::size_t kLongest = 256;  // bytes
  while (last < end && last - begin < kLongest && within(text[last])) ++last;
  while (last > begin && !std::isalnum(static_cast<unsigned char>(text[last - 1]))) --last;
  const std::string_view address = text.substr(begin, last - begin);
  const std::size_t dot = address.rfind('.');
  const std::size_t at_sign = address.find('@');
  if (at_sign != std::string_view::npos) return at_sign > 0 && address.rfind('@') == at_sign ? last : begin;
  if (dot == std::string_view::npos || dot == 0) return begin;
  std::string ending(address.substr(dot + 1));
  std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const bool domain = std::ranges::find(kDomains, ending) != kDomains.end();
  return domain && address.find("..") == std::string_view::npos ? last : begin;
}

/// "pre-pandemic", "mid-May": a part before a hyphen that is no word by itself, before small letters or a month.
bool bound_prefix(std::string_view lower, bool small) {
  constexpr std::array<std::string_view, 19> kPrefixes{"anti", "co",  "counter", "cross", "e",    "inter", "mid",
                                                       "mini", "mis", "multi",   "neo",   "non",  "post",  "pre",
                                                       "pro",  "re",  "semi",    "sub",   "ultra"};
  return lower == "mid" || (small && std::ranges::find(kPrefixes, lower) != kPrefixes.end());
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

/// Where "nt", "s" or "m" begins in a contraction written without its apostrophe; the whole size where it is none.
std::size_t bare_clitic(std::string_view lower) {
  constexpr std::array<std::string_view, 17> kNot{"arent",  "cant",  "couldnt", "didnt", "doesnt",   "dont",
                                                  "hadnt",  "hasnt", "havent",  "isnt",  "shouldnt", "wasnt",
                                                  "werent", "wont",  "wouldnt", "aint",  "mustnt"};
  if (std::ranges::find(kNot, lower) != kNot.end()) return lower.size() - 2;
  if (lower == "thats" || lower == "whats" || lower == "theres") return lower.size() - 1;
  return lower == "im" || lower == "ive" ? 1 : lower.size();
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
  return whole.capital ? end : begin + bare_clitic(lower) + extra;
}

/// Reads tokens from one stretch of text.
class TokenWalk {
 public:
  TokenWalk(std::string_view text, ByteSpan stretch, std::vector<Token>& tokens)
      : text_(text.substr(0, stretch.end)),
        begin_(stretch.begin),
        cursor_(text, stretch.begin, stretch.end),
        tokens_(tokens) {}

  void tokens() {
    while (!cursor_.done()) {
      const Class kind = class_of(cursor_.now());
      if (kind == Class::space) {
        spaced_ = true;
        cursor_.move();
        continue;
      }
      const std::size_t begin = cursor_.at();
      if (const std::size_t end = kind == Class::letter ? address(begin) : sign_form(begin); end != begin) {
        go_to(end);
        push(begin, end);
      } else if (kind == Class::letter) {
        word(begin);
      } else if (kind == Class::digit) {
        number(begin);
      } else {
        mark(begin);
      }
    }
  }

 private:
  void push(std::size_t begin, std::size_t end) {
    if (begin == end) return;
    tokens_.push_back(make_token(text_, begin, end, spaced_));
    spaced_ = false;
  }

  void go_to(std::size_t end) {
    while (cursor_.at() < end) cursor_.move();
  }

  [[nodiscard]] std::string_view since(std::size_t begin) const { return text_.substr(begin, cursor_.at() - begin); }

  /// Where a link, an address or "R&D" that begins here ends; `begin` where none does.
  [[nodiscard]] std::size_t address(std::size_t begin) const {
    if (starts_link(text_.substr(begin))) {
      Cursor ahead(text_, begin, text_.size());
      read_link(ahead);
      return ahead.at();
    }
    const auto upper = [this](std::size_t at) { return at < text_.size() && text_[at] >= 'A' && text_[at] <= 'Z'; };
    const bool paired = upper(begin) && text_.substr(begin + 1).starts_with('&') && upper(begin + 2);
    if (paired && (begin + 3 >= text_.size() || !letter_or_digit(text_[begin + 3]))) return begin + 3;
    return address_end(text_, begin, text_.size());
  }

  /// Where a token that begins with a sign and goes on in letters or digits ends: "#argument", ".5", "+44", "'05", or a
  /// smiley; `begin` where none does.
  [[nodiscard]] std::size_t sign_form(std::size_t begin) const {
    if (!spaced_ || class_of(cursor_.now()) != Class::mark) return begin;
    if (const std::size_t end = smiley_end(text_, begin, text_.size()); end != begin) return end;
    if (apostrophe(cursor_.now())) return short_form_end(text_, begin, text_.size());
    const Class next = class_of(cursor_.next());
    const char sign = text_[begin];
    const bool named = (sign == '#' || sign == '@') && next == Class::letter;
    const bool numeric = (sign == '.' || sign == '+') && next == Class::digit;
    std::size_t end = begin + 1;
    while ((named || numeric) && end < text_.size() && (letter_or_digit(text_[end]) || text_[end] == '_')) ++end;
    return named || numeric ? end : begin;
  }

  void word(std::size_t begin) {
    read_word(cursor_);
    const std::string lower = make_token(text_, begin, cursor_.at(), false).lower;
    const Class next = class_of(cursor_.next());
    if (lower == "ph" && text_.substr(cursor_.at()).starts_with(".D.")) {
      go_to(cursor_.at() + 3);
    } else if (cursor_.now() == U'-' && (next == Class::letter || (lower == "mid" && next == Class::digit)) &&
               bound_prefix(lower, u_islower(static_cast<UChar32>(cursor_.next())) != 0)) {
      cursor_.move();
      read_word(cursor_);
    } else if (cursor_.now() == U'-' && next == Class::space && broken_off(since(begin))) {
      cursor_.move();
    } else if (cursor_.now() == U'.' && !cursor_.done() && cursor_.next() != U'.' && abbreviated(begin, lower)) {
      cursor_.move();
    }
    const std::size_t clitic = clitic_at(text_, begin, cursor_.at());
    push(begin, clitic);
    push(clitic, cursor_.at());
  }

  /// "th- the": the beginning of a word, of which the speaker thought better.
  static bool broken_off(std::string_view word) {
    constexpr std::size_t kLongest = 4;  // bytes
    return word.size() <= kLongest && std::islower(static_cast<unsigned char>(word.front())) != 0 && !common_word(word);
  }

  /// Whether the full stop behind the word that has been read is the word's own.
  [[nodiscard]] bool abbreviated(std::size_t begin, std::string_view lower) const {
    constexpr std::array<std::string_view, 8> kBeforeNumbers{"no", "nos", "fig", "figs", "c", "d", "p", "pp"};
    const std::string_view rest = text_.substr(cursor_.at() + 1);
    const bool number_follows = rest.size() >= 2 && rest.front() == ' ' && digit(rest[1]);
    if (number_follows && std::ranges::find(kBeforeNumbers, lower) != kBeforeNumbers.end()) return true;
    const bool behind_number = !spaced_ && begin > begin_ && digit(text_[begin - 1]);  // "$10M."
    if (lower.size() == 1 && (behind_number || rest.empty())) return false;
    return keeps_full_stop(since(begin));
  }

  void number(std::size_t begin) {
    if (const std::size_t size = joined_number(text_.substr(begin)); size > 0) {
      go_to(begin + size);
    } else {
      const bool money = begin > begin_ && !spaced_ && !digit(text_[begin - 1]) && tokens_.back().lower.ends_with('$');
      read_number(text_, cursor_, money);
      if (const std::size_t end = genitive_end(); end != cursor_.at()) {
        const bool decade = cursor_.at() - begin == 4 && text_[begin + 3] == '0';  // "the 1990's"
        if (!decade) push(begin, cursor_.at());
        push(decade ? begin : cursor_.at(), end);
        go_to(end);
        return;
      }
    }
    push(begin, cursor_.at());
  }

  /// Where the "'s" behind the digits that have been read ends; where it would begin if there is none.
  [[nodiscard]] std::size_t genitive_end() const {
    const std::size_t begin = cursor_.at();
    if (!apostrophe(cursor_.now()) || cursor_.next() != U's') return begin;
    const std::size_t end = begin + (text_[begin] == '\'' ? 2 : 4);
    return end < text_.size() && letter_or_digit(text_[end]) ? begin : end;
  }

  void mark(std::size_t begin) {
    const bool possessive = apostrophe(cursor_.now()) && begin > begin_ && !spaced_ &&
                            tokens_.back().lower.ends_with("s") && class_of(cursor_.next()) != Class::letter;
    if (possessive) {
      cursor_.move();  // of a plural: "nations'"
    } else {
      read_mark(cursor_);
    }
    push(begin, cursor_.at());
  }

  std::string_view text_;
  std::size_t begin_;
  Cursor cursor_;
  std::vector<Token>& tokens_;
  bool spaced_ = true;
};

}  // namespace

void tokenise(std::string_view text, ByteSpan stretch, std::vector<Token>& tokens) {
  TokenWalk(text, stretch, tokens).tokens();
}

}  // namespace entente
