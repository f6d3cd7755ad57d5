// Lemmas as edits of the word.
#include "extract/language/heads/lemma_rule.h"

#include <doctest/doctest.h>

#include "extract/language/heads/lemma_spelling.h"

using entente::LemmaRule;
using entente::spelled_lemma;

TEST_CASE("a rule changes case, cuts and puts") {
  CHECK(LemmaRule("keep|0|").apply("Macron") == "Macron");
  CHECK(LemmaRule("lower|1|").apply("Talks") == "talk");
  CHECK(LemmaRule("lower|3|y").apply("Countries") == "country");
  CHECK(LemmaRule("start|1|").apply("IRAN'") == "Iran");
  CHECK(LemmaRule("whole|0|be").apply("'re") == "be");
  CHECK(LemmaRule("whole|0|a|b").apply("x") == "a|b");
}

TEST_CASE("letters are code points, and more are not cut than there are") {
  CHECK(LemmaRule("keep|1|").apply("caf\u00e9") == "caf");
  CHECK(LemmaRule("lower|0|").apply("\u00c9LYS\u00c9E") == "\u00e9lys\u00e9e");
  CHECK(LemmaRule("start|0|").apply("\u00e9LYS\u00c9E") == "\u00c9lys\u00e9e");
  CHECK(LemmaRule("keep|4|x").apply("ab") == "x");
  CHECK(LemmaRule("start|0|").apply("") == "");
}

TEST_CASE("what is no word is spelled as the word that the form is of") {
  CHECK(spelled_lemma("grante", "granted", "VERB") == "grant");
  CHECK(spelled_lemma("planne", "planned", "VERB") == "plan");
  CHECK(spelled_lemma("overstat", "overstating", "VERB") == "overstate");
  CHECK(spelled_lemma("tri", "tried", "VERB") == "try");
  CHECK(spelled_lemma("dy", "dying", "VERB") == "die");
  CHECK(spelled_lemma("citie", "cities", "NOUN") == "city");
  CHECK(spelled_lemma("crise", "crises", "NOUN") == "crisis");
  CHECK(spelled_lemma("wolve", "wolves", "NOUN") == "wolf");
}

TEST_CASE("a lemma that is a word stays, and so does one of a word nobody knows") {
  CHECK(spelled_lemma("see", "saw", "VERB") == "see");
  CHECK(spelled_lemma("man", "men", "NOUN") == "man");
  CHECK(spelled_lemma("qibl", "qibled", "VERB") == "qibl");
  CHECK(spelled_lemma("Paris", "Paris", "PROPN") == "Paris");
}
