#include "extract/relations/known_ties.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace entente {
namespace {

constexpr double kConfidence = 0.9;

/// True where a day lies between two dates, which may be cut short or empty (open).
bool holds_on(std::string_view start, std::string_view end, std::string_view day) {
  const auto cut = [](std::string_view date, std::size_t size) { return date.substr(0, std::min(size, date.size())); };
  const bool begun = start.empty() || cut(start, day.size()) <= cut(day, start.size());
  return begun && (end.empty() || cut(day, end.size()) <= cut(end, day.size()));
}

class KnownTies {
 public:
  KnownTies(const Analysis& analysis, const Resolution& resolution, const Lexicon& lexicon, Findings& findings)
      : resolution_(resolution), lexicon_(lexicon), findings_(findings) {
    sentences_.resize(resolution.entities.size());
    std::size_t s = 0;
    for (const TokenMention& mention : resolution.mentions) {
      while (s + 1 < analysis.sentences.size() && mention.first >= analysis.sentences[s].last) ++s;
      if (mention.entity >= 0) sentences_[static_cast<std::size_t>(mention.entity)].push_back(&analysis.sentences[s]);
    }
    for (std::size_t e = 0; e < resolution.entities.size(); ++e) {
      const Entity& entity = resolution.entities[e];
      if (sentences_[e].empty()) continue;
      if (entity.kind == Kind::country && !entity.links.iso3.empty())
        countries_.emplace(entity.links.iso3, static_cast<std::int32_t>(e));
    }
  }

  void run() {
    for (std::size_t e = 0; e < resolution_.entities.size(); ++e) {
      const auto entry = resolution_.notes[e].entry;
      if (sentences_[e].empty()) continue;
      const auto at = static_cast<std::int32_t>(e);
      switch (resolution_.entities[e].kind) {
        case Kind::place:
          if (entry) place(at, *entry);
          break;
        case Kind::organisation:
          organisation(at);
          break;
        case Kind::person:
          if (entry) person(at, *entry);
          break;
        case Kind::country:
        case Kind::event:
          break;
      }
    }
  }

 private:
  [[nodiscard]] const Entity& entity(std::int32_t e) const { return resolution_.entities[static_cast<std::size_t>(e)]; }

  [[nodiscard]] std::int32_t country_named(std::string_view iso3) const {
    const auto found = countries_.find(iso3);
    return found == countries_.end() ? kNoEntity : found->second;
  }

  void place(std::int32_t e, EntryId entry) {
    const std::int32_t land = country_named(entity(e).country);
    tie("in_country", e, land);
    tie("located_in", e, land);
    const std::string_view region = lexicon_.entry(entry).target;
    if (!region.empty() && region != entity(e).name) tie("located_in", e, region_named(region, entity(e).country));
  }

  [[nodiscard]] std::int32_t region_named(std::string_view name, std::string_view iso3) const {
    const auto found = std::ranges::find_if(resolution_.entities, [&](const Entity& each) {
      return each.kind == Kind::place && each.country == iso3 && each.name == name;
    });
    return found == resolution_.entities.end() ? kNoEntity
                                               : static_cast<std::int32_t>(found - resolution_.entities.begin());
  }

  void organisation(std::int32_t e) {
    const Entity& body = entity(e);
    if (body.type == "igo" || body.country.empty()) return;
    constexpr std::array<std::string_view, 6> kOfState{"GOV", "MIL", "LEG", "JUD", "COP", "SPY"};
    const std::int32_t land = country_named(body.country);
    tie("based_in", e, land);
    if (std::ranges::find(kOfState, body.sector) != kOfState.end()) tie("agency_of", e, land);
  }

  void person(std::int32_t e, EntryId entry) {
    tie("citizen_of", e, country_named(lexicon_.entry(entry).country));
    if (resolution_.date.empty()) return;
    for (const Term& term : lexicon_.terms(entry)) {
      const std::string_view end = term.end.empty() ? term.open_as_of : term.end;
      if (term.start.empty() || !holds_on(term.start, end, resolution_.date)) continue;
      if (term.role_class == "HOS" || term.role_class == "HOG") tie("leads", e, country_named(term.country));
      if (term.role_class == "FM" || term.role_class == "DM" || term.role_class == "minister")
        tie("holds_office_in", e, country_named(term.country));
    }
  }

  void tie(std::string_view type, std::int32_t subject, std::int32_t object) {
    if (object == kNoEntity || sentences_[static_cast<std::size_t>(object)].empty()) return;
    const Sentence* both = naming_both(subject, object);
    if (!both && entity(subject).kind != Kind::place) return;
    RelationDraft draft;
    draft.type = type;
    draft.subject = subject;
    draft.object = object;
    draft.background = true;
    draft.evidence = (both ? both : sentences_[static_cast<std::size_t>(subject)].front())->span;
    draft.confidence = kConfidence;
    draft.rule = "lexicon";
    findings_.add(std::move(draft));
  }

  /// The first sentence that names both; nullptr where none does.
  [[nodiscard]] const Sentence* naming_both(std::int32_t subject, std::int32_t object) const {
    const auto& of_subject = sentences_[static_cast<std::size_t>(subject)];
    const auto& of_object = sentences_[static_cast<std::size_t>(object)];
    const auto both = std::ranges::find_first_of(of_subject, of_object);
    return both == of_subject.end() ? nullptr : *both;
  }

  const Resolution& resolution_;
  const Lexicon& lexicon_;
  Findings& findings_;
  std::vector<std::vector<const Sentence*>> sentences_;  ///< that name each entity
  std::map<std::string, std::int32_t, std::less<>> countries_;
};

}  // namespace

void known_ties(const Analysis& analysis, const Resolution& resolution, const Lexicon& lexicon, Findings& findings) {
  KnownTies(analysis, resolution, lexicon, findings).run();
}

}  // namespace entente
