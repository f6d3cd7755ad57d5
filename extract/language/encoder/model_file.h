// A model file, checked and mapped into memory: training/FORMAT.md says what stands where.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace entente::encoder {

/// Why a file is no model that this program can use: "english.entente: ...", with what to do.
class ModelError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Sizes of the network.
struct ModelSettings {
  std::size_t hidden, layers, heads, inner;
  std::size_t positions;  ///< pieces of the longest window, marks included
  std::size_t vocabulary;
  std::size_t arc, label, names_inner;
  std::size_t article_from, article_layers;  ///< encoder layers below the article layers, and these; 0 where not set
};

/// How a score of a label becomes a probability: 1 / (1 + exp(-(slope * score + shift))).
struct ModelCalibration {
  float slope = 1, shift = 0;
};

struct ModelHead {
  std::string name, kind, labels;
  std::size_t product = 0, sum = 0;           ///< widths of a head of kind "pair"
  std::vector<std::string> features;          ///< of such a head: "apart=2" ...
  std::vector<ModelCalibration> calibration;  ///< one a label; empty where there is none
};

struct ModelLicence {
  std::string name, file, licence, use;
};

/// A sentence of a sample with what the model is to say of it: label texts, tags for names, heads from 1 (0: the root).
struct SampleSentence {
  std::vector<std::string> words, upos, xpos, lemma, names, relation;
  std::vector<std::uint32_t> head;
};

/// Words [first, last] of a sentence of a sample.
struct SampleMention {
  std::uint32_t sentence, first, last;
  std::string kind;
};

/// Scores of a head of kind "pair": for each pair of mentions one for each label.
struct SamplePairs {
  std::vector<SampleMention> mentions;
  std::vector<std::array<std::uint32_t, 2>> pairs;
  std::vector<float> scores;
};

/// What the heads that read an article are to say of a sample; empty where the model has not the head.
struct ArticleSample {
  std::uint32_t vectors_crc32 = 0;               ///< of the article layers
  std::uint32_t events_crc32 = 0;                ///< of the scores of all words
  std::vector<std::vector<std::string>> events;  ///< label of the highest score for each word
  SamplePairs relations, coreference;
};

/// One window: its sentences, the numbers of its pieces, and the CRC-32 of its vectors.
struct ModelSample {
  std::vector<SampleSentence> sentences;
  std::vector<std::int32_t> pieces;
  std::uint32_t vectors_crc32 = 0;
  std::optional<ArticleSample> article;
};

/// What the file says of itself.
struct ModelHeader {
  std::string name, language;
  ModelSettings settings{};
  std::map<std::string, std::vector<std::string>, std::less<>> labels;  ///< by kind: "upos", "rel" ...
  std::vector<ModelHead> heads;
  std::vector<std::string> features;
  std::string lexicon;  ///< fingerprint of the lexicon the features were made with; empty where there is none
  std::vector<ModelLicence> licences;
  std::map<std::string, std::map<std::string, double>> scores;  ///< corpus, measure
  std::vector<ModelSample> samples;
};

/// Tensors are views into the file, which stays mapped as long as the ModelFile or a copy of it lives. Each begins at a
/// multiple of 64 bytes.
class ModelFile {
 public:
  /// Maps the file and checks magic, version, size and checksum. Throws ModelError.
  [[nodiscard]] static ModelFile open(const std::string& path);

  [[nodiscard]] const std::string& path() const;
  [[nodiscard]] const ModelHeader& header() const;
  [[nodiscard]] std::size_t bytes() const;       ///< of the whole file
  [[nodiscard]] std::uint32_t checksum() const;  ///< CRC-32 of the tensors
  [[nodiscard]] std::uint32_t format() const;    ///< format version
  [[nodiscard]] std::size_t parameters() const;  ///< numbers in all tensors

  /// A tensor. Throws ModelError where it is missing or has another type or shape.
  [[nodiscard]] std::span<const std::int8_t> whole(std::string_view name, std::span<const std::size_t> shape) const;
  [[nodiscard]] std::span<const float> real(std::string_view name, std::span<const std::size_t> shape) const;
  [[nodiscard]] std::string_view text(std::string_view name) const;

  /// The shape of a tensor of any type. Throws ModelError where it is missing.
  [[nodiscard]] std::span<const std::size_t> shape(std::string_view name) const;

  /// The head of that name and kind, nullptr where there is none.
  [[nodiscard]] const ModelHead* head(std::string_view name, std::string_view kind) const;

  /// The labels of a kind. Throws ModelError where there are none.
  [[nodiscard]] const std::vector<std::string>& labels(std::string_view kind) const;

  /// An error about this file.
  [[nodiscard]] ModelError error(std::string_view what) const;

 private:
  struct Content;
  explicit ModelFile(std::shared_ptr<const Content> content) : content_(std::move(content)) {}
  [[nodiscard]] std::span<const std::byte> tensor(std::string_view name, std::string_view type,
                                                  std::span<const std::size_t> shape) const;

  std::shared_ptr<const Content> content_;
};

}  // namespace entente::encoder
