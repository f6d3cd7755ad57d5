// Names in an article: which stretches of tokens name a person, country, organisation, place or event, or say what one
// is. The model reads the names; the lexicon says whom they may mean, what it knows for certain, and titles and words
// for actors; and a name that was read clearly once is read so throughout the article.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/analysis.h"
#include "extract/lexicon/lexicon.h"

namespace entente {

/// What a stretch of tokens is. `other`: a work, a law, a product, a date: nothing that acts.
enum class NameKind : std::uint8_t { person, country, organisation, place, event, demonym, group, title, agent, other };

/// Tokens [first, last) that name something.
struct NameSpan {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  ByteSpan span;
  NameKind kind = NameKind::other;
  std::string type;              ///< as in the lexicon or as the model reads it; empty where unknown
  std::vector<EntryId> entries;  ///< of the lexicon, best known first; empty where the lexicon does not know it
  bool metonym = false;          ///< "the Kremlin", "Downing Street": entries[0] says what for
};

/// Names, titles and words for actors in the order of the text, without overlap. Names in headings are among them.
/// The analysis has been read by the model.
[[nodiscard]] std::vector<NameSpan> find_names(std::string_view text, const Analysis& analysis, const Lexicon& lexicon);

}  // namespace entente
