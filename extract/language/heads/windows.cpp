// See windows.h.
#include "extract/language/heads/windows.h"

#include <algorithm>

namespace entente {

namespace {

using encoder::Piece;
using encoder::WordPieces;

constexpr std::size_t kMarks = 2;           // [CLS] and one [SEP]
constexpr std::size_t kOverlap = 64;        // pieces that two windows of a long sentence share, at most a quarter
constexpr std::size_t kMostOfOneWord = 32;  // pieces of one word of such a sentence (an address, say) that are read

/// The pieces of one sentence, and where each word begins.
struct SentencePieces {
  std::vector<Piece> pieces;
  std::vector<std::size_t> begins;  ///< one more than there are words
};

SentencePieces pieces_of(SentenceWords words, const WordPieces& pieces) {
  SentencePieces found;
  for (const std::string_view word : words) {
    found.begins.push_back(found.pieces.size());
    pieces.append(word, found.pieces);
  }
  found.begins.push_back(found.pieces.size());
  return found;
}

SentencePieces with_short_words(const SentencePieces& sentence, std::size_t most) {
  SentencePieces shorter;
  for (std::size_t w = 0; w + 1 < sentence.begins.size(); ++w) {
    const auto first = sentence.pieces.begin() + static_cast<std::ptrdiff_t>(sentence.begins[w]);
    const std::size_t count = std::min(sentence.begins[w + 1] - sentence.begins[w], most);
    shorter.begins.push_back(shorter.pieces.size());
    shorter.pieces.insert(shorter.pieces.end(), first, first + static_cast<std::ptrdiff_t>(count));
  }
  shorter.begins.push_back(shorter.pieces.size());
  return shorter;
}

void append_sentence(const SentencePieces& sentence, std::size_t number, const WordPieces& pieces, WindowGroup& group) {
  if (group.windows.empty()) group.windows.push_back({pieces.start()});
  std::vector<Piece>& window = group.windows.back();
  const std::size_t words = sentence.begins.size() - 1;
  group.sentences.push_back({number, group.nodes.size(), words});
  group.nodes.push_back({0, window.size() - 1});
  for (std::size_t w = 0; w < words; ++w) group.nodes.push_back({0, window.size() + sentence.begins[w]});
  window.insert(window.end(), sentence.pieces.begin(), sentence.pieces.end());
  window.push_back(pieces.end());
}

/// Words [first, last) of a long sentence that one window holds.
struct Part {
  std::size_t first, last;
};

std::vector<Part> parts_of(const SentencePieces& sentence, std::size_t room, std::size_t overlap) {
  const std::vector<std::size_t>& begins = sentence.begins;
  const std::size_t words = begins.size() - 1;
  std::vector<Part> parts;
  for (std::size_t first = 0;;) {
    std::size_t last = first + 1;
    while (last < words && begins[last + 1] - begins[first] <= room) ++last;
    parts.push_back({first, last});
    if (last == words) return parts;
    std::size_t next = last;
    while (next > first + 1 && begins[last] - begins[next - 1] <= overlap) --next;
    first = next;
  }
}

/// Each word is taken from the window in which it stands farther from the cut.
WindowGroup cut_up(const SentencePieces& whole, std::size_t number, const WordPieces& pieces, std::size_t longest) {
  const std::size_t room = longest - kMarks;
  const SentencePieces sentence = with_short_words(whole, std::min(kMostOfOneWord, room));
  const std::vector<Part> parts = parts_of(sentence, room, std::min(kOverlap, room / 4));
  WindowGroup group;
  group.sentences.push_back({number, 0, sentence.begins.size() - 1});
  group.nodes.push_back({0, 0});
  std::size_t word = 0;
  for (std::size_t p = 0; p < parts.size(); ++p) {
    const auto [first, last] = parts[p];
    std::vector<Piece> window{pieces.start()};
    const auto begin = sentence.pieces.begin();
    window.insert(window.end(), begin + static_cast<std::ptrdiff_t>(sentence.begins[first]),
                  begin + static_cast<std::ptrdiff_t>(sentence.begins[last]));
    window.push_back(pieces.end());
    const std::size_t until = p + 1 < parts.size() ? (parts[p + 1].first + last) / 2 : last;
    for (; word < until; ++word) group.nodes.push_back({p, 1 + sentence.begins[word] - sentence.begins[first]});
    group.windows.push_back(std::move(window));
  }
  return group;
}

}  // namespace

std::vector<WindowGroup> windows_of(std::span<const SentenceWords> sentences, const WordPieces& pieces,
                                    std::size_t longest) {
  std::vector<WindowGroup> groups;
  WindowGroup now;
  const auto finish = [&] {
    if (!now.windows.empty()) groups.push_back(std::move(now));
    now = {};
  };
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (sentences[i].empty()) continue;
    const SentencePieces sentence = pieces_of(sentences[i], pieces);
    const std::size_t need = sentence.pieces.size() + 1;
    if (need + 1 > longest) {
      finish();
      groups.push_back(cut_up(sentence, i, pieces, longest));
      continue;
    }
    if (!now.windows.empty() && now.windows.back().size() + need > longest) finish();
    append_sentence(sentence, i, pieces, now);
  }
  finish();
  return groups;
}

}  // namespace entente
