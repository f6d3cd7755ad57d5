#include "extract/resolution/phrases.h"

#include <algorithm>
#include <array>
#include <optional>

namespace entente {
namespace {

template <std::size_t N>
bool among(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

class PhraseFinder {
 public:
  PhraseFinder(const Trees& trees, const std::vector<bool>& taken) : trees_(trees), taken_(taken) {}

  std::vector<Phrase> run() const {
    std::vector<Phrase> phrases;
    for (std::uint32_t t = 0; t < trees_.size(); ++t) {
      if (taken_[t]) continue;
      const std::optional<Phrase> phrase = trees_.token(t).upos == "PRON" ? pronoun(t) : nominal(t);
      if (phrase) phrases.push_back(*phrase);
    }
    return phrases;
  }

 private:
  [[nodiscard]] std::optional<Phrase> pronoun(std::uint32_t at) const {
    const Token& token = trees_.token(at);
    const std::string_view word = pronoun_lemma(token.lower);
    if (word.empty()) return indefinite(at);
    if (trees_.plain_relation(at) == "expl" || trees_.plain_relation(at) == "discourse") return std::nullopt;
    const bool relative = word == "who" || (token.lower == "that" && token.xpos == "WDT");
    if (relative && !antecedent(at)) return std::nullopt;
    if (!relative && word == "this") return std::nullopt;
    Phrase phrase{at, at + 1, Form::pronoun, relative ? std::string_view("who") : word, {}, Reach::known};
    phrase.traits = pronoun_traits(phrase.word);
    if (relative && token.lower.starts_with("who")) phrase.traits.kinds = kPerson | kOrganisation | kCountry;
    if (token.lower == "which") phrase.traits.kinds &= static_cast<KindSet>(~kPerson);
    return phrase;
  }

  /// A relative pronoun stands in a clause that hangs on a noun.
  [[nodiscard]] bool antecedent(std::uint32_t at) const {
    const std::uint32_t predicate = trees_.predicate_of(at);
    return trees_.plain_relation(predicate) == "acl";
  }

  /// "someone", "everybody", "others".
  [[nodiscard]] std::optional<Phrase> indefinite(std::uint32_t at) const {
    const Token& token = trees_.token(at);
    Traits traits = noun_traits(token.lower);
    if (traits.kinds == kThing || trees_.plain_relation(at) == "expl") return std::nullopt;
    traits.number = Number::either;
    return Phrase{at, at + 1, Form::nominal, token.lower, traits, Reach::fresh};
  }

  [[nodiscard]] std::optional<Phrase> nominal(std::uint32_t at) const {
    const Token& token = trees_.token(at);
    if (token.lower == "one" && one_of_people(at))
      return Phrase{at, at + 1, Form::nominal, token.lower, {kPerson, '?', Number::one}, Reach::fresh};
    const bool noun = token.upos == "NOUN" && (token.xpos == "NN" || token.xpos == "NNS");
    if (!noun && !title_like(at) && !counted(at)) return std::nullopt;
    constexpr std::array<std::string_view, 6> kParts{"compound", "flat", "fixed", "goeswith", "discourse", "list"};
    if (among(trees_.plain_relation(at), kParts)) return std::nullopt;
    if (before_name(at)) return std::nullopt;
    const std::string_view word = token.upos == "PROPN" ? small_noun(token.lower) : std::string_view(token.lemma);
    Phrase phrase{begin(at), at + 1, Form::nominal, word, noun_traits(word), Reach::open};
    if (phrase.traits.kinds == kThing) phrase.traits = noun_traits(token.lower);
    if (token.upos == "PROPN") phrase.traits.number = Number::one;
    if (token.xpos == "NNS" || token.xpos == "NNPS") phrase.traits.number = Number::many;
    if (counted(at)) phrase.traits = {kAnyKind, '?', Number::many};
    phrase.reach = reach(phrase);
    phrase.unlisted = phrase.traits.kinds == kThing;
    if (phrase.unlisted) phrase.traits.kinds = kAnyKind;
    if (phrase.reach == Reach::open && token.upos == "PROPN") phrase.reach = Reach::known;
    return phrase;
  }

  /// The singular of a noun with a capital, whose lemma keeps it: "senator" of "Senators".
  static std::string_view small_noun(std::string_view lower) {
    const bool plural = lower.ends_with("s") && noun_traits(lower).kinds == kThing;
    return plural ? lower.substr(0, lower.size() - 1) : lower;
  }

  /// "President Xi", "the singer Adele": part of what the name is called.
  [[nodiscard]] bool before_name(std::uint32_t at) const {
    if (at + 1 >= trees_.size() || !taken_[at + 1] || trees_.sentence_of(at) != trees_.sentence_of(at + 1))
      return false;
    std::uint32_t name = at + 1;
    while (taken_[name] && trees_.token(name).head > at && trees_.token(name).head != name &&
           taken_[trees_.token(name).head])
      name = trees_.token(name).head;
    return trees_.token(name).head == at || trees_.token(at).head == name;
  }

  /// "the President", "Mom": a common noun with a capital that is no part of a name.
  [[nodiscard]] bool title_like(std::uint32_t at) const {
    return trees_.token(at).upos == "PROPN" && noun_traits(small_noun(trees_.token(at).lower)).kinds != kThing;
  }

  /// "one of the victims".
  [[nodiscard]] bool one_of_people(std::uint32_t at) const {
    const std::uint32_t noun = trees_.child(at, "nmod");
    return noun != at && noun_traits(trees_.token(noun).lemma).kinds == kPerson;
  }

  /// "both", "the two", "the three" without a noun.
  [[nodiscard]] bool counted(std::uint32_t at) const {
    const Token& token = trees_.token(at);
    constexpr std::array<std::string_view, 4> kArguments{"nsubj", "obj", "iobj", "obl"};
    if (!among(trees_.plain_relation(at), kArguments)) return false;
    if (token.lower == "both") return true;
    return (token.lower == "two" || token.lower == "three") && trees_.has(at, "det");
  }

  /// The leftmost word of those that stand before the head without a gap and belong to it.
  [[nodiscard]] std::uint32_t begin(std::uint32_t head) const {
    std::uint32_t first = head;
    const auto children = trees_.children(head);
    for (auto each = children.rbegin(); each != children.rend(); ++each) {
      if (*each > head) continue;
      if (!premodifier(*each) || trees_.last_below(*each) + 1 != first) break;
      first = trees_.first_below(*each);
    }
    while (first < head && trees_.token(first).upos == "PUNCT") ++first;
    return first;
  }

  [[nodiscard]] bool premodifier(std::uint32_t child) const {
    constexpr std::array<std::string_view, 8> kRelations{"det",    "amod", "nummod", "compound",
                                                         "advmod", "flat", "obl",    "nmod"};
    const std::string_view relation = trees_.token(child).relation;
    return among(trees_.plain_relation(child), kRelations) || relation == "cc:preconj" || relation == "punct";
  }

  [[nodiscard]] Reach reach(const Phrase& phrase) const {
    constexpr std::array<std::string_view, 7> kKnown{"the", "this", "these", "that", "those", "both", "such"};
    constexpr std::array<std::string_view, 14> kFresh{"a",     "an",  "some", "any",     "no",   "every",  "each",
                                                      "other", "all", "many", "another", "most", "either", "neither"};
    for (const std::uint32_t child : trees_.children(phrase.head())) {
      if (child > phrase.head()) break;
      const std::string& lower = trees_.token(child).lower;
      if (trees_.token(child).relation == "nmod:poss" || among(lower, kKnown)) return Reach::known;
      if (among(lower, kFresh)) return Reach::fresh;
    }
    if (counted(phrase.head())) return Reach::known;
    const bool role = trees_.token(phrase.head()).xpos == "NN" && phrase.traits.kinds == kPerson &&
                      phrase.traits.number == Number::one;
    return role ? Reach::fresh : Reach::open;  // "as president"
  }

  const Trees& trees_;
  const std::vector<bool>& taken_;
};

}  // namespace

std::vector<Phrase> find_phrases(const Trees& trees, const std::vector<bool>& taken) {
  return PhraseFinder(trees, taken).run();
}

}  // namespace entente
