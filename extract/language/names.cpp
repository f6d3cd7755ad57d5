#include "extract/language/names.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "extract/language/name_shapes.h"

namespace entente {
namespace {

/// A match of the lexicon on whole tokens.
struct TokenMatch {
  std::uint32_t last = 0;
  std::span<const EntryId> entries;
};

NameKind name_kind(LexiconKind kind) {
  switch (kind) {
    case LexiconKind::person:
      return NameKind::person;
    case LexiconKind::country:
      return NameKind::country;
    case LexiconKind::organisation:
      return NameKind::organisation;
    case LexiconKind::place:
      return NameKind::place;
    case LexiconKind::event:
      return NameKind::event;
    case LexiconKind::demonym:
      return NameKind::demonym;
    case LexiconKind::metonym:
      return NameKind::organisation;
    case LexiconKind::group:
      return NameKind::group;
    case LexiconKind::title:
      return NameKind::title;
    case LexiconKind::agent:
      return NameKind::agent;
  }
  return NameKind::unknown;
}

/// The text with the line breaks within sentences made spaces, so that a name may run over the end of a wrapped line.
std::string unwrapped(std::string_view text, const std::vector<Sentence>& sentences) {
  std::string result(text);
  for (const Sentence& sentence : sentences) {
    for (std::uint32_t at = sentence.span.begin; at < sentence.span.end; ++at) {
      if (result[at] == '\n' || result[at] == '\r') result[at] = ' ';
    }
  }
  return result;
}

constexpr std::uint32_t kLongestName = 8;  // tokens of a name found by shape

class NameFinder {
 public:
  NameFinder(std::string_view text, const Analysis& analysis, const Lexicon& lexicon)
      : text_(text), tokens_(analysis.tokens), sentences_(analysis.sentences), lexicon_(lexicon) {
    align(lexicon.match(unwrapped(text, sentences_)));
  }

  std::vector<NameSpan> run() {
    for (const Sentence& sentence : sentences_) read(sentence);
    return std::move(found_);
  }

 private:
  // ---- what the tokens are

  [[nodiscard]] const Token& token(std::uint32_t i) const { return tokens_[i]; }
  [[nodiscard]] bool is(std::uint32_t i, NameWordRole role) const { return name_word(token(i).lower, role) != nullptr; }
  [[nodiscard]] bool hyphen(std::uint32_t i) const { return token(i).lower == "-" && !token(i).spaced; }

  /// A capitalised word that may be part of a name.
  [[nodiscard]] bool name_like(std::uint32_t i) const {
    return token(i).word && token(i).capital && !is(i, NameWordRole::calendar) && token(i).lower != "i";
  }

  /// Words that may have a capital before a name and are no part of it: "The", "Former".
  [[nodiscard]] bool no_part_of_name(std::uint32_t at) const {
    constexpr std::array<std::string_view, 10> kBefore{"the", "former", "late", "then", "new",
                                                       "a",   "an",     "this", "that", "our"};
    return std::ranges::find(kBefore, token(at).lower) != kBefore.end() && !is(at, NameWordRole::lead) &&
           !(token(at).lower == "new" && at + 1 < tokens_.size() && name_like(at + 1));
  }

  /// A sentence begins here, or a quotation does: a capital tells nothing.
  [[nodiscard]] bool opens(const Sentence& sentence, std::uint32_t i) const {
    if (i == sentence.first) return true;
    const std::string& before = token(i - 1).lower;
    return before == "\"" || before == "\u201C" || before == "\u2018" || before == ":" || before == "\u2022" ||
           (before == "-" && i == sentence.first + 1);
  }

  void align(const std::vector<LexiconMatch>& matches) {
    matches_.resize(tokens_.size());
    std::uint32_t at = 0;
    for (const LexiconMatch& match : matches) {
      while (at > 0 && tokens_[at - 1].span.begin >= match.span.begin) --at;
      while (at < tokens_.size() && tokens_[at].span.begin < match.span.begin) ++at;
      if (at == tokens_.size() || tokens_[at].span.begin != match.span.begin) continue;
      std::uint32_t last = at;
      while (last < tokens_.size() && tokens_[last].span.end < match.span.end) ++last;
      if (last == tokens_.size()) continue;
      const std::uint32_t over = tokens_[last].span.end - match.span.end;
      const bool full_stop = over == 1 && text_[match.span.end] == '.';
      if (tokens_[last].span.begin >= match.span.end || (over != 0 && !full_stop)) continue;
      matches_[at].push_back({last + 1, match.entries});
    }
  }

  // ---- reading a sentence from left to right

  void read(const Sentence& sentence) {
    std::uint32_t at = sentence.first;
    while (at < sentence.last) {
      const std::uint32_t next = read_at(sentence, at);
      at = std::max(next, at + 1);
    }
  }

  /// Reads what begins at token `at`; returns the token behind it, or `at` where nothing does.
  std::uint32_t read_at(const Sentence& sentence, std::uint32_t at) {
    const std::optional<TokenMatch> known = best_match(sentence, at);
    if (known && entry_kind(*known) == NameKind::title && known->last - at > 0) {
      if (!shape_of_organisation(sentence, at)) return push_match(at, *known);
    }
    if (!name_like(at)) {
      if (known) return push_match(at, *known);
      return at;
    }
    if (is(at, NameWordRole::honorific) && !known) return read_honorific(sentence, at);
    if (!known && no_part_of_name(at)) return at + 1;
    if (const auto shaped = shape_of_organisation(sentence, at); shaped && (!known || shaped->last > known->last)) {
      return push_shape(*shaped);
    }
    if (known && !rather_a_person(sentence, at, *known)) return push_match(at, *known);
    return read_unlisted(sentence, at);
  }

  [[nodiscard]] NameKind entry_kind(const TokenMatch& match) const {
    return name_kind(lexicon_.entry(match.entries[0]).kind);
  }

  /// The longest match at a token that its surroundings do not speak against.
  [[nodiscard]] std::optional<TokenMatch> best_match(const Sentence& sentence, std::uint32_t at) const {
    for (const TokenMatch& match : matches_[at]) {
      if (match.last > sentence.last) continue;
      const NameKind kind = entry_kind(match);
      const bool word_kind = kind == NameKind::title || kind == NameKind::agent;
      const bool single = match.last == at + 1;
      if (!word_kind && single && opens(sentence, at) && common_word(token(at).lower) && !token(at).all_caps) continue;
      if (!word_kind && cut_short(match.last, sentence)) continue;
      if (currency(match.last, sentence)) continue;
      if (kind == NameKind::agent && follows_name_part(at)) continue;
      if (kind == NameKind::event && names_host(match, at)) continue;
      return match;
    }
    return std::nullopt;
  }

  /// "APEC summit" where "APEC" is known too: the host is the name, and the summit is made of it (resolve.cpp).
  [[nodiscard]] bool names_host(const TokenMatch& event, std::uint32_t at) const {
    return std::ranges::any_of(matches_[at], [&](const TokenMatch& match) {
      const NameKind kind = entry_kind(match);
      const bool host = kind == NameKind::organisation || kind == NameKind::place || kind == NameKind::country;
      return host && match.last < event.last && token(match.last).lower == "summit";
    });
  }

  /// An agent word with a capital right before another name is a part of that name ("Guard" in "Guard Commander").
  [[nodiscard]] bool follows_name_part(std::uint32_t at) const { return token(at).capital && !token(at).all_caps; }

  /// "US$60 billion" is money.
  [[nodiscard]] bool currency(std::uint32_t last, const Sentence& sentence) const {
    return last < sentence.last && token(last).lower == "$" && !token(last).spaced;
  }

  /// The match stops at a hyphen that joins it to more of the name ("Jean" in "Jean-Claude"), not in "Beijing-based".
  [[nodiscard]] bool cut_short(std::uint32_t last, const Sentence& sentence) const {
    return last + 1 < sentence.last && hyphen(last) && !token(last + 1).spaced && name_like(last + 1) &&
           lexicon_.name_part(token(last + 1).lower).given > 0 && matches_[last + 1].empty();
  }

  /// "Paris Hilton", "Jordan Smith": a place's name that is a given name, right before a surname.
  [[nodiscard]] bool rather_a_person(const Sentence& sentence, std::uint32_t at, const TokenMatch& match) const {
    const NameKind kind = entry_kind(match);
    if (kind != NameKind::place && kind != NameKind::country && kind != NameKind::group) return false;
    if (match.last != at + 1 || match.last >= sentence.last || !name_like(match.last)) return false;
    if (!matches_[match.last].empty() || is(match.last, NameWordRole::tail)) return false;
    return lexicon_.name_part(token(at).lower).given > 0 && lexicon_.name_part(token(match.last).lower).surname > 0;
  }

  std::uint32_t push_match(std::uint32_t at, const TokenMatch& match) {
    NameSpan name = make_span(at, match.last, entry_kind(match));
    name.entries.assign(match.entries.begin(), match.entries.end());
    const LexiconEntry entry = lexicon_.entry(name.entries[0]);
    name.metonym = entry.kind == LexiconKind::metonym;
    name.type = std::string(entry.type);
    found_.push_back(std::move(name));
    return match.last;
  }

  [[nodiscard]] NameSpan make_span(std::uint32_t first, std::uint32_t last, NameKind kind) const {
    NameSpan name;
    name.first = first;
    name.last = last;
    name.span = {token(first).span.begin, token(last - 1).span.end};
    name.kind = kind;
    return name;
  }

  // ---- names the lexicon does not list

  /// One token further within a name: a capitalised word, or what a hyphen without spaces joins. 0 where the name ends.
  [[nodiscard]] std::uint32_t step(const Sentence& sentence, std::uint32_t at) const {
    if (at >= sentence.last) return 0;
    if (name_like(at) && !is(at, NameWordRole::honorific)) return 1;
    const bool joined = at + 1 < sentence.last && hyphen(at) && !token(at + 1).spaced && token(at + 1).word;
    if (joined && (token(at + 1).capital || !common_word(token(at + 1).lower))) return 2;
    return 0;
  }

  /// The end of the run of capitalised words that begins at `at`; a person's particles ("van", "bin") count where a
  /// name follows.
  [[nodiscard]] std::uint32_t run_end(const Sentence& sentence, std::uint32_t at, bool particles) const {
    std::uint32_t end = at;
    while (end < sentence.last && end - at < kLongestName) {
      if (const std::uint32_t n = step(sentence, end); n > 0) {
        end += n;
        continue;
      }
      std::uint32_t over = end;
      while (particles && over < sentence.last && over - end < 2 && is(over, NameWordRole::particle)) ++over;
      if (end == at || over == end || over >= sentence.last || step(sentence, over) == 0) break;
      end = over;
    }
    return end;
  }

  /// "Seoul National University", "Ministry of Emergency Situations", "Lake Victoria": by the words that end or begin
  /// such names.
  [[nodiscard]] std::optional<NameSpan> shape_of_organisation(const Sentence& sentence, std::uint32_t at) const {
    if (!name_like(at) || (opens(sentence, at) && common_word(token(at).lower) && !is(at, NameWordRole::of)))
      return std::nullopt;
    if (auto led = shape_by_lead(sentence, at)) return led;
    std::uint32_t end = run_end(sentence, at, false);
    std::optional<NameSpan> shaped;
    for (std::uint32_t i = at; i < end; ++i) {
      if (i > at && breaks_organisation(i)) break;
      const NameWord* tail = i > at ? name_word(token(i).lower, NameWordRole::tail) : nullptr;
      if (!tail) continue;
      shaped = make_span(at, i + 1, tail->kind);
      shaped->type = std::string(tail->type);
    }
    if (shaped) extend_of(sentence, *shaped);
    return shaped;
  }

  /// A title or a person's name within the run ends what came before it.
  [[nodiscard]] bool breaks_organisation(std::uint32_t at) const {
    return std::ranges::any_of(matches_[at], [&](const TokenMatch& match) {
      const NameKind kind = entry_kind(match);
      return kind == NameKind::title || (kind == NameKind::person && match.last > at + 1);
    });
  }

  [[nodiscard]] std::optional<NameSpan> shape_by_lead(const Sentence& sentence, std::uint32_t at) const {
    const NameWord* of = name_word(token(at).lower, NameWordRole::of);
    if (of && at + 1 < sentence.last && token(at + 1).lower == "of") {
      NameSpan shaped = make_span(at, at + 1, of->kind);
      shaped.type = of->kind == NameKind::organisation && name_word(token(at).lower, NameWordRole::tail)
                        ? std::string(name_word(token(at).lower, NameWordRole::tail)->type)
                        : std::string(of->type);
      extend_of(sentence, shaped);
      if (shaped.last > at + 1) return shaped;
    }
    const NameWord* lead = name_word(token(at).lower, NameWordRole::lead);
    if (lead && at + 1 < sentence.last && name_like(at + 1) && matches_[at + 1].empty()) {
      NameSpan shaped = make_span(at, at + 2, lead->kind);
      shaped.type = std::string(lead->type);
      return shaped;
    }
    return std::nullopt;
  }

  /// Takes "of the X Y and Z" into a name.
  void extend_of(const Sentence& sentence, NameSpan& name) const {
    std::uint32_t at = name.last;
    if (at >= sentence.last || (token(at).lower != "of" && token(at).lower != "for")) return;
    ++at;
    if (at < sentence.last && token(at).lower == "the") ++at;
    std::uint32_t end = run_end(sentence, at, false);
    if (end == at) return;
    if (end + 1 < sentence.last && token(end).lower == "and" && name_like(end + 1) && matches_[end + 1].empty() &&
        matches_[at].empty()) {
      end = run_end(sentence, end + 1, false);
    }
    for (std::uint32_t i = at; i < end; ++i) {
      if (breaks_organisation(i)) return;
    }
    name.last = end;
    name.span.end = token(end - 1).span.end;
  }

  std::uint32_t push_shape(NameSpan name) {
    const std::uint32_t last = name.last;
    if (name.kind != NameKind::unknown) found_.push_back(std::move(name));  // else a prize, a law: no name of ours
    return last;
  }

  /// "Mr. Smith": the name is a person's whatever its shape.
  std::uint32_t read_honorific(const Sentence& sentence, std::uint32_t at) {
    std::uint32_t begin = at + 1;
    while (begin < sentence.last && is(begin, NameWordRole::honorific) && name_like(begin)) ++begin;
    if (begin >= sentence.last || !name_like(begin)) return at + 1;
    if (const auto known = best_match(sentence, begin); known && entry_kind(*known) == NameKind::person)
      return push_match(begin, *known);
    found_.push_back(make_span(begin, person_end(sentence, begin), NameKind::person));
    return found_.back().last;
  }

  /// Where a person's name that begins at `at` ends: before a title, an organisation or a place of two words.
  [[nodiscard]] std::uint32_t person_end(const Sentence& sentence, std::uint32_t at) const {
    const std::uint32_t run = run_end(sentence, at, true);
    for (std::uint32_t i = at + 1; i < run; ++i) {
      if (hyphen(i) || (i > 0 && hyphen(i - 1))) continue;
      if (is(i, NameWordRole::tail)) return i;
      for (const TokenMatch& match : matches_[i]) {
        const NameKind kind = entry_kind(match);
        const bool of_person =
            kind == NameKind::person || kind == NameKind::agent || kind == NameKind::group ||
            (match.last == i + 1 && kind == NameKind::place && lexicon_.name_part(token(i).lower).surname > 0);
        if (!of_person) return i;
      }
    }
    return run;
  }

  std::uint32_t read_unlisted(const Sentence& sentence, std::uint32_t at) {
    const bool unsure = opens(sentence, at) && common_word(token(at).lower);
    const bool titled = !found_.empty() && found_.back().last == at && found_.back().kind == NameKind::title;
    const std::uint32_t end = person_end(sentence, at);
    if (end - at >= 2 && person_like(sentence, at, end, titled, unsure)) {
      found_.push_back(make_span(at, end, NameKind::person));
      return end;
    }
    const bool great_title =
        titled && token(found_.back().first).capital;  // "President Lee", not "an official Android"
    if (great_title && end - at == 1 && !token(at).all_caps) {
      found_.push_back(make_span(at, end, NameKind::person));
      return end;
    }
    if (unsure) return at + 1;
    found_.push_back(make_span(at, end, NameKind::unknown));
    return end;
  }

  /// Two to five capitalised words that look like a person's name.
  [[nodiscard]] bool person_like(const Sentence& sentence, std::uint32_t at, std::uint32_t end, bool titled,
                                 bool unsure) const {
    if (token(at).all_caps && token(at).lower.size() > 2) return false;
    if (titled) return true;
    if (unsure) return false;
    const NamePart first = lexicon_.name_part(token(at).lower);
    const NamePart last = lexicon_.name_part(token(end - 1).lower);
    const bool common_first = common_word(token(at).lower);
    const bool common_last = common_word(token(end - 1).lower);
    const bool initial = token(at).lower.size() <= 2 && token(at).lower.ends_with(".");
    if (initial && last.surname > 0) return true;
    if (first.given > 0 && !common_first) return last.surname > 0 || !common_last;
    if (first.given > 0 && common_first) return last.surname > 0 && !common_last;
    const bool speaks = end < sentence.last && says(token(end).lower);
    return speaks && !common_first && !common_last;
  }

  [[nodiscard]] static bool says(std::string_view word) {
    constexpr std::array<std::string_view, 8> kSaying{"said",    "says",  "told",      "added",
                                                      "tweeted", "noted", "explained", "argued"};
    return std::ranges::find(kSaying, word) != kSaying.end();
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<Sentence>& sentences_;
  const Lexicon& lexicon_;
  std::vector<std::vector<TokenMatch>> matches_;  ///< by first token, longest first
  std::vector<NameSpan> found_;
};

}  // namespace

std::vector<NameSpan> find_names(std::string_view text, const Analysis& analysis, const Lexicon& lexicon) {
  return NameFinder(text, analysis, lexicon).run();
}

}  // namespace entente
