#include "extract/resolution/quotes.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace entente {
namespace {

bool marks(std::string_view text, bool& opens, bool& closes) {
  opens = text == "\"" || text == "“" || text == "``" || text == "«" || text == "„";
  closes = text == "\"" || text == "”" || text == "''" || text == "»";
  return opens || closes;
}

bool says(std::string_view lemma) {
  constexpr std::array<std::string_view, 41> kVerbs{
      "say",      "tell",    "add",      "note",   "state",      "explain",   "declare",  "announce", "claim",
      "insist",   "argue",   "warn",     "write",  "tweet",      "ask",       "reply",    "respond",  "recall",
      "remark",   "comment", "continue", "stress", "emphasize",  "emphasise", "conclude", "believe",  "think",
      "cry",      "shout",   "whisper",  "answer", "laugh",      "exclaim",   "mutter",   "joke",     "testify",
      "complain", "quip",    "assert",   "admit",  "acknowledge"};
  return std::ranges::find(kVerbs, lemma) != kVerbs.end();
}

class QuoteFinder {
 public:
  QuoteFinder(const Analysis& analysis, const Trees& trees) : analysis_(analysis), trees_(trees) {
    quotes_.of_token.resize(trees.size(), 0);
    quotes_.speaker.push_back(Quotes::kNobody);
  }

  Quotes run() {
    find_marks();
    for (const Sentence& sentence : analysis_.sentences) {
      if (!sentence.heading) find_speakers(sentence);
    }
    carry_on();
    find_turns();
    return std::move(quotes_);
  }

 private:
  void find_marks() {
    std::uint32_t open = 0;
    std::uint32_t paragraph = 0;
    for (const Sentence& sentence : analysis_.sentences) {
      if (sentence.paragraph != paragraph) open = 0;
      paragraph = sentence.paragraph;
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
        bool opens = false;
        bool closes = false;
        if (!marks(trees_.token(t).lower, opens, closes)) {
          quotes_.of_token[t] = open;
        } else if (open != 0 && closes) {
          open = 0;
        } else if (open == 0 && opens) {
          open = static_cast<std::uint32_t>(quotes_.speaker.size());
          quotes_.speaker.push_back(Quotes::kNobody);
          paragraph_of_.resize(quotes_.speaker.size());
          paragraph_of_.back() = sentence.paragraph;
        }
      }
    }
  }

  /// "said X" outside the quotes gives its subject to the nearest quotes of the sentence.
  void find_speakers(const Sentence& sentence) {
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      if (quotes_.of_token[t] != 0 || trees_.token(t).upos != "VERB" || !says(trees_.token(t).lemma)) continue;
      const std::uint32_t subject = trees_.subject_of(t);
      if (subject == t || quotes_.of_token[subject] != 0) continue;
      for (std::uint32_t q = sentence.first; q < sentence.last; ++q) {
        if (quotes_.of_token[q] != 0 && quotes_.speaker[quotes_.of_token[q]] == Quotes::kNobody)
          quotes_.speaker[quotes_.of_token[q]] = subject;
      }
    }
  }

  /// A quote without a word of saying goes on from the one before it in the paragraph.
  void carry_on() {
    for (std::size_t q = 2; q < quotes_.speaker.size(); ++q) {
      if (quotes_.speaker[q] == Quotes::kNobody && paragraph_of_[q] == paragraph_of_[q - 1])
        quotes_.speaker[q] = quotes_.speaker[q - 1];
    }
  }

  void find_turns() {
    quotes_.first_turn = static_cast<std::uint32_t>(quotes_.speaker.size());
    std::uint32_t turn = 0;
    for (const Sentence& sentence : analysis_.sentences) {
      if (sentence.label) {
        turn = static_cast<std::uint32_t>(quotes_.speaker.size());
        quotes_.speaker.push_back(labelled(sentence));
        continue;
      }
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
        if (quotes_.of_token[t] == 0) quotes_.of_token[t] = turn;
      }
    }
  }

  /// The last word of a label; nobody where it is "Q".
  [[nodiscard]] std::uint32_t labelled(const Sentence& label) const {
    std::uint32_t last = label.last - 1;
    while (last > label.first && !trees_.token(last).word) --last;
    return trees_.token(last).lower == "q" ? Quotes::kNobody : last;
  }

  const Analysis& analysis_;
  const Trees& trees_;
  Quotes quotes_;
  std::vector<std::uint32_t> paragraph_of_;
};

}  // namespace

Quotes find_quotes(const Analysis& analysis, const Trees& trees) {
  return QuoteFinder(analysis, trees).run();
}

}  // namespace entente
