#include "extract/resolution/antecedent_scores.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>

namespace entente {
namespace {

struct NounOfType {
  std::string_view type;
  std::string_view noun;
};

/// What a name of a type is called when it is spoken of again.
constexpr std::array<NounOfType, 60> kNounsOfTypes{{{"company", "company"},
                                                    {"company", "firm"},
                                                    {"company", "manufacturer"},
                                                    {"company", "carmaker"},
                                                    {"company", "maker"},
                                                    {"company", "airline"},
                                                    {"company", "bank"},
                                                    {"company", "retailer"},
                                                    {"company", "giant"},
                                                    {"company", "conglomerate"},
                                                    {"company", "startup"},
                                                    {"company", "business"},
                                                    {"media", "newspaper"},
                                                    {"media", "paper"},
                                                    {"media", "network"},
                                                    {"media", "broadcaster"},
                                                    {"media", "station"},
                                                    {"media", "agency"},
                                                    {"media", "magazine"},
                                                    {"media", "channel"},
                                                    {"media", "daily"},
                                                    {"party", "party"},
                                                    {"party", "group"},
                                                    {"party", "movement"},
                                                    {"government", "agency"},
                                                    {"government", "ministry"},
                                                    {"government", "department"},
                                                    {"government", "office"},
                                                    {"government", "commission"},
                                                    {"government", "court"},
                                                    {"government", "parliament"},
                                                    {"government", "bureau"},
                                                    {"government", "authority"},
                                                    {"government", "body"},
                                                    {"government", "council"},
                                                    {"government", "legislature"},
                                                    {"igo", "organisation"},
                                                    {"igo", "organization"},
                                                    {"igo", "bloc"},
                                                    {"igo", "alliance"},
                                                    {"igo", "body"},
                                                    {"igo", "agency"},
                                                    {"igo", "union"},
                                                    {"igo", "group"},
                                                    {"ngo", "organisation"},
                                                    {"ngo", "organization"},
                                                    {"ngo", "group"},
                                                    {"ngo", "charity"},
                                                    {"armed_group", "group"},
                                                    {"armed_group", "militia"},
                                                    {"armed_group", "movement"},
                                                    {"armed_group", "organisation"},
                                                    {"armed_group", "organization"},
                                                    {"education", "university"},
                                                    {"education", "college"},
                                                    {"education", "school"},
                                                    {"military", "army"},
                                                    {"military", "force"},
                                                    {"city", "city"},
                                                    {"city", "town"}}};

class ScoresByRule final : public AntecedentScores {
 public:
  ScoresByRule(const Trees& trees, const std::vector<Referent>& referents) : trees_(trees), referents_(referents) {
    std::map<std::int32_t, float> times;
    for (const Referent& referent : referents) named_.push_back(referent.name() ? ++times[referent.entity] : 1);
  }

  [[nodiscard]] std::vector<float> of(std::uint32_t asks, std::span<const std::uint32_t> candidates) const override {
    std::vector<float> scores;
    for (const std::uint32_t candidate : candidates) scores.push_back(score(referents_[asks], candidate));
    return scores;
  }

  [[nodiscard]] bool knows_fresh() const override { return false; }
  [[nodiscard]] float probability(float score) const override { return std::min(0.5F + score / 4, 0.9F); }

 private:
  [[nodiscard]] float score(const Referent& asks, std::uint32_t number) const {
    const Referent& candidate = referents_[number];
    const auto sentences = static_cast<float>(
        trees_.sentence_of(asks.head) - std::min(trees_.sentence_of(candidate.head), trees_.sentence_of(asks.head)));
    const auto words = static_cast<float>(asks.first - std::min(candidate.last, asks.first));
    if (!asks.pronoun()) return of_nominal(asks, candidate, sentences);
    return of_pronoun(asks, candidate, sentences, words, std::log(named_[number]));
  }

  /// `known`: the logarithm of how often who the candidate names has been named; "he" is likelier who is named often.
  [[nodiscard]] float of_pronoun(const Referent& asks, const Referent& candidate, float sentences, float words,
                                 float known) const {
    constexpr float kKnown = 0.4F;
    if (asks.word == "i" || asks.word == "you" || asks.word == "we")
      return candidate.word == asks.word ? 1 - words / 10'000 : -1;
    if (candidate.word == "i" || candidate.word == "you" || candidate.word == "we") return -1;
    const bool he = asks.word == "he" || asks.word == "she";
    float score = (he ? 2.0F : 1.2F) - 0.5F * sentences - words / 200;
    if (he && candidate.unlisted) score -= 1;
    if (candidate.word == asks.word) score += 0.5F;
    if (subject(candidate)) score += 0.4F;
    if (candidate.nominal() && candidate.reach != Reach::known) score -= 0.2F;
    if (he) score += kKnown * known;
    return score;
  }

  [[nodiscard]] float of_nominal(const Referent& asks, const Referent& candidate, float sentences) const {
    if (candidate.pronoun() || candidate.form == Form::demonym) return -1;
    if (candidate.nominal())
      return candidate.word == asks.word && adds_nothing(asks, candidate) ? 1 - sentences / 40 : -1;
    const std::string& the = trees_.token(asks.first).lower;
    const bool bare = asks.last - asks.first == 2 && (the == "the" || the == "this" || the == "that");
    const bool fits = bare && asks.traits.number != Number::many && type_fits(asks.word, candidate);
    return fits ? 0.8F - 0.35F * sentences : -1;
  }

  /// "the British company" is not "the company" of before where that one is somebody else's.
  [[nodiscard]] bool adds_nothing(const Referent& asks, const Referent& candidate) const {
    for (std::uint32_t t = asks.first; t < asks.head; ++t) {
      const Token& token = trees_.token(t);
      if (token.upos == "DET" || token.upos == "PUNCT" || token.lower == "'s" || token.upos == "PRON" ||
          token.upos == "NUM")
        continue;
      bool found = false;
      for (std::uint32_t c = candidate.first; c < candidate.last; ++c)
        found = found || trees_.token(c).lower == token.lower;
      if (!found) return false;
    }
    return true;
  }

  /// "the company" for a company, "the city" for a city.
  static bool type_fits(std::string_view noun, const Referent& name) {
    if (name.model_kind == "country") return noun_traits(noun).kinds == kCountry;
    const auto fits = [&](const NounOfType& row) { return row.type == name.type && row.noun == noun; };
    return std::ranges::any_of(kNounsOfTypes, fits);
  }

  [[nodiscard]] bool subject(const Referent& referent) const { return trees_.plain_relation(referent.head) == "nsubj"; }

  const Trees& trees_;
  const std::vector<Referent>& referents_;
  std::vector<float> named_;  ///< how often the name's entity has been named so far; 1 for what is no name
};

/// What the model reads and what the rules say, added up.
class ScoresByModel final : public AntecedentScores {
 public:
  ScoresByModel(const Trees& trees, const std::vector<Referent>& referents, const ArticleReading& reading)
      : referents_(referents),
        rules_(trees, referents),
        coreference_(reading.coreference(mentions_of(trees, referents))) {}

  [[nodiscard]] std::vector<float> of(std::uint32_t asks, std::span<const std::uint32_t> candidates) const override {
    std::vector<float> scores = rules_.of(asks, candidates);
    const Referent& referent = referents_[asks];
    const std::vector<float> read = coreference_.scores(asks, candidates);
    for (std::size_t i = 0; i < scores.size(); ++i) {
      scores[i] = referent.nominal() ? kRulesOfNominals * scores[i] + kModelOfNominals * read[i] + kNominals
                                     : kRulesOfPronouns * scores[i] + kModelOfPronouns * read[i];
    }
    return scores;
  }
  [[nodiscard]] bool knows_fresh() const override { return true; }
  [[nodiscard]] float probability(float score) const override { return coreference_.probability(score); }

 private:
  static constexpr float kModelOfPronouns = 0.5F;
  static constexpr float kModelOfNominals = 1;
  static constexpr float kRulesOfPronouns = 2;
  static constexpr float kRulesOfNominals = 3;
  static constexpr float kNominals = 3;  ///< makes up for the rules, which know few nominals

  static std::vector<MentionWords> mentions_of(const Trees& trees, const std::vector<Referent>& referents) {
    std::vector<MentionWords> mentions;
    for (const Referent& referent : referents) {
      const std::uint32_t first = trees.sentence(referent.first).first;
      mentions.push_back({trees.sentence_of(referent.first), referent.first - first,
                          std::max(referent.last, referent.first + 1) - 1 - first, referent.model_kind});
    }
    return mentions;
  }

  const std::vector<Referent>& referents_;
  ScoresByRule rules_;
  CoreferenceReading coreference_;
};

}  // namespace

std::unique_ptr<AntecedentScores> scores_by_rule(const Trees& trees, const std::vector<Referent>& referents) {
  return std::make_unique<ScoresByRule>(trees, referents);
}

std::unique_ptr<AntecedentScores> scores_by_model(const Trees& trees, const std::vector<Referent>& referents,
                                                  const ArticleReading& reading) {
  return std::make_unique<ScoresByModel>(trees, referents, reading);
}

}  // namespace entente
