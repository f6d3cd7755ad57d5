// CoNLL-U and IOB are read with all their lines, filled, and scored.
#include <doctest/doctest.h>

#include <sstream>

#include "extract/language/corpora/conllu.h"
#include "extract/language/corpora/iob.h"
#include "extract/language/corpora/name_schemes.h"
#include "extract/language/corpora/scores.h"

using namespace entente;

namespace {

constexpr const char* kText =
    "# newdoc id = a\n"
    "# text = I don't.\n"
    "1\tI\tI\tPRON\tPRP\tCase=Nom\t0\troot\t0:root\t_\n"
    "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
    "2\tdo\tdo\tAUX\tVB\t_\t1\taux:x\t_\tName=B-old|Key=1\n"
    "3\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_\n"
    "3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_\n"
    "\n"
    "# newdoc id = b\n"
    "1\tParis\tParis\tPROPN\tNNP\t_\t0\troot\t_\t_\n"
    "\n";

std::vector<ConlluDocument> conllu(const std::string& text) {
  std::istringstream in(text);
  std::vector<ConlluDocument> documents;
  read_conllu(in, "x.conllu", [&](ConlluDocument document) { documents.push_back(std::move(document)); });
  return documents;
}

std::vector<IobDocument> iob(const std::string& text) {
  std::istringstream in(text);
  std::vector<IobDocument> documents;
  read_iob(in, "x.iob2", [&](IobDocument document) { documents.push_back(std::move(document)); });
  return documents;
}

WordReading word(std::string_view upos, const std::string& lemma, std::uint32_t head, std::string_view relation) {
  return {upos, "VB", "", lemma, head, relation, "O"};
}

SentenceReading some_reading() {
  return {{word("PRON", "I", 2, "nsubj"), word("VERB", "do", 1, "aux:y"), word("PART", "n't", 1, "advmod")},
          {{0, 2, "person", "politician", 0.5F}}};
}

}  // namespace

TEST_CASE("CoNLL-U comes back as it was") {
  const auto documents = conllu(kText);
  REQUIRE(documents.size() == 2);
  CHECK(words_of(documents[0][0]) == std::vector<std::string_view>{"I", "do", "n't"});
  std::ostringstream out;
  for (const auto& document : documents) write_conllu(document[0], out);
  CHECK(out.str() == kText);
}

TEST_CASE("a reading fills the words and leaves ranges, empty words, comments and MISC") {
  ConlluSentence sentence = conllu(kText)[0][0];
  fill(sentence, some_reading());
  std::ostringstream out;
  write_conllu(sentence, out);
  CHECK(out.str() ==
        "# newdoc id = a\n"
        "# text = I don't.\n"
        "1\tI\tI\tPRON\tVB\t_\t2\tnsubj\t_\tName=B-person.politician\n"
        "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
        "2\tdo\tdo\tVERB\tVB\t_\t1\taux:y\t_\tKey=1|Name=I-person.politician\n"
        "3\tn't\tn't\tPART\tVB\t_\t1\tadvmod\t_\t_\n"
        "3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_\n"
        "\n");
}

TEST_CASE("lines that are no CoNLL-U are refused with their place") {
  CHECK_THROWS_WITH(static_cast<void>(conllu("# a\n1\tI\n")),
                    "x.conllu: line 2: 2 columns parted by tabs, and CoNLL-U has 10");
  CHECK_THROWS_WITH(static_cast<void>(conllu("2\tI\tI\t_\t_\t_\t_\t_\t_\t_\n")),
                    "x.conllu: line 1: word '2', and 1 comes next");
  CHECK_THROWS_WITH(static_cast<void>(conllu("x\tI\tI\t_\t_\t_\t_\t_\t_\t_\n")),
                    "x.conllu: line 1: 'x' is no number of a word");
}

TEST_CASE("IOB gives spans; an I- after nothing begins a name") {
  const auto documents =
      iob("-DOCSTART-\tO\n\nXi\tB-PER\nJinping\tI-PER\nin\tO\nParis\tI-LOC\n\nEU\tB-ORG\n-DOCSTART-\nUN B-ORG\n");
  REQUIRE(documents.size() == 2);
  REQUIRE(documents[0].size() == 2);
  CHECK(documents[0][0].names == std::vector<LabelledSpan>{{0, 2, "PER"}, {3, 4, "LOC"}});
  CHECK(documents[1][0].words == std::vector<std::string>{"UN"});
  CHECK_THROWS_WITH(static_cast<void>(iob("Xi\tPER\n")),
                    "x.iob2: line 1: 'Xi\tPER' is no word and tag (O, or B- or I- and a label)");
}

TEST_CASE("trees are scored word by word") {
  TreeScores scores;
  scores.add(conllu(kText)[0][0], some_reading());
  CHECK(scores.words == 3);
  CHECK(scores.upos == 2);
  CHECK(scores.lemma == 2);
  CHECK(scores.head == 2);
  CHECK(scores.relation == 2);
  CHECK(scores.relation_and_subtype == 1);
}

TEST_CASE("the scheme of a file is told by its labels") {
  CHECK(scheme_of({"PER", "LOC"}).name == "conll");
  CHECK(scheme_of({"Person", "Date"}).name == "worldwide");
  CHECK(scheme_of({"politician", "country"}).name == "crossner");
  CHECK(scheme_of({"nothing"}).name == "own");
  CHECK(name_scheme("xyz") == nullptr);
}

TEST_CASE("names are scored strictly, in the terms of the file, without what it ignores") {
  IobSentence gold = iob("a\tB-Person\nb\tB-Location\nc\tB-Date\nd\tO\ne\tB-Organization\n")[0][0];
  SentenceReading reading;
  reading.words.resize(5);
  reading.names = {{0, 1, "person", "other", 1.0F},    // right
                   {1, 2, "organisation", "", 1.0F},   // right span, wrong label
                   {2, 3, "event", "", 1.0F},          // no label there
                   {3, 4, "demonym", "", 1.0F},        // NORP, left out
                   {3, 5, "organisation", "", 1.0F}};  // wrong span
  NameScores scores;
  scores.add(gold, reading, *name_scheme("worldwide"));
  CHECK(scores.gold == 3);
  CHECK(scores.read == 3);
  CHECK(scores.right == 1);
  CHECK(scores.right_spans == 2);
  CHECK(scores.f1() == doctest::Approx(1.0 / 3));
  CHECK(scores.spans_f1() == doctest::Approx(2.0 / 3));
}
