// See tiny_model.h.
#include "tests/extract/language/encoder/tiny_model.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <stdexcept>

namespace entente::test {

namespace {

constexpr std::size_t kHidden = 32, kInner = 64, kLayers = 2, kPositions = 24, kArc = 32, kLabel = 16, kNamesInner = 16;
constexpr std::size_t kEventsInner = 16, kProduct = 16, kSum = 32, kRelationFeatures = 17, kCoreferenceFeatures = 21;
constexpr std::string_view kVocabulary =
    "[PAD]\n[UNK]\n[CLS]\n[SEP]\nxi\nmet\nma\n##cr\n##on\nin\nparis\n.\n,\nzurich\nun\nthe\n-\neu\n##s\n'\n1\n##"
    "0\nwar\n中";

std::string number_bytes(std::uint32_t number) {
  std::string bytes(sizeof number, '\0');
  std::memcpy(bytes.data(), &number, sizeof number);
  return bytes;
}

std::string padded(std::string bytes) {
  constexpr std::size_t kAlignment = 64;
  bytes.resize((bytes.size() + kAlignment - 1) / kAlignment * kAlignment, '\0');
  return bytes;
}

/// Random tensors; std::mt19937 gives the same numbers everywhere, the distributions of the library need not.
class Maker {
 public:
  explicit Maker(std::vector<TinyTensor>& tensors, unsigned seed = 7) : tensors_(tensors), random_(seed) {}

  void whole(const std::string& name, std::size_t rows, std::size_t columns) {
    std::string bytes;
    for (std::size_t i = 0; i < rows * columns; ++i) {
      bytes += static_cast<char>(static_cast<int>(random_() % 255) - 127);
    }
    tensors_.push_back({name, "i8", {rows, columns}, bytes});
  }

  void real(const std::string& name, std::vector<std::size_t> shape, float least, float most) {
    std::size_t count = 1;
    for (const std::size_t size : shape) count *= size;
    std::string bytes(count * sizeof(float), '\0');
    for (std::size_t i = 0; i < count; ++i) {
      const float x = least + (most - least) * static_cast<float>(random_() % 4096) / 4096.0F;
      std::memcpy(bytes.data() + i * sizeof x, &x, sizeof x);
    }
    tensors_.push_back({name, "f32", std::move(shape), bytes});
  }

  void linear(const std::string& name, std::size_t inputs, std::size_t outputs) {
    whole(name + ".weight", outputs, inputs);
    real(name + ".scale", {outputs}, 0.004F, 0.02F);
    real(name + ".bias", {outputs}, -0.5F, 0.5F);
  }

  void norm(const std::string& name) {
    real(name + ".weight", {kHidden}, 0.5F, 1.5F);
    real(name + ".bias", {kHidden}, -0.2F, 0.2F);
  }

  void layer(const std::string& name) {
    linear(name + ".qkv", kHidden, 3 * kHidden);
    linear(name + ".out", kHidden, kHidden);
    linear(name + ".up", kHidden, kInner);
    linear(name + ".down", kInner, kHidden);
    norm(name + ".norm1");
    norm(name + ".norm2");
  }

  void pair_head(const std::string& name, std::size_t features, std::size_t labels) {
    linear(name + ".first", kHidden, 2 * kProduct + 2 * kSum);
    linear(name + ".last", kHidden, 2 * kProduct + 2 * kSum);
    real(name + ".features", {features, kSum}, -1.0F, 1.0F);
    linear(name + ".out", kProduct + kSum, labels);
  }

 private:
  std::vector<TinyTensor>& tensors_;
  std::mt19937 random_;
};

constexpr std::string_view kHeader =
    R"("name":"tiny","language":"en","settings":{"hidden":32,"layers":2,"heads":2,"inner":64,"positions":24,)"
    R"("vocabulary":24,"arc":32,"label":16,"names_inner":16,"xpos":2,"lemma":4,"rel":3},)"
    R"("labels":{"upos":["NOUN","VERB","PUNCT"],"xpos":["NN","VB"],"lemma":["keep|0|","lower|1|y","start|0|","whole|0|be"],)"
    R"("rel":["nsubj","obj","punct"],"names":["O","B-person.politician","I-person.politician","E-person.politician",)"
    R"("S-person.politician","B-country","I-country","E-country","S-country"],"cases":["lower","start","capitals","mixed","none"]},)"
    R"("heads":[{"name":"upos","kind":"tag","labels":"upos"},{"name":"xpos","kind":"tag","labels":"xpos"},)"
    R"({"name":"lemma","kind":"tag","labels":"lemma"},{"name":"names","kind":"tag2","labels":"names"},)"
    R"({"name":"tree","kind":"tree","labels":"rel"},{"name":"ties","kind":"pair","labels":"ties"}],)"
    R"("features":[],"lexicon":null,"licences":[{"name":"none","file":"","licence":"CC0-1.0","use":"random"}],)"
    R"("scores":{"Corpus dev":{"UPOS":12.5}},"samples":[])";

constexpr std::string_view kArticleLabels =
    R"("events":["none","CONSULT","AID"],"relations":["leads","member_of"],"coreference":["same"],)";
constexpr std::string_view kArticleHeads =
    R"({"name":"events","kind":"tag2","labels":"events","calibration":[[0.0625,0],[0.03125,-1],[0.125,0.25]]},)"
    R"({"name":"relations","kind":"pair","labels":"relations","product":16,"sum":32,"features":["subject=person",)"
    R"("subject=country","object=person","object=place","apart=0","apart=1","apart=2","words=0","words=1","words=2",)"
    R"("words=4","words=8","words=16","words=32","words=elsewhere","order=before","order=after"],)"
    R"("calibration":[[0.0078125,0.125],[0.015625,-0.5]]},)"
    R"({"name":"coreference","kind":"pair","labels":"coreference","product":16,"sum":32,"features":["asks=person",)"
    R"("asks=he","candidate=person","candidate=nominal","apart=0","apart=1","apart=2","apart=3","apart=5",)"
    R"("apart=more","words=0","words=1","words=2","words=4","words=8","words=16","words=32","words=elsewhere",)"
    R"("match=none","match=head","match=words"],"calibration":[[0.03125,0]]},)";

}  // namespace

TinyModel::TinyModel() : header(kHeader) {
  tensors.push_back({"vocabulary", "text", {kVocabulary.size()}, std::string(kVocabulary)});
  Maker make(tensors);
  const auto words = static_cast<std::size_t>(std::ranges::count(kVocabulary, '\n')) + 1;
  make.whole("encoder.words.weight", words, kHidden);
  make.real("encoder.words.scale", {words}, 0.01F, 0.02F);
  make.real("encoder.positions", {kPositions, kHidden}, -0.3F, 0.3F);
  make.real("encoder.cases", {5, kHidden}, -0.3F, 0.3F);
  make.norm("encoder.norm");
  for (std::size_t i = 0; i < kLayers; ++i) make.layer(fmt::format("encoder.layers.{}", i));
  make.linear("upos", kHidden, 3);
  make.linear("xpos", kHidden, 2);
  make.linear("lemma", kHidden, 4);
  make.linear("names.inner", kHidden, kNamesInner);
  make.linear("names.outer", kNamesInner, 9);
  make.linear("tree.ends", kHidden, 2 * kArc + 2 * kLabel);
  make.linear("tree.join", kArc, kArc);
  make.linear("tree.label", kLabel, 3);
}

TinyModel TinyModel::with_article_heads() {
  TinyModel model;
  model.header = replaced(model.header, R"("arc":32)", R"("article_from":1,"article_layers":1,"arc":32)");
  model.header = replaced(model.header, R"("upos":["NOUN")", std::string(kArticleLabels) + R"("upos":["NOUN")");
  model.header = replaced(model.header, R"({"name":"upos")", std::string(kArticleHeads) + R"({"name":"upos")");
  constexpr unsigned kSeed = 8;
  Maker make(model.tensors, kSeed);
  make.layer("article.layers.0");
  make.linear("events.inner", kHidden, kEventsInner);
  make.linear("events.outer", kEventsInner, 3);
  make.pair_head("relations", kRelationFeatures, 2);
  make.pair_head("coreference", kCoreferenceFeatures, 1);
  return model;
}

TinyTensor& TinyModel::tensor(std::string_view name) {
  const auto found = std::ranges::find(tensors, name, &TinyTensor::name);
  if (found == tensors.end()) throw std::out_of_range(std::string(name));
  return *found;
}

std::string TinyModel::file() const {
  std::string body, list;
  for (const TinyTensor& t : tensors) {
    list += fmt::format(R"({}{{"name":"{}","type":"{}","shape":[{}],"offset":{}}})", list.empty() ? "" : ",", t.name,
                        t.type, fmt::join(t.shape, ","), body.size());
    body = padded(body + t.bytes);
  }
  const auto crc = crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
  const std::string json =
      fmt::format(R"({{{},"tensors":[{}],"bytes":{},"crc32":{}}})", header, list, body.size(), crc);
  return padded(magic + number_bytes(version) + number_bytes(static_cast<std::uint32_t>(json.size())) + json) + body;
}

TemporaryFile::TemporaryFile(std::string_view content) {
  std::string folder = (std::filesystem::temp_directory_path() / "entente-test-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder");
  path_ = folder + "/model.entente";
  std::ofstream(path_, std::ios::binary) << content;
}

TemporaryFile::~TemporaryFile() {
  std::error_code ignored;
  std::filesystem::remove_all(std::filesystem::path(path_).parent_path(), ignored);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::out_of_range(std::string(from));
  return text.replace(at, from.size(), to);
}

}  // namespace entente::test
