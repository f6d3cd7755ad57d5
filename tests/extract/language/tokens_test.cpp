// Tokens as Universal Dependencies has them, with exact places in the text.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extract/language/analysis.h"
#include "extract/text/common_words.h"

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
  CHECK(tokens_of("anti-government co-founder, anti-China") ==
        Strings{"anti-government", "co-founder", ",", "anti", "-", "China"});
  CHECK(tokens_of("mid-May, mid-20s") == Strings{"mid-May", ",", "mid-20s"});
  CHECK(tokens_of("on Sept. 11, et al. agreed") == Strings{"on", "Sept.", "11", ",", "et", "al.", "agreed"});
}

TEST_CASE("units, halves of the day and large amounts part from their number") {
  CHECK(tokens_of("5pm, 20km, 8:30am") == Strings{"5", "pm", ",", "20", "km", ",", "8:30", "am"});
  CHECK(tokens_of("$2.8bn, \u00A380m, $60b") ==
        Strings{"$", "2.8", "bn", ",", "\u00A3", "80", "m", ",", "$", "60", "b"});
  CHECK(tokens_of("It made $11.5M.") == Strings{"It", "made", "$", "11.5", "M", "."});
  CHECK(tokens_of("16th 1990s 5G 60b") == Strings{"16th", "1990s", "5G", "60b"});
}

TEST_CASE("decades, years and numbers of several parts are one token each") {
  CHECK(tokens_of("the 1990's, the '90s, in '05") == Strings{"the", "1990's", ",", "the", "'90s", ",", "in", "'05"});
  CHECK(tokens_of("in 2019's '90%'") == Strings{"in", "2019", "'s", "'", "90", "%", "'"});
  CHECK(tokens_of("11-20-2000, 1-800-991-9019, .322, +44") ==
        Strings{"11-20-2000", ",", "1-800-991-9019", ",", ".322", ",", "+44"});
}

TEST_CASE("smileys, hashtags, handles and runs of signs are one token each") {
  CHECK(tokens_of("Good :) Bad :-(") == Strings{"Good", ":)", "Bad", ":-("});
  CHECK(tokens_of("(so: it ended)") == Strings{"(", "so", ":", "it", "ended", ")"});
  CHECK(tokens_of("#G20 @POTUS") == Strings{"#G20", "@POTUS"});
  CHECK(tokens_of("What?!? <<File>> ``so''") == Strings{"What", "?!?", "<<", "File", ">>", "``", "so", "''"});
}

TEST_CASE("letters joined by an ampersand, mail names and files are one token each") {
  CHECK(tokens_of("R&D at S&P") == Strings{"R&D", "at", "S&P"});
  CHECK(tokens_of("Mann@ENRON sent plan.DOC") == Strings{"Mann@ENRON", "sent", "plan.DOC"});
}

TEST_CASE("contractions without their apostrophe part as those with it") {
  CHECK(tokens_of("i dont know, thats it, im here") ==
        Strings{"i", "do", "nt", "know", ",", "that", "s", "it", ",", "i", "m", "here"});
  CHECK(tokens_of("Im Jong-seok") == Strings{"Im", "Jong", "-", "seok"});
  CHECK(tokens_of("PUTS that 's all") == Strings{"PUTS", "that", "'s", "all"});
}

TEST_CASE("an abbreviation before a number keeps its full stop, a letter that ends a sentence does not") {
  CHECK(tokens_of("No. 10, p. 28, c. 1640") == Strings{"No.", "10", ",", "p.", "28", ",", "c.", "1640"});
  CHECK(tokens_of("a Ph.D. in law") == Strings{"a", "Ph.D.", "in", "law"});
  CHECK(tokens_of("He said no.") == Strings{"He", "said", "no", "."});
  CHECK(tokens_of("World War I.") == Strings{"World", "War", "I", "."});
  CHECK(tokens_of("He sat. In Nov. it froze") == Strings{"He", "sat", ".", "In", "Nov.", "it", "froze"});
}

TEST_CASE("a word broken off keeps its hyphen") {
  CHECK(tokens_of("the pf- the man, Steve- so") == Strings{"the", "pf-", "the", "man", ",", "Steve", "-", "so"});
}
