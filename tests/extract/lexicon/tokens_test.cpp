// The matcher's words are those of words(), and it knows what stands between them.
#include <doctest/doctest.h>

#include "extract/lexicon/tokens.h"
#include "extract/text/fold.h"

using namespace entente;
using entente::lexicon::Gap;

namespace {

Gap gap(std::string_view text) {
  const auto tokens = lexicon::tokenize(text);
  REQUIRE(tokens.tokens.size() == 2);
  return tokens.tokens[1].gap;
}

}  // namespace

TEST_CASE("the same words as words()") {
  for (const std::string_view text : {"Łódź and Straße, Nguyễn's U.S.-led COVID-19!", "Москва — 北京 “x”",
                                      "a\xff"
                                      "b \xc3",
                                      "", "São Paulo’s ½ №5 don't", "e\xCC\x81t\xC3\xA9 G20"}) {
    CAPTURE(text);
    const auto expected = words(text);
    const auto tokens = lexicon::tokenize(text);
    REQUIRE(tokens.tokens.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
      CHECK(tokens.tokens[i].begin == expected[i].span.begin);
      CHECK(tokens.tokens[i].end == expected[i].span.end);
      CHECK(tokens.folded_word(tokens.tokens[i]) == expected[i].folded);
    }
  }
}

TEST_CASE("what stands between words") {
  CHECK(gap("a b") == Gap::space);
  CHECK(gap("a \t b") == Gap::space);
  CHECK(gap("a\xC2\xA0"
            "b") == Gap::space);
  CHECK(gap("a\nb") == Gap::boundary);
  CHECK(gap("a-b") == Gap::hyphen);
  CHECK(gap("a – b") == Gap::boundary);
  CHECK(gap("a–b") == Gap::hyphen);
  CHECK(gap("a—b") == Gap::boundary);
  CHECK(gap("a’b") == Gap::apostrophe);
  CHECK(gap("a' b") == Gap::apostrophe);
  CHECK(gap("a 'b") == Gap::boundary);
  CHECK(gap("a.b") == Gap::dot);
  CHECK(gap("a. b") == Gap::dot_space);
  CHECK(gap("a .b") == Gap::boundary);
  CHECK(gap("a & b") == Gap::ampersand);
  CHECK(gap("a&b") == Gap::ampersand);
  CHECK(gap("a, b") == Gap::comma);
  CHECK(gap("a., b") == Gap::boundary);
  CHECK(gap("a (b") == Gap::boundary);
  CHECK(gap("a/b") == Gap::boundary);
}
