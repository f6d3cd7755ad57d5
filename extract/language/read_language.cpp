#include "extract/language/read_language.h"

#include <string>
#include <vector>

namespace entente {
namespace {

/// A verb's lemma as English spells it, where cutting an ending off left what no verb ends with: "receiv", "studi".
std::string spelled(std::string lemma, std::string_view upos, std::string_view form) {
  if (upos != "VERB" || lemma.size() < 3 || lemma.size() >= form.size()) return lemma;
  const char last = lemma.back();
  const char before = lemma[lemma.size() - 2];
  const bool consonant_s = last == 's' && std::string_view("lnpr").find(before) != std::string_view::npos;
  if (last == 'i') {
    lemma.back() = 'y';
  } else if (last == 'v' || last == 'u' || (last == 'c' && before != 'n') || consonant_s) {
    lemma += 'e';
  }
  return lemma;
}

}  // namespace

ArticleReading read_language(std::string_view text, const Reader& reader, Analysis& analysis) {
  std::vector<std::vector<std::string_view>> words;
  for (const Sentence& sentence : analysis.sentences) {
    auto& of_sentence = words.emplace_back();
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      const ByteSpan span = analysis.tokens[t].span;
      of_sentence.push_back(text.substr(span.begin, span.size()));
    }
  }
  ArticleReading reading = reader.read_article(std::vector<SentenceWords>(words.begin(), words.end()));
  const std::span<const SentenceReading> readings = reading.sentences();
  for (std::size_t s = 0; s < readings.size(); ++s) {
    const std::uint32_t first = analysis.sentences[s].first;
    for (std::uint32_t w = 0; w < readings[s].words.size(); ++w) {
      const WordReading& word = readings[s].words[w];
      Token& token = analysis.tokens[first + w];
      token.lemma = spelled(word.lemma, word.upos, token.lower);
      token.upos = word.upos;
      token.xpos = word.xpos;
      token.relation = word.relation;
      token.head = word.head == 0 ? first + w : first + word.head - 1;
    }
    for (const NameReading& name : readings[s].names)
      analysis.names.push_back({first + name.begin, first + name.end, name.kind, name.type, name.score});
  }
  return reading;
}

}  // namespace entente
