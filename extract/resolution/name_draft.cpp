#include "extract/resolution/name_draft.h"

#include <algorithm>
#include <utility>

#include "extract/resolution/addressed.h"
#include "extract/resolution/reference_date.h"
#include "extract/resolution/speech.h"

namespace entente {

NameDraft::NameDraft(const Article& article, const Analysis& analysis, const std::vector<NameSpan>& all,
                     const Lexicon& known)
    : text(article.text),
      title(article.title),
      tokens(analysis.tokens),
      names(all),
      lexicon(known),
      offices(article.text, analysis.tokens, all, known),
      speech(speech_of(article, known)),
      entity_of_name(all.size(), kNoEntity),
      in_heading_(analysis.tokens.size(), false),
      addressed_(entente::addressed(analysis, all, known)) {
  result.date = reference_date(article, analysis);
  around.date = result.date;
  around.published = article.published;
  for (const Sentence& sentence : analysis.sentences) {
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) in_heading_[i] = sentence.heading;
  }
  survey();
}

void NameDraft::survey() {
  for (const NameSpan& name : names) {
    if (name.entries.empty() || name.kind == NameKind::person) continue;
    const LexiconEntry entry = lexicon.entry(name.entries[0]);
    if (entry.country.empty() || (name.kind == NameKind::place && !of_one_country(name))) continue;
    around.countries.insert(std::string(entry.country));
    if (name.kind != NameKind::organisation || name.metonym) ++around.lands[std::string(entry.country)];
  }
}

/// Newcastle is a city of three countries, and speaks for none.
bool NameDraft::of_one_country(const NameSpan& name) const {
  return std::ranges::all_of(
      name.entries, [&](EntryId id) { return lexicon.entry(id).country == lexicon.entry(name.entries[0]).country; });
}

const std::string& NameDraft::lower(std::uint32_t token) const {
  static const std::string kNone;
  return token < tokens.size() ? tokens[token].lower : kNone;
}

std::int32_t NameDraft::entity_for(Entity made, std::optional<EntryId> entry) {
  const auto [at, fresh] = by_key_.try_emplace(made.key, static_cast<std::int32_t>(result.entities.size()));
  if (fresh) {
    EntityNote told;
    told.entry = entry;
    if (entry && !lexicon.entry(*entry).gender.empty()) told.gender = lexicon.entry(*entry).gender.front();
    result.entities.push_back(std::move(made));
    result.notes.push_back(told);
  }
  return at->second;
}

std::optional<std::int32_t> NameDraft::entity_with(const std::string& key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? std::nullopt : std::optional(found->second);
}

void NameDraft::mention(std::size_t i, std::int32_t entity, Form form) {
  const NameSpan& name = names[i];
  result.mentions.push_back({name.first, name.last, name.span, form, entity, addressed_[i]});
  entity_of_name[i] = entity;
}

}  // namespace entente
