#include "extract/resolution/phrase_mentions.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

#include "extract/resolution/antecedent_scores.h"
#include "extract/resolution/coreference.h"
#include "extract/resolution/name_text.h"
#include "extract/resolution/phrases.h"
#include "extract/resolution/quotes.h"
#include "extract/resolution/referents.h"
#include "extract/resolution/trees.h"

namespace entente {
namespace {

constexpr float kSure = 0.6F;  ///< a mention that ties may be built upon

std::vector<bool> taken_by_names(const Analysis& analysis, const std::vector<NameSpan>& names,
                                 const Resolution& resolution) {
  std::vector<bool> taken(analysis.tokens.size(), false);
  const auto take = [&taken](std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t t = first; t < last; ++t) taken[t] = true;
  };
  for (const NameSpan& name : names) {
    if (name.kind != NameKind::title && name.kind != NameKind::agent) take(name.first, name.last);
  }
  for (const TokenMention& mention : resolution.mentions) take(mention.first, mention.last);
  for (const Sentence& sentence : analysis.sentences) {
    if (sentence.heading || sentence.label) take(sentence.first, sentence.last);
  }
  return taken;
}

/// "Secretary of State Kerry", "MHP leader Devlet Bahceli": where the tree makes the title the head of the phrase, it
/// stands for the person.
void add_heading_titles(const Analysis& analysis, const Trees& trees, const std::vector<NameSpan>& names,
                        Resolution& resolution) {
  std::vector<TokenMention> added;
  for (std::size_t n = 0; n < names.size(); ++n) {
    if (names[n].kind != NameKind::person) continue;
    const NameSpan& person = names[n];
    const auto whose = std::ranges::lower_bound(resolution.mentions, person.first, {}, &TokenMention::first);
    if (whose == resolution.mentions.end() || whose->first != person.first || whose->entity < 0) continue;
    std::uint32_t begin = person.first;
    for (std::size_t t = n; t-- > 0 && names[t].kind == NameKind::title && names[t].last == begin;) {
      const NameSpan& title = names[t];
      begin = title.first;
      const std::uint32_t head = trees.head_of(title.first, person.last);
      const std::string_view tag = analysis.tokens[title.last - 1].xpos;
      if (head >= title.last || tag == "NNS" || tag == "NNPS") continue;  // "astronauts Behnken and Hurley"
      const ByteSpan span{analysis.tokens[title.first].span.begin, analysis.tokens[title.last - 1].span.end};
      added.push_back({title.first, title.last, span, Form::title, whose->entity});
    }
  }
  resolution.mentions.insert(resolution.mentions.end(), added.begin(), added.end());
  std::ranges::stable_sort(resolution.mentions, {}, [](const TokenMention& m) { return std::pair(m.first, ~m.last); });
}

/// Titles and words for actors that the table of nouns does not have are people too.
void know_people(const std::vector<NameSpan>& names, std::vector<Phrase>& phrases) {
  std::size_t n = 0;
  for (Phrase& phrase : phrases) {
    while (n < names.size() && names[n].last <= phrase.head()) ++n;
    if (n == names.size() || names[n].first > phrase.head() || !phrase.unlisted) continue;
    if (names[n].kind == NameKind::title || names[n].kind == NameKind::agent) {
      phrase.traits.kinds = kPerson;
      phrase.unlisted = false;
    }
  }
}

/// What those are who are never named; nullopt for things, and where nothing tells.
std::optional<Kind> kind_of(const Cluster& cluster) {
  const KindSet kinds = cluster.traits.kinds;
  if (kinds == kAnyKind || (kinds & kPerson)) return Kind::person;  // "they", "we"
  if (kinds & (kThing | kEvent)) return std::nullopt;
  if (kinds & kCountry) return Kind::country;
  return kinds & kOrganisation ? Kind::organisation : Kind::place;
}

class PhraseMentions {
 public:
  PhraseMentions(std::string_view text, const Analysis& analysis, const std::vector<Referent>& referents,
                 const Coreference& found, Resolution& resolution)
      : text_(text), analysis_(analysis), referents_(referents), found_(found), resolution_(resolution) {}

  void add() {
    for (const Cluster& cluster : found_.clusters) {
      if (cluster.entity != kNoEntity) {
        add_named(cluster, cluster.entity);
      } else if (!cluster.several.empty()) {
        for (const std::int32_t entity : cluster.several) add_named(cluster, entity);
      } else if (cluster.members.size() > 1) {
        if (const auto kind = kind_of(cluster); kind && told(cluster)) add_unnamed(cluster, *kind);
      }
    }
    std::ranges::sort(resolution_.mentions, {},
                      [](const TokenMention& m) { return std::tuple(m.first, ~m.last, m.entity); });
  }

 private:
  /// Whether anything tells what a cluster is: a noun of the table, or pronouns alone.
  [[nodiscard]] bool told(const Cluster& cluster) const {
    return cluster.traits.kinds != kAnyKind ||
           std::ranges::none_of(cluster.members, [this](std::uint32_t m) { return referents_[m].nominal(); });
  }

  void add_named(const Cluster& cluster, std::int32_t entity) {
    for (const std::uint32_t member : cluster.members) {
      const Referent& referent = referents_[member];
      if (referent.name()) continue;
      auto& mentions = found_.certainty[member] >= kSure ? resolution_.mentions : resolution_.tentative;
      mentions.push_back({referent.first, referent.last, span_of(referent), referent.form, entity});
      mentions.back().certainty = found_.certainty[member];
    }
  }

  void add_unnamed(const Cluster& cluster, Kind kind) {
    UnnamedEntity entity;
    entity.kind = kind;
    const Referent* longest = &referents_[cluster.members.front()];
    for (const std::uint32_t member : cluster.members) {
      const Referent& referent = referents_[member];
      entity.mentions.push_back({referent.first, referent.last, span_of(referent), referent.form, kNoEntity});
      if (std::pair(referent.nominal(), referent.last - referent.first) >
          std::pair(longest->nominal(), longest->last - longest->first))
        longest = &referent;
    }
    const ByteSpan name = span_of(*longest);
    entity.name = tidy(text_.substr(name.begin, name.size()));
    resolution_.unnamed.push_back(std::move(entity));
  }

  [[nodiscard]] ByteSpan span_of(const Referent& referent) const {
    return {analysis_.tokens[referent.first].span.begin, analysis_.tokens[referent.last - 1].span.end};
  }

  std::string_view text_;
  const Analysis& analysis_;
  const std::vector<Referent>& referents_;
  const Coreference& found_;
  Resolution& resolution_;
};

}  // namespace

void add_phrase_mentions(std::string_view text, std::string_view speech, const Analysis& analysis, const Trees& trees,
                         const std::vector<NameSpan>& names, const ArticleReading* reading, Resolution& resolution) {
  add_heading_titles(analysis, trees, names, resolution);
  std::vector<Phrase> phrases = find_phrases(trees, taken_by_names(analysis, names, resolution));
  know_people(names, phrases);
  const std::vector<Referent> referents = find_referents(trees, resolution, phrases);
  const bool read = reading && reading->has_coreference();
  const std::unique_ptr<AntecedentScores> scores =
      read ? scores_by_model(trees, referents, *reading) : scores_by_rule(trees, referents);
  const States states = states_of(resolution.entities, speech);
  const Coreference found = find_coreference(trees, find_quotes(analysis, trees), referents, *scores, states);
  PhraseMentions(text, analysis, referents, found, resolution).add();
}

}  // namespace entente
