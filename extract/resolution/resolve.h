// From names to the entities of one article: who is named where, by full name, short form, demonym, acronym or title.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/article.h"
#include "extract/extraction.h"
#include "extract/language/analysis.h"
#include "extract/language/heads/article_reading.h"
#include "extract/language/names.h"
#include "extract/lexicon/lexicon.h"
#include "extract/resolution/trees.h"

namespace entente {

constexpr std::int32_t kNoEntity = -1;

/// A mention with its tokens [first, last). Offsets are bytes.
struct TokenMention {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  ByteSpan span;
  Form form = Form::name;
  std::int32_t entity = kNoEntity;
  bool addressed = false;  ///< "Jay, did he know?" (addressed.h): takes no part in what is said
  float certainty = 1;     ///< of a phrase or pronoun: how likely it stands for the entity
};

/// A word that says what somebody is: a title ("foreign minister") or an agent ("troops"). Tokens [first, last).
struct ActorWord {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool title = false;     ///< else an agent
  std::string_view name;  ///< the lexicon's word for it: singular, small letters where it is no name
  std::string_view type;  ///< title: class of office (HOS, HOG, FM ...); agent: code
  std::string_view sector;
};

/// A name that stands for no entity of the article: in a heading alone, or of nobody in particular ("Asian"). Bytes.
struct LooseName {
  ByteSpan span;
  Form form = Form::name;
  Kind kind = Kind::person;
};

/// What of an entity the later stages ask beyond its public face.
struct EntityNote {
  std::optional<EntryId> entry;  ///< of the lexicon
  char gender = '?';
};

/// Somebody without a name whom an article speaks of more than once: "a woman ... she". Ties are not built upon them.
struct UnnamedEntity {
  Kind kind = Kind::person;
  std::string name;                    ///< the longest nominal, or the pronoun: "the woman"
  std::vector<TokenMention> mentions;  ///< entity: none
};

/// The entities of an article and where they stand, sorted by tokens, the longer first. Names do not overlap, but for
/// an event that begins with the name of who holds it ("APEC summit"). Nominals may contain other mentions ("the
/// Chinese company", "his wife"). A plural that stands for several ("the two leaders") is as many mentions of one span.
struct Resolution {
  std::vector<Entity> entities;
  std::vector<EntityNote> notes;  ///< one per entity
  std::vector<TokenMention> mentions;
  std::vector<TokenMention> tentative;  ///< nominals and pronouns that likelier than not stand for an entity, told but
                                        ///< not built upon
  std::vector<LooseName> loose;         ///< in the order of the text
  std::vector<UnnamedEntity> unnamed;
  std::vector<ActorWord> words;
  std::string date;  ///< the day to read the article from: published, else the first full date of the text, else empty
};

/// Resolves names, nominals and pronouns of an article that the model has read. Headings name no entity of their own;
/// they may mention one of the body. `trees` are those of the analysis. `reading` weighs coreference where the model
/// has the head (nullptr: rules do).
[[nodiscard]] Resolution resolve(const Article& article, const Analysis& analysis, const std::vector<NameSpan>& names,
                                 const Lexicon& lexicon, const Trees& trees, const ArticleReading* reading = nullptr);

}  // namespace entente
