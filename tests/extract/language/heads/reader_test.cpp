// Sentences in, readings out: with a tiny model of random weights, and with the shipped one where it is there.
#include "extract/language/heads/reader.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>
#include <thread>

#include "tests/extract/language/encoder/tiny_model.h"

using entente::Reader;
using entente::SentenceReading;
using entente::SentenceWords;
using entente::encoder::available_kernels;
using entente::encoder::Kernels;
using entente::test::replaced;
using entente::test::TemporaryFile;
using entente::test::TinyModel;

namespace {

using Words = std::vector<std::string_view>;

const Words kFirst{"Xi", "met", "Macron", "in", "Z\u00fcrich", "."};
const Words kSecond{"The", "UN", "and", "EUs", "10", "wars", ",", "Paris", "-", "\u4e2d"};

std::string line(const SentenceReading& reading) {
  std::string text;
  for (const auto& w : reading.words) {
    text += fmt::format("{}/{}/{}/{}:{}/{} ", w.upos, w.xpos, w.lemma, w.head, w.relation, w.name_tag);
  }
  for (const auto& n : reading.names) text += fmt::format("[{} {} {}.{} {}]", n.begin, n.end, n.kind, n.type, n.score);
  return text;
}

std::string all(const Reader& reader, const std::vector<Words>& sentences) {
  const std::vector<SentenceWords> spans(sentences.begin(), sentences.end());
  std::string text;
  for (const SentenceReading& reading : reader.read(spans)) text += line(reading) + "\n";
  return text;
}

void check_tree(const SentenceReading& reading) {
  std::size_t roots = 0;
  for (std::size_t i = 0; i < reading.words.size(); ++i) {
    std::size_t v = i + 1, steps = 0;
    if (reading.words[i].head == 0) ++roots;
    while (v != 0 && steps++ <= reading.words.size()) v = reading.words[v - 1].head;
    CHECK(v == 0);
  }
  CHECK(roots == 1);
}

/// A sample of the tiny model as training/reference.py reads it: an implementation of its own.
constexpr std::string_view kSample =
    R"({"sentences":[{"words":["Xi","met","Macron","in","Zürich","."],"upos":["VERB","PUNCT","VERB","PUNCT")"
    R"(,"PUNCT","VERB"],"xpos":["NN","NN","NN","NN","NN","NN"],"lemma":["whole|0|be","start|0|","start|0|",)"
    R"("start|0|","whole|0|be","whole|0|be"],"names":["O","O","O","B-person.politician","I-person.politicia)"
    R"(n","E-person.politician"],"head":[2,4,2,0,3,2],"rel":["punct","punct","punct","punct","punct","punct)"
    R"("]},{"words":["The","UN","'s","war"],"upos":["PUNCT","PUNCT","VERB","PUNCT"],"xpos":["NN","NN","VB",)"
    R"("NN"],"lemma":["keep|0|","whole|0|be","whole|0|be","start|0|"],"names":["O","O","O","O"],"head":[4,1)"
    R"(,1,0],"rel":["punct","obj","punct","punct"]}],"pieces":[2,4,5,6,7,8,9,13,11,3,15,14,19,1,22,3],"vect)"
    R"(ors_crc32":1976528609})";

/// What the reference says of the same sentences with the heads that read an article.
constexpr std::string_view kArticle =
    R"({"vectors_crc32":2102418269,"events":[["AID","AID","AID","AID","AID","AID"],["AID","AID","AID","AID")"
    R"(]],"events_crc32":2455853457,"relations":{"mentions":[[0,0,0,"person"],[0,2,2,"person"],[0,4,4,"plac)"
    R"(e"],[1,0,1,"country"]],"pairs":[[0,1],[1,0],[0,2],[1,2],[3,2],[3,0]],"scores":[307.3578796386719,98.)"
    R"(72265625,179.8718719482422,-197.00250244140625,281.6976013183594,135.77821350097656,203.582473754882)"
    R"(8,-188.9296417236328,134.90139770507812,-334.1746520996094,229.76998901367188,-328.0594787597656]},")"
    R"(coreference":{"mentions":[[0,0,0,"person"],[0,0,2,"nominal"],[0,2,2,"person"],[1,0,1,"he"],[1,1,1,"p)"
    R"(erson"]],"pairs":[[2,1],[2,0],[3,0],[3,1],[4,0]],"scores":[-9.215726852416992,57.96967697143555,86.0)"
    R"(8868408203125,-0.29128164052963257,-48.0780029296875]}})";

std::string model_with_article_sample(std::string_view from = "", std::string_view to = "") {
  TinyModel model = TinyModel::with_article_heads();
  std::string sample = replaced(std::string(kSample), R"("vectors_crc32":1976528609)",
                                fmt::format(R"("vectors_crc32":1976528609,"article":{})", kArticle));
  if (!from.empty()) sample = replaced(sample, from, to);
  model.header = replaced(model.header, R"("samples":[])", fmt::format(R"("samples":[{}])", sample));
  return model.file();
}

std::string model_with_sample(std::string_view from = "", std::string_view to = "") {
  TinyModel model;
  const std::string sample = from.empty() ? std::string(kSample) : replaced(std::string(kSample), from, to);
  model.header = replaced(model.header, R"("samples":[])", fmt::format(R"("samples":[{}])", sample));
  return model.file();
}

}  // namespace

TEST_CASE("a reading has a value for each word, a tree, and names as its tags say") {
  const TemporaryFile file(TinyModel().file());
  const Reader reader = Reader::open(file.path());
  const std::vector<SentenceWords> sentences{kFirst, {}, kSecond};
  const auto readings = reader.read(sentences);
  REQUIRE(readings.size() == 3);
  CHECK(readings[0].words.size() == kFirst.size());
  CHECK(readings[1].words.empty());
  CHECK(readings[2].words.size() == kSecond.size());
  for (const auto& name : readings[2].names) {
    CHECK(name.score > 0.0F);
    CHECK(name.score <= 1.0F);
    CHECK(readings[2].words[name.end - 1].name_tag.substr(2).starts_with(name.kind));
  }
  check_tree(readings[0]);
  check_tree(readings[2]);
}

TEST_CASE("every kernel replays what the reference computes") {
  const TemporaryFile file(model_with_sample());
  for (const Kernels* kernels : available_kernels()) {
    CAPTURE(kernels->name);
    CHECK(fmt::format("{}", fmt::join(Reader::open(file.path(), *kernels).replay_samples(), "\n")) == "");
  }
}

TEST_CASE("a sample that differs is told") {
  const auto differences = [](std::string_view from, std::string_view to) {
    const TemporaryFile file(model_with_sample(from, to));
    return Reader::open(file.path()).replay_samples();
  };
  CHECK(differences(R"("pieces":[2,)", R"("pieces":[3,)") ==
        std::vector<std::string>{"sample 0: its words have other pieces"});
  CHECK(differences(R"("upos":["VERB")", R"("upos":["DET")") ==
        std::vector<std::string>{"sample 0, sentence 1, word 1 ('Xi'): UPOS is 'VERB', not 'DET'"});
  const auto checksum = differences(R"("vectors_crc32":1)", R"("vectors_crc32":2)");
  REQUIRE(checksum.size() == 1);
  CHECK(checksum[0].starts_with("sample 0: its vectors have the checksum"));
}

TEST_CASE("every kernel replays what the reference computes of an article") {
  const TemporaryFile file(model_with_article_sample());
  for (const Kernels* kernels : available_kernels()) {
    CAPTURE(kernels->name);
    CHECK(fmt::format("{}", fmt::join(Reader::open(file.path(), *kernels).replay_samples(), "\n")) == "");
  }
}

TEST_CASE("a sample of an article that differs is told") {
  const auto differences = [](std::string_view from, std::string_view to) {
    const TemporaryFile file(model_with_article_sample(from, to));
    return fmt::format("{}", fmt::join(Reader::open(file.path()).replay_samples(), "; "));
  };
  CHECK(differences("2102418269", "2102418270") ==
        "sample 0: the vectors of its article layers have the checksum 7d505b5d, not 7d505b5e");
  CHECK(differences("2455853457", "2455853456") ==
        "sample 0: the scores of its events have the checksum 92615991, not 92615990");
  CHECK(differences(R"("AID"],["AID")", R"("AID"],["CONSULT")") ==
        "sample 0, sentence 2, word 1 ('The'): the event is 'AID', not 'CONSULT'");
  CHECK(differences("98.72265625", "98.75") ==
        "sample 0: 'member_of' of relations for the mentions 0 and 1 has the score 98.72266, not 98.75");
  CHECK(differences("98.72265625,", "") == "sample 0: 11 scores of relations for 6 pairs and 2 labels");
  CHECK(differences("57.96967697143555", "57.9696") ==
        "sample 0: 'same' of coreference for the mentions 2 and 0 has the score 57.969677, not 57.9696");
}

TEST_CASE("a sample of an article that makes no sense is refused") {
  const auto refusal = [](std::string_view from, std::string_view to) -> std::string {
    const TemporaryFile file(model_with_article_sample(from, to));
    try {
      static_cast<void>(Reader::open(file.path()));
      return "";
    } catch (const entente::encoder::ModelError& error) {
      return std::string(error.what()).substr(file.path().size() + 2);
    }
  };
  CHECK(refusal(R"([0,2,2,"person"])", R"([2,2,2,"person"])") ==
        "'mentions' of its header is not made of words of its sample");
  CHECK(refusal(R"([0,2,2,"person"])", R"([0,2,6,"person"])") ==
        "'mentions' of its header is not made of words of its sample");
  CHECK(refusal(R"([0,2,2,"person"])", R"([0,2,"person"])") ==
        "'mentions' of its header is not made of sentence, first word, last word and kind");
  CHECK(refusal("[[0,1],[1,0]", "[[0,1],[1,4]") == "'pairs' of its header is not made of two mentions each");
  CHECK(refusal(R"("AID"],["AID")", R"("AID","AID"],["AID")") ==
        "'events' of its header is not made of a label for each word");
}

TEST_CASE("every kernel and any number of threads read the same") {
  const TemporaryFile file(TinyModel().file());
  const std::vector<Words> sentences{kFirst, kSecond, kFirst};
  const std::string wanted = all(Reader::open(file.path(), *available_kernels().front()), sentences);
  for (const Kernels* kernels : available_kernels()) {
    CAPTURE(kernels->name);
    const Reader reader = Reader::open(file.path(), *kernels);
    std::vector<std::string> found(4);
    std::vector<std::thread> threads;
    for (std::string& each : found) threads.emplace_back([&] { each = all(reader, sentences); });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& each : found) CHECK(each == wanted);
  }
}

TEST_CASE("a sentence longer than any window is read whole, with one tree") {
  const TemporaryFile file(TinyModel().file());
  const Reader reader = Reader::open(file.path());
  for (const std::size_t count : {22U, 23U, 24U, 60U, 900U}) {
    Words words;
    for (std::size_t i = 0; i < count; ++i) words.push_back(kSecond[i % kSecond.size()]);
    const std::vector<SentenceWords> sentences{kFirst, words, kFirst};
    const auto readings = reader.read(sentences);
    REQUIRE(readings[1].words.size() == count);
    check_tree(readings[1]);
    CHECK(readings[2].words.size() == kFirst.size());
  }
}

TEST_CASE("a word of more pieces than a window is one word") {
  const TemporaryFile file(TinyModel().file());
  const std::string long_word(500, '-');
  const Words words{"Paris", long_word, "."};
  const std::vector<SentenceWords> one{words};
  CHECK(Reader::open(file.path()).read(one)[0].words.size() == 3);
}

TEST_CASE("the shipped model replays its samples with every kernel") {
  const std::string path = ENTENTE_SOURCE_DIR "/data/model/english.entente";
  if (!std::filesystem::exists(path)) {
    MESSAGE("no model at ", path, ": not replayed");
    return;
  }
  for (const Kernels* kernels : available_kernels()) {
    CAPTURE(kernels->name);
    const Reader reader = Reader::open(path, *kernels);
    CHECK(!reader.model().header().samples.empty());
    CHECK(fmt::format("{}", fmt::join(reader.replay_samples(), "\n")) == "");
  }
}
