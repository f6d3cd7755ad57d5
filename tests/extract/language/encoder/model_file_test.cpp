// Model files are read as they lie, and whatever is none is refused with the reason and what to do.
#include "extract/language/encoder/model_file.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "extract/language/heads/reader.h"
#include "tests/extract/language/encoder/tiny_model.h"

using entente::Reader;
using entente::encoder::ModelError;
using entente::encoder::ModelFile;
using entente::test::replaced;
using entente::test::TemporaryFile;
using entente::test::TinyModel;

namespace {

/// Why a file is refused, without its path; "" where it is taken.
std::string refusal(const std::string& content) {
  const TemporaryFile file(content);
  try {
    static_cast<void>(Reader::open(file.path()));
    return "";
  } catch (const ModelError& error) {
    const std::string message = error.what();
    REQUIRE(message.starts_with(file.path() + ": "));
    return message.substr(file.path().size() + 2);
  }
}

bool begins(const std::string& text, const std::string& begin) {
  INFO(text);
  return text.starts_with(begin);
}

}  // namespace

TEST_CASE("a model file says what is in it") {
  const TemporaryFile file(TinyModel().file());
  const ModelFile model = ModelFile::open(file.path());
  CHECK(model.header().name == "tiny");
  CHECK(model.header().settings.inner == 64);
  CHECK(model.labels("rel") == std::vector<std::string>{"nsubj", "obj", "punct"});
  CHECK(model.header().licences[0].licence == "CC0-1.0");
  CHECK(model.header().scores.at("Corpus dev").at("UPOS") == 12.5);
  CHECK(model.bytes() == TinyModel().file().size());
  CHECK(model.whole("upos.weight", std::array<std::size_t, 2>{3, 32}).size() == 96);
}

TEST_CASE("heads that the program does not know are skipped") {
  CHECK(refusal(TinyModel().file()) == "");
}

TEST_CASE("what is no model is refused") {
  CHECK(begins(refusal(""), "no entente model"));
  CHECK(begins(refusal("PK\x03\x04 something else"), "no entente model"));
  CHECK(begins(refusal("ententeM"), "cut short: it ends before its header"));
  CHECK_THROWS_WITH_AS(static_cast<void>(ModelFile::open("/no/such/model")),
                       "cannot read the model '/no/such/model': No such file or directory", ModelError);
  CHECK_THROWS_WITH_AS(static_cast<void>(ModelFile::open("/")), "cannot read the model '/': Is a directory",
                       ModelError);
}

TEST_CASE("another version is refused with what to do") {
  TinyModel model;
  model.version = 2;
  CHECK(refusal(model.file()) ==
        "model format 2, and this program reads format 1; use the newer program that belongs to it");
}

TEST_CASE("a file cut anywhere is refused") {
  const std::string whole = TinyModel().file();
  for (std::size_t size = 0; size < whole.size(); size += size < 200 ? 7 : 997) {
    const std::string reason = refusal(whole.substr(0, size));
    INFO(size, ": ", reason);
    CHECK((reason.starts_with("cut short") || reason.starts_with("no entente model")));
  }
  CHECK(begins(refusal(whole + "more"), "too long"));
}

TEST_CASE("a changed byte among the tensors is noticed") {
  std::string content = TinyModel().file();
  content[content.size() - 100] = static_cast<char>(content[content.size() - 100] ^ 1);
  CHECK(begins(refusal(content), "damaged: its tensors have the checksum"));
}

TEST_CASE("a header that says something else is refused") {
  const auto with = [](std::string_view from, std::string_view to) {
    TinyModel model;
    model.header = replaced(model.header, from, to);
    return refusal(model.file());
  };
  CHECK(begins(with(R"("name":"tiny",)", R"("name":"tiny")"), "its header is no JSON (byte 14"));
  CHECK(with(R"("language":"en",)", "") == "its header has no 'language'");
  CHECK(with(R"("hidden":32)", R"("hidden":-3)") == "'hidden' of its header is not a whole number");
  CHECK(with(R"("layers":2)", R"("layers":0)") == "'layers' of its header is not from 1 to 16777216");
  CHECK(with(R"("layers":2)", R"("layers":3)") == "it has no tensor 'encoder.layers.2.qkv.weight'");
  CHECK(with(R"("hidden":32)", R"("hidden":40)") == "its width of 40 is no multiple of 16, as this program needs");
  CHECK(with(R"("heads":2)", R"("heads":4)") ==
        "its width of an attention head of 8 is no multiple of 16, as this program needs");
  CHECK(with(R"("inner":64)", R"("inner":48)") ==
        "the tensor 'encoder.layers.0.up.weight' is i8 [64, 32], and its settings call for i8 [48, 32]");
  CHECK(with(R"("vocabulary":24)", R"("vocabulary":25)") == "its vocabulary has 24 pieces, and its settings say 25");
  CHECK(with(R"("positions":24)", R"("positions":4)") ==
        "its windows of 4 pieces hold no sentence; at least 8 are needed");
  CHECK(with("lower|1|y", "lower|y") == "'lower|y' is no rule of a lemma: case|cut|put");
  CHECK(with("lower|1|y", "lower|x|y") == "'lower|x|y' is no rule of a lemma: what it cuts is no number");
  CHECK(with("S-country", "T-country") == "'T-country' is no tag of a name: O, or B-, I-, E- or S- and a type");
  CHECK(with("\"I-country\"", "\"I-town\"") == "there is no tag 'I-country'");
}

TEST_CASE("heads that read an article are refused where they make no sense") {
  const auto with = [](std::string_view from, std::string_view to) {
    TinyModel model = TinyModel::with_article_heads();
    model.header = replaced(model.header, from, to);
    return refusal(model.file());
  };
  CHECK(with("tiny", "tiny") == "");
  CHECK(with(R"("article_from":1)", R"("article_from":3)") ==
        "'article_from' of its header is not from 0 to its 2 layers");
  CHECK(with(R"("article_layers":1)", R"("article_layers":2)") == "it has no tensor 'article.layers.1.qkv.weight'");
  CHECK(with(R"("product":16)", R"("product":17)") ==
        "its relations 'product' of 17 is no multiple of 16, as this program needs");
  CHECK(with(R"("sum":32,)", "") == "its relations 'sum' of 0 is no multiple of 16, as this program needs");
  CHECK(with(R"("sum":32)", R"("sum":16)") ==
        "the tensor 'relations.first.weight' is i8 [96, 32], and its settings call for i8 [64, 32]");
  CHECK(with("order=before", "order=above") ==
        "its head 'relations' asks for the feature 'order=above', which this program does not know; use the newer "
        "program that belongs to it");
  CHECK(begins(with("apart=2", "apart=1"), "its head 'relations' asks for the feature 'apart=1' twice"));
  CHECK(with(R"("apart=0",)", "") ==
        "the tensor 'relations.features' is f32 [17, 32], and its settings call for f32 [16, 32]");
  CHECK(with(R"("calibration":[[0.03125,0]])", R"("calibration":[[1,0],[1,0]])") ==
        "its head 'coreference' has 1 labels and a calibration of 2");
  CHECK(with(R"("calibration":[[0.03125,0]])", R"("calibration":[[1]])") ==
        "'calibration' of its header is not made of pairs of numbers");
  CHECK(with(R"("events":["none",)", R"("events":["NONE",)") ==
        "the labels of its head 'events' are not 'none' and then types of events");
  CHECK(with(R"("labels":"coreference")", R"("labels":"sameness")") == "it has no labels 'sameness'");
  CHECK(with(R"("relations":["leads",)", R"("relations":[)") ==
        "the tensor 'relations.out.weight' is i8 [2, 48], and its settings call for i8 [1, 48]");
}

TEST_CASE("tensors of article heads that are missing or misshapen are refused") {
  const auto without = [](std::string_view tensor) {
    TinyModel model = TinyModel::with_article_heads();
    model.tensor(tensor).name = "another";
    return refusal(model.file());
  };
  for (const std::string name : {"article.layers.0.norm2.bias", "events.inner.bias", "events.outer.weight",
                                 "relations.first.scale", "relations.features", "coreference.last.bias"}) {
    CHECK(without(name) == "it has no tensor '" + name + "'");
  }
}

TEST_CASE("a tensor that is missing or misshapen is refused") {
  TinyModel missing;
  missing.tensor("tree.join.scale").name = "tree.joint.scale";
  CHECK(refusal(missing.file()) == "it has no tensor 'tree.join.scale'");
  TinyModel other_type;
  other_type.tensor("upos.bias").type = "i8";
  CHECK(refusal(other_type.file()) == "the tensor 'upos.bias' is i8 [3], and its settings call for f32 [3]");
  TinyModel too_large;
  too_large.tensors.back().bytes.clear();  // the shape stays: it would end behind the file
  CHECK(begins(refusal(too_large.file()), "the tensor 'tree.label.bias' of 12 bytes at"));
  TinyModel no_mark;
  no_mark.tensor("vocabulary").bytes = replaced(no_mark.tensor("vocabulary").bytes, "[SEP]", "(SEP)");
  CHECK(refusal(no_mark.file()) == "its vocabulary has no '[SEP]'");
}
