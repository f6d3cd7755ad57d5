// Folding: ASCII by table, Latin and Greek by ICU's decomposition without its marks, other scripts by NFKC case
// folding.
#include "extract/text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "extract/text/utf8.h"

namespace entente {
namespace {

/// Letters and marks that Unicode does not decompose to what a reader would type instead.
struct Replacement {
  char32_t from;
  std::string_view to;
};

constexpr auto kReplacements = std::to_array<Replacement>({
    {0x00AB, "\""}, {0x00B4, "'"},  {0x00BB, "\""}, {0x00C6, "ae"}, {0x00D0, "d"},  {0x00D8, "o"}, {0x00DE, "th"},
    {0x00E6, "ae"}, {0x00F0, "d"},  {0x00F8, "o"},  {0x00FE, "th"}, {0x0110, "d"},  {0x0111, "d"}, {0x0126, "h"},
    {0x0127, "h"},  {0x0131, "i"},  {0x0138, "k"},  {0x0141, "l"},  {0x0142, "l"},  {0x014A, "n"}, {0x014B, "n"},
    {0x0152, "oe"}, {0x0153, "oe"}, {0x0166, "t"},  {0x0167, "t"},  {0x018F, "a"},  {0x0259, "a"}, {0x02B9, "'"},
    {0x02BB, "'"},  {0x02BC, "'"},  {0x02BF, "'"},  {0x2010, "-"},  {0x2011, "-"},  {0x2012, "-"}, {0x2013, "-"},
    {0x2014, "-"},  {0x2015, "-"},  {0x2018, "'"},  {0x2019, "'"},  {0x201A, "'"},  {0x201B, "'"}, {0x201C, "\""},
    {0x201D, "\""}, {0x201E, "\""}, {0x201F, "\""}, {0x2032, "'"},  {0x2033, "\""}, {0x2039, "'"}, {0x203A, "'"},
    {0x2212, "-"},
});

static_assert(std::ranges::is_sorted(kReplacements, {}, &Replacement::from));

constexpr bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80U;
}
constexpr bool is_ascii_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

constexpr auto kWordByte = [] {
  std::array<bool, 256> table{};
  for (unsigned c = 0; c < 128; ++c) table[c] = is_ascii_word(static_cast<char>(c));
  return table;
}();

bool is_mark(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}
bool is_diacritic(char32_t c) {
  return c >= 0x0300 && c <= 0x036F;
}

/// Code points that a word may hold but not begin or end with: soft hyphen, zero-width joiner and non-joiner.
bool is_invisible_joint(char32_t c) {
  return c == 0x00AD || c == 0x200C || c == 0x200D;
}

/// Scripts whose diacritics are dropped. Of others they tell letters apart (й, が).
bool drops_diacritics(char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &error);
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK;
}

const icu::Normalizer2& compatible_case_fold() {
  UErrorCode error = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFKCCasefoldInstance(error);
}

const icu::Normalizer2& decomposition() {
  UErrorCode error = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFDInstance(error);
}

const icu::Normalizer2& composition() {
  UErrorCode error = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFCInstance(error);
}

/// What one code point folds to.
std::string folded(char32_t c) {
  const auto known = std::ranges::lower_bound(kReplacements, c, {}, &Replacement::from);
  if (known != kReplacements.end() && known->from == c) return std::string(known->to);
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeString text = compatible_case_fold().normalize(icu::UnicodeString(static_cast<UChar32>(c)), error);
  if (!drops_diacritics(c)) {
    std::string same;
    return text.toUTF8String(same);
  }
  text = decomposition().normalize(text, error);
  std::string bare;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const auto part = static_cast<char32_t>(text.char32At(i));
    if (!is_diacritic(part)) append(bare, part);
  }
  return bare;
}

constexpr char32_t kLatinEnd = 0x0250;
constexpr char32_t kPunctuation = 0x2000;
constexpr char32_t kPunctuationEnd = 0x2070;

/// The same, from a table for the letters and marks that fill European text.
void append_folded(std::string& to, char32_t c) {
  static const auto kTable = [] {
    std::vector<std::string> made;
    for (char32_t latin = 0x80; latin < kLatinEnd; ++latin) made.push_back(folded(latin));
    for (char32_t mark = kPunctuation; mark < kPunctuationEnd; ++mark) made.push_back(folded(mark));
    return made;
  }();
  if (c < kLatinEnd) {
    to += kTable[c - 0x80];
  } else if (c >= kPunctuation && c < kPunctuationEnd) {
    to += kTable[c - kPunctuation + (kLatinEnd - 0x80)];
  } else {
    to += folded(c);
  }
}

/// Whether a text holds marks apart from their letters (U+0300..U+036F), so that it must be composed first.
bool has_loose_diacritics(std::string_view text) {
  for (std::size_t at = text.find_first_of("\xCC\xCD"); at != std::string_view::npos;
       at = text.find_first_of("\xCC\xCD", at + 1)) {
    std::size_t next = at;
    if (is_diacritic(decode(text, next))) return true;
  }
  return false;
}

std::string composed(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  std::string out;
  return composition()
      .normalize(icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()))),
                 error)
      .toUTF8String(out);
}

std::string folded_wide(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool bare = false;
  for (std::size_t at = 0; at < text.size();) {
    if (is_ascii(text[at])) {
      bare = true;
      out += ascii_lower(text[at++]);
      continue;
    }
    const char32_t c = decode(text, at);
    if (is_diacritic(c) && bare) continue;
    if (!is_mark(c)) bare = drops_diacritics(c);
    append_folded(out, c);
  }
  return out;
}

/// Appends to words with ASCII folded on the way; wide words are folded as a whole at their end.
class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) { words_.reserve(text.size() / 6 + 4); }

  std::vector<Word> read() {
    while (skip_to_word()) read_word();
    return std::move(words_);
  }

 private:
  [[nodiscard]] bool ascii_word_here() const {
    return at_ < text_.size() && kWordByte[static_cast<unsigned char>(text_[at_])];
  }

  bool skip_to_word() {
    for (; at_ < text_.size(); skip_one()) {
      if (ascii_word_here()) return true;
      if (is_ascii(text_[at_])) continue;
      std::size_t next = at_;
      if (u_isalnum(static_cast<UChar32>(decode(text_, next)))) return true;
    }
    return false;
  }

  void skip_one() {
    if (is_ascii(text_[at_])) {
      ++at_;
    } else {
      decode(text_, at_);
    }
  }

  void read_word() {
    const std::size_t begin = at_;
    while (ascii_word_here()) ++at_;
    if (at_ == text_.size() || is_ascii(text_[at_])) return push_ascii(begin);
    const std::size_t ascii_end = at_;
    std::size_t end = at_;
    while (at_ < text_.size()) {
      const char32_t c = decode(text_, at_);
      if (u_isalnum(static_cast<UChar32>(c)) || is_mark(c)) {
        end = at_;
      } else if (!is_invisible_joint(c)) {
        break;
      }
    }
    at_ = end;
    if (end == ascii_end) return push_ascii(begin);
    words_.push_back({span(begin, end), fold(text_.substr(begin, end - begin))});
  }

  void push_ascii(std::size_t begin) {
    Word& word = words_.emplace_back();
    word.span = span(begin, at_);
    word.folded.assign(text_, begin, at_ - begin);
    for (char& c : word.folded) c = ascii_lower(c);
  }

  static ByteSpan span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Word> words_;
};

}  // namespace

std::string fold(std::string_view text) {
  if (!std::ranges::all_of(text, is_ascii)) {
    return has_loose_diacritics(text) ? folded_wide(composed(text)) : folded_wide(text);
  }
  std::string out(text);
  for (char& c : out) c = ascii_lower(c);
  return out;
}

std::vector<Word> words(std::string_view text) {
  return WordReader(text).read();
}

bool are_initials(std::string_view letters, std::string_view name) {
  static constexpr std::array<std::string_view, 7> kSmall = {"and", "de", "for", "in", "of", "on", "the"};
  std::string all;
  std::string large;
  for (const Word& word : words(name)) {
    all += word.folded.front();
    if (!std::ranges::binary_search(kSmall, std::string_view(word.folded))) large += word.folded.front();
  }
  return letters.size() > 1 && (letters == all || letters == large);
}

std::string slug(std::string_view name) {
  std::string out;
  for (const Word& word : words(name)) {
    if (!out.empty()) out += '-';
    out += word.folded;
  }
  return out;
}

}  // namespace entente
