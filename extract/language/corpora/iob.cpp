// See iob.h.
#include "extract/language/corpora/iob.h"

#include <fmt/format.h>

#include <stdexcept>

namespace entente {

namespace {

/// Adds the next word of a sentence. An I- that goes on with nothing begins a name.
void add_word(std::string_view word, std::string_view tag, IobSentence& sentence) {
  const auto at = static_cast<std::uint32_t>(sentence.words.size());
  sentence.words.emplace_back(word);
  if (tag == "O") return;
  const std::string_view label = tag.substr(2);
  const bool goes_on = tag[0] == 'I' && !sentence.names.empty() && sentence.names.back().end == at &&
                       sentence.names.back().label == label;
  if (goes_on) {
    ++sentence.names.back().end;
  } else {
    sentence.names.push_back({at, at + 1, std::string(label)});
  }
}

}  // namespace

void read_iob(std::istream& in, const std::string& name, const std::function<void(IobDocument)>& sink) {
  IobDocument document;
  IobSentence sentence;
  std::size_t line = 0;
  const auto finish_sentence = [&] {
    if (!sentence.words.empty()) document.push_back(std::move(sentence));
    sentence = {};
  };
  const auto finish_document = [&] {
    if (!document.empty()) sink(std::move(document));
    document = {};
  };
  for (std::string text; std::getline(in, text);) {
    ++line;
    if (text.ends_with('\r')) text.pop_back();
    if (text.starts_with("-DOCSTART-")) {
      finish_sentence();
      finish_document();
    } else if (text.empty()) {
      finish_sentence();
    } else {
      const std::string_view view = text;
      const std::string_view gaps = text.find('\t') == std::string::npos ? " " : "\t";
      const std::string_view tag = view.substr(view.find_last_of(gaps) + 1);
      const bool is_tag = tag == "O" || (tag.size() > 2 && tag[1] == '-' && (tag[0] == 'B' || tag[0] == 'I'));
      const std::size_t end = view.find_first_of(gaps);
      if (!is_tag || end == std::string_view::npos || end == 0) {
        throw std::runtime_error(
            fmt::format("{}: line {}: '{}' is no word and tag (O, or B- or I- and a label)", name, line, text));
      }
      add_word(view.substr(0, end), tag, sentence);
    }
  }
  finish_sentence();
  finish_document();
}

}  // namespace entente
