// Folding, runs and the longest match of training/FORMAT.md, section 2.
#include "extract/language/encoder/word_pieces.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <stdexcept>

#include "extract/text/utf8.h"

namespace entente::encoder {

namespace {

constexpr std::size_t kLongestRun = 100;  // code points
constexpr std::string_view kGoesOn = "##";

bool is_ascii(char32_t c) {
  return c < 0x80;
}

bool is_space(char32_t c) {
  if (is_ascii(c)) return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20);
  const auto point = static_cast<UChar32>(c);
  const UCharDirection direction = u_charDirection(point);
  return u_charType(point) == U_SPACE_SEPARATOR || direction == U_WHITE_SPACE_NEUTRAL ||
         direction == U_BLOCK_SEPARATOR || direction == U_SEGMENT_SEPARATOR;
}

bool is_dropped(char32_t c) {
  if (is_ascii(c)) return c < 0x20 || c == 0x7F;
  return c == 0xFFFD || (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_CC_MASK | U_GC_CF_MASK)) != 0;
}

bool stands_alone(char32_t c) {
  if (is_ascii(c))
    return (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);
  const bool ideograph = (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
                         (c >= 0x20000 && c <= 0x2A6DF) || (c >= 0x2A700 && c <= 0x2CEAF) ||
                         (c >= 0x2F800 && c <= 0x2FA1F);
  return ideograph || (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_P_MASK) != 0;
}

/// What a code point says of how its piece is written.
enum class Flag : char { capital, letter, none };

icu::UnicodeString lower_case(char32_t c) {
  icu::UnicodeString text(static_cast<UChar32>(c));
  return text.toLower(icu::Locale::getRoot());
}

}  // namespace

/// Folded code points that stand together, each with the flag of the one it came from.
class WordPieces::Run {
 public:
  void add(char32_t c) {
    if (is_ascii(c)) {
      const bool capital = c >= 'A' && c <= 'Z';
      const bool letter = capital || (c >= 'a' && c <= 'z');
      put(capital ? c - 'A' + 'a' : c, capital ? Flag::capital : letter ? Flag::letter : Flag::none);
      return;
    }
    const icu::UnicodeString low = lower_case(c);
    const bool capital = low != icu::UnicodeString(static_cast<UChar32>(c));
    const bool letter = (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_L_MASK) != 0;
    UErrorCode error = U_ZERO_ERROR;
    const icu::UnicodeString parts = icu::Normalizer2::getNFDInstance(error)->normalize(low, error);
    if (U_FAILURE(error)) throw std::runtime_error(fmt::format("cannot decompose a letter: {}", u_errorName(error)));
    for (std::int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1)) {
      const UChar32 part = parts.char32At(at);
      if (u_charType(part) == U_NON_SPACING_MARK) continue;
      put(static_cast<char32_t>(part), capital ? Flag::capital : letter ? Flag::letter : Flag::none);
    }
  }

  void clear() {
    text_.clear();
    flags_.clear();
    begins_.assign(1, 0);
  }

  [[nodiscard]] std::size_t size() const { return flags_.size(); }
  [[nodiscard]] std::size_t begin_of(std::size_t point) const { return begins_[point]; }  ///< in bytes
  [[nodiscard]] std::string_view text(std::size_t first, std::size_t last) const {
    return std::string_view(text_).substr(begins_[first], begins_[last] - begins_[first]);
  }

  [[nodiscard]] PieceCase written(std::size_t first, std::size_t last) const {
    std::size_t letters = 0, capitals = 0;
    bool starts = false;
    for (std::size_t i = first; i < last; ++i) {
      if (flags_[i] == Flag::none) continue;
      if (letters++ == 0) starts = flags_[i] == Flag::capital;
      if (flags_[i] == Flag::capital) ++capitals;
    }
    if (letters == 0) return PieceCase::none;
    if (capitals == 0) return PieceCase::lower;
    if (capitals == 1 && starts) return PieceCase::start;
    return capitals == letters ? PieceCase::capitals : PieceCase::mixed;
  }

 private:
  void put(char32_t c, Flag flag) {
    entente::append(text_, c);
    begins_.push_back(text_.size());
    flags_.push_back(flag);
  }

  std::string text_;
  std::vector<Flag> flags_;
  std::vector<std::size_t> begins_{0};
};

WordPieces::WordPieces(std::string_view vocabulary) {
  const auto lines = static_cast<std::size_t>(std::ranges::count(vocabulary, '\n')) + 1;
  numbers_[0].reserve(lines);
  for (std::size_t begin = 0; begin <= vocabulary.size();) {
    const std::size_t end = std::min(vocabulary.find('\n', begin), vocabulary.size());
    std::string_view piece = vocabulary.substr(begin, end - begin);
    const bool goes_on = piece.starts_with(kGoesOn);
    // A run that begins with ## does not occur: # stands alone.
    if (goes_on) piece.remove_prefix(kGoesOn.size());
    numbers_[goes_on ? 1 : 0].insert_or_assign(piece, static_cast<std::int32_t>(size_++));
    longest_ = std::max(longest_, piece.size());
    begin = end + 1;
  }
  const auto mark = [this](std::string_view name) {
    const auto found = numbers_[0].find(name);
    if (found == numbers_[0].end()) throw std::runtime_error(fmt::format("its vocabulary has no '{}'", name));
    return Piece{found->second, PieceCase::none};
  };
  unknown_ = mark("[UNK]");
  start_ = mark("[CLS]");
  end_ = mark("[SEP]");
}

void WordPieces::append_run(const Run& run, std::vector<Piece>& pieces) const {
  const Piece unknown{unknown_.number, run.written(0, run.size())};
  if (run.size() > kLongestRun) {
    pieces.push_back(unknown);
    return;
  }
  const std::size_t before = pieces.size();
  for (std::size_t begin = 0; begin < run.size();) {
    const auto& numbers = numbers_[begin == 0 ? 0 : 1];
    std::size_t end = run.size();
    while (end > begin && run.begin_of(end) - run.begin_of(begin) > longest_) --end;
    auto found = numbers.end();
    for (; end > begin; --end) {
      found = numbers.find(run.text(begin, end));
      if (found != numbers.end()) break;
    }
    if (end == begin) {
      pieces.resize(before);
      pieces.push_back(unknown);
      return;
    }
    pieces.push_back({found->second, run.written(begin, end)});
    begin = end;
  }
}

void WordPieces::append(std::string_view word, std::vector<Piece>& pieces) const {
  const std::size_t before = pieces.size();
  Run run;
  const auto finish = [&] {
    if (run.size() > 0) append_run(run, pieces);
    run.clear();
  };
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = decode(word, at);
    if (is_space(c)) {
      finish();
    } else if (is_dropped(c)) {
      continue;
    } else if (stands_alone(c)) {
      finish();
      run.add(c);
      finish();
    } else {
      run.add(c);
    }
  }
  finish();
  if (pieces.size() == before) pieces.push_back(unknown_);
}

}  // namespace entente::encoder
