#include "extract/language/analysis.h"

namespace entente {

Analysis analyse(std::string_view text) {
  Analysis analysis;
  std::uint32_t number = 0;
  for (const Paragraph& paragraph : paragraphs(text)) {
    for (const ByteSpan span : sentences_in(text, paragraph.span)) {
      Sentence sentence{span, static_cast<std::uint32_t>(analysis.tokens.size()), 0, number, paragraph.heading};
      tokenise(text, span, analysis.tokens);
      sentence.last = static_cast<std::uint32_t>(analysis.tokens.size());
      if (sentence.first != sentence.last) analysis.sentences.push_back(sentence);
    }
    ++number;
  }
  return analysis;
}

}  // namespace entente
