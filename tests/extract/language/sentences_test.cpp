// Where sentences end.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extract/language/analysis.h"

using Strings = std::vector<std::string>;

namespace {

Strings sentences_of(const std::string& text) {
  Strings result;
  for (const auto span : entente::sentences_in(text, {0, static_cast<std::uint32_t>(text.size())})) {
    result.push_back(text.substr(span.begin, span.size()));
  }
  return result;
}

}  // namespace

TEST_CASE("a full stop before a capital ends a sentence") {
  CHECK(sentences_of("He left. She stayed! Why? Nobody knows.") ==
        Strings{"He left.", "She stayed!", "Why?", "Nobody knows."});
}

TEST_CASE("titles, initials and acronyms do not") {
  CHECK(sentences_of("Mr. Lee met Gen. J. R. Smith. They talked.").size() == 2);
  CHECK(sentences_of("The U.S. President flew home.").size() == 1);
  CHECK(sentences_of("He left the U.S. The visit was short.").size() == 2);
  CHECK(sentences_of("It moved to No. 10 today.").size() == 1);
  CHECK(sentences_of("It grew 3.5 percent at example.org last year.").size() == 1);
}

TEST_CASE("closing quotes and brackets belong to the sentence before them") {
  CHECK(sentences_of("\"We agree.\" He smiled.") == Strings{"\"We agree.\"", "He smiled."});
  CHECK(sentences_of("\u201CStop.\u201D (He left.) Then it rained.") ==
        Strings{"\u201CStop.\u201D", "(He left.)", "Then it rained."});
}

TEST_CASE("an ellipsis before a small letter goes on") {
  CHECK(sentences_of("Well... it may be. Good.").size() == 2);
}

TEST_CASE("notes in brackets belong to the sentence before them") {
  CHECK(sentences_of("He left in 1805.[6] She stayed. [7] It rained.") ==
        Strings{"He left in 1805.[6]", "She stayed. [7]", "It rained."});
}

TEST_CASE("for example and about do not end a sentence") {
  CHECK(sentences_of("It lists works, e.g. The Republic, written c. 375 BC.").size() == 1);
}
