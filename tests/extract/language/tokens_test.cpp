// Tokens as Universal Dependencies has them, with exact places in the text.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extract/language/analysis.h"

using entente::Token;
using Strings = std::vector<std::string>;

namespace {

Strings tokens_of(const std::string& text) {
  std::vector<Token> tokens;
  entente::tokenise(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
  Strings result;
  for (const Token& token : tokens) result.push_back(text.substr(token.span.begin, token.span.size()));
  return result;
}

}  // namespace

TEST_CASE("clitics stand alone") {
  CHECK(tokens_of("China's leader didn't") == Strings{"China", "'s", "leader", "did", "n't"});
  CHECK(tokens_of("China\u2019s nations' can\u2019t") == Strings{"China", "\u2019s", "nations", "'", "ca", "n\u2019t"});
  CHECK(tokens_of("O'Brien of Cote d'Ivoire") == Strings{"O'Brien", "of", "Cote", "d'Ivoire"});
}

TEST_CASE("hyphens stand alone, dashes stay whole") {
  CHECK(tokens_of("Kim Jong-un, Beijing-based") == Strings{"Kim", "Jong", "-", "un", ",", "Beijing", "-", "based"});
  CHECK(tokens_of("SEOUL, Nov 1 (Yonhap) -- Xi") == Strings{"SEOUL", ",", "Nov", "1", "(", "Yonhap", ")", "--", "Xi"});
}

TEST_CASE("abbreviations, acronyms and initials keep their full stops") {
  CHECK(tokens_of("Gen. J. Smith of the U.S. said.") ==
        Strings{"Gen.", "J.", "Smith", "of", "the", "U.S.", "said", "."});
  CHECK(tokens_of("Acme Inc. closed.") == Strings{"Acme", "Inc.", "closed", "."});
}

TEST_CASE("numbers, money and links are one token each") {
  CHECK(tokens_of("$1,200.50 at 3:30, 15%") == Strings{"$", "1,200.50", "at", "3:30", ",", "15", "%"});
  CHECK(tokens_of("see https://example.org/a?b=c.") == Strings{"see", "https://example.org/a?b=c", "."});
}

TEST_CASE("a token knows its case and whether a space came before") {
  const std::string text = "Łódź (NATO)";
  std::vector<Token> tokens;
  entente::tokenise(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
  REQUIRE(tokens.size() == 4);
  CHECK(tokens[0].lower == "łódź");
  CHECK(tokens[0].capital);
  CHECK_FALSE(tokens[0].all_caps);
  CHECK(tokens[2].all_caps);
  CHECK_FALSE(tokens[2].spaced);
}

TEST_CASE("common words are told from names") {
  CHECK(entente::common_word("report"));
  CHECK(entente::common_word("a"));
  CHECK_FALSE(entente::common_word("beijing"));
  CHECK_FALSE(entente::common_word(""));
  CHECK_FALSE(entente::common_word("zzzz"));
}

TEST_CASE("addresses, links, dates and telephone numbers are one token each") {
  CHECK(tokens_of("Write to desk@paper.org, see www.paper.org.") ==
        Strings{"Write", "to", "desk@paper.org", ",", "see", "www.paper.org", "."});
  CHECK(tokens_of("Vote.org, 08/16/2000, 303-832-8160, 2001-2003") ==
        Strings{"Vote.org", ",", "08/16/2000", ",", "303-832-8160", ",", "2001", "-", "2003"});
}

TEST_CASE("words of two, and prefixes that are no words") {
  CHECK(tokens_of("They cannot, gonna") == Strings{"They", "can", "not", ",", "gon", "na"});
  CHECK(tokens_of("pre-pandemic e-mail, non-NATO") == Strings{"pre-pandemic", "e-mail", ",", "non", "-", "NATO"});
  CHECK(tokens_of("on Sept. 11, et al. agreed") == Strings{"on", "Sept.", "11", ",", "et", "al.", "agreed"});
}
