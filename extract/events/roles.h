// Who and what hangs on a trigger: subjects, objects and obliques, also where the sentence says them once for several
// verbs, turns them about, or leaves them to a relative pronoun.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/events/actors.h"
#include "extract/events/tree_view.h"
#include "extract/events/trigger_table.h"

namespace entente {

/// The parts of a clause by their logical role; tokens are heads of phrases.
struct ClauseParts {
  bool passive = false;
  std::optional<std::uint32_t> subject;  ///< who acts
  std::optional<std::uint32_t> object;   ///< what it is done to
  std::optional<std::uint32_t> indirect;
  std::optional<std::uint32_t> complement;  ///< an infinitive or the like
  std::optional<std::uint32_t> clause;      ///< "that ..."

  /// Who is to do the infinitive: "urged the government to stop".
  [[nodiscard]] std::optional<std::uint32_t> asked() const { return indirect ? indirect : object; }
};

class Roles {
 public:
  Roles(const TreeView& tree, const Actors& actors) : tree_(tree), actors_(actors) {}

  [[nodiscard]] ClauseParts parts(std::uint32_t verb) const;
  /// Phrases with a preposition (any where it is empty) on a verb or its object.
  [[nodiscard]] std::vector<std::uint32_t> obliques(std::uint32_t verb, const ClauseParts& parts,
                                                    std::string_view preposition) const;
  [[nodiscard]] bool fits(const Trigger& trigger, std::uint32_t verb, const ClauseParts& parts) const;
  /// Who acts. `speaker`: where "it said it would" leaves a pronoun, who says so.
  [[nodiscard]] ActorList sources(std::uint32_t verb, const ClauseParts& parts) const;
  /// Whether the clause leaves open who acts ("was arrested"), or says it without naming anybody ("a bomb", "gunmen").
  [[nodiscard]] bool nobody_named(const ClauseParts& parts) const;
  /// Who is acted on, from the first of the row's places where somebody stands; `places`: also where it happens.
  [[nodiscard]] ActorList targets(const Trigger& trigger, std::uint32_t verb, const ClauseParts& parts,
                                  bool places) const;
  /// Where no place of the row names anybody: the state or body named nearest below what is done ("lift embargoes on
  /// sales to Iran"), less sure. `purpose`: also in what it is done for ("to protest Sweden's decision").
  [[nodiscard]] ActorList farther_targets(const ClauseParts& parts, std::uint32_t verb, bool purpose) const;
  /// "urged the government to stop": who is to act is known by a word alone.
  [[nodiscard]] bool asks_unnamed(const ClauseParts& parts) const {
    return parts.asked() && actors_.word(*parts.asked());
  }
  [[nodiscard]] ActorList noun_sources(const Trigger& trigger, std::uint32_t noun) const;
  [[nodiscard]] ActorList noun_targets(const Trigger& trigger, std::uint32_t noun) const;
  /// "the assassination": whoever it belongs to did not do it.
  [[nodiscard]] bool suffered(std::uint32_t noun) const { return of_class(tree_.lemma(matter(noun)), "suffered"); }
  /// By whom: "soldiers" of "the killing of ten people by soldiers".
  [[nodiscard]] std::vector<std::uint32_t> done_by(std::uint32_t noun) const;
  /// Whether it says to whom as well.
  [[nodiscard]] bool to_some_by_some(std::uint32_t noun) const;
  /// Where: "in", "at" or "near" a place, on the trigger itself or its object.
  [[nodiscard]] std::int32_t place(std::uint32_t trigger) const;
  /// The verb that a noun of an act is the object of, where it says no more than that it was done ("launched an
  /// attack").
  [[nodiscard]] std::optional<std::uint32_t> light_verb(std::uint32_t noun) const;
  /// The word of control that an act hangs on ("refused" of "to send"); the act itself where there is none.
  [[nodiscard]] std::uint32_t controller(std::uint32_t act) const;
  /// "asked whether", "asked: Why ...?": for an answer, not for an act.
  [[nodiscard]] bool question(std::uint32_t verb) const;
  /// The words that the object stands for: "talks" in "two days of talks".
  [[nodiscard]] std::uint32_t matter(std::uint32_t noun) const;

 private:
  [[nodiscard]] std::optional<std::uint32_t> subject(std::uint32_t verb, int depth) const;
  [[nodiscard]] std::optional<std::uint32_t> own_subject(std::uint32_t verb) const;
  [[nodiscard]] std::optional<std::uint32_t> antecedent(std::uint32_t pronoun) const;
  [[nodiscard]] bool passive(std::uint32_t verb) const;
  /// Whether who is its object comes to harm: "kidnap".
  [[nodiscard]] bool suffers(std::uint32_t verb) const;
  [[nodiscard]] bool refused(std::uint32_t complement) const;
  [[nodiscard]] bool must(std::uint32_t clause) const;
  [[nodiscard]] bool holds(const Condition& condition, std::uint32_t verb, const ClauseParts& parts) const;
  [[nodiscard]] bool kind_of_object(std::string_view kind, const ClauseParts& parts) const;
  [[nodiscard]] bool kind_of_subject(std::string_view kind, const ClauseParts& parts) const;
  [[nodiscard]] bool in_list(std::uint32_t token, const Lemmas* words) const;
  [[nodiscard]] ActorList target_at(std::string_view where, const Trigger& trigger, std::uint32_t verb,
                                    const ClauseParts& parts) const;
  [[nodiscard]] ActorList authors(std::uint32_t words) const;
  [[nodiscard]] ActorList of_complement(std::uint32_t verb, bool hostile) const;
  [[nodiscard]] ActorList of_clause(std::uint32_t verb) const;

  const TreeView& tree_;
  const Actors& actors_;
};

}  // namespace entente
