// See scores.h.
#include "extract/language/corpora/scores.h"

#include <algorithm>
#include <set>
#include <utility>

namespace entente {

namespace {

using Place = std::pair<std::uint32_t, std::uint32_t>;

std::string_view up_to_colon(std::string_view relation) {
  return relation.substr(0, relation.find(':'));
}

double harmonic(std::size_t right, std::size_t read, std::size_t gold) {
  return read + gold == 0 ? 0.0 : 2.0 * static_cast<double>(right) / static_cast<double>(read + gold);
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

void TreeScores::add(const ConlluSentence& gold, const SentenceReading& reading) {
  for (std::size_t w = 0; w < gold.words.size(); ++w) {
    const ConlluRow& row = gold.rows[gold.words[w]];
    const WordReading& word = reading.words[w];
    ++words;
    upos += word.upos == row[kUpos] ? 1U : 0U;
    xpos += word.xpos == row[kXpos] ? 1U : 0U;
    lemma += word.lemma == row[kLemma] ? 1U : 0U;
    if (std::to_string(word.head) != row[kHead]) continue;
    ++head;
    relation += up_to_colon(word.relation) == up_to_colon(row[kDeprel]) ? 1U : 0U;
    relation_and_subtype += word.relation == row[kDeprel] ? 1U : 0U;
  }
}

void NameScores::add(const IobSentence& sentence, const SentenceReading& reading, const NameScheme& scheme) {
  const auto ignored = [&](std::string_view label) {
    return std::ranges::find(scheme.ignored, label) != scheme.ignored.end();
  };
  std::set<LabelledSpan> wanted;
  std::set<Place> wanted_places, left_out;
  for (const LabelledSpan& name : sentence.names) {
    if (ignored(name.label)) {
      left_out.emplace(name.begin, name.end);
    } else {
      wanted.insert(name);
      wanted_places.emplace(name.begin, name.end);
    }
  }
  gold += wanted.size();
  for (const NameReading& name : reading.names) {
    const std::string_view label = scheme.label(name.kind, name.type);
    if (label.empty() || ignored(label) || left_out.contains({name.begin, name.end})) continue;
    ++read;
    right += wanted.contains({name.begin, name.end, std::string(label)}) ? 1U : 0U;
    right_spans += wanted_places.contains({name.begin, name.end}) ? 1U : 0U;
  }
}

double NameScores::precision() const {
  return share(right, read);
}
double NameScores::recall() const {
  return share(right, gold);
}
double NameScores::f1() const {
  return harmonic(right, read, gold);
}
double NameScores::spans_f1() const {
  return harmonic(right_spans, read, gold);
}

}  // namespace entente
