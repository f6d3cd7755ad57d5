#include "extract/language/read_language.h"

#include <string>
#include <vector>

namespace entente {
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
      token.lemma = word.lemma;
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
