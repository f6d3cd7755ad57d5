// Words to pieces: folding, runs, the longest match, and how each piece is written.
#include "extract/language/encoder/word_pieces.h"

#include <doctest/doctest.h>

#include <string>

#include "extract/text/utf8.h"

using entente::encoder::Piece;
using entente::encoder::WordPieces;

namespace {

constexpr std::string_view kVocabulary =
    "[PAD]\n[UNK]\n[CLS]\n[SEP]\nma\n##cr\n##on\nzurich\nun\n##s\n-\n'\n.\n1\n##0\nis\n##tan\n中\ngao\nσ\n…\nmac\n##"
    "don\n##ald";

/// "ma:start ##cr:lower" and so on.
std::string cut(std::string_view word) {
  static const WordPieces kPieces(kVocabulary);
  static constexpr std::string_view kCases[] = {"lower", "start", "capitals", "mixed", "none"};
  std::vector<Piece> pieces;
  kPieces.append(word, pieces);
  std::string text;
  for (const Piece& piece : pieces) {
    std::size_t begin = 0;
    for (int line = 0; line < piece.number; ++line) begin = kVocabulary.find('\n', begin) + 1;
    if (!text.empty()) text += ' ';
    text += kVocabulary.substr(begin, kVocabulary.find('\n', begin) - begin);
    text += ':';
    text += kCases[static_cast<std::size_t>(piece.written)];
  }
  return text;
}

}  // namespace

TEST_CASE("a word is cut into the longest pieces, the rest marked as going on") {
  CHECK(cut("Macron") == "[UNK]:start");  // the longest piece is "mac", and nothing fits "ron"
  CHECK(cut("MacDonald") == "mac:start ##don:start ##ald:lower");
  CHECK(cut("uns") == "un:lower ##s:lower");
}

TEST_CASE("case is kept beside the piece") {
  CHECK(cut("UN") == "un:capitals");
  CHECK(cut("Un") == "un:start");
  CHECK(cut("uN") == "un:mixed");
  CHECK(cut("UNs") == "un:capitals ##s:lower");
  CHECK(cut("10") == "1:none ##0:none");
}

TEST_CASE("marks are dropped, letters decomposed") {
  CHECK(cut("Z\u00fcrich") == "zurich:start");
  CHECK(cut("Zu\u0308rich") == "zurich:start");
  CHECK(cut("\u0130s") == "is:start");     // capital I with a dot
  CHECK(cut("\u03a3") == "\u03c3:start");  // capital sigma by itself is no final sigma
}

TEST_CASE("signs and ideographs stand alone, invisible characters vanish, white space parts") {
  CHECK(cut("un-un's") == "un:lower -:none un:lower ':none [UNK]:lower");
  CHECK(cut("\u4e2d\u4e2d") == "\u4e2d:lower \u4e2d:lower");
  CHECK(cut("\u4e2dun") == "\u4e2d:lower un:lower");
  CHECK(cut("u\u00adn") == "un:lower");
  CHECK(cut("\u200bun\ufeff") == "un:lower");
  CHECK(cut("un\u00a0un") == "un:lower un:lower");
  CHECK(cut("\u2026") == "\u2026:none");
}

TEST_CASE("what gives no piece, or none that is known, is unknown") {
  CHECK(cut("") == "[UNK]:none");
  CHECK(cut("\u0301") == "[UNK]:none");
  CHECK(cut("XYZ") == "[UNK]:capitals");
  CHECK(cut(std::string(100, '1')) == "[UNK]:none");  // "11" is no piece
  CHECK(cut("1" + std::string(99, '0')).starts_with("1:none ##0:none ##0:none"));
  CHECK(cut("1" + std::string(100, '0')) == "[UNK]:none");  // longer than 100
  CHECK(cut("un\xff") == "un:lower");                       // invalid bytes read as U+FFFD, which is dropped
}

TEST_CASE("a vocabulary without its marks is refused") {
  CHECK_THROWS_WITH(WordPieces("[CLS]\n[SEP]\na"), "its vocabulary has no '[UNK]'");
}
