// Ties that a plain verb states between two neighbours: "was born in", "joined", "founded", "succeeded", "is
// headquartered in".
#include <array>
#include <initializer_list>
#include <vector>

#include "extract/relations/rules.h"

namespace entente {
namespace {

/// "A <words> B": the relation of A to B, or of B to A.
struct VerbRule {
  std::vector<std::string_view> words;
  std::string_view relation;
  bool turned = false;  ///< B is the subject
  Kind subject;         ///< what A must be
  double confidence;
};

const std::vector<VerbRule>& verb_rules_table() {
  static const std::vector<VerbRule> kRules{
      {{"was", "born", "in"}, "born_in", false, Kind::person, 0.93},
      {{"died", "in"}, "died_in", false, Kind::person, 0.85},
      {{"is", "headquartered", "in"}, "based_in", false, Kind::organisation, 0.93},
      {{"is", "based", "in"}, "based_in", false, Kind::organisation, 0.93},
      {{"is", "the", "capital", "of"}, "capital_of", false, Kind::place, 0.95},
      {{"is", "a", "member", "of"}, "member_of", false, Kind::country, 0.93},
      {{"joined"}, "member_of", false, Kind::country, 0.85},
      {{"became", "a", "member", "of"}, "member_of", false, Kind::country, 0.9},
      {{"founded"}, "founded", false, Kind::person, 0.85},
      {{"succeeded"}, "succeeds", false, Kind::person, 0.85},
      {{"replaced"}, "succeeds", false, Kind::person, 0.8},
      {{"was", "succeeded", "by"}, "succeeds", true, Kind::person, 0.88},
      {{"was", "replaced", "by"}, "succeeds", true, Kind::person, 0.83},
      {{"is", "married", "to"}, "spouse_of", false, Kind::person, 0.93},
      {{"was", "married", "to"}, "spouse_of", false, Kind::person, 0.85},
      {{"graduated", "from"}, "educated_at", false, Kind::person, 0.9},
      {{"studied", "at"}, "educated_at", false, Kind::person, 0.88},
      {{",", "founded", "by"}, "founded", true, Kind::organisation, 0.85},
      {{",", "owned", "by"}, "owns", true, Kind::organisation, 0.85},
      {{",", "a", "subsidiary", "of"}, "owns", true, Kind::organisation, 0.88},
      {{"is", "owned", "by"}, "owns", true, Kind::organisation, 0.88}};
  return kRules;
}

/// Where the words of a rule end that begin at a token, or after adverbs and "has"; 0 where they do not stand here.
/// "not" and "never" among them turn the tie round.
std::uint32_t end_of(const SentenceView& view, std::uint32_t at, const std::vector<std::string_view>& words,
                     bool& negated) {
  negated = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool verb_read = i > 0 && words[0] != "," && i == 1;
    while ((i == 0 || verb_read) && view.lower(at) != words[i]) {
      if (view.is(at, {"not", "never", "n't"})) {
        negated = true;
      } else if (!view.is(at,
                          {"has", "had", "have", "also", "formally", "officially", "recently", "later", "itself"})) {
        return 0;
      }
      ++at;
    }
    if (view.lower(at++) != words[i]) return 0;
  }
  return at;
}

/// "the wife of A died in B", "A's army joined C", "an agency of the UN, is based in D": the name is not the subject.
bool governed(const SentenceView& view, const Sentence& sentence, const TokenMention& mention) {
  std::uint32_t at = mention.first;
  if (at > sentence.first && view.is(at - 1, {"the"})) --at;
  return at > sentence.first &&
         view.is(at - 1, {"of", "in", "by", "with", "for", "from", "to", "at", "and", "'s", "than"});
}

}  // namespace

void verb_rules(const SentenceView& view, const Sentence& sentence, Findings& findings) {
  for (std::uint32_t i = sentence.first + 1; i < sentence.last; ++i) {
    const TokenMention* left = view.ending(i);
    if (!left || left->first < sentence.first || left->form != Form::name) continue;
    if (governed(view, sentence, *left)) continue;
    for (const VerbRule& rule : verb_rules_table()) {
      if (view.entity(*left).kind != rule.subject) continue;
      bool negated = false;
      std::uint32_t at = end_of(view, i, rule.words, negated);
      if (at == 0) continue;
      if (view.is(at, {"the"})) ++at;
      const TokenMention* right = view.beginning(at);
      if (!right || right->last > sentence.last || right->form != Form::name || view.is(right->last, {"'s", "'"}))
        continue;
      if (rule.relation == "member_of" && view.entity(*right).type != "igo") continue;
      const TokenMention& subject = rule.turned ? *right : *left;
      const TokenMention& object = rule.turned ? *left : *right;
      findings.add({rule.relation, subject.entity, object.entity, "", negated, false,
                    view.bytes(left->first, right->last), rule.confidence, "verb"});
    }
  }
}

}  // namespace entente
