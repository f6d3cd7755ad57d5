// The transformer: pieces of a window in, a vector for each piece out.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "extract/language/encoder/aligned.h"
#include "extract/language/encoder/kernels.h"
#include "extract/language/encoder/linear.h"
#include "extract/language/encoder/model_file.h"
#include "extract/language/encoder/word_pieces.h"

namespace entente::encoder {

class Encoder {
 public:
  /// Memory of one call, which the next can use again; one a thread.
  struct Workspace {
    QuantisedRows rows;
    AlignedVector<float> queries_keys_values, attention, inner, sum;
    AlignedVector<std::byte> scratch;
  };

  /// Throws ModelError where tensors are missing or misshapen, or sizes do not suit the kernels.
  Encoder(const Kernels& kernels, const ModelFile& file);

  [[nodiscard]] std::size_t width() const { return settings_.hidden; }
  [[nodiscard]] std::size_t longest_window() const { return settings_.positions; }

  /// Vectors [pieces, width] of one window of at most longest_window() pieces. The same bits with every kernel.
  void encode(std::span<const Piece> pieces, Workspace& workspace, AlignedVector<float>& vectors) const;

 private:
  struct Norm {
    Norm(const ModelFile& file, const std::string& name, std::size_t width);
    std::span<const float> weight, bias;
  };
  struct Layer {
    Layer(const Kernels& kernels, const ModelFile& file, const std::string& name, const ModelSettings& settings);
    Linear queries_keys_values, out, up, down;
    Norm norm1, norm2;
  };

  void embed(std::span<const Piece> pieces, float* vectors) const;
  void attend(const Layer& layer, std::size_t pieces, Workspace& workspace, float* vectors) const;
  void feed_forward(const Layer& layer, std::size_t pieces, Workspace& workspace, float* vectors) const;

  const Kernels& kernels_;
  ModelFile file_;  // what the views below look into
  ModelSettings settings_;
  std::span<const std::int8_t> words_;
  std::span<const float> word_scales_, positions_, cases_;
  Norm norm_;
  std::vector<Layer> layers_;
};

}  // namespace entente::encoder
