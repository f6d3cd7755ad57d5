#include "extract/language/speaker_labels.h"

#include <algorithm>
#include <map>

#include "extract/language/text_at.h"

namespace entente {
namespace {

constexpr std::size_t kLongest = 48;  // bytes of a label
constexpr std::size_t kWords = 5;     // of a label
constexpr std::size_t kSmall = 2;     // letters within a word: "McDONOUGH", "LaHOOD"
constexpr std::size_t kLabels = 3;    // of a transcript
constexpr std::size_t kReturns = 2;   // how often one of them stands

/// "MR.", "McDONOUGH", "MUÑOZ", "O'BRIEN".
bool shouted(std::string_view word) {
  const bool letters = std::ranges::all_of(word, [](char c) {
    return capital_letter(c) || small_letter(c) || (c & 0x80) != 0 || c == '.' || c == '-' || c == '\'';
  });
  const auto capitals = std::ranges::count_if(word, capital_letter);
  return letters && capital_letter(word.front()) && !small_letter(word.back()) &&
         std::ranges::count_if(word, small_letter) <= std::min<std::ptrdiff_t>(capitals - 1, kSmall);
}

bool all_shouted(std::string_view label) {
  std::size_t words = 0;
  while (!label.empty()) {
    const std::string_view word = label.substr(0, label.find(' '));
    if (word.empty() || !shouted(word) || ++words > kWords) return false;
    label.remove_prefix(std::min(word.size() + 1, label.size()));
  }
  return words > 0;
}

/// The label of a paragraph with its sign, "Q", "Q:", "MR. EARNEST:"; empty where it has none.
std::string_view label_of(std::string_view line) {
  if (line.starts_with("Q ")) return line.substr(0, 1);
  if (line.starts_with("Q. ")) return line.substr(0, 2);
  const std::size_t colon = line.substr(0, kLongest).find(": ");
  if (colon == std::string_view::npos || !all_shouted(line.substr(0, colon))) return {};
  return line.substr(0, colon + 1);
}

/// Where capitals are few, they set labels apart.
bool capitals_tell(std::string_view text) {
  return std::ranges::count_if(text, capital_letter) < std::ranges::count_if(text, small_letter);
}

}  // namespace

std::vector<std::uint32_t> behind_speaker_labels(std::string_view text, const std::vector<Paragraph>& paragraphs) {
  std::vector<std::uint32_t> begins;
  for (const Paragraph& paragraph : paragraphs) begins.push_back(paragraph.span.begin);
  std::vector<std::uint32_t> behind = begins;
  std::map<std::string_view, std::size_t> times;
  std::size_t most = 0;
  std::size_t labels = 0;
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    const ByteSpan span = paragraphs[p].span;
    const std::string_view label = label_of(text.substr(span.begin, span.size()));
    if (label.empty()) continue;
    behind[p] = static_cast<std::uint32_t>(text.find_first_not_of(' ', span.begin + label.size()));
    most = std::max(most, ++times[label]);
    ++labels;
  }
  const bool transcript = labels >= kLabels && most >= kReturns && capitals_tell(text);
  return transcript ? behind : begins;
}

}  // namespace entente
