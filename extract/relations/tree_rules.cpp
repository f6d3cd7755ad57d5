// Ties that a sentence states by its grammar: "was born in", "who founded", "his wife, Jill", "a suburb of". The verbs
// are data/ontology/tie_verbs.tsv, the nouns tie_nouns.tsv.
#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/relations/rules.h"
#include "extract/text/table.h"

extern "C" {
extern const char entente_tie_verbs_begin[];
extern const char entente_tie_verbs_end[];
extern const char entente_tie_nouns_begin[];
extern const char entente_tie_nouns_end[];
}

namespace entente {
namespace {

struct VerbRow {
  bool passive = false;
  std::string_view object;  ///< "obj" or a preposition
  std::string_view relation;
  bool turned = false;  ///< the grammar's object is the relation's subject
  double confidence = 0;
};

/// "A, the <noun> of B": the relation of A to B, or of B to A.
struct NounRow {
  std::string_view relation;
  bool turned = false;
  std::vector<std::string_view> prepositions;
  double confidence = 0;
};

const std::vector<VerbRow>& verb_rows(const std::string& lemma) {
  static const auto kTable = [] {
    std::unordered_map<std::string, std::vector<VerbRow>> table;
    for (const auto& row : table_rows({entente_tie_verbs_begin, entente_tie_verbs_end})) {
      table[std::string(row.at(0))].push_back(
          {row.at(1) == "passive", row.at(2), row.at(3), row.at(4) == "1", number_in(row.at(5))});
    }
    return table;
  }();
  static const std::vector<VerbRow> kNone;
  const auto found = kTable.find(lemma);
  return found == kTable.end() ? kNone : found->second;
}

const NounRow* noun_row(const std::string& lemma) {
  static const auto kTable = [] {
    std::unordered_map<std::string, NounRow> table;
    for (const auto& row : table_rows({entente_tie_nouns_begin, entente_tie_nouns_end})) {
      table.emplace(row.at(0), NounRow{row.at(1), row.at(2) == "1", split(row.at(3), '|'), number_in(row.at(4))});
    }
    return table;
  }();
  const auto found = kTable.find(lemma);
  return found == kTable.end() ? nullptr : &found->second;
}

class TreeRules {
 public:
  TreeRules(const Trees& trees, const SentenceView& view, const Sentence& sentence, Findings& findings)
      : trees_(trees), view_(view), sentence_(sentence), findings_(findings) {}

  void run() {
    for (std::uint32_t t = sentence_.first; t < sentence_.last; ++t) {
      const std::string_view tag = trees_.token(t).upos;
      if (tag == "VERB") verb(t);
      if (tag == "NOUN" || tag == "PROPN") noun(t);
    }
  }

 private:
  using Mentions = std::vector<const TokenMention*>;

  // ---- verbs

  void verb(std::uint32_t t) {
    const std::vector<VerbRow>& rows = verb_rows(trees_.token(t).lemma);
    if (rows.empty()) return;
    const bool reduced = trees_.token(t).relation == "acl" && trees_.token(t).xpos == "VBN";  // "a firm owned by B"
    const bool passive = reduced || trees_.has(t, "nsubj:pass");
    const Mentions subjects = subjects_of(t, passive, reduced);
    if (subjects.empty() || hypothetical(t)) return;
    for (const VerbRow& row : rows) {
      if (row.passive != passive) continue;
      for (const TokenMention* object : objects_of(t, row.object)) {
        for (const TokenMention* subject : subjects) {
          add(row.relation, row.turned ? *object : *subject, row.turned ? *subject : *object, "",
              has_child(t, {"not", "n't", "never"}), has_child(t, {"formerly", "previously", "once"}), row.confidence,
              "tree-verb");
        }
      }
    }
  }

  [[nodiscard]] Mentions subjects_of(std::uint32_t t, bool passive, bool reduced) const {
    if (reduced) return standing_at(trees_.token(t).head);
    const std::uint32_t subject = passive ? trees_.child(t, "nsubj:pass") : trees_.subject_of(t);
    return subject == t ? Mentions{} : standing_at(subject);
  }

  [[nodiscard]] Mentions objects_of(std::uint32_t t, std::string_view object) const {
    Mentions found;
    for (const std::uint32_t child : trees_.children(t)) {
      const std::string_view relation = trees_.plain_relation(child);
      const bool fits = object == "obj" ? relation == "obj" : relation == "obl" && has_case(child, object);
      if (!fits) continue;
      const Mentions here = standing_at(child);
      found.insert(found.end(), here.begin(), here.end());
    }
    return found;
  }

  [[nodiscard]] bool has_case(std::uint32_t noun, std::string_view preposition) const {
    for (const std::uint32_t child : trees_.children(noun)) {
      if (trees_.token(child).relation == "case") return trees_.token(child).lower == preposition;
    }
    return false;
  }

  /// "if he joined", "would marry", "wants to join": not said to be so.
  [[nodiscard]] bool hypothetical(std::uint32_t t) const {
    return has_child(t, {"would", "could", "may", "might", "should", "will", "'ll", "can", "must", "if", "unless",
                         "whether"}) ||
           trees_.token(t).relation == "xcomp" || trees_.token(t).relation == "advcl";
  }

  // ---- nouns

  void noun(std::uint32_t t) {
    const NounRow* row = noun_row(trees_.token(t).lemma);
    if (!row) return;
    const Mentions owners = owners_of(t, *row);
    if (owners.empty()) return;
    const bool past = has_child(t, {"former", "ex", "late", "then"});
    for (const TokenMention* bearer : bearers_of(t)) {
      for (const TokenMention* owner : owners) {
        if (bearer->entity == owner->entity || of_another(t, *owner, *bearer)) continue;
        add(row->relation, row->turned ? *owner : *bearer, row->turned ? *bearer : *owner, trees_.token(t).lemma,
            has_child(t, {"not", "n't", "never"}), past, row->confidence, "tree-noun");
      }
    }
  }

  /// A pronoun that the sentence itself gives to somebody else: "Shinzo Abe and his wife" is Abe's; "with his wife at
  /// his side, John Kasich cheered" is that of who is named behind.
  [[nodiscard]] bool of_another(std::uint32_t t, const TokenMention& owner, const TokenMention& bearer) const {
    if (owner.form != Form::pronoun) return false;
    const std::uint32_t first = trees_.first_conjunct(t);
    const TokenMention* beside = first == t ? nullptr : view_.covering(first);
    if (view_.kind(beside, {Kind::person})) return beside->entity != owner.entity;
    bool behind = false;
    for (std::uint32_t at = sentence_.first; at < sentence_.last; ++at) {
      const TokenMention* other = view_.beginning(at);
      if (!view_.kind(other, {Kind::person}) || other->entity == bearer.entity || other == &owner) continue;
      if (at < owner.first) return false;
      behind = behind || (other->form == Form::name && other->entity != owner.entity);
    }
    return behind && owner.first < sentence_.first + kOpening;
  }

  /// "his wife", "Biden's wife", "the wife of Biden".
  [[nodiscard]] Mentions owners_of(std::uint32_t t, const NounRow& row) const {
    Mentions found;
    for (const std::uint32_t child : trees_.children(t)) {
      const std::string_view relation = trees_.token(child).relation;
      const bool of = relation == "nmod" && std::ranges::any_of(row.prepositions, [&](std::string_view each) {
                        return has_case(child, each);
                      });
      if (relation != "nmod:poss" && !of) continue;
      const Mentions here = standing_at(child);
      found.insert(found.end(), here.begin(), here.end());
    }
    return found;
  }

  /// "wife Jill", "Jill, the wife", "Jill is the wife".
  [[nodiscard]] Mentions bearers_of(std::uint32_t t) const {
    Mentions found;
    const auto take = [&](std::uint32_t token) {
      for (const TokenMention* mention : standing_at(token)) {
        if (mention->form == Form::name || mention->form == Form::pronoun) found.push_back(mention);
      }
    };
    const Token& noun = trees_.token(t);
    for (const std::uint32_t child : trees_.children(t)) {
      const std::string_view relation = trees_.token(child).relation;
      if ((relation == "appos" && !parted(t, child)) || relation == "flat") take(child);
      if (relation == "nsubj" && trees_.has(t, "cop")) take(child);
    }
    if (noun.relation == "appos" ||
        ((noun.relation == "compound" || noun.relation == "nmod:desc") && noun.head == t + 1))
      take(noun.head);
    return found;
  }

  /// "four of his children; Mark Smith": a semicolon stands between.
  [[nodiscard]] bool parted(std::uint32_t t, std::uint32_t child) const {
    for (std::uint32_t i = t; i < child; ++i) {
      if (view_.is(i, {";", ":"})) return true;
    }
    return false;
  }

  // ---- both

  [[nodiscard]] bool has_child(std::uint32_t t, std::initializer_list<std::string_view> words) const {
    return std::ranges::any_of(trees_.children(t), [&](std::uint32_t child) { return view_.is(child, words); });
  }

  /// Whom a phrase means by its head, and those joined to it by "and": names, and what stands for them. A title before
  /// a name ("President Xi") means the name.
  [[nodiscard]] Mentions standing_at(std::uint32_t head) const {
    Mentions found;
    put(head, found);
    for (const std::uint32_t child : trees_.children(head)) {
      if (trees_.token(child).relation == "conj") put(child, found);
    }
    return found;
  }

  void put(std::uint32_t head, Mentions& found) const {
    const TokenMention* mention = view_.covering(head);
    if (!mention) {
      for (const std::uint32_t child : trees_.children(head)) {
        const std::string_view relation = trees_.token(child).relation;
        const bool named = relation == "flat" || (relation == "appos" && child == head + 1);
        if (named && view_.kind(view_.covering(child), {Kind::person})) mention = view_.covering(child);
      }
    }
    if (!mention || mention->entity == kNoEntity || mention->form == Form::demonym) return;
    if (trees_.head_of(mention->first, mention->last) != head && view_.covering(head) == mention) return;
    for (const TokenMention& each : view_.all_of(*mention)) found.push_back(&each);
  }

  void add(std::string_view relation, const TokenMention& subject, const TokenMention& object, const std::string& role,
           bool negated, bool past, double confidence, std::string_view rule) {
    const auto stated = [](const TokenMention& mention) {
      return mention.form == Form::name ? 1.0 : mention.form == Form::pronoun ? kByPronoun : kByNominal;
    };
    const double sure = confidence * stated(subject) * stated(object);
    findings_.add({relation, subject.entity, object.entity, role, negated, past, sentence_.span, sure, rule});
  }

  static constexpr std::uint32_t kOpening = 4;  ///< a pronoun among the first words may look forward
  static constexpr double kByPronoun = 0.9;     ///< how sure it is whom a pronoun, or a nominal, stands for
  static constexpr double kByNominal = 0.8;

  const Trees& trees_;
  const SentenceView& view_;
  const Sentence& sentence_;
  Findings& findings_;
};

}  // namespace

void tree_rules(const Trees& trees, const SentenceView& view, const Sentence& sentence, Findings& findings) {
  TreeRules(trees, view, sentence, findings).run();
}

}  // namespace entente
