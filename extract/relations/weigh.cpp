#include "extract/relations/weigh.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "extract/ontology.h"

namespace entente {
namespace {

constexpr double kSurest = 0.98;

bool by_model(const RelationDraft& draft) {
  return draft.rule == kRelationsHead;
}

/// What is said of one tie: "president" and "chairman" of the same body, once and now.
using Statements = std::vector<RelationDraft>;

bool same_statement(const RelationDraft& a, const RelationDraft& b) {
  return a.negated == b.negated && a.past == b.past && a.role == b.role;
}

/// Another source's word strengthens the surest statement. (Of the model's it is all that counts beside a rule's: it
/// reads neither role nor tense well.)
void lend(const RelationDraft& other, Statements& statements) {
  RelationDraft* surest = nullptr;
  for (RelationDraft& each : statements) {
    if (!each.negated && (!surest || each.confidence > surest->confidence)) surest = &each;
  }
  if (surest) surest->confidence = std::min(1 - (1 - surest->confidence) * (1 - other.confidence), kSurest);
}

/// One draft for each statement: of rules, else of the model, else of the lexicon.
Statements settled(Statements drafts) {
  std::ranges::stable_sort(drafts, std::greater{}, &RelationDraft::confidence);
  Statements statements;
  const auto take = [&](const auto& which) {
    for (RelationDraft& draft : drafts) {
      if (!which(draft)) continue;
      const bool said = std::ranges::any_of(statements, [&](const auto& s) { return same_statement(s, draft); });
      if (!said) statements.push_back(std::move(draft));
    }
  };
  take([](const RelationDraft& d) { return !by_model(d) && !d.background; });
  std::erase_if(statements, [&](const RelationDraft& d) {  // "leads" beside "leads (president)"
    return d.role.empty() && std::ranges::any_of(statements, [&](const RelationDraft& other) {
             return !other.role.empty() && other.past == d.past && other.negated == d.negated;
           });
  });
  const auto model = std::ranges::find_if(drafts, by_model);
  const auto known = std::ranges::find_if(drafts, [](const auto& d) { return d.background && !by_model(d); });
  if (statements.empty()) {
    take(by_model);
    if (known != drafts.end()) lend(*known, statements);
  } else if (model != drafts.end()) {
    lend(*model, statements);
  }
  if (statements.empty()) take([](const RelationDraft&) { return true; });
  return statements;
}

class Scales {
 public:
  Scales(std::vector<RelationDraft> drafts, const Resolution& resolution) : resolution_(resolution) {
    for (RelationDraft& draft : drafts) ties_[tie_of(draft)].push_back(std::move(draft));
    for (auto& [tie, statements] : ties_) statements = settled(std::move(statements));
  }

  /// What became of a draft, once all are weighed.
  [[nodiscard]] std::string verdict(const RelationDraft& draft) const {
    const Statements& statements = ties_.at(tie_of(draft));
    const auto own = std::ranges::find_if(
        statements, [&](const RelationDraft& each) { return each.rule == draft.rule && same_statement(each, draft); });
    if (own == statements.end())
      return fmt::format("heard beside '{}', which speaks for both", statements.front().rule);
    const std::string_view doubt = this->doubt(*own);
    return doubt.empty() ? fmt::format("told with {:.2f}", own->confidence) : fmt::format("not told: {}", doubt);
  }

  [[nodiscard]] std::vector<RelationDraft> take() const {
    std::vector<RelationDraft> drafts;
    for (const auto& [tie, statements] : ties_) {
      std::ranges::copy_if(statements, std::back_inserter(drafts), [this](const auto& d) { return doubt(d).empty(); });
    }
    std::ranges::stable_sort(drafts, {}, [](const RelationDraft& d) { return d.evidence; });
    return drafts;
  }

 private:
  /// Type, subject and object; the ends of a symmetric tie in the order of their numbers.
  using Tie = std::tuple<std::string_view, std::int32_t, std::int32_t>;

  [[nodiscard]] static Tie tie_of(const RelationDraft& draft) {
    const bool turned = ontology().relation(draft.type)->symmetric && draft.subject > draft.object;
    return {draft.type, turned ? draft.object : draft.subject, turned ? draft.subject : draft.object};
  }

  [[nodiscard]] const Entity& entity(std::int32_t e) const { return resolution_.entities[static_cast<std::size_t>(e)]; }

  [[nodiscard]] bool any(const auto& holds) const {
    return std::ranges::any_of(ties_, [&](const auto& tie) { return std::ranges::any_of(tie.second, holds); });
  }

  /// Why a tie is not told though somebody says so; empty where it is.
  [[nodiscard]] std::string_view doubt(const RelationDraft& tie) const {
    constexpr std::string_view kLesser = "a greater tie between the two is told";
    if (!by_model(tie)) return tie.background && lesser(tie) ? kLesser : std::string_view{};
    if (elsewhere(tie)) return "the lexicon knows it to be of another country";
    if (rivalled(tie)) return "there can be one, and another is surer";
    if (lesser(tie)) return kLesser;
    if (other_kin(tie)) return "the two are kin in another way";
    if (other_state(tie)) return "holds an office of another country";
    return {};
  }

  /// The lexicon knows the place, the person or the body to be of another country, or of none.
  [[nodiscard]] bool elsewhere(const RelationDraft& tie) const {
    constexpr std::array<std::string_view, 6> kOfLands{"agency_of",  "based_in",   "capital_of",
                                                       "citizen_of", "in_country", "located_in"};
    if (std::ranges::find(kOfLands, tie.type) == kOfLands.end()) return false;
    const Entity& subject = entity(tie.subject);
    const Entity& land = entity(tie.object);
    const std::string& whose = land.kind == Kind::country ? land.links.iso3 : land.country;
    if (tie.type == "agency_of" && subject.type == "igo") return land.kind == Kind::country;
    const bool of_many = subject.kind == Kind::place && subject.type == "region" && subject.country.empty() &&
                         resolution_.notes[static_cast<std::size_t>(tie.subject)].entry;  // "Latin America"
    if (of_many && land.kind == Kind::country) return true;
    const bool known = subject.kind == Kind::place || resolution_.notes[static_cast<std::size_t>(tie.subject)].entry;
    return known && !subject.country.empty() && !whose.empty() && subject.country != whose;
  }

  /// Another tie of a type of which a subject has one; of places that it lies in, one is a country.
  [[nodiscard]] bool rivalled(const RelationDraft& tie) const {
    constexpr std::array<std::string_view, 6> kSingle{"born_in", "capital_of", "citizen_of",
                                                      "died_in", "in_country", "spouse_of"};
    const bool in_land = tie.type == "located_in" && entity(tie.object).kind == Kind::country;
    if (!in_land && std::ranges::find(kSingle, tie.type) == kSingle.end()) return false;
    return any([&](const RelationDraft& other) {
      return other.type == tie.type && other.subject == tie.subject && other.object != tie.object &&
             other.confidence > tie.confidence && entity(other.object).kind == entity(tie.object).kind;
    });
  }

  /// A rule's word for what somebody is there counts; who leads a body is not said to work for it, too; who works for a
  /// university, not to have studied there.
  [[nodiscard]] bool lesser(const RelationDraft& tie) const {
    constexpr std::array<std::string_view, 7> kRanks{"leads",     "holds_office_in", "speaks_for", "represents",
                                                     "works_for", "member_of",       "educated_at"};
    const auto rank = std::ranges::find(kRanks, tie.type);
    if (rank == kRanks.end()) return false;
    return any([&](const RelationDraft& other) {
      const auto its = std::ranges::find(kRanks, other.type);
      const bool told_by_rule = its != kRanks.end() && its != rank && !by_model(other);
      return other.subject == tie.subject && other.object == tie.object && !other.negated &&
             (told_by_rule || its < rank);
    });
  }

  /// Who, by a rule or the lexicon, holds an office of one country is not believed to hold one of another.
  [[nodiscard]] bool other_state(const RelationDraft& tie) const {
    constexpr std::array<std::string_view, 3> kOffices{"holds_office_in", "leads", "represents"};
    const auto of_state = [&](const RelationDraft& each) {
      return std::ranges::find(kOffices, each.type) != kOffices.end() && entity(each.object).kind == Kind::country;
    };
    return of_state(tie) && any([&](const RelationDraft& other) {
             return of_state(other) && !by_model(other) && other.subject == tie.subject && other.object != tie.object;
           });
  }

  /// Two people are kin in one way: as a rule says it, else as the model reads it most surely.
  [[nodiscard]] bool other_kin(const RelationDraft& tie) const {
    constexpr std::array<std::string_view, 4> kKin{"child_of", "relative_of", "sibling_of", "spouse_of"};
    const auto kin = [&kKin](const RelationDraft& each) { return std::ranges::find(kKin, each.type) != kKin.end(); };
    return kin(tie) && any([&](const RelationDraft& other) {
             const bool same_two = std::minmax(tie.subject, tie.object) == std::minmax(other.subject, other.object);
             const bool same_tie = other.type == tie.type && other.subject == tie.subject;
             return same_two && !same_tie && kin(other) && (!by_model(other) || other.confidence > tie.confidence);
           });
  }

  const Resolution& resolution_;
  std::map<Tie, Statements> ties_;
};

}  // namespace

std::vector<RelationDraft> weigh(std::vector<RelationDraft> drafts, const Resolution& resolution, Trace* trace) {
  if (!trace) return Scales(std::move(drafts), resolution).take();
  const std::vector<RelationDraft> said = drafts;
  const Scales scales(std::move(drafts), resolution);
  for (const RelationDraft& draft : said) {
    const std::string role = draft.role.empty() ? "" : fmt::format(" ({})", draft.role);
    trace->ties.push_back({draft.evidence, fmt::format("{}{}", draft.type, role), std::string(draft.rule),
                           draft.confidence, scales.verdict(draft), draft.subject, draft.object});
  }
  return scales.take();
}

}  // namespace entente
