// Folding and words: what a name looks like when spelling no longer matters.
#include "extract/text/fold.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace entente;

namespace {

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> out;
  for (const Word& word : words(text)) out.push_back(word.folded);
  return out;
}

}  // namespace

TEST_CASE("fold drops case and diacritics") {
  CHECK(fold("Xi JINPING") == "xi jinping");
  CHECK(fold("Łódź") == "lodz");
  CHECK(fold("Straße") == "strasse");
  CHECK(fold("Nguyễn") == "nguyen");
  CHECK(fold("Erdoğan İstanbul ığdır") == "erdogan istanbul igdir");
  CHECK(fold("Ærø, Đà Nẵng, Hawaiʻi") == "aero, da nang, hawai'i");
  CHECK(fold("Αθήνα") == "αθηνα");
}

TEST_CASE("fold treats loose diacritics like composed letters") {
  CHECK(fold("Nguye\u0302\u0303n") == "nguyen");
  CHECK(fold("и\u0306") == fold("й"));
}

TEST_CASE("fold keeps what tells letters of other scripts apart") {
  CHECK(fold("Горбачёв Сергей") == "горбачёв сергей");
  CHECK(fold("習近平") == "習近平");
  CHECK(fold("이재명") == "이재명");
}

TEST_CASE("fold makes kinds of punctuation one") {
  CHECK(fold("Côte d’Ivoire – “talks”…") == "cote d'ivoire - \"talks\"...");
  CHECK(fold("U.S.\u00A0troops") == "u.s. troops");
  CHECK(fold("co\u00ADoperation") == "cooperation");
}

TEST_CASE("fold survives invalid UTF-8") {
  CHECK(fold("A\xFF") == "a\uFFFD");
}

TEST_CASE("words are runs of letters and digits") {
  CHECK(folded_words("U.S.-China talks, COP30's 2nd day") ==
        std::vector<std::string>{"u", "s", "china", "talks", "cop30", "s", "2nd", "day"});
  CHECK(folded_words("Łódź’s naïve cafe\u0301") == std::vector<std::string>{"lodz", "s", "naive", "cafe"});
  CHECK(folded_words("習近平，李強") == std::vector<std::string>{"習近平", "李強"});
  CHECK(folded_words("co\u00ADop\u00AD end") == std::vector<std::string>{"coop", "end"});
  CHECK(folded_words(" -- … ").empty());
  CHECK(folded_words("").empty());
}

TEST_CASE("a word's span is the bytes it was made of") {
  const std::string text = "In Düsseldorf, Xi";
  std::vector<std::string> pieces;
  for (const Word& word : words(text)) pieces.push_back(text.substr(word.span.begin, word.span.size()));
  CHECK(pieces == std::vector<std::string>{"In", "Düsseldorf", "Xi"});
}

TEST_CASE("slug joins folded words") {
  CHECK(slug("Xi Jinping") == "xi-jinping");
  CHECK(slug("Côte d’Ivoire") == "cote-d-ivoire");
  CHECK(slug("—") == "");
}
