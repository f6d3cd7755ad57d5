// What the passes over the names of an article share: what they read, and what they have resolved so far.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/analysis.h"
#include "extract/language/names.h"
#include "extract/lexicon/lexicon.h"
#include "extract/resolution/linking.h"
#include "extract/resolution/office_phrases.h"
#include "extract/resolution/people.h"
#include "extract/resolution/resolve.h"

namespace entente {

/// Names by their place in the list given; `entity_of_name` has kNoEntity for those not resolved yet.
class NameDraft {
 public:
  NameDraft(const Article& article, const Analysis& analysis, const std::vector<NameSpan>& names,
            const Lexicon& lexicon);

  [[nodiscard]] std::size_t size() const { return names.size(); }
  [[nodiscard]] bool heading(std::size_t i) const { return in_heading_[names[i].first]; }
  [[nodiscard]] bool addressed(std::size_t i) const { return addressed_[i]; }
  [[nodiscard]] std::string_view text_of(const NameSpan& name) const {
    return text.substr(name.span.begin, name.span.size());
  }
  /// The token in small letters; empty beyond the article.
  [[nodiscard]] const std::string& lower(std::uint32_t token) const;

  /// The entity of that key, made of this one where there is none yet.
  std::int32_t entity_for(Entity entity, std::optional<EntryId> entry);
  [[nodiscard]] std::optional<std::int32_t> entity_with(const std::string& key) const;
  void mention(std::size_t i, std::int32_t entity, Form form);
  [[nodiscard]] Entity& entity(std::int32_t at) { return result.entities[static_cast<std::size_t>(at)]; }
  [[nodiscard]] EntityNote& note(std::int32_t at) { return result.notes[static_cast<std::size_t>(at)]; }

  const std::string_view text;
  const std::string_view title;
  const std::vector<Token>& tokens;
  const std::vector<NameSpan>& names;
  const Lexicon& lexicon;
  const OfficePhrases offices;
  const std::string speech;  ///< ISO code of the country for which the article speaks (speech.h), or empty
  Surroundings around;
  People people;
  std::map<std::string, std::int32_t> aliases;  ///< letters in brackets (small) and the entity before them
  std::vector<std::int32_t> entity_of_name;
  Resolution result;

 private:
  void survey();
  [[nodiscard]] bool of_one_country(const NameSpan& name) const;

  std::vector<bool> in_heading_;
  std::vector<bool> addressed_;
  std::map<std::string, std::int32_t> by_key_;
};

}  // namespace entente
