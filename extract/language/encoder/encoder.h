// The transformer: pieces of a window in, a vector for each piece out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "extract/language/encoder/aligned.h"
#include "extract/language/encoder/kernels.h"
#include "extract/language/encoder/layer_stack.h"
#include "extract/language/encoder/model_file.h"
#include "extract/language/encoder/word_pieces.h"

namespace entente::encoder {

class Encoder {
 public:
  using Workspace = LayerStack::Workspace;

  /// Throws ModelError where tensors are missing or misshapen, or sizes do not suit the kernels.
  Encoder(const Kernels& kernels, const ModelFile& file);

  [[nodiscard]] std::size_t width() const { return settings_.hidden; }
  [[nodiscard]] std::size_t longest_window() const { return settings_.positions; }
  [[nodiscard]] const LayerStack& layers() const { return layers_; }

  /// Vectors [pieces, width] of one window of at most longest_window() pieces. The same bits with every kernel.
  void encode(std::span<const Piece> pieces, Workspace& workspace, AlignedVector<float>& vectors) const;

  /// The vectors before the first layer: encode is this and all layers().
  void embed(std::span<const Piece> pieces, AlignedVector<float>& vectors) const;

 private:
  const Kernels& kernels_;
  ModelFile file_;  // what the views look into
  ModelSettings settings_;
  LayerStack layers_;
  std::span<const std::int8_t> words_;
  std::span<const float> word_scales_, positions_, cases_;
  Norm norm_;
};

}  // namespace entente::encoder
