// Everything in an article that stands for somebody or something: names and phrases in one row.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/extraction.h"
#include "extract/resolution/nouns.h"
#include "extract/resolution/phrases.h"
#include "extract/resolution/resolve.h"
#include "extract/resolution/trees.h"

namespace entente {

struct Referent {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t head = 0;  ///< its word in the tree
  Form form = Form::name;
  std::string_view word;        ///< the head's lemma, or the pronoun's
  std::string_view model_kind;  ///< as in MentionWords
  std::string_view type;        ///< of the entity of a name: "company"
  Traits traits;
  Reach reach = Reach::known;
  bool unlisted = false;            ///< as of phrases
  std::int32_t entity = kNoEntity;  ///< of names
  bool addressed = false;           ///< as of mentions

  [[nodiscard]] bool pronoun() const { return form == Form::pronoun; }
  [[nodiscard]] bool nominal() const { return form == Form::nominal; }
  [[nodiscard]] bool name() const { return !pronoun() && !nominal(); }
  [[nodiscard]] bool overlaps(const Referent& other) const { return first < other.last && other.first < last; }
};

/// In the order of the text, the longer first.
[[nodiscard]] std::vector<Referent> find_referents(const Trees& trees, const Resolution& names,
                                                   const std::vector<Phrase>& phrases);

}  // namespace entente
