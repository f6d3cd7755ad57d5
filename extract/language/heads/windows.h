// Sentences to windows of the encoder: what is read together, and where each word comes out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/language/encoder/word_pieces.h"

namespace entente {

/// The words of a sentence, as Universal Dependencies cuts English.
using SentenceWords = std::span<const std::string_view>;

/// Where the vector of a node comes from: a piece of one of the windows.
struct NodePlace {
  std::size_t window, piece;
};

/// A sentence with its nodes: the root, then its words.
struct SentenceNodes {
  std::size_t sentence;    ///< place among all sentences
  std::size_t first_node;  ///< the root
  std::size_t words;
};

/// Windows that are read one after the other, and the sentences in them: one window of whole sentences, or one sentence
/// too long for a window as several that overlap.
struct WindowGroup {
  std::vector<std::vector<encoder::Piece>> windows;
  std::vector<NodePlace> nodes;
  std::vector<SentenceNodes> sentences;
};

/// Fills windows of at most `longest` pieces with consecutive sentences while they fit. Sentences without words are
/// left out.
[[nodiscard]] std::vector<WindowGroup> windows_of(std::span<const SentenceWords> sentences,
                                                  const encoder::WordPieces& pieces, std::size_t longest);

}  // namespace entente
