#include "extract/language/analysis.h"

#include "extract/language/datelines.h"
#include "extract/language/speaker_labels.h"

namespace entente {
namespace {

class Analyser {
 public:
  explicit Analyser(std::string_view text) : text_(text) {}

  Analysis run() {
    const std::vector<Paragraph> all = paragraphs(text_);
    const std::vector<std::uint32_t> behind = behind_speaker_labels(text_, all);
    for (; paragraph_ < all.size(); ++paragraph_) read(all[paragraph_], behind[paragraph_]);
    std::erase_if(analysis_.sentences, [](const Sentence& sentence) { return sentence.first == sentence.last; });
    return std::move(analysis_);
  }

 private:
  void read(const Paragraph& paragraph, std::uint32_t behind_label) {
    const auto [begin, end] = paragraph.span;
    if (behind_label != begin) add(ahead(begin, behind_label), paragraph.heading).label = true;
    const auto text = static_cast<std::uint32_t>(behind_dateline(text_, behind_label, end));
    if (text != behind_label) add(ahead(behind_label, text), paragraph.heading).dateline = true;
    for (const ByteSpan sentence : sentences_in(text_, {text, end})) add(sentence, paragraph.heading);
  }

  /// What stands before the text at `end`, without the spaces between.
  [[nodiscard]] ByteSpan ahead(std::uint32_t begin, std::uint32_t end) const {
    return {begin, static_cast<std::uint32_t>(text_.find_last_not_of(' ', end - 1) + 1)};
  }

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
