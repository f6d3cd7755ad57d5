#include "extract/resolution/unlisted_types.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "extract/text/table.h"

extern "C" {
extern const char entente_event_words_begin[];
extern const char entente_event_words_end[];
extern const char entente_politics_words_begin[];
extern const char entente_politics_words_end[];
}

namespace entente {
namespace {

/// Whether a word speaks of politics wherever it stands.
bool of_politics(std::string_view word) {
  static const auto kWords = word_set({entente_politics_words_begin, entente_politics_words_end});
  return kWords.contains(word);
}

/// What the last word of an event's name that tells something tells of it.
std::string_view event_type(const NameDraft& draft, const NameSpan& name) {
  static const WordMap kWords = word_map({entente_event_words_begin, entente_event_words_end});
  for (std::uint32_t i = name.last; i > name.first; --i) {
    if (const std::string_view told = told_by(kWords, draft.lower(i - 1)); !told.empty()) return told;
  }
  return {};
}

class Settler {
 public:
  Settler(const Analysis& analysis, NameDraft& draft) : draft_(draft), of_politics_(analysis.tokens.size()) {
    std::vector<bool> tells(analysis.tokens.size());
    for (std::uint32_t i = 0; i < tells.size(); ++i) tells[i] = speaks_of_politics(analysis.tokens[i]);
    for (std::size_t i = 0; i < draft.size(); ++i) {
      if (political(draft.names[i], draft.entity_of_name[i])) tells[draft.names[i].first] = true;
    }
    for (const Sentence& sentence : analysis.sentences) {
      const auto first = tells.begin() + sentence.first, last = tells.begin() + sentence.last;
      if (std::find(first, last, true) == last) continue;
      std::fill(of_politics_.begin() + sentence.first, of_politics_.begin() + sentence.last, true);
    }
  }

  void run() {
    std::vector<bool> in_politics(draft_.result.entities.size());
    for (std::size_t i = 0; i < draft_.size(); ++i) {
      const std::int32_t at = draft_.entity_of_name[i];
      if (at == kNoEntity || draft_.note(at).entry) continue;
      const NameSpan& name = draft_.names[i];
      Entity& entity = draft_.entity(at);
      if (of_politics_[name.first]) in_politics[static_cast<std::size_t>(at)] = true;
      if (entity.kind == Kind::event) name_event(entity, name);
    }
    for (std::size_t at = 0; at < in_politics.size(); ++at) {
      Entity& entity = draft_.result.entities[at];
      if (draft_.result.notes[at].entry) continue;
      if (!in_politics[at]) doubt(entity, draft_.people.of_entity(static_cast<std::int32_t>(at)));
      // "Canadian Space Agency"
      if (entity.kind == Kind::organisation && entity.type == "igo" && !entity.country.empty())
        entity.type = "government";
    }
  }

 private:
  static bool among(const auto& words, std::string_view word) { return std::ranges::find(words, word) != words.end(); }

  /// "senator", and politicians and parties that are known.
  [[nodiscard]] bool political(const NameSpan& name, std::int32_t at) const {
    constexpr std::array<std::string_view, 4> kSectors{"GOV", "LEG", "OPP", "PTY"};
    if (name.kind == NameKind::title) {
      const LexiconEntry title = draft_.lexicon.entry(name.entries[0]);
      return among(kSectors, title.sector) && !of_any_body(title.name);
    }
    if (at == kNoEntity || !draft_.note(at).entry) return false;
    const Entity& entity = draft_.entity(at);
    return entity.type == "politician" || entity.type == "party";
  }

  /// "Democrats" of a name has the lemma "Democrats".
  static bool speaks_of_politics(const Token& token) {
    std::string_view singular = token.lower;
    if (singular.ends_with('s')) singular.remove_suffix(1);
    return of_politics(token.lemma) || of_politics(token.lower) || of_politics(singular);
  }

  void name_event(Entity& entity, const NameSpan& name) const {
    constexpr std::array<std::string_view, 3> kUsual{"election", "summit", "war"};
    const std::string_view told = event_type(draft_, name);
    if (!told.empty()) {
      entity.type = told;
    } else if (among(kUsual, entity.type)) {
      entity.type = "other";
    }
  }

  static void doubt(Entity& entity, const Person* person) {
    const auto of_state = [](const Office& office) { return person_type(office.role_class) == "politician"; };
    const bool titled = person && std::ranges::any_of(person->offices, of_state);
    if (entity.kind == Kind::organisation && entity.type == "party") entity.type.clear();
    if (entity.kind == Kind::person && entity.type == "politician" && !titled) entity.type.clear();
  }

  NameDraft& draft_;
  std::vector<bool> of_politics_;  ///< tokens of sentences that speak of politics
};

}  // namespace

void settle_unlisted_types(const Analysis& analysis, NameDraft& draft) {
  Settler(analysis, draft).run();
}

}  // namespace entente
