// See encoder.h, and training/FORMAT.md, section 4.
#include "extract/language/encoder/encoder.h"

#include <array>

namespace entente::encoder {

namespace {

constexpr std::size_t kCases = 5;

}  // namespace

Encoder::Encoder(const Kernels& kernels, const ModelFile& file)
    : kernels_(kernels),
      file_(file),
      settings_(file.header().settings),
      layers_(kernels, file, "encoder.layers", settings_.layers),
      words_(file.whole("encoder.words.weight", std::array{settings_.vocabulary, settings_.hidden})),
      word_scales_(file.real("encoder.words.scale", std::array{settings_.vocabulary})),
      positions_(file.real("encoder.positions", std::array{settings_.positions, settings_.hidden})),
      cases_(file.real("encoder.cases", std::array{kCases, settings_.hidden})),
      norm_(file, "encoder.norm", settings_.hidden) {}

void Encoder::embed(std::span<const Piece> pieces, AlignedVector<float>& vectors) const {
  const std::size_t width = settings_.hidden;
  vectors.resize(pieces.size() * width);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto number = static_cast<std::size_t>(pieces[i].number);
    const auto written = static_cast<std::size_t>(pieces[i].written);
    kernels_.embed(words_.data() + number * width, word_scales_[number], positions_.data() + i * width,
                   cases_.data() + written * width, width, vectors.data() + i * width);
  }
  kernels_.add_norm(vectors.data(), nullptr, pieces.size(), width, norm_.weight.data(), norm_.bias.data());
}

void Encoder::encode(std::span<const Piece> pieces, Workspace& workspace, AlignedVector<float>& vectors) const {
  embed(pieces, vectors);
  layers_.apply(0, layers_.size(), workspace, vectors);
}

}  // namespace entente::encoder
