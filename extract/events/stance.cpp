#include "extract/events/stance.h"

#include <algorithm>

#include "extract/events/trigger_table.h"

namespace entente {
namespace {

constexpr int kClauses = 6;  // clauses within clauses

class StanceReader {
 public:
  explicit StanceReader(const TreeView& tree) : tree_(tree) {}

  Stance read(std::uint32_t at) {
    for (int steps = 0; steps < kClauses; ++steps) {
      own_words(at);
      const std::uint32_t head = tree_.head(at);
      if (head == at) {
        if (asks(at)) weaken(Modality::hypothetical);
        break;
      }
      if (!climb(at, head)) {
        if (asks(first_of_joined(at))) weaken(Modality::hypothetical);
        break;
      }
      direct_ = direct_ && tree_.relation(at, {"conj"});
      at = head;
    }
    return stance_;
  }

 private:
  /// "not only", "not just" say more, not less.
  [[nodiscard]] bool negates(std::uint32_t word) const {
    const bool more = word + 1 < tree_.trees().size() && tree_.lower_is(word + 1, {"only", "just", "merely", "simply"});
    return !more && tree_.lower_is(word, {"not", "n't", "never", "neither", "nor", "no", "hardly"}) &&
           tree_.relation(word, {"advmod", "cc", "det"});
  }

  /// "did not endorse her until July": then it did; not "would not end it until".
  [[nodiscard]] bool until(std::uint32_t verb) const {
    const bool ahead = std::ranges::any_of(tree_.children(verb), [this](std::uint32_t each) {
      return tree_.relation(each, {"aux"}) && tree_.token(each).xpos == "MD";
    });
    return !ahead && tree_.token(verb).upos == "VERB" &&
           std::ranges::any_of(tree_.children(verb), [this](std::uint32_t each) {
             return tree_.has_case(each, "until") || tree_.has_mark(each, {"until"});
           });
  }

  /// "has no plans to", "had not announced plans to"
  [[nodiscard]] bool denied(std::uint32_t noun) const {
    const auto any = [this](std::uint32_t at) {
      return std::ranges::any_of(tree_.children(at), [this](std::uint32_t each) { return negates(each); });
    };
    return any(noun) || (tree_.relation(noun, {"obj"}) && any(tree_.head(noun)));
  }

  /// Auxiliaries, negation and conjunctions of a verb.
  void own_words(std::uint32_t at) {
    for (const std::uint32_t each : tree_.children(at)) {
      if (negates(each)) {
        // "is not afraid to", "did not hesitate to"
        const bool willing = tree_.lemma_is(at, {"afraid", "hesitant", "hesitate", "reluctant", "shy"});
        if (!willing && !until(at)) weaken(Modality::denied);
      } else if (tree_.relation(each, {"aux"})) {
        auxiliary(at, each);
      } else if (tree_.relation(each, {"advmod"}) && tree_.lower_is(each, {"almost", "nearly"})) {
        weaken(Modality::denied);  // "nearly killed"
      } else if (tree_.relation(each, {"advmod"}) &&
                 tree_.lower_is(each, {"repeatedly", "often", "consistently", "long", "previously", "once", "already",
                                       "always", "traditionally", "earlier"})) {
        stance_.dependent = true;
      } else if (tree_.relation(each, {"amod"}) &&
                 tree_.lower_is(each, {"planned", "possible", "future", "potential", "upcoming", "proposed", "expected",
                                       "alleged", "scheduled", "imminent", "threatened", "further", "new", "next"})) {
        if (!tree_.lower_is(each, {"further", "new"})) weaken(Modality::planned);
      }
    }
    if (tree_.has_mark(at, {"if", "unless", "whether"})) weaken(Modality::hypothetical);
    for (const std::uint32_t each : tree_.children(at)) {
      const bool subject = tree_.relation(each, {"nsubj"});
      if (!subject) continue;
      for (const std::uint32_t word : tree_.children(each)) {
        if (tree_.relation(word, {"det"}) && tree_.lower_is(word, {"no", "neither"})) weaken(Modality::denied);
      }
    }
  }

  void auxiliary(std::uint32_t verb, std::uint32_t aux) {
    if (tree_.lower_is(aux, {"will", "shall", "'ll", "wo"})) {
      weaken(Modality::planned);
      stance_.future = stance_.future || direct_;
    } else if (tree_.lower_is(aux, {"would", "'d"}) && reported(verb)) {
      weaken(Modality::planned);
      stance_.future = stance_.future || direct_;
    } else if (tree_.lower_is(aux, {"would", "could", "may", "might", "should", "must", "can", "ca"})) {
      weaken(Modality::hypothetical);
    } else if (tree_.lower_is(aux, {"had"})) {
      stance_.dependent = true;
    }
  }

  /// "said it would": the future of the past, where no condition is put.
  [[nodiscard]] bool reported(std::uint32_t verb) const {
    const std::uint32_t head = tree_.head(verb);
    if (!tree_.relation(verb, {"ccomp"}) || head == verb || !tree_.speaks(head)) return false;
    return std::ranges::none_of(tree_.children(verb), [&](std::uint32_t each) {
      return tree_.relation(each, {"advcl"}) && tree_.has_mark(each, {"if"});
    });
  }

  /// The clause that others are joined to by "and", "but", "or".
  [[nodiscard]] std::uint32_t first_of_joined(std::uint32_t clause) const {
    while (tree_.relation(clause, {"conj"})) clause = tree_.head(clause);
    return clause;
  }

  [[nodiscard]] bool asks(std::uint32_t root) const {
    return std::ranges::any_of(tree_.children(root), [&](std::uint32_t each) {
      return tree_.relation(each, {"punct"}) && tree_.token(each).lower == "?";
    });
  }

  /// Reads what the clause above makes of this one; false where it says nothing more of it.
  bool climb(std::uint32_t at, std::uint32_t head) {
    const bool infinitive = tree_.has_mark(at, {"to"});
    if (tree_.has_mark(at, {"of", "for", "against", "from"}) && tree_.relation(at, {"acl", "advcl", "xcomp"}) &&
        charged(at, head)) {
      weaken(Modality::hypothetical);
      stance_.dependent = true;
      return false;
    }
    if (tree_.relation(at, {"xcomp"})) return under_control(head);
    if (tree_.relation(at, {"conj"})) {
      const bool own_subject = tree_.child(at, {"nsubj", "csubj", "aux"}).has_value();
      return !own_subject && tree_.token(head).upos != "NOUN";
    }
    if (tree_.relation(at, {"advcl"})) return adverbial(at, head, infinitive);
    // "there were no reports that it refused"
    const bool told = tree_.lemma_is(head, {"evidence", "indication", "instance", "record", "report", "sign"});
    if (tree_.relation(at, {"acl"}) && told && denied(head)) weaken(Modality::denied);
    if (tree_.relation(at, {"acl"}) && !tree_.relation(at, {"acl:relcl"})) {
      // "fears that", "claims that", "the demand that he arrest"
      const bool wished = tree_.lemma_is(head, {"call", "demand", "order", "proposal", "recommendation", "request"});
      if (wished || of_class(tree_.lemma(head), "doubt")) weaken(Modality::hypothetical);
      if (!infinitive && !tree_.has_mark(at, {"of", "for"})) return false;
      const Control* row = control(tree_.lemma(head));
      weaken(row && row->modality == Modality::planned ? Modality::planned : Modality::hypothetical);
      if (denied(head)) weaken(Modality::denied);
      return false;
    }
    if (tree_.relation(at, {"acl:relcl"})) {
      stance_.dependent = true;
      return false;
    }
    if (tree_.relation(at, {"ccomp"})) return reported_by(head);
    return tree_.relation(at, {"obj", "nsubj", "obl", "nmod", "compound"}) ? named_act(at, head) : false;
  }

  /// "accused rebels of violating": said of them, not known.
  [[nodiscard]] bool charged(std::uint32_t at, std::uint32_t head) const {
    const auto charges = [this](std::uint32_t verb) {
      return tree_.lemma_is(verb,
                            {"accuse", "suspect", "blame", "charge", "investigate", "fault", "warn", "prevent", "bar"});
    };
    return charges(head) || (tree_.relation(at, {"acl"}) && charges(tree_.trees().predicate_of(head)));
  }

  bool under_control(std::uint32_t head) {
    if (const Control* row = control(tree_.lemma(head))) {
      weaken(row->modality);
      if (stance_.cooperative.empty()) stance_.cooperative = row->cooperative;
      if (stance_.hostile.empty()) stance_.hostile = row->hostile;
      above_ = above_ || !row->cooperative.empty() || !row->hostile.empty();
    }
    return true;
  }

  /// Denied wins over hypothetical, that over planned.
  void weaken(Modality modality) {
    Modality& part = above_ ? stance_.above : stance_.own;
    part = std::max(part, modality);
  }

  bool adverbial(std::uint32_t at, std::uint32_t head, bool infinitive) {
    if (tree_.token(head).upos == "ADJ" && infinitive) return under_control(head);
    if (tree_.has_mark(at, {"after", "before", "since", "when", "until", "once", "as", "while"}) ||
        std::ranges::any_of(tree_.children(at), [&](std::uint32_t each) {
          return tree_.relation(each, {"advmod", "case"}) && tree_.lower_is(each, {"after", "before", "when", "since"});
        }))
      stance_.dependent = true;
    if (tree_.has_mark(at, {"before", "until"}) && tree_.token(at).xpos == "VBG") weaken(Modality::planned);
    if (infinitive) {
      if (const Control* row = control(tree_.lemma(head)); row && row->modality != Modality::actual)
        return under_control(head);
      weaken(Modality::planned);
      return true;
    }
    return false;
  }

  /// "denied that", "fears that": only these say anything of what was done.
  bool reported_by(std::uint32_t head) {
    const Control* row = control(tree_.lemma(head));
    if (row && !tree_.speaks(head) && row->modality != Modality::actual) weaken(row->modality);
    if (tree_.lemma_is(head, {"deny"})) weaken(Modality::denied);
    return false;
  }

  /// An act named by a noun under a verb: "called for talks", "cancelled the visit", "the talks will begin".
  bool named_act(std::uint32_t at, std::uint32_t head) {
    if (tree_.relation(at, {"nmod"})) {
      const Control* row = control(tree_.lemma(head));
      if (row && row->modality != Modality::actual) weaken(row->modality);
      return false;
    }
    if (tree_.relation(at, {"obl"})) {
      if (tree_.has_case(at, {"for", "to", "against"})) {
        const Control* row = control(tree_.lemma(head));
        if (row && row->modality != Modality::actual) weaken(row->modality);
      }
      return false;
    }
    const Control* row = control(tree_.lemma(head));
    if (!row || !tree_.relation(at, {"obj", "nsubj"})) return false;
    if (tree_.relation(at, {"nsubj"}) && tree_.child(head, {"obj"})) return false;  // "a deal ended the dispute"
    if (row->modality != Modality::actual && !tree_.lemma_is(head, {"agree"})) weaken(row->modality);
    return true;
  }

  const TreeView& tree_;
  Stance stance_;
  bool direct_ = true;  ///< what is read now is said of the act itself, not of what it hangs on
  bool above_ = false;  ///< what is read now is said of the promise, refusal or threat
};

}  // namespace

Stance stance_of(const TreeView& tree, std::uint32_t trigger) {
  return StanceReader(tree).read(trigger);
}

}  // namespace entente
