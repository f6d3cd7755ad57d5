// Names in columns: a word a line, its tag (B-, I- and a label, or O) in the last column, sentences parted by empty
// lines, texts by "-DOCSTART-".
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <istream>
#include <string>
#include <vector>

namespace entente {

/// Words [begin, end) of a sentence with a label.
struct LabelledSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string label;
  auto operator<=>(const LabelledSpan&) const = default;
};

struct IobSentence {
  std::vector<std::string> words;
  std::vector<LabelledSpan> names;  ///< in the order of the words
};

using IobDocument = std::vector<IobSentence>;

/// Hands over the texts one by one. Columns are parted by tabs or spaces. Throws std::runtime_error with `name` and the
/// line where a line has no tag.
void read_iob(std::istream& in, const std::string& name, const std::function<void(IobDocument)>& sink);

}  // namespace entente
