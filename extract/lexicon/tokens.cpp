// Cuts a text into words: ASCII by table, the rest through words() of extract/text/fold.h.
#include "extract/lexicon/tokens.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "extract/lexicon/image.h"
#include "extract/text/fold.h"
#include "extract/text/utf8.h"

namespace entente::lexicon {

namespace {

enum ByteClass : std::uint8_t { kOther, kLower, kUpper, kDigit, kHigh };

constexpr std::array<std::uint8_t, 256> kByteClass = [] {
  std::array<std::uint8_t, 256> table{};
  for (int c = 'a'; c <= 'z'; ++c) table[static_cast<std::size_t>(c)] = kLower;
  for (int c = 'A'; c <= 'Z'; ++c) table[static_cast<std::size_t>(c)] = kUpper;
  for (int c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = kDigit;
  for (std::size_t c = 128; c < 256; ++c) table[c] = kHigh;
  return table;
}();

constexpr std::array<std::uint8_t, 4> kCaseBit = {0, kHasLower, kHasUpper, kHasDigit};  // by ByteClass

std::uint8_t byte_class(char c) {
  return kByteClass[static_cast<unsigned char>(c)];
}

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == 0xA0 || c == 0x2009 || c == 0x202F;
}
bool is_hyphen(char32_t c) {
  return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013;
}
bool is_apostrophe(char32_t c) {
  return c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 || c == 0x02BB || c == 0x02BC;
}

Gap mark_gap(char32_t c) {
  if (is_hyphen(c)) return Gap::hyphen;
  if (is_apostrophe(c)) return Gap::apostrophe;
  if (c == '.') return Gap::dot;
  if (c == '&') return Gap::ampersand;
  return c == ',' ? Gap::comma : Gap::boundary;
}

// At most one mark, with spaces only where that mark may have them.
Gap gap_of(std::string_view between) {
  if (between == " ") return Gap::space;
  Gap mark = Gap::space;
  bool space_before = false, space_behind = false;
  for (std::size_t at = 0; at < between.size();) {
    const char32_t c = decode(between, at);
    if (is_space(c)) {
      (mark == Gap::space ? space_before : space_behind) = true;
    } else if (mark == Gap::dot && is_hyphen(c) && !space_behind) {
      mark = Gap::dot_space;
    } else if (mark != Gap::space) {
      return Gap::boundary;
    } else {
      mark = mark_gap(c);
      if (mark == Gap::boundary) return mark;
    }
  }
  switch (mark) {
    case Gap::hyphen:
      return space_before || space_behind ? Gap::boundary : mark;
    case Gap::apostrophe:
    case Gap::comma:
    case Gap::dot_space:
      return space_before ? Gap::boundary : mark;
    case Gap::dot:
      return space_before ? Gap::boundary : space_behind ? Gap::dot_space : mark;
    default:
      return mark;
  }
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {
    result_.folded.reserve(text.size());
    result_.tokens.reserve(text.size() / 5 + 4);
  }

  Tokens run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      while (at < text_.size() && byte_class(text_[at]) == kOther) ++at;
      const std::size_t begin = at;
      bool ascii = true;
      for (; at < text_.size() && byte_class(text_[at]) != kOther; ++at)
        ascii = ascii && byte_class(text_[at]) != kHigh;
      if (at == begin) break;
      if (ascii) {
        add_ascii(begin, at);
      } else {
        add_other(begin, at);
      }
    }
    return std::move(result_);
  }

 private:
  void add_ascii(std::size_t begin, std::size_t end) {
    Token token;
    token.folded_begin = static_cast<std::uint32_t>(result_.folded.size());
    if (byte_class(text_[begin]) == kUpper) token.letter_case = kFirstUpper;
    result_.folded.append(text_.substr(begin, end - begin));
    for (std::size_t at = token.folded_begin; at < result_.folded.size(); ++at) {
      char& c = result_.folded[at];
      const auto kind = byte_class(c);
      token.letter_case = static_cast<std::uint8_t>(token.letter_case | kCaseBit[kind]);
      if (kind != kUpper) continue;
      c = static_cast<char>(c | 0x20);
      if (at > token.folded_begin) token.letter_case |= kInnerUpper;
    }
    token.letters = static_cast<std::uint16_t>(std::min<std::size_t>(end - begin, 0xffff));
    finish(token, begin, end);
  }

  void add_other(std::size_t begin, std::size_t end) {
    for (const Word& word : words(text_.substr(begin, end - begin))) {
      Token token;
      token.folded_begin = static_cast<std::uint32_t>(result_.folded.size());
      result_.folded += word.folded;
      note_case(token, text_.substr(begin + word.span.begin, word.span.size()));
      finish(token, begin + word.span.begin, begin + word.span.end);
    }
  }

  static void note_case(Token& token, std::string_view written) {
    for (std::size_t at = 0; at < written.size();) {
      const bool first = at == 0;
      const auto c = static_cast<UChar32>(decode(written, at));
      if (u_isUUppercase(c) || u_istitle(c)) {
        token.letter_case |= kHasUpper;
        token.letter_case |= first ? kFirstUpper : kInnerUpper;
      } else if (u_isULowercase(c)) {
        token.letter_case |= kHasLower;
      } else if (u_isdigit(c)) {
        token.letter_case |= kHasDigit;
      }
      if (token.letters < 0xffff) ++token.letters;
    }
  }

  void finish(Token& token, std::size_t begin, std::size_t end) {
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(end);
    token.folded_size =
        static_cast<std::uint16_t>(std::min<std::size_t>(result_.folded.size() - token.folded_begin, 0xffff));
    token.hash = word_hash(result_.folded_word(token));
    if (!result_.tokens.empty()) {
      const std::size_t before = result_.tokens.back().end;
      token.gap = gap_of(text_.substr(before, begin - before));
    }
    result_.tokens.push_back(token);
  }

  std::string_view text_;
  Tokens result_;
};

}  // namespace

Tokens tokenize(std::string_view text) {
  return Tokenizer(text).run();
}

bool dot_at(std::string_view text, std::size_t end) {
  return end < text.size() && text[end] == '.';
}

bool hyphen_at(std::string_view text, std::size_t end) {
  return end < text.size() && is_hyphen(decode(text, end));
}

}  // namespace entente::lexicon
