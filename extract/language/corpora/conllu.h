// CoNLL-U (https://universaldependencies.org/format.html): sentences of words in lines of ten columns.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <istream>
#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/heads/reader.h"

namespace entente {

enum ConlluColumn : std::size_t { kId, kForm, kLemma, kUpos, kXpos, kFeats, kHead, kDeprel, kDeps, kMisc };

using ConlluRow = std::array<std::string, 10>;

/// A sentence with all its lines: comments, words, and the ranges (1-2) and empty words (1.1) between them.
struct ConlluSentence {
  std::vector<std::string> comments;  ///< with their "#"
  std::vector<ConlluRow> rows;
  std::vector<std::size_t> words;  ///< places in `rows` of what has a plain number
};

/// One text: what stands between two "# newdoc".
using ConlluDocument = std::vector<ConlluSentence>;

/// Hands over the documents one by one. Throws std::runtime_error with `name` and the line where a line is none, or the
/// words are not numbered 1, 2, 3 ...
void read_conllu(std::istream& in, const std::string& name, const std::function<void(ConlluDocument)>& sink);

void write_conllu(const ConlluSentence& sentence, std::ostream& out);

/// The words of a sentence; views into it.
[[nodiscard]] std::vector<std::string_view> words_of(const ConlluSentence& sentence);

/// Puts a reading into lemma, tags, head and relation of the words, and its names into MISC: Name=B-person.politician,
/// Name=I-... Features and enhanced dependencies, which are not read, become "_"; the rest stays.
void fill(ConlluSentence& sentence, const SentenceReading& reading);

}  // namespace entente
