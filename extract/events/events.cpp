#include "extract/events/events.h"

#include <algorithm>
#include <optional>

#include "extract/events/clause.h"
#include "extract/events/text_dates.h"
#include "extract/events/triggers.h"
#include "extract/ontology.h"

namespace entente {
namespace {

class EventReader {
 public:
  EventReader(const Analysis& analysis, const SentenceView& view) : analysis_(analysis), view_(view) {}

  void read(const Sentence& sentence) {
    sentence_ = &sentence;
    carried_.clear();
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (view_.covering(i)) continue;
      if (!verb(i)) noun(i);
    }
  }

  std::vector<EventDraft> take() { return std::move(drafts_); }

 private:
  // ---- verbs

  bool verb(std::uint32_t at) {
    for (const TriggerForm& form : verb_triggers(view_.lower(at))) {
      const auto end = pattern_end(*form.trigger, at);
      if (end && verb_event(form, at, *end)) return true;
    }
    return false;
  }

  /// Where the words of a pattern end ("held two days of talks" for "hold talk"); nullopt where they do not stand here.
  [[nodiscard]] std::optional<std::uint32_t> pattern_end(const Trigger& trigger, std::uint32_t at) const {
    std::uint32_t next = at + 1;
    for (const auto word : trigger.rest) {
      std::uint32_t reach = next + 4;
      while (next < sentence_->last && next < reach && !same_noun(view_.lower(next), word)) {
        const Token& token = view_.token(next);
        if (!token.word || view_.covering(next) || view_.is(next, {"to", "and", "in", "with"})) return std::nullopt;
        ++next;
      }
      if (next >= sentence_->last || next == reach) return std::nullopt;
      if (is_preposition(word) && next != at + 1 && word != trigger.rest.back()) return std::nullopt;
      ++next;
    }
    return next;
  }

  static bool is_preposition(std::string_view word) { return word.size() <= 4; }
  static bool same_noun(std::string_view text, std::string_view lemma) {
    if (text == lemma) return true;
    if (text.starts_with(lemma) && (text.size() == lemma.size() + 1) && text.back() == 's') return true;
    return lemma.ends_with("y") && text.size() == lemma.size() + 2 &&
           text.starts_with(lemma.substr(0, lemma.size() - 1)) && text.ends_with("ies");
  }

  bool verb_event(const TriggerForm& form, std::uint32_t at, std::uint32_t end) {
    const Clause clause(view_, *sentence_);
    Subject subject = clause.subject(at);
    const bool participle = form.form == VerbForm::past || form.form == VerbForm::participle;
    if (participle && (subject.passive || view_.is(end, {"by"})))
      return passive_event(*form.trigger, at, end, subject, clause);
    if (subject.passive && form.form != VerbForm::gerund) return false;
    if (subject.actors.empty() && at > sentence_->first && view_.is(at - 1, {"and"})) subject.actors = carried_;
    if (subject.actors.empty()) return false;
    if (form.form == VerbForm::base && !subject.infinitive && subject.modality == Modality::actual &&
        !plural_subject(subject))
      return false;
    if (form.form == VerbForm::gerund && !subject.passive) return false;
    Side target = target_of(*form.trigger, subject, end, clause);
    if (target.actors.empty() && !(form.trigger->reciprocal && subject.actors.size() > 1)) return false;
    if (meets_possession(*form.trigger, target)) return false;
    if (opens_clause(target) || (speech(*form.trigger) && own_people(subject.actors, target.actors))) return false;
    carried_ = subject.actors;
    emit(*form.trigger, subject, target.actors, {at, end}, form.trigger->rest.empty() ? 0.7 : 0.75, clause);
    return true;
  }

  /// "warned the United States might leave": what follows the verb is the subject of a clause, not its object.
  [[nodiscard]] bool opens_clause(const Side& target) const {
    return !target.actors.empty() && view_.is(target.last, {"might", "may", "will", "would", "could", "should", "can",
                                                            "must", "is", "was", "are", "were", "has", "had", "have"});
  }

  /// "received the party's nomination": not the party was met, but something of its. A visit to a country's capital is
  /// one.
  [[nodiscard]] bool meets_possession(const Trigger& trigger, const Side& target) const {
    return trigger.type == "CONSULT" && trigger.pattern != "visit" && view_.is(target.last, {"'s", "'"});
  }

  static bool speech(const Trigger& trigger) {
    const std::int32_t quad = ontology().event(trigger.type)->quad;
    return quad == 1 || quad == 3;
  }

  /// "The State Department warned US citizens": advice to one's own country is no act between actors.
  [[nodiscard]] bool own_people(const std::vector<std::int32_t>& sources,
                                const std::vector<std::int32_t>& targets) const {
    return std::ranges::any_of(targets, [&](std::int32_t target) {
      const std::string& iso3 = entity(target).links.iso3;
      return !iso3.empty() &&
             std::ranges::any_of(sources, [&](std::int32_t source) { return entity(source).country == iso3; });
    });
  }

  /// "Xi and Lee meet", "Russian forces attack": a bare form is a verb after several, or after a word for many.
  [[nodiscard]] bool plural_subject(const Subject& subject) const {
    return subject.actors.size() > 1 || (sentence_->first < subject.first && view_.word_ending(subject.first));
  }

  /// "X was arrested by Y", "an aide of X, arrested by Y".
  bool passive_event(const Trigger& trigger, std::uint32_t at, std::uint32_t end, const Subject& subject,
                     const Clause& clause) {
    const Side by = clause.after_preposition(end, {"by"});
    if (by.actors.empty() || subject.actors.empty() || std::ranges::find(trigger.frames, "obj") == trigger.frames.end())
      return false;
    Subject agent = subject;
    agent.actors = by.actors;
    emit(trigger, agent, subject.actors, {at, end}, 0.7, clause);
    return true;
  }

  /// Politicians and parties attack each other with words.
  [[nodiscard]] bool politics(const std::vector<std::int32_t>& actors) const {
    return std::ranges::all_of(actors, [this](std::int32_t actor) {
      return entity(actor).kind == Kind::person || entity(actor).type == "party";
    });
  }

  [[nodiscard]] Side target_of(const Trigger& trigger, const Subject& subject, std::uint32_t end,
                               const Clause& clause) const {
    std::vector<std::string_view> prepositions;
    for (const auto frame : trigger.frames) {
      if (frame == "obj" || frame == "obj_politics" || frame == "obj_with" || frame == "iobj") {
        Side side = clause.object(end);
        if (side.actors.empty()) continue;
        if (frame == "obj_politics" && !(politics(subject.actors) && politics(side.actors))) continue;
        if (frame == "obj_with" && !view_.is(side.last, {"with"})) continue;
        if (frame == "iobj" && (view_.is(side.last, {"'s", "'", ".", ",", "and"}) || view_.token(side.last).capital))
          continue;
        return side;
      }
      prepositions.push_back(frame);
    }
    return prepositions.empty() ? Side{} : clause.after_preposition(end, prepositions);
  }

  // ---- nouns

  /// "talks between A and B", "sanctions on Iran imposed by ...": an act named by a noun, its doer a possessor or
  /// demonym before it.
  void noun(std::uint32_t at) {
    for (const TriggerForm& form : noun_triggers(view_.lower(at))) {
      const Clause clause(view_, *sentence_);
      Side target = noun_target(*form.trigger, at + 1, clause);
      if (target.actors.empty()) continue;
      Subject subject;
      subject.first = at;
      if (form.trigger->frames.front() == "between") {
        if (target.actors.size() < 2) continue;
        subject.actors = target.actors;
        target.actors.clear();
      } else {
        subject.actors = doer_before(at, &subject.first);
        if (subject.actors.empty()) subject.actors = clause.after_preposition(target.last, {"by"}).actors;
        if (subject.actors.empty()) continue;
      }
      if (at > sentence_->first &&
          view_.is(at - 1, {"planned", "possible", "future", "potential", "upcoming", "proposed"}))
        subject.modality = Modality::planned;
      subject.dependent = form.trigger->type == "SANCTION";  // sanctions stand; when they were laid is not said
      emit(*form.trigger, subject, target.actors, {at, at + 1}, 0.55, clause);
      return;
    }
  }

  /// Only right behind the noun: "attack on B", not "attack that killed ten on B".
  [[nodiscard]] Side noun_target(const Trigger& trigger, std::uint32_t at, const Clause& clause) const {
    if (std::ranges::find(trigger.frames, view_.lower(at)) == trigger.frames.end()) return {};
    return clause.object(at + 1);
  }

  [[nodiscard]] std::vector<std::int32_t> doer_before(std::uint32_t at, std::uint32_t* first) const {
    for (int steps = 0; steps < 2 && at > sentence_->first; ++steps, --at) {
      const bool possessive = view_.is(at - 1, {"'s", "'"});
      const TokenMention* mention = view_.ending(possessive ? at - 1 : at);
      if (mention && mention->first >= sentence_->first &&
          view_.kind(mention, {Kind::country, Kind::organisation, Kind::person})) {
        if (!possessive && mention->form == Form::name && view_.kind(mention, {Kind::person})) return {};
        *first = mention->first;
        return {mention->entity};
      }
      const Token& token = view_.token(at - 1);
      if (token.lower.ends_with("ing") || token.lower.ends_with("ed")) return {};
      if (!token.word || token.capital ||
          view_.is(at - 1, {"on", "in", "of", "the", "and", "to", "a", "an", "with", "by", "from"}))
        return {};
    }
    return {};
  }

  // ---- putting an event together

  struct TriggerSpan {
    std::uint32_t first;
    std::uint32_t last;
  };

  void emit(const Trigger& trigger, const Subject& subject, const std::vector<std::int32_t>& targets, TriggerSpan span,
            double confidence, const Clause& clause) {
    EventDraft draft;
    draft.type = ontology().event(trigger.type)->name;
    draft.mode = trigger.mode;
    draft.cameo = trigger.cameo;
    draft.sources = unique(subject.actors);
    const bool to_place =
        std::ranges::any_of(targets, [this](std::int32_t t) { return entity(t).kind == Kind::place; });
    for (const std::int32_t actor : unique(targets)) {
      const std::int32_t side = country_of_place(actor);
      if (std::ranges::find(draft.sources, side) == draft.sources.end()) draft.targets.push_back(side);
    }
    if (draft.targets.empty() && (!targets.empty() || draft.sources.size() < 2)) return;
    draft.modality = subject.modality;
    draft.place = clause.place_after(span.last);
    if (draft.place == kNoEntity && to_place) draft.place = place_among(targets);
    const bool ahead = draft.modality == Modality::planned;
    set_date(draft, span.first, ahead, subject.dependent);
    draft.attribution = attribution(draft);
    draft.trigger = view_.bytes(span.first, span.last);
    draft.evidence = sentence_->span;
    draft.confidence = confidence * (draft.modality == Modality::actual ? 1.0 : 0.9);
    draft.rule = "verb table: " + std::string(trigger.pattern);
    drafts_.push_back(std::move(draft));
  }

  static std::vector<std::int32_t> unique(const std::vector<std::int32_t>& actors) {
    std::vector<std::int32_t> result;
    for (const std::int32_t actor : actors) {
      if (std::ranges::find(result, actor) == result.end()) result.push_back(actor);
    }
    return result;
  }

  [[nodiscard]] const Entity& entity(std::int32_t index) const {
    return view_.resolution().entities[static_cast<std::size_t>(index)];
  }

  /// A visit to a place happens there.
  [[nodiscard]] std::int32_t place_among(const std::vector<std::int32_t>& targets) const {
    for (const std::int32_t target : targets) {
      if (entity(target).kind == Kind::place) return target;
    }
    return kNoEntity;
  }

  /// Who acts on a place acts on its country, where the article names it; anything else stands for itself.
  [[nodiscard]] std::int32_t country_of_place(std::int32_t target) const {
    const Entity& place = entity(target);
    if (place.kind != Kind::place || place.country.empty()) return target;
    const auto& entities = view_.resolution().entities;
    const auto country =
        std::ranges::find_if(entities, [&place](const Entity& each) { return each.links.iso3 == place.country; });
    return country == entities.end() ? target : static_cast<std::int32_t>(country - entities.begin());
  }

  void set_date(EventDraft& draft, std::uint32_t token, bool ahead, bool dependent) const {
    const std::string& reference = view_.resolution().date;
    if (const auto date = date_near(analysis_, *sentence_, token, reference, ahead)) {
      draft.date = date->date;
      draft.precision = date->precision;
    } else if (draft.modality == Modality::actual && !dependent && reference.size() == 10) {
      draft.date = reference;
      draft.precision = DatePrecision::day;
    }
  }

  /// "according to X" anywhere in the sentence; "X said" before or behind the clause, where X does not itself act.
  [[nodiscard]] std::int32_t attribution(const EventDraft& draft) const {
    for (std::uint32_t i = sentence_->first; i + 1 < sentence_->last; ++i) {
      const TokenMention* teller = nullptr;
      if (view_.is(i, {"according"}) && view_.is(i + 1, {"to"})) {
        teller = view_.beginning(view_.is(i + 2, {"the"}) ? i + 3 : i + 2);
      } else if (view_.is(i, {"said", "says", "reported"}) && i > sentence_->first) {
        teller = view_.ending(i);
      }
      if (!teller || !view_.kind(teller, {Kind::person, Kind::organisation})) continue;
      if (std::ranges::find(draft.sources, teller->entity) == draft.sources.end()) return teller->entity;
    }
    return kNoEntity;
  }

  const Analysis& analysis_;
  const SentenceView& view_;
  const Sentence* sentence_ = nullptr;
  std::vector<std::int32_t> carried_;  ///< who acted in the clause before, for "A visited B and met C"
  std::vector<EventDraft> drafts_;
};

}  // namespace

std::vector<EventDraft> find_events(const Analysis& analysis, const SentenceView& view) {
  EventReader reader(analysis, view);
  for (const Sentence& sentence : analysis.sentences) {
    if (!sentence.heading) reader.read(sentence);
  }
  return reader.take();
}

}  // namespace entente
