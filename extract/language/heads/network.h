// The whole network of a Reader: encoder and heads, and what each head says as texts.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "extract/language/encoder/encoder.h"
#include "extract/language/encoder/word_pieces.h"
#include "extract/language/heads/article_heads.h"
#include "extract/language/heads/article_reading.h"
#include "extract/language/heads/lemma_rule.h"
#include "extract/language/heads/names_head.h"
#include "extract/language/heads/reader.h"
#include "extract/language/heads/tag_head.h"
#include "extract/language/heads/tree_head.h"

namespace entente {

/// CRC-32 of the numbers as bytes.
[[nodiscard]] std::uint32_t checksum_of(std::span<const float> numbers);

class Reader::Network {
 public:
  Network(const encoder::Kernels& kernels, const encoder::ModelFile& file);

  [[nodiscard]] const encoder::ModelFile& file() const { return file_; }
  [[nodiscard]] const encoder::Kernels& kernels() const { return kernels_; }

  [[nodiscard]] std::vector<WindowGroup> windows(std::span<const SentenceWords> sentences) const {
    return windows_of(sentences, pieces_, encoder_.longest_window());
  }

  [[nodiscard]] std::vector<SentenceReading> read(std::span<const SentenceWords> sentences) const;
  [[nodiscard]] std::shared_ptr<const ArticleReading::Content> read_article(
      std::span<const SentenceWords> sentences) const;

  /// CRC-32 of the vectors of a window: those of the encoder, and those of the article layers.
  struct Checksums {
    std::uint32_t encoder, article;
  };
  [[nodiscard]] Checksums checksums(std::span<const encoder::Piece> window) const;

 private:
  struct Memory;

  void encode(std::span<const encoder::Piece> window, Memory& memory, bool article) const;
  void encode_group(const WindowGroup& group, Memory& memory, ArticleReading::Content* article) const;
  [[nodiscard]] std::string lemma_of(std::string_view word, std::uint32_t rule, std::string_view upos) const;
  void read_group(const WindowGroup& group, std::span<const SentenceWords> sentences, Memory& memory,
                  std::vector<SentenceReading>& readings) const;

  [[nodiscard]] std::string_view label(std::string_view kind, std::uint32_t number) const {
    return file_.labels(kind)[number];
  }

  const encoder::Kernels& kernels_;
  encoder::ModelFile file_;
  encoder::WordPieces pieces_;
  encoder::Encoder encoder_;
  TagHead upos_, xpos_, lemma_;
  NamesHead names_;
  TreeHead tree_;
  std::vector<LemmaRule> rules_;
  bool english_;                                 ///< the language whose spelling of lemmas is known
  std::shared_ptr<const ArticleHeads> article_;  ///< which readings keep
};

}  // namespace entente
