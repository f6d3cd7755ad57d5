// Where sentences end: at full stops that belong to no abbreviation, initial or number; behind links, smileys and the
// heads of messages; and before the items of a list.
#include <unicode/uchar.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <string>

#include "extract/language/analysis.h"
#include "extract/language/sentence_words.h"
#include "extract/language/text_at.h"
#include "extract/language/unmarked_ends.h"
#include "extract/text/common_words.h"
#include "extract/text/utf8.h"

namespace entente {
namespace {

bool link_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  return rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
}

/// Behind a quotation mark at `at`.
std::size_t behind_opening_quote(std::string_view text, std::size_t at) {
  for (const std::string_view mark : {"\"", "'", "\u201C", "\u2018"}) {
    if (text.substr(at).starts_with(mark)) return at + mark.size();
  }
  return at;
}

/// Decides about a full stop at `stop` that is followed, after white space, by the text at `next`, no small letter.
bool full_stop_ends(std::string_view text, std::size_t stop, std::size_t next) {
  const std::string_view before = word_before(text, stop);
  const std::string_view word = word_at(text, behind_opening_quote(text, next));
  const std::string after = small(word);
  const bool capital = !word.empty() && capital_letter(word.front());
  const bool initial = before.size() == 1 && capital_letter(before.front());
  const bool bracket = stop >= 2 && text[stop - 2] == '(';  // "Matilda (b. March 2009)"
  if (bracket && before.size() == 1 && small_letter(before.front())) return false;
  // "Wayne A. I. Frederick"
  const bool before_initial = word.size() == 1 && text.substr(next + 1).starts_with('.');
  const bool behind_initial =
      initial && stop >= 4 && text.substr(stop - 3, 2) == ". " && capital_letter(text[stop - 4]);
  if (initial && (before_initial || behind_initial)) return capital && !before_initial && begins_sentences(after);
  if (initial) return before == "I" || (capital && begins_sentences(after));
  // "told the FT. The paper": in capitals it may be a name.
  const bool loud = before.size() >= 2 && std::ranges::all_of(before, capital_letter);
  if (loud && word.size() >= 2 && small_letter(word[1]) && begins_sentences(after)) return true;
  switch (after_abbreviation(before)) {
    case AfterAbbreviation::name:
      return small(before) == "no" && !digit(text[next]);
    case AfterAbbreviation::any:
      return capital && common_word(after);
    case AfterAbbreviation::sentence:
      return true;
    case AfterAbbreviation::none:
      break;
  }
  if (before.size() == 2 && before.front() == '.') return capital && begins_sentences(after);  // "see section 2.b."
  const bool acronym = before.find('.') != std::string_view::npos && before.size() <= 8;
  if (!acronym) return true;
  // "U.S. Embassy": nearly any word can follow a state's initials as part of a name.
  return capital && (capital_letter(before.front()) ? begins_sentences(after) : common_word(after));
}

/// True where the text is written without capitals: it begins with a small letter, or says "i".
bool without_capitals(std::string_view sentence) {
  return small_letter(sentence.front()) || sentence.find(" i ") != std::string_view::npos;
}

/// True where a sentence that begins with a small letter follows the signs that begin at `sign`: everyday words stand
/// beside them, or a word that begins sentences, or a link, follows, or the sentence, which begins at `sentence`, is
/// written without capitals too; and no abbreviation stands before.
bool small_sentence(std::string_view text, std::size_t sentence, std::size_t sign, std::size_t next) {
  if (sign > 0 && text[sign - 1] == ' ') --sign;
  const std::string_view before = word_before(text, sign);
  const std::size_t begin = sign - before.size();
  const bool word = before.size() >= 2 && (begin == 0 || text[begin - 1] == ' ' || text[begin - 1] == '\n');
  if (!word || before.find('.') != std::string_view::npos) return false;
  if (after_abbreviation(before) != AfterAbbreviation::none) return false;
  if (link_at(text, next)) return true;
  const bool plain = std::ranges::all_of(before, small_letter);
  const bool loud = before.size() >= 4 && std::ranges::all_of(before, capital_letter);
  const std::string_view after = word_at(text, next);
  if (before.size() >= 3 && small_self(after)) return true;
  if (!plain && !loud) return false;
  const bool begins = after == "i" || begins_sentences(after);
  if (without_capitals(text.substr(sentence, sign - sentence)) && plain) {
    if (common_word(before) || (before.size() >= 3 && (begins || common_word(after)))) return true;
  }
  return (common_word(small(before)) && (begins || common_word(after))) || (begins && plain && before.size() >= 4);
}

/// True where the space between two sentences was forgotten: "of high quality.You'll also find".
bool glued(std::string_view text, std::size_t sign, std::size_t next) {
  const std::string_view signs = text.substr(sign, next - sign);
  if (signs.find_first_not_of(".!?") != std::string_view::npos) return false;
  const std::string_view before = word_before(text, sign);
  const std::string_view after = word_at(text, next);
  // "our country....Iguazu": four dots are a full stop too.
  const bool dots = signs.size() >= 4 && signs.find_first_not_of('.') == std::string_view::npos;
  if (dots && after.size() >= 2 && capital_letter(after[0]) && small_letter(after[1]) && !before.empty()) {
    return std::ranges::all_of(before.substr(0, before.find('.')), small_letter);
  }
  if (before.size() < 2 || after.empty() || !std::ranges::all_of(before, small_letter)) return false;
  const std::size_t begin = sign - before.size();
  const std::size_t stop = next + after.size();
  const bool alone = (begin == 0 || text[begin - 1] == ' ') &&
                     (stop == text.size() || text[stop] == ' ' || text[stop] == ',' || text[stop] == '\'');
  const bool begins = capital_letter(after.front()) || signs.find('.') == std::string_view::npos;
  const std::string lower = small(after);
  return alone && begins && common_word(before) && (lower == "i" || begins_sentences(lower) || common_word(lower));
}

/// Behind the number of a footnote, "were lost. 4 Even though", which belongs to the sentence before it: no sentence
/// begins with a number before such a word. `at` where there is none.
std::size_t behind_note_number(std::string_view text, std::size_t at) {
  std::size_t stop = at + 1;
  while (stop < text.size() && stop < at + 3 && digit(text[stop])) ++stop;
  if (stop == at + 1 || text[at] != ' ' || stop + 1 >= text.size() || text[stop] != ' ') return at;
  const std::string_view word = word_at(text, stop + 1);
  const bool begins = word.size() >= 2 && capital_letter(word.front()) && begins_sentences(small(word));
  return begins ? stop : at;
}

bool closes(char32_t c) {
  return c == U'"' || c == U'\'' || c == U')' || c == U']' || c == U'\u201D' || c == U'\u2019' || c == U'\u00BB';
}

bool closes_quote(std::string_view text) {
  return text.ends_with('"') || text.ends_with('\'') || text.ends_with("\u201D") || text.ends_with("\u2019");
}

/// Behind the notes "[6] [12]", or "[...]" for what was left out, that follow a sentence as its own, with or without a
/// space; `at` where none does.
std::size_t behind_notes(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (true) {
    std::size_t next = end;
    while (next < text.size() && text[next] == ' ') ++next;
    if (next >= text.size() || text[next] != '[') return end;
    constexpr std::size_t kLongest = 8;  // bytes
    const std::string_view rest = text.substr(next + 1, kLongest);
    const std::string_view note = rest.substr(0, rest.find(']'));
    if (note.size() == rest.size()) return end;
    const bool number = !note.empty() && std::ranges::all_of(note, digit);
    if (!number && note != "..." && note != "\u2026") return end;
    end = next + note.size() + 2;
  }
}

/// Behind a smiley, ":-)", that stands between spaces; `at` where none does.
std::size_t behind_smiley(std::string_view text, std::size_t at) {
  const std::string_view chunk = text.substr(at, behind_chunk(text, at) - at);
  return smiley(chunk) ? at + chunk.size() : at;
}

/// "***", which stands between parts of a text.
bool ornament(std::string_view chunk) {
  return chunk.size() >= 3 && chunk.find_first_not_of('*') == std::string_view::npos;
}

bool opens_sentence(char32_t c) {
  constexpr std::u32string_view kMarks = U"\"'([\u201C\u2018\u00AB\u2022-\u2014$*&@#<>=~";
  const auto u = static_cast<UChar32>(c);
  return u_isupper(u) || u_isdigit(u) || kMarks.find(c) != std::u32string_view::npos || (u_isalpha(u) && !u_islower(u));
}

/// "01/25/2001 09:40 AM" or "25/01/2001 14:14" at the head of a message: where it ends, `at` where there is none.
std::size_t behind_time_stamp(std::string_view text, std::size_t at) {
  const auto shaped = [&](std::string_view allowed, std::size_t least) {
    const std::size_t begin = at;
    while (at < text.size() && (digit(text[at]) || allowed.find(text[at]) != std::string_view::npos)) ++at;
    const std::string_view part = text.substr(begin, at - begin);
    return part.size() >= least && part.find(allowed.front()) != std::string_view::npos && digit(part.back());
  };
  const std::size_t begin = at;
  if (!shaped("/", 6) || at >= text.size() || text[at++] != ' ') return begin;
  if (!shaped(":", 4) || at + 1 >= text.size() || text[at++] != ' ') return begin;
  const std::string_view half = text.substr(at, 2);
  if (half == "AM" || half == "PM") return at + 2;
  return capital_letter(text[at]) ? at - 1 : begin;  // of 24 hours
}

/// The number of an item of a list, "2." or "2)", at `at`; 0 where none begins there.
unsigned item_number(std::string_view text, std::size_t at) {
  unsigned number = 0;
  const auto read = std::from_chars(text.data() + at, text.data() + std::min(text.size(), at + 2), number);
  const auto stop = static_cast<std::size_t>(read.ptr - text.data());
  if (read.ec != std::errc{} || stop + 2 >= text.size()) return 0;
  const bool marked = (text[stop] == '.' || text[stop] == ')') && text[stop + 1] == ' ';
  return marked && capital_letter(text[stop + 2]) ? number : 0;
}

/// "12", of "12. Talks began", "*12", "b", of "b. Disappearance", or "Section 3": the number of an item, no year.
bool item(std::string_view text) {
  constexpr std::size_t kLongest = 16;  // bytes
  if (text.size() > kLongest) return false;
  while (!text.empty() && !ascii_letter(text.front()) && !digit(text.front())) text.remove_prefix(1);
  if (text.size() == 1 && small_letter(text.front())) return true;
  const std::string_view word = word_at(text, 0);
  if (!word.empty() && numbered(small(word)) && text.substr(word.size()).starts_with(' '))
    text.remove_prefix(word.size() + 1);
  return !text.empty() && text.size() <= 2 && std::ranges::all_of(text, digit);
}

/// A sentence's end and where the next begins.
struct Cut {
  std::size_t end = 0;
  std::size_t next = 0;
};

/// Walks one paragraph and collects its sentences.
class SentenceWalk {
 public:
  SentenceWalk(std::string_view text, std::size_t begin) : text_(text), begin_(begin), at_(begin) {}

  std::vector<ByteSpan> sentences() {
    bool word_begins = true;
    while (at_ < text_.size()) {
      if (word_begins && at_word()) continue;
      const std::size_t sign = at_;
      const char32_t c = decode(text_, at_);
      word_begins = c == U' ' || c == U'\n' || c == U'\t';
      const bool ends = c == U'.' || c == U'!' || c == U'?' || c == U'\u2026' || c == U'\u3002';
      if (ends) {
        at_sign(sign, c);
        word_begins = at_ > 0 && (text_[at_ - 1] == ' ' || text_[at_ - 1] == '\n');
      } else if ((c == U',' || c == U':') && addresses(sign, c)) {
        cut({at_, behind_space(text_, at_)});
        word_begins = true;
      }
    }
    cut({text_.size(), text_.size()});
    return std::move(sentences_);
  }

 private:
  void cut(Cut where) {
    std::size_t end = where.end;
    while (end > begin_ && std::isspace(static_cast<unsigned char>(text_[end - 1])) != 0) --end;
    if (begin_ < end) sentences_.push_back({static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end)});
    begin_ = at_ = where.next;
    if (const unsigned number = begin_ < text_.size() ? item_number(text_, begin_) : 0; number != 0) item_ = number;
  }

  /// The sentence up to here, without its last sign.
  [[nodiscard]] std::string_view so_far(std::size_t end) const { return text_.substr(begin_, end - begin_); }

  /// "Thanks," and "Dear Ms. Smith," before a capital: a line of its own in a letter.
  [[nodiscard]] bool addresses(std::size_t sign, char32_t c) const {
    constexpr std::size_t kLongest = 24;  // bytes
    if (sign - begin_ > kLongest || at_ + 1 >= text_.size() || text_[at_] != ' ') return false;
    if (!capital_letter(text_[at_ + 1])) return false;
    const std::string words = small(so_far(sign));
    const bool name = letter_ && !words.empty() && capital_letter(text_[begin_]) && words.find(' ') == words.npos &&
                      !heads_message(words) && (c == U':' || names_reader(words));
    return name || words.starts_with("dear ") || (c == U',' && closes_letter(words) && signature());
  }

  /// "Kim,", but not "Yes," or "Actually,".
  [[nodiscard]] static bool names_reader(std::string_view lower) {
    const bool adverb = common_word(lower) && lower.ends_with("ly");
    return !adverb && !closes_letter(lower) && !begins_sentences(lower);
  }

  /// Names up to the end or up to other text, but no vocative, "Thanks, Josh. You said", and no sentence.
  [[nodiscard]] bool signature() const {
    std::size_t at = at_;
    if (begins_sentences(small(word_at(text_, at + 1)))) return false;
    unsigned names = 0;
    while (at + 1 < text_.size() && text_[at] == ' ' && capital_letter(text_[at + 1])) {
      ++at;
      while (at < text_.size() && (ascii_letter(text_[at]) || static_cast<unsigned char>(text_[at]) >= 0x80)) ++at;
      ++names;
    }
    if (at >= text_.size() || text_[at] == ' ' || text_[at] == '\n') return true;
    return text_[at] == ',' && names >= 2;  // "Jo Lee Power Source, Inc."
  }

  /// True where the sentence stands behind how a letter closes: "Thanks,".
  [[nodiscard]] bool signs_letter() const {
    constexpr std::size_t kLongest = 24;  // bytes
    const std::size_t from = begin_ - std::min(begin_, kLongest);
    std::string_view before = text_.substr(from, begin_ - from);
    const std::size_t last = before.find_last_not_of(", \n");
    if (last == std::string_view::npos) return false;
    const bool parted = before.find_first_of(",\n", last) != std::string_view::npos;
    before = before.substr(0, last + 1);
    if (const std::size_t line = before.find_last_of("\n.!?:"); line != std::string_view::npos) {
      before.remove_prefix(line + 1);
    }
    before.remove_prefix(std::min(before.find_first_not_of(' '), before.size()));
    return parted && closes_letter(small(before));
  }

  /// "Thanks, Sean Here you go": the sentence before this word is the name of who signs.
  [[nodiscard]] bool signed_before() const {
    const std::string_view name = so_far(at_);
    const std::string_view word = word_at(text_, at_);
    constexpr std::size_t kLongest = 24;  // bytes
    if (name.size() > kLongest || (word.size() < 2 && word != "I")) return false;
    const auto letters = [](char c) { return ascii_letter(c) || c == ' ' || (c & 0x80) != 0; };
    if (!std::ranges::all_of(name, letters) || !signs_letter()) return false;
    return begins_sentences(small(word)) || word == word_at(text_, begin_);
  }

  /// "Steve - Just to confirm": who is addressed stands before what is said to them.
  [[nodiscard]] bool addressed_before() const {
    constexpr std::size_t kLongest = 32;  // bytes
    const std::string_view before = so_far(at_);
    if (before.size() > kLongest || !before.ends_with(" - ") || !capital_letter(before.front())) return false;
    const std::string_view word = word_at(text_, at_);
    if (!opens_letter(small(word)) || !text_.substr(at_ + word.size()).starts_with(' ')) return false;
    for (std::size_t at = 0; at + 3 < before.size(); at = before.find(' ', at) + 1) {  // "Rod and Lee - "
      const std::string_view name = word_at(before, at);
      if (name != "and" && (name.size() < 2 || !capital_letter(name[0]) || !small_letter(name[1]))) return false;
    }
    return letter_ || begin_ == 0 || text_[begin_ - 1] == '\n';
  }

  /// "Figure 1.5 Residents gather": a caption behind its number.
  [[nodiscard]] bool numbered_before() const {
    constexpr std::size_t kLongest = 14;  // bytes
    std::string_view before = so_far(at_);
    if (before.size() > kLongest || !digit(before[before.size() - 2])) return false;
    const std::string_view word = word_at(before, 0);
    before.remove_prefix(word.size());
    return captions(small(word)) && before.find_first_not_of(" .0123456789") == std::string_view::npos;
  }

  /// "(BBC) The troops left": a source in brackets behind which a sentence begins; in a text all in capitals it may be
  /// who speaks, "(ZAMORA) WE AGREE", and stays.
  [[nodiscard]] bool source_before() const {
    constexpr std::size_t kLongest = 32;  // bytes
    const std::string_view before = so_far(at_);
    if (before.size() > kLongest || !before.starts_with('(') || !before.ends_with(") ")) return false;
    const std::string_view word = word_at(text_, at_);
    const std::size_t second = at_ + (word.size() == 1 ? 2 : 1);  // letter
    const bool loud = second >= text_.size() || !small_letter(text_[second]);
    if (loud || !begins_sentences(small(word))) return false;
    for (std::size_t at = 0; at + 2 < before.size(); ++at) {
      if ((before[at] == '(' || before[at] == ' ') && !capital_letter(before[at + 1])) return false;
    }
    return true;
  }

  /// What begins at a word and ends a sentence before or behind itself. True where it moved on.
  bool at_word() {
    const char c = text_[at_];
    if (digit(c)) return at_number();
    if (c == '-' && at_attachment()) return true;
    if (const std::size_t end = behind_break(text_, begin_, at_); end != at_) {
      cut({end, end + 1});
      return true;
    }
    if ((c == '-' || c == '=' || c == '*' || c == '_' || c == '~' || c == '+') && at_ruler()) return true;
    if ((ascii_letter(c) || c == '<' || c == '"') && behind_mail_address()) return true;
    if ((c == 'h' || c == 'w') && link_at(text_, at_)) return behind_link();
    if (std::string_view(":;>^=<(-X").find(c) != std::string_view::npos && at_smiley()) return true;
    if (c == '>' && behind_attachment()) return true;
    if (capital_letter(c) && at_ > begin_) return at_capital();
    if (capital_letter(c) && at_day()) return true;
    if (text_.substr(at_).starts_with("\u2022") && at_ > begin_) {
      cut({at_, at_});
      at_ += 3;
      return true;
    }
    return false;
  }

  bool at_capital() {
    if (!headline_ends(text_, at_) && !signed_before() && !addressed_before() && !numbered_before() &&
        !source_before()) {
      return at_message_head();
    }
    cut({at_, at_});
    return false;
  }

  /// "Thursday, March 15, 2012 The president": the day stands in a line of its own.
  bool at_day() {
    const std::size_t end = behind_day(text_, at_);
    const bool line = begin_ == 0 || text_[begin_ - 1] == '\n';
    if (!line || end == at_ || end + 1 >= text_.size() || text_[end] != ' ' || !capital_letter(text_[end + 1]))
      return false;
    cut({end, end + 1});
    return true;
  }

  /// "- report.pdf": what is attached to a message stands in lines of its own.
  bool at_attachment() {
    if (at_ == begin_ || text_.substr(at_, 2) != "- ") return false;
    const std::string_view name = text_.substr(at_ + 2, behind_chunk(text_, at_ + 2) - at_ - 2);
    const std::size_t stop = name.rfind('.');
    if (stop == std::string_view::npos || !ends_file_name(small(name.substr(stop + 1)))) return false;
    cut({at_, at_});
    ++at_;
    return true;
  }

  /// "<< File: report.doc >>" ends a sentence before a capital.
  bool behind_attachment() {
    if (text_.substr(at_, 3) != ">> " || so_far(at_).find("<<") == std::string_view::npos) return false;
    if (at_ + 3 >= text_.size() || !capital_letter(text_[at_ + 3])) return false;
    cut({at_ + 2, at_ + 3});
    return true;
  }

  bool at_number() {
    if (const std::size_t end = behind_time_stamp(text_, at_); end != at_) {
      const std::string_view before = so_far(at_);
      if (!before.empty() && !before.ends_with(" on ") && !before.ends_with(" at ")) cut({at_, at_});
      letter_ = true;
      cut({end, behind_space(text_, end)});
      return true;
    }
    const unsigned number = at_ > begin_ ? item_number(text_, at_) : 0;
    const bool first = number == 1 && text_.substr(0, at_).ends_with(": ");
    if (!first && (number < 2 || number != item_ + 1)) return false;
    cut({at_, at_});
    at_ += number < 10 ? 2 : 3;
    return true;
  }

  /// A link ends a sentence where another one or a capital follows.
  bool behind_link() {
    std::size_t end = behind_chunk(text_, at_);
    const std::size_t next = behind_space(text_, end);
    const char last = text_[end - 1];
    if (last == '.' || last == '!' || last == '?') --end;  // read as such
    at_ = end;
    const bool open = last != ',' && last != ')' && last != ';' && last != ':' && last != '"';
    if (!open || next >= text_.size() || at_ != end || last == '.') return true;
    if (link_at(text_, next) || capital_letter(text_[next])) cut({end, next});
    return true;
  }

  /// True where what was said before an address is how to reach who writes, "Fax: 713-654-1281", and what begins at
  /// `next` is not.
  [[nodiscard]] bool reaches_writer(std::size_t next) const {
    const std::string_view rest = text_.substr(next + word_at(text_, next).size(), 2);
    if (rest.starts_with(':') || rest == " :") return false;
    const std::string_view before = so_far(at_);
    for (std::size_t at = 0; at < before.size(); ++at) {
      const std::string_view word = word_at(before, at);
      if (!word.empty() && capital_letter(word.front()) && reaches(small(word))) return true;
      at += word.size();
    }
    return false;
  }

  /// An address ends a sentence where a capital follows.
  bool behind_mail_address() {
    const std::size_t end = behind_chunk(text_, at_);
    const std::string_view chunk = text_.substr(at_, end - at_);
    const std::size_t sign = chunk.find('@');
    if (sign == std::string_view::npos || chunk.find('.', sign) == std::string_view::npos) return false;
    if (!ascii_letter(chunk.back()) && chunk.back() != '>') return false;
    const std::size_t next = behind_space(text_, end);
    if (next >= text_.size()) return false;
    const bool head = so_far(at_) == "Email: ";
    if (!head && (chunk.front() == '"' || !capital_letter(text_[next]))) return false;
    if (!head && reaches_writer(next)) {
      cut({end, next});
      return true;
    }
    if (!head && !letter_ && chunk.back() != '>' && !begins_sentences(small(word_at(text_, next)))) return false;
    cut({end, next});
    return true;
  }

  bool at_smiley() {
    const std::size_t end = behind_smiley(text_, at_);
    if (end == at_) return false;
    const std::size_t next = behind_space(text_, end);
    at_ = end;
    if (next < text_.size() && capital_letter(text_[next])) cut({end, next});
    return true;
  }

  /// "Subject: ", "To: ", "Image: " amid a paragraph.
  bool at_message_head() {
    const std::string_view word = word_at(text_, at_);
    const std::string lower = small(word);
    if (!text_.substr(at_ + word.size()).starts_with(": ") || !(heads_message(lower) || labels(lower))) return false;
    cut({at_, at_});
    at_ += word.size();
    letter_ = letter_ || heads_message(lower);
    return true;
  }

  /// A line of signs, "-----", stands between sentences.
  bool at_ruler() {
    constexpr std::size_t kShortest = 5;  // bytes
    const std::size_t end = behind_chunk(text_, at_);
    const std::string_view chunk = text_.substr(at_, end - at_);
    const auto alike = [chunk](char c) { return c == chunk.front(); };
    const std::size_t next = behind_space(text_, end);
    if (at_ == begin_ && ornament(chunk) && next < text_.size() && capital_letter(text_[next])) {
      cut({end, next});
      return true;
    }
    const bool uniform = std::ranges::all_of(chunk, alike);
    if (chunk.size() >= 2 * kShortest && !uniform && std::ranges::all_of(chunk.substr(0, kShortest), alike) &&
        std::ranges::all_of(chunk.substr(chunk.size() - kShortest), alike)) {
      cut({end, next});
      return true;
    }
    if (chunk.size() < kShortest || !uniform) return false;
    if (at_ > begin_) cut({at_, at_});
    cut({end, next});
    return true;
  }

  /// Behind further signs, closing quotes, notes and smileys, which belong to the sentence.
  [[nodiscard]] std::size_t behind_signs(std::size_t end) const {
    while (end < text_.size()) {
      std::size_t next = end;
      const char32_t c = decode(text_, next);
      if (c != U'.' && c != U'!' && c != U'?' && !closes(c)) break;
      end = next;
    }
    return end;
  }

  void at_sign(std::size_t sign, char32_t c) {
    const bool lone = at_ >= text_.size() || text_[at_] != '.';
    const std::size_t closed = behind_signs(at_);
    std::size_t end = behind_notes(text_, closed);
    const bool stops = !lone || after_abbreviation(word_before(text_, sign)) == AfterAbbreviation::none;  // "No. 5"
    if (end == closed && stops) end = behind_note_number(text_, closed);
    const bool noted = end != closed;
    if (const std::size_t face = behind_space(text_, end); face != end && face < text_.size()) {
      if (const std::size_t behind = behind_smiley(text_, face); behind != face) end = behind;
    }
    const std::size_t next = behind_space(text_, end);
    at_ = end;
    if (next >= text_.size()) return;
    if (next == end) {  // "3.5", "example.org"
      if (end == closed && glued(text_, sign, end)) cut({end, end});
      return;
    }
    if (ends(sign, c, lone && !noted && closed == sign + 1, closed, next)) cut({end, next});
  }

  /// Whether the signs [sign, closed) end a sentence before what begins at `next`.
  [[nodiscard]] bool ends(std::size_t sign, char32_t c, bool lone, std::size_t closed, std::size_t next) const {
    const std::string_view before = so_far(sign);
    if (c == U'.' && closed == sign + 1 && (item(before) || before == "P.S" || before == "PS")) return false;
    constexpr std::size_t kMarks = 64;  // bytes of signs alone before a sentence may end
    if (before.size() < kMarks &&
        std::ranges::none_of(before, [](char b) { return ascii_letter(b) || digit(b) || (b & 0x80) != 0; })) {
      return false;
    }
    const bool quoted = c != U'.' && closed > sign + 1 && closes_quote(text_.substr(0, closed));
    if (quoted && speaker_follows(text_, next)) return false;
    std::size_t after = next;
    const char32_t first = decode(text_, after);
    if (small_letter(text_[next])) {
      const std::string_view signs = text_.substr(sign, closed - sign);
      const bool plain = lone || signs.find_first_not_of("!?") == std::string_view::npos;
      if (signs.size() > 1 && link_at(text_, next)) return true;
      return plain && (c == U'.' || c == U'!' || c == U'?') && small_sentence(text_, begin_, sign, next);
    }
    const bool dots = first == U'.' && text_.substr(next).starts_with("..");
    if (!dots && !opens_sentence(first)) return false;
    return c != U'.' || !lone || full_stop_ends(text_, sign, next);
  }

  std::string_view text_;
  std::size_t begin_;  ///< of the sentence
  std::size_t at_;
  bool letter_ = false;  ///< the head of a message was read
  unsigned item_ = 0;    ///< of a list, read last
  std::vector<ByteSpan> sentences_;
};

}  // namespace

std::vector<ByteSpan> sentences_in(std::string_view text, ByteSpan paragraph) {
  return SentenceWalk(text.substr(0, paragraph.end), paragraph.begin).sentences();
}

}  // namespace entente
