#include "extract/language/analysis.h"

#include "extract/language/datelines.h"

namespace entente {
namespace {

class Analyser {
 public:
  explicit Analyser(std::string_view text) : text_(text) {}

  Analysis run() {
    for (const Paragraph& paragraph : paragraphs(text_)) {
      ByteSpan span = paragraph.span;
      span.begin = static_cast<std::uint32_t>(behind_dateline(text_, span.begin, span.end));
      if (span.begin != paragraph.span.begin) {
        const auto end = static_cast<std::uint32_t>(text_.find_last_not_of(' ', span.begin - 1) + 1);
        add({paragraph.span.begin, end}, paragraph.heading).dateline = true;
      }
      for (const ByteSpan sentence : sentences_in(text_, span)) add(sentence, paragraph.heading);
      ++paragraph_;
    }
    std::erase_if(analysis_.sentences, [](const Sentence& sentence) { return sentence.first == sentence.last; });
    return std::move(analysis_);
  }

 private:
  Sentence& add(ByteSpan span, bool heading) {
    const auto first = static_cast<std::uint32_t>(analysis_.tokens.size());
    tokenise(text_, span, analysis_.tokens);
    const auto last = static_cast<std::uint32_t>(analysis_.tokens.size());
    return analysis_.sentences.emplace_back(Sentence{span, first, last, paragraph_, heading});
  }

  std::string_view text_;
  std::uint32_t paragraph_ = 0;
  Analysis analysis_;
};

}  // namespace

Analysis analyse(std::string_view text) {
  return Analyser(text).run();
}

}  // namespace entente
