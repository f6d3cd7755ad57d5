// Which sentences are read together, and where their words come out.
#include "extract/language/heads/windows.h"

#include <doctest/doctest.h>

using entente::SentenceWords;
using entente::WindowGroup;
using entente::windows_of;
using entente::encoder::WordPieces;

namespace {

const WordPieces& pieces() {
  static const WordPieces kPieces("[UNK]\n[CLS]\n[SEP]\na\nb\n##b");
  return kPieces;
}

/// The piece of each node, as "window:piece".
std::string places(const WindowGroup& group) {
  std::string text;
  for (const auto& node : group.nodes) text += std::to_string(node.window) + ":" + std::to_string(node.piece) + " ";
  return text;
}

}  // namespace

TEST_CASE("sentences share a window while they fit, each with its root on the mark before it") {
  const std::vector<std::string_view> two{"a", "bb"}, three{"a", "a", "a"};
  const std::vector<SentenceWords> sentences{two, {}, three, two};
  const auto groups = windows_of(sentences, pieces(), 9);  // 1 + 4, + 4; the third needs a window of its own
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].windows[0].size() == 9);
  CHECK(places(groups[0]) == "0:0 0:1 0:2 0:4 0:5 0:6 0:7 ");
  CHECK(groups[0].sentences[1].sentence == 2);
  CHECK(groups[0].sentences[1].first_node == 3);
  CHECK(groups[1].windows[0].size() == 5);
}

TEST_CASE("a sentence too long for a window is read in windows that overlap") {
  const std::vector<std::string_view> words(14, "a");
  const std::vector<SentenceWords> sentences{words};
  const auto groups = windows_of(sentences, pieces(), 10);  // 8 words a window, 2 of them shared
  REQUIRE(groups.size() == 1);
  REQUIRE(groups[0].windows.size() == 2);
  CHECK(groups[0].windows[0].size() == 10);
  CHECK(groups[0].windows[1].size() == 10);
  CHECK(places(groups[0]) == "0:0 0:1 0:2 0:3 0:4 0:5 0:6 0:7 1:2 1:3 1:4 1:5 1:6 1:7 1:8 ");
}
