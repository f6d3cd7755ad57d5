#include "extract/events/events.h"

#include <algorithm>
#include <optional>

#include "extract/events/actors.h"
#include "extract/events/coding.h"
#include "extract/events/doubts.h"
#include "extract/events/roles.h"
#include "extract/events/sides.h"
#include "extract/events/sport.h"
#include "extract/events/stance.h"
#include "extract/events/text_dates.h"
#include "extract/events/tree_view.h"
#include "extract/events/trigger_table.h"
#include "extract/events/type_scores.h"
#include "extract/ontology.h"

namespace entente {
namespace {

constexpr double kFloor = 0.2;  // below it an event is not told
constexpr double kCeiling = 0.97;
constexpr double kOneSide = 0.8;      // nobody on the other side
constexpr double kNobodyActs = 0.65;  // "three soldiers were killed"
constexpr double kNotActual = 0.95;   // planned, supposed, denied: one more thing to be wrong about
constexpr double kShifted = 0.9;      // a promise, refusal or threat
constexpr float kModelSure = 0.6F;    // from where on the model's word alone makes an event
constexpr double kModelAlone = 0.75;
constexpr double kByNoun = 0.9;  // named by a noun
constexpr double kOthers = 0.5;
constexpr double kNoActOfState = 0.5;
constexpr double kOfSport = 0.5;

/// The share of events at this product of all doubts that a reader would sign, as measured on PLOVER's gold records and
/// on news (docs/quality.md): it leaps where what is said stops being one doubt among several.
double calibrated(double sure) {
  constexpr double kLeap = 0.5;
  return sure < kLeap ? 0.36 + 0.27 * sure : 0.74 + 0.3 * (sure - kLeap);
}

/// An event of the sentence with what it was made of.
struct Pending {
  EventDraft draft;
  std::uint32_t trigger = 0;
  std::optional<std::uint32_t> complement;  ///< it says no more than that what hangs on it was agreed, refused ...
};

/// Day and place of what a sentence tells.
struct Setting {
  TextDate date;
  std::int32_t place = kNoEntity;
};

class EventReader {
 public:
  EventReader(const Analysis& analysis, const Trees& trees, const SentenceView& view, const ArticleReading* reading,
              Trace* trace)
      : analysis_(analysis),
        view_(view),
        tree_(analysis, trees),
        actors_(view, tree_),
        roles_(tree_, actors_),
        sides_(actors_, roles_, view.resolution().entities),
        types_(tree_.trees(), reading),
        sport_(about_sport(tree_)),
        trace_(trace) {}

  void read(const Sentence& sentence) {
    read_setting(sentence);
    sentence_ = &sentence;
    pending_.clear();
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (named(i) || tree_.relation(i, {"amod", "compound", "flat", "case"})) continue;
      head_says(i);
      if (tree_.predicate(i) && verb(i)) continue;
      if ((tree_.token(i).upos == "NOUN" || tree_.token(i).upos == "PROPN") && noun(i)) continue;
      unlisted(i);
    }
    finish();
  }

  std::vector<EventDraft> take() { return std::move(drafts_); }

 private:
  /// Words within a name tell of no event: "the 2003 invasion of Iraq" is one by itself.
  [[nodiscard]] bool named(std::uint32_t i) const {
    const TokenMention* mention = view_.covering(i);
    return mention && (mention->form == Form::name || mention->form == Form::demonym || mention->form == Form::title);
  }

  bool verb(std::uint32_t at) {
    const auto rows = verb_triggers(tree_.lemma(at));
    if (rows.empty() || by_accident(at)) return false;
    const ClauseParts parts = roles_.parts(at);
    if (parts.object && to_oneself(*parts.object)) return true;
    for (const Trigger& row : rows) {
      if (!roles_.fits(row, at, parts)) {
        note(at, row, 0, "what stands about it does not fit");
        continue;
      }
      ActorList sources = roles_.sources(at, parts);
      if ((row.type == "ASSAULT" && in_words(at)) || (row.type == "REQUEST" && roles_.question(at))) continue;
      if (sources.empty() && row.type == "PROTEST") sources = sides_.people_of(at, parts);
      ActorList targets = roles_.targets(row, at, parts, !sources.empty());
      const bool together = row.sides == SidesNeeded::alike || (row.type == "AGREE" && sources.size() > 1);
      if (targets.empty() && !together) targets = sides_.farther_targets(row, at, sources, parts);
      if (sources.empty() && !(acts_unnamed(row) && roles_.nobody_named(parts))) {
        note(at, row, 0, "nobody known acts");
        continue;
      }
      Doubts doubts(row.sure, "the row");
      // "met with volunteers": not each other
      if (row.sides == SidesNeeded::alike && targets.empty() && !roles_.obliques(at, parts, "with").empty())
        doubts.weigh(kOthers, "with others who are not named");
      const auto complement =
          std::ranges::find(row.targets, "xcomp") != row.targets.end() ? parts.complement : std::nullopt;
      if (emit(row, at, sources, targets, doubts, complement)) return true;
    }
    return false;
  }

  /// "crashed, killing ten", "was killed in a crash"
  [[nodiscard]] bool by_accident(std::uint32_t at) const {
    for (const std::uint32_t each : tree_.children(at)) {
      if (tree_.relation(each, {"obl"}) && of_class(tree_.lemma(each), "accident")) return true;
    }
    return tree_.relation(at, {"advcl", "conj"}) && of_class(tree_.lemma(tree_.head(at)), "accident");
  }

  /// "killed himself"
  [[nodiscard]] bool to_oneself(std::uint32_t object) const {
    return tree_.lower_is(object, {"himself", "herself", "itself", "themselves", "oneself", "yourself", "ourselves"});
  }

  /// "a diplomatic battle", "verbally attacked"
  [[nodiscard]] bool in_words(std::uint32_t at) const {
    return std::ranges::any_of(tree_.children(at), [this](std::uint32_t each) {
      return tree_.relation(each, {"amod", "compound", "advmod"}) &&
             tree_.lower_is(each, {"diplomatic", "verbal", "verbally", "political", "legal", "court", "trade",
                                   "twitter", "election", "electoral", "propaganda", "cultural", "culture", "public",
                                   "personal", "cyber", "heart", "panic", "economic"});
    });
  }

  bool noun(std::uint32_t at) {
    for (const Trigger& row : noun_triggers(tree_.lemma(at))) {
      if (row.type == "ASSAULT" && in_words(at)) continue;
      const ActorList sources = roles_.noun_sources(row, at);
      ActorList targets = roles_.noun_targets(row, at);
      std::erase_if(targets, [&](const Actor& each) {
        return std::ranges::find(sources, each.entity, &Actor::entity) != sources.end();
      });
      const bool alone = targets.empty() && acts_unnamed(row) && roles_.to_some_by_some(at);
      if (sources.empty() || (targets.empty() && !alone && !(row.sides == SidesNeeded::alike && sources.size() > 1))) {
        note(at, row, 0, "one side of the two is missing");
        continue;
      }
      Doubts doubts(row.sure, "the row");
      doubts.weigh(kByNoun, "told by a noun");
      Trigger told = row;
      if (alone) told.sides = SidesNeeded::one_will_do;  // "the execution of ten people by Russian soldiers"
      if (emit(told, at, sources, targets, doubts, std::nullopt)) return true;
    }
    return false;
  }

  /// A verb that the tables do not list, or not like this, and of which the model is sure.
  void unlisted(std::uint32_t at) {
    const EventScore score = types_.best(at);
    if (score.probability < kModelSure || tree_.token(at).upos != "VERB") return;
    const EventType* type = ontology().event(score.type);
    if (!type || of_class(tree_.lemma(at), "sport") || known_otherwise(at, type->name)) return;
    const Trigger row{"model",
                      {},
                      {"obj", "iobj", "with", "against", "on", "to"},
                      type->name,
                      {},
                      type->cameo,
                      static_cast<double>(score.probability) * kModelAlone,
                      model_sides(at, type->name, score.probability)};
    const ClauseParts parts = roles_.parts(at);
    const bool thing = parts.object && !actors_.mentioned(*parts.object) && !actors_.word(*parts.object);
    if (thing && row.sides != SidesNeeded::one_will_do) return;  // "received the party's nomination"
    if (type->name == "REQUEST" && (roles_.question(at) || names_so(parts))) return;
    emit(row, at, roles_.sources(at, parts), roles_.targets(row, at, parts, false), Doubts(row.sure, "the row"),
         std::nullopt);
  }

  /// The tables say when this verb tells of such an event, and it does not.
  [[nodiscard]] bool known_otherwise(std::uint32_t at, std::string_view type) const {
    return std::ranges::any_of(verb_triggers(tree_.lemma(at)), [&](const Trigger& row) { return row.type == type; });
  }

  /// "called her a remarkable woman"
  [[nodiscard]] bool names_so(const ClauseParts& parts) const {
    return parts.object && parts.complement && tree_.token(*parts.complement).upos != "VERB";
  }

  /// Two meet alike; to agree, refuse, ask or protest is an act by itself where the model leaves no doubt of it.
  [[nodiscard]] SidesNeeded model_sides(std::uint32_t at, std::string_view type, float probability) const {
    if (type == "CONSULT" || type == "AGREE") return SidesNeeded::alike;
    const bool alone = type == "PROTEST" || type == "REJECT" || type == "REQUEST" || type == "THREATEN";
    return alone && probability > 0.8F && verb_triggers(tree_.lemma(at)).empty() ? SidesNeeded::one_will_do
                                                                                 : SidesNeeded::two;
  }

  /// What is done to somebody is worth telling even where nobody is said to have done it.
  static bool acts_unnamed(const Trigger& row) {
    return row.type == "ASSAULT" || row.type == "COERCE" || row.mode == "investigate" || row.mode == "release" ||
           row.mode == "allege";
  }

  /// What the model makes of a word by itself.
  void head_says(std::uint32_t at) {
    if (!trace_) return;
    const EventScore score = types_.best(at);
    if (score.probability <= 0) return;
    trace_->events.push_back({view_.bytes(at, at + 1), std::string(score.type), "events head",
                              static_cast<double>(score.probability), "heard", kNoEntity, kNoEntity});
  }

  static bool enough(const Trigger& row, const ActorList& sources, const ActorList& targets) {
    if (row.sides == SidesNeeded::alike) return sources.size() + targets.size() > 1 && !sources.empty();
    if (row.sides == SidesNeeded::one_will_do) return !sources.empty() || (acts_unnamed(row) && !targets.empty());
    return !sources.empty() && !targets.empty();
  }

  void note(std::uint32_t at, const Trigger& row, double score, std::string_view verdict) {
    if (!trace_) return;
    trace_->events.push_back({view_.bytes(at, at + 1), std::string(row.type), std::string(row.pattern), score,
                              std::string(verdict), kNoEntity, kNoEntity});
  }

  bool emit(const Trigger& row, std::uint32_t at, const ActorList& sources, ActorList targets, Doubts doubts,
            std::optional<std::uint32_t> complement) {
    const Stance stance = stance_of(tree_, at);
    const EventCode code = code_of(row, stance);
    sides_.part(code.type, sources, targets);
    if (!enough(row, sources, targets) && !(code.shifted && !sources.empty())) {
      note(at, row, 0, "one side of the two is missing");
      return false;
    }
    weigh(row, code, at, sources, targets, doubts);
    const bool told = doubts.sure() >= kFloor;
    if (trace_) note(at, row, calibrated(doubts.sure()), doubts.text() + (told ? "; told" : "; too unsure"));
    if (!told) return false;
    Pending pending;
    pending.trigger = at;
    pending.complement = complement;
    EventDraft& draft = pending.draft;
    draft.type = code.type;
    draft.mode = code.mode;
    draft.cameo = code.cameo;
    draft.modality = code.modality;
    for (const Actor& each : sources) draft.sources.push_back(each.entity);
    for (const Actor& each : targets) draft.targets.push_back(each.entity);
    draft.place = place(at, draft);
    set_date(draft, at, stance);
    draft.attribution = attribution(at, draft);
    draft.trigger = view_.bytes(at, at + 1);
    draft.evidence = sentence_->span;
    draft.confidence = calibrated(doubts.sure());
    draft.rule = "table: " + std::string(row.pattern);
    pending_.push_back(std::move(pending));
    return true;
  }

  // ---- weighing

  void weigh(const Trigger& row, const EventCode& code, std::uint32_t at, const ActorList& sources,
             const ActorList& targets, Doubts& doubts) const {
    if (sport_ && code.type != "ACCUSE" && code.type != "PROTEST" && code.type != "SANCTION")
      doubts.weigh(kOfSport, "told in an article about sport");
    if (code.modality != Modality::actual) doubts.weigh(kNotActual, "not said to have happened");
    if (code.shifted) doubts.weigh(kShifted, "a promise, refusal or threat");
    sides_.weigh(code.type, row.mode, sources, targets, doubts);
    const auto state = [this](const Actor& each) { return entity(each.entity).kind == Kind::country; };
    if (row.mode == "sexual" && std::ranges::any_of(sources, state)) doubts.weigh(kNoActOfState, "no act of a state");
    if (targets.empty() && sources.size() < 2) doubts.weigh(kOneSide, "nobody on the other side");
    if (sources.empty()) doubts.weigh(kNobodyActs, "nobody is said to act");
    const std::uint32_t object = tree_.child(at, {"obj", "nsubj:pass"}).value_or(at);
    doubts.weigh(types_.factor({at, roles_.matter(object), roles_.controller(at)}, {row.type, code.type}),
                 "the events head");
    doubts.cap(kCeiling);
  }

  [[nodiscard]] const Entity& entity(std::int32_t index) const { return actors_.entity(index); }

  // ---- where, when, who says so

  [[nodiscard]] std::int32_t place(std::uint32_t at, const EventDraft& draft) const {
    const std::int32_t there = roles_.place(at);
    if (there == kNoEntity) return kNoEntity;
    const bool country = entity(there).kind == Kind::country;
    const bool target = std::ranges::find(draft.targets, there) != draft.targets.end();
    return country && target ? kNoEntity : there;
  }

  void set_date(EventDraft& draft, std::uint32_t at, const Stance& stance) const {
    const std::string& reference = view_.resolution().date;
    const bool ahead = draft.modality == Modality::planned;
    if (const auto date = date_near(analysis_, tree_.trees(), at, reference, ahead)) {
      draft.date = date->date;
      draft.precision = date->precision;
    } else if (setting_ && draft.modality == Modality::actual && !stance.dependent && past(at)) {
      draft.date = setting_->date.date;
      draft.precision = setting_->date.precision;
      if (draft.place == kNoEntity) draft.place = setting_->place;
    } else if (draft.modality == Modality::actual && !stance.dependent && reference.size() == 10 &&
               !(of_old_ && past(at)) && !told_of_other_time(analysis_, tree_.trees(), at, reference)) {
      draft.date = reference;
      draft.precision = DatePrecision::day;
    }
  }

  /// "On Saturday a ceremony was held in Gyeongju." What the next sentence of the paragraph tells in the past happened
  /// then and there.
  void read_setting(const Sentence& sentence) {
    setting_.reset();
    if (!sentence_ || sentence_->paragraph != sentence.paragraph || sentence_->heading) {
      of_old_ = false;
      return;
    }
    of_old_ = names_old_date(analysis_, *sentence_, view_.resolution().date).value_or(of_old_);
    for (std::uint32_t i = sentence_->first; i < sentence_->last; ++i) {
      if (tree_.head(i) != i || !past(i)) continue;
      const auto date = date_near(analysis_, tree_.trees(), i, view_.resolution().date, false);
      if (date && date->precision == DatePrecision::day) setting_ = Setting{*date, roles_.place(i)};
    }
  }

  /// "met", "was held", but not "has met".
  [[nodiscard]] bool past(std::uint32_t verb) const {
    if (tree_.token(verb).xpos == "VBD") return true;
    return std::ranges::any_of(tree_.children(verb), [this](std::uint32_t each) {
      return tree_.relation(each, {"aux:pass"}) && tree_.lower_is(each, {"was", "were"});
    });
  }

  /// Who says so: "according to X", "X said that", "..., X said".
  [[nodiscard]] std::int32_t attribution(std::uint32_t at, const EventDraft& draft) const {
    for (std::uint32_t clause = at;; clause = tree_.head(clause)) {
      for (const std::uint32_t each : tree_.children(clause)) {
        const bool according = tree_.relation(each, {"obl"}) && tree_.has_case(each, "according");
        const bool said = tree_.relation(each, {"parataxis"}) && tree_.speaks(each);
        const auto teller = according ? std::optional(each) : said ? roles_.parts(each).subject : std::nullopt;
        if (!teller) continue;
        if (const std::int32_t who = teller_of(*teller, draft); who != kNoEntity) return who;
      }
      const std::uint32_t head = tree_.head(clause);
      if (head == clause) return kNoEntity;
      if (tree_.relation(clause, {"ccomp"}) && tree_.speaks(head)) {
        const auto teller = roles_.parts(head).subject;
        return teller ? teller_of(*teller, draft) : kNoEntity;
      }
    }
  }

  [[nodiscard]] std::int32_t teller_of(std::uint32_t head, const EventDraft& draft) const {
    for (const Actor& each : actors_.acting(head)) {
      if (std::ranges::find(draft.sources, each.entity) == draft.sources.end()) return each.entity;
    }
    return kNoEntity;
  }

  // ---- the sentence as a whole

  /// "agreed to withdraw" is the agreement to what hangs on it, once; the same said twice is told once.
  void finish() {
    const auto told = [this](const Pending& each) {
      return each.complement && std::ranges::any_of(pending_, [&](const Pending& other) {
               return &other != &each && below(other.trigger, *each.complement);
             });
    };
    const std::size_t first = drafts_.size();
    for (Pending& each : pending_) {
      const bool again = std::any_of(drafts_.begin() + static_cast<std::ptrdiff_t>(first), drafts_.end(),
                                     [&](const EventDraft& other) { return same(other, each.draft); });
      if (!again && !told(each)) drafts_.push_back(each.draft);
    }
  }

  [[nodiscard]] bool below(std::uint32_t token, std::uint32_t complement) const {
    return token == complement || tree_.head(token) == complement;
  }

  static bool same(const EventDraft& a, const EventDraft& b) {
    return a.type == b.type && a.sources == b.sources && a.targets == b.targets;
  }

  const Analysis& analysis_;
  const SentenceView& view_;
  TreeView tree_;
  Actors actors_;
  Roles roles_;
  TwoSides sides_;
  TypeScores types_;
  bool sport_;  ///< the article reports sport
  Trace* trace_;
  const Sentence* sentence_ = nullptr;
  std::optional<Setting> setting_;  ///< of the sentence before
  bool of_old_ = false;             ///< the paragraph has come to speak of what was long ago
  std::vector<Pending> pending_;
  std::vector<EventDraft> drafts_;
};

}  // namespace

std::vector<EventDraft> find_events(const Analysis& analysis, const Trees& trees, const SentenceView& view,
                                    const ArticleReading* reading, Trace* trace) {
  EventReader reader(analysis, trees, view, reading, trace);
  for (const Sentence& sentence : analysis.sentences) {
    if (sentence.states()) reader.read(sentence);
  }
  return reader.take();
}

}  // namespace entente
