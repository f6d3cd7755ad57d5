// Layers of the transformer, one after the other, over the vectors of a window.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "extract/language/encoder/aligned.h"
#include "extract/language/encoder/kernels.h"
#include "extract/language/encoder/linear.h"
#include "extract/language/encoder/model_file.h"

namespace entente::encoder {

struct Norm {
  Norm(const ModelFile& file, const std::string& name, std::size_t width);
  std::span<const float> weight, bias;  ///< views into the file
};

class LayerStack {
 public:
  /// Memory of one call, which the next can use again; one a thread.
  struct Workspace {
    QuantisedRows rows;
    AlignedVector<float> queries_keys_values, attention, inner, sum;
    AlignedVector<std::byte> scratch;
  };

  /// The layers `prefix`.0 .. `prefix`.(count - 1) of a file, which must stay open. Throws ModelError where tensors are
  /// missing or misshapen, or sizes do not suit the kernels.
  LayerStack(const Kernels& kernels, const ModelFile& file, const std::string& prefix, std::size_t count);

  [[nodiscard]] std::size_t size() const { return layers_.size(); }

  /// Layers [first, last) over vectors [pieces, hidden] of one window, in place. The same bits with every kernel.
  void apply(std::size_t first, std::size_t last, Workspace& workspace, std::span<float> vectors) const;

 private:
  struct Layer {
    Layer(const Kernels& kernels, const ModelFile& file, const std::string& name, const ModelSettings& settings);
    Linear queries_keys_values, out, up, down;
    Norm norm1, norm2;
  };

  void attend(const Layer& layer, std::size_t pieces, Workspace& workspace, float* vectors) const;
  void feed_forward(const Layer& layer, std::size_t pieces, Workspace& workspace, float* vectors) const;

  const Kernels& kernels_;
  std::size_t width_, heads_, inner_;
  std::vector<Layer> layers_;
};

}  // namespace entente::encoder
