#include "extract/relations/model_ties.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "extract/relations/one_phrase.h"

namespace entente {
namespace {

constexpr float kLeast = 0.3F;  // probability of a tie that is told; questions ask for 0.5 unless told otherwise

/// What two sentences together may tell; other ties are told in one.
constexpr std::array<std::string_view, 8> kAcross{"based_in",   "born_in",    "citizen_of",      "educated_at",
                                                  "in_country", "located_in", "participates_in", "party_member"};

constexpr double kAlone = 0.6;  // what remains where the model's word needs another's

constexpr std::array<std::string_view, 6> kBirth{"born", "birth", "birthplace", "native", "hails", "hometown"};
constexpr std::array<std::string_view, 7> kDeath{"died", "dies", "death", "dead", "killed", "murdered", "buried"};

/// Ties that carry a title as their role.
constexpr std::array<std::string_view, 6> kOfOffice{"holds_office_in", "leads",      "member_of",
                                                    "represents",      "speaks_for", "works_for"};

bool among(const auto& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

class ModelTies {
 public:
  ModelTies(const Analysis& analysis, const Trees& trees, const SentenceView& view, const ArticleReading& reading,
            Findings& findings)
      : analysis_(analysis), trees_(trees), view_(view), reading_(reading), findings_(findings) {}

  void run() {
    collect();
    for (const RelationScore& score : reading_.relations(words_, entities_, kLeast)) add(score);
  }

 private:
  /// The names of the article, headings and labels left out, as the model asks for them.
  void collect() {
    std::uint32_t s = 0;
    for (const TokenMention& mention : view_.resolution().mentions) {
      while (mention.first >= analysis_.sentences[s].last) ++s;
      const Sentence& sentence = analysis_.sentences[s];
      if (sentence.heading || sentence.label || mention.entity == kNoEntity) continue;
      if (mention.form != Form::name && mention.form != Form::demonym) continue;
      const std::string_view kind = mention.form == Form::demonym ? "demonym" : word(view_.entity(mention).kind);
      words_.push_back({s, mention.first - sentence.first, mention.last - 1 - sentence.first, kind});
      entities_.push_back(mention.entity);
      mentions_.push_back(&mention);
    }
  }

  void add(const RelationScore& score) {
    const bool apart = words_[score.subject_mention].sentence != words_[score.object_mention].sentence;
    if (apart && std::ranges::find(kAcross, score.type) == kAcross.end()) return;
    const TokenMention& subject = *mentions_[score.subject_mention];
    const TokenMention& object = *mentions_[score.object_mention];
    if (signs_report(subject) || signs_report(object)) return;
    RelationDraft draft;
    draft.type = employed(score.type, subject, object) ? "works_for" : score.type;
    draft.subject = score.subject;
    draft.object = score.object;
    draft.past = !apart && of_office(score.type) && past(subject, object);
    const ByteSpan one = analysis_.sentences[words_[score.subject_mention].sentence].span;
    const ByteSpan other = analysis_.sentences[words_[score.object_mention].sentence].span;
    draft.evidence = {std::min(one.begin, other.begin), std::max(one.end, other.end)};
    // What no sentence says, and a place's country: the graph is told where it lies by located_in.
    draft.background = apart || draft.type == "in_country";
    draft.confidence = static_cast<double>(score.probability) * belief(draft.type);
    if (!told_of_life(draft.type, words_[score.subject_mention].sentence) &&
        !told_of_life(draft.type, words_[score.object_mention].sentence))
      draft.confidence *= kAlone;
    if (draft.confidence < static_cast<double>(kLeast)) return;
    if (!apart && !backed(draft, subject, object)) draft.confidence = unbacked(draft.confidence);
    draft.rule = kRelationsHead;
    if (of_office(score.type)) {
      if (const ActorWord* title = title_of(subject)) draft.role = title->name;
    }
    findings_.add(std::move(draft));
  }

  /// The model was trained on few texts, most of them not news: where it alone says who leads or owns what, sentences
  /// of news that name a person beside a country mislead it more often than its probability tells.
  static double belief(std::string_view type) {
    constexpr std::array<std::string_view, 8> kDoubted{"capital_of", "founded",    "holds_office_in", "leads",
                                                       "owns",       "represents", "speaks_for",      "succeeds"};
    return std::ranges::find(kDoubted, type) == kDoubted.end() ? 1.0 : kAlone;
  }

  static bool of_office(std::string_view type) { return std::ranges::find(kOfOffice, type) != kOfOffice.end(); }

  /// Something besides the model's probability speaks for the tie: the sentence puts the two into one phrase, or who
  /// takes part and in what into one clause, or the two are known to be of one country.
  [[nodiscard]] bool backed(const RelationDraft& draft, const TokenMention& subject, const TokenMention& object) const {
    constexpr std::array<std::string_view, 4> kOfLands{"agency_of", "based_in", "citizen_of", "located_in"};
    const Entity& land = view_.entity(object);
    const std::string& whose = land.kind == Kind::country ? land.links.iso3 : land.country;
    const bool of_land = std::ranges::find(kOfLands, draft.type) != kOfLands.end();
    if (of_land && land.kind == Kind::country && !whose.empty() && view_.entity(subject).country == whose) return true;
    if (draft.type == "participates_in" && in_one_clause(trees_, subject, object)) return true;
    return in_one_phrase(trees_, view_, subject, object);
  }

  /// Names that a sentence of news merely names beside each other belong together in about half of the cases in which
  /// the model says so (docs/quality.md), however sure it is: what remains is under 0.5.
  static double unbacked(double confidence) {
    constexpr double kShare = 0.28;
    const auto least = static_cast<double>(kLeast);
    return least + (confidence - least) * kShare;
  }

  [[nodiscard]] bool signs_report(const TokenMention& mention) const {
    return entente::signs_report(view_, trees_.sentence(mention.first), mention);
  }

  /// Who has a title in a body, or is named with a firm, works for it; of a party, team or parliament one is a member.
  [[nodiscard]] bool employed(std::string_view type, const TokenMention& person, const TokenMention& body) const {
    constexpr std::array<std::string_view, 4> kEmployers{"company", "education", "media", "military"};
    const Entity& of = view_.entity(body);
    if (type != "member_of" || view_.entity(person).kind != Kind::person || of.type == "party" || of.type == "igo")
      return false;
    const ActorWord* title = title_of(person);
    if (title && title->sector.starts_with("LEG")) return false;
    return title || std::ranges::find(kEmployers, of.type) != kEmployers.end();
  }

  /// Births and deaths are told by words, or by a year in brackets: news names many people beside towns.
  [[nodiscard]] bool told_of_life(std::string_view type, std::uint32_t sentence) const {
    const bool born = type == "born_in";
    if (!born && type != "died_in") return true;
    const Sentence& at = analysis_.sentences[sentence];
    for (std::uint32_t i = at.first; i < at.last; ++i) {
      const std::string& lower = view_.token(i).lower;
      if (born ? among(kBirth, lower) : among(kDeath, lower)) return true;
      const bool year = lower.size() == 4 && std::ranges::all_of(lower, [](char c) { return c >= '0' && c <= '9'; });
      for (std::uint32_t back = 1; year && back < 6 && i >= at.first + back; ++back) {
        if (view_.is(i - back, {"("})) return true;
      }
    }
    return false;
  }

  /// The title that stands beside a person's name: "President Xi", "Xi, the Chinese president".
  [[nodiscard]] const ActorWord* title_of(const TokenMention& person) const {
    if (view_.entity(person).kind != Kind::person) return nullptr;
    if (const ActorWord* before = view_.word_ending(person.first); before && before->title) return before;
    if (!view_.is(person.last, {","})) return nullptr;
    for (std::uint32_t at = person.last + 1; at < person.last + 6; ++at) {
      if (const ActorWord* after = view_.word_beginning(at); after && after->title) return after;
      if (view_.is(at, {",", ".", ";"})) return nullptr;
    }
    return nullptr;
  }

  /// "former" or "ex-" stands right before one of the two or its title.
  [[nodiscard]] bool past(const TokenMention& a, const TokenMention& b) const {
    constexpr std::uint32_t kBefore = 4;
    const auto before = [this](std::uint32_t first) {
      for (std::uint32_t at = first; at > 0 && first - at < kBefore; --at) {
        if (view_.is(at - 1, {"former", "ex", "erstwhile"})) return true;
        if (!view_.token(at - 1).word && view_.token(at - 1).lower != "-") return false;
      }
      return false;
    };
    return before(a.first) || before(b.first);
  }

  const Analysis& analysis_;
  const Trees& trees_;
  const SentenceView& view_;
  const ArticleReading& reading_;
  Findings& findings_;
  std::vector<MentionWords> words_;
  std::vector<std::int32_t> entities_;
  std::vector<const TokenMention*> mentions_;
};

}  // namespace

void model_ties(const Analysis& analysis, const Trees& trees, const SentenceView& view, const ArticleReading& reading,
                Findings& findings) {
  if (reading.has_relations()) ModelTies(analysis, trees, view, reading, findings).run();
}

}  // namespace entente
