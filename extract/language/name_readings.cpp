#include "extract/language/name_readings.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "extract/language/name_words.h"
#include "extract/text/common_words.h"

namespace entente {
namespace {

constexpr float kSure = 0.7F;  // score of a reading that others of the same name may be told by

NameKind kind_of_word(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, NameKind>, 7> kKinds{{{"person", NameKind::person},
                                                                         {"country", NameKind::country},
                                                                         {"organisation", NameKind::organisation},
                                                                         {"place", NameKind::place},
                                                                         {"event", NameKind::event},
                                                                         {"demonym", NameKind::demonym},
                                                                         {"group", NameKind::group}}};
  const auto found = std::ranges::find(kKinds, word, &std::pair<std::string_view, NameKind>::first);
  return found == kKinds.end() ? NameKind::other : found->second;
}

class Readings {
 public:
  explicit Readings(const Analysis& analysis) : tokens_(analysis.tokens), sentences_(analysis.sentences) {
    for (const ModelName& name : analysis.names) {
      NameReadingSpan reading{name.first, name.last, kind_of_word(name.kind), name.type, name.score};
      while (const std::uint32_t comma = comma_in(reading)) {
        NameReadingSpan part = reading;
        part.last = comma;
        put(part);
        reading.first = comma + 1;
      }
      put(reading);
    }
  }

  std::vector<NameReadingSpan> run() {
    count();
    for (NameReadingSpan& reading : readings_) join_others(reading);
    spread();
    std::ranges::sort(readings_, {}, &NameReadingSpan::first);
    return std::move(readings_);
  }

 private:
  using Text = std::vector<std::string_view>;  // the words of a name, in small letters

  /// What the article reads a name as, over all its places.
  struct Votes {
    std::map<NameKind, float> by_kind;
    std::map<NameKind, NameReadingSpan> surest;

    /// The surest reading as what the name is read as most.
    [[nodiscard]] const NameReadingSpan& most() const {
      return surest.at(std::ranges::max_element(by_kind, {}, &std::pair<const NameKind, float>::second)->first);
    }
  };

  void put(NameReadingSpan reading) {
    trim(reading);
    if (reading.first < reading.last) readings_.push_back(reading);
  }

  /// "Geneva, Switzerland" is two places; 0 where no comma stands within.
  [[nodiscard]] std::uint32_t comma_in(const NameReadingSpan& reading) const {
    if (reading.kind != NameKind::place && reading.kind != NameKind::country) return 0;
    for (std::uint32_t i = reading.first + 1; i < reading.last; ++i) {
      if (tokens_[i].lower == ",") return i;
    }
    return 0;
  }

  /// Takes off what is no part of a name: "the", "Mr.", a possessive, quotation marks.
  void trim(NameReadingSpan& reading) const {
    const auto no_part = [&](std::uint32_t i) {
      const std::string& lower = tokens_[i].lower;
      return !tokens_[i].word && !(lower[0] >= '0' && lower[0] <= '9') && lower != "#" && lower != "@";
    };
    const auto label = [&](std::uint32_t i) {  // "Q Jay, when ...": who asks, in a transcript
      return honorific(tokens_[i].lower) || (tokens_[i].lower == "q" && reading.last - i > 1);
    };
    while (reading.first < reading.last && (no_part(reading.first) || tokens_[reading.first].lower == "the" ||
                                            (reading.kind == NameKind::person && label(reading.first))))
      ++reading.first;
    const auto number = [&](std::uint32_t i) { return reading.kind == NameKind::person && tokens_[i].upos == "NUM"; };
    while (reading.first < reading.last &&
           (tokens_[reading.last - 1].lower == "'s" || no_part(reading.last - 1) || number(reading.last - 1)))
      --reading.last;
  }

  [[nodiscard]] Text text(std::uint32_t first, std::uint32_t last) const {
    Text words;
    for (std::uint32_t i = first; i < last; ++i) words.push_back(tokens_[i].lower);
    return words;
  }

  void count() {
    for (const NameReadingSpan& reading : readings_) {
      Votes& votes = votes_[text(reading.first, reading.last)];
      votes.by_kind[reading.kind] += reading.score;
      NameReadingSpan& surest = votes.surest[reading.kind];
      if (reading.score > surest.score) surest = reading;
    }
  }

  /// An unsure reading gives way where the article elsewhere reads the name surely and otherwise, and one as a thing
  /// where it mostly reads it as somebody or a place.
  void join_others(NameReadingSpan& reading) const {
    constexpr float kClear = 3;
    constexpr float kMostly = 1;
    const Votes& votes = votes_.at(text(reading.first, reading.last));
    const NameReadingSpan& most = votes.most();
    const bool thing = reading.kind == NameKind::other;
    if (most.kind == reading.kind || most.score < kSure || (reading.score >= kSure && !thing)) return;
    if (votes.by_kind.at(most.kind) < (thing ? kMostly : kClear) * votes.by_kind.at(reading.kind)) return;
    reading.kind = most.kind;
    reading.type = most.type;
  }

  /// A name read surely somewhere is read where the model overlooked it, and a body or a person also within the name
  /// of a thing: "the Nokia Lumia".
  void spread() {
    std::vector<bool> taken(tokens_.size());
    std::vector<bool> thing(tokens_.size());
    for (const NameReadingSpan& reading : readings_) mark(reading, reading.kind == NameKind::other ? thing : taken);
    std::size_t longest = 0;
    for (const auto& [words, votes] : votes_) longest = std::max(longest, words.size());
    std::vector<NameReadingSpan> found;
    for (const Sentence& sentence : sentences_) {
      for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
        if (taken[at] || !tokens_[at].capital) continue;
        const auto name = overlooked(sentence, at, longest, taken);
        if (!name || (thing[at] && name->kind != NameKind::organisation && name->kind != NameKind::person)) continue;
        mark(*name, taken);
        found.push_back(*name);
      }
    }
    std::erase_if(readings_, [&](const NameReadingSpan& reading) {
      const auto first = taken.begin() + reading.first, last = taken.begin() + reading.last;
      return reading.kind == NameKind::other && std::find(first, last, true) != last;
    });
    readings_.insert(readings_.end(), found.begin(), found.end());
  }

  static void mark(const NameReadingSpan& reading, std::vector<bool>& tokens) {
    std::fill(tokens.begin() + reading.first, tokens.begin() + reading.last, true);
  }

  [[nodiscard]] std::optional<NameReadingSpan> overlooked(const Sentence& sentence, std::uint32_t at,
                                                          std::size_t longest, const std::vector<bool>& taken) const {
    std::uint32_t last = at;
    while (last < sentence.last && last - at < longest && !taken[last]) ++last;
    for (; last > at; --last) {
      const auto found = votes_.find(text(at, last));
      if (found == votes_.end()) continue;
      const NameReadingSpan& most = found->second.most();
      if (most.score < kSure || most.kind == NameKind::other) continue;
      const bool noun = tokens_[at].upos == "PROPN" || at > sentence.first;
      if (last == at + 1 && (common_word(tokens_[at].lower) || !noun)) continue;
      return NameReadingSpan{at, last, most.kind, most.type, most.score};
    }
    return std::nullopt;
  }

  const std::vector<Token>& tokens_;
  const std::vector<Sentence>& sentences_;
  std::vector<NameReadingSpan> readings_;
  std::map<Text, Votes> votes_;
};

}  // namespace

std::vector<NameReadingSpan> name_readings(const Analysis& analysis) {
  return Readings(analysis).run();
}

}  // namespace entente
