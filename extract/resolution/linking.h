// Which entry of the lexicon a name means in this article, and the entity made of it.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extraction.h"
#include "extract/language/names.h"
#include "extract/lexicon/lexicon.h"

namespace entente {

/// What an article tells about its surroundings, for choosing among namesakes.
struct Surroundings {
  std::string date;                 ///< ISO date or empty; of the text where the article has none
  std::string published;            ///< ISO date or empty
  std::set<std::string> countries;  ///< ISO codes of countries it names, also by demonym, place or body
  /// Of these, those named by country, demonym, place or seat of government, and how often.
  std::map<std::string, int> lands;
};

/// The entry that a name most likely means; nullopt where none is likely enough. A person that is not of the first rank
/// is believed only in an article that names the person's country, or about the time of office; letters that many
/// bodies share ("PPP"), a party or an office of little fame, only in one that names its country.
/// A name that many countries have for a body of theirs ("Congress") means the body of a country that the article names
/// often. `text`: the name as written.
[[nodiscard]] std::optional<EntryId> choose_entry(const NameSpan& name, std::string_view text, const Lexicon& lexicon,
                                                  const Surroundings& around);

/// The entity an entry stands for. A metonym stands for a body of its country.
[[nodiscard]] Entity entity_of(EntryId entry, const Lexicon& lexicon, const Surroundings& around);

/// "person/xi-jinping": kind and folded name.
[[nodiscard]] std::string entity_key(Kind kind, std::string_view name);

}  // namespace entente
