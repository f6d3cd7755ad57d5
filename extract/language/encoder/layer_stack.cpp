// See layer_stack.h, and training/FORMAT.md, section 4.
#include "extract/language/encoder/layer_stack.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente::encoder {

namespace {

constexpr std::size_t kBlockRows = 48;  // rows of the wide inner layer at a time, so that they stay in the second cache

const ModelSettings& checked(const ModelFile& file) {
  const ModelSettings& s = file.header().settings;
  check_lanes(file, s.hidden, "width");
  check_lanes(file, s.inner, "inner width");
  if (s.hidden % s.heads != 0)
    throw file.error(fmt::format("its width of {} is no multiple of its {} heads", s.hidden, s.heads));
  check_lanes(file, s.hidden / s.heads, "width of an attention head");
  return s;
}

template <class T>
void make_room(AlignedVector<T>& vector, std::size_t size) {
  if (vector.size() < size) vector.resize(size);
}

}  // namespace

Norm::Norm(const ModelFile& file, const std::string& name, std::size_t width)
    : weight(file.real(name + ".weight", std::array{width})), bias(file.real(name + ".bias", std::array{width})) {}

LayerStack::Layer::Layer(const Kernels& kernels, const ModelFile& file, const std::string& name, const ModelSettings& s)
    : queries_keys_values(kernels, file, name + ".qkv", s.hidden, 3 * s.hidden),
      out(kernels, file, name + ".out", s.hidden, s.hidden),
      up(kernels, file, name + ".up", s.hidden, s.inner),
      down(kernels, file, name + ".down", s.inner, s.hidden),
      norm1(file, name + ".norm1", s.hidden),
      norm2(file, name + ".norm2", s.hidden) {}

LayerStack::LayerStack(const Kernels& kernels, const ModelFile& file, const std::string& prefix, std::size_t count)
    : kernels_(kernels) {
  const ModelSettings& settings = checked(file);
  width_ = settings.hidden;
  heads_ = settings.heads;
  inner_ = settings.inner;
  for (std::size_t i = 0; i < count; ++i) {
    layers_.emplace_back(kernels, file, fmt::format("{}.{}", prefix, i), settings);
  }
}

void LayerStack::attend(const Layer& layer, std::size_t pieces, Workspace& w, float* vectors) const {
  const std::size_t size = width_ / heads_;
  make_room(w.queries_keys_values, pieces * 3 * width_);
  make_room(w.attention, pieces * width_);
  make_room(w.sum, pieces * width_);
  make_room(w.scratch, kernels_.attention_scratch(pieces, size));
  w.rows.assign(kernels_, vectors, pieces, width_);
  layer.queries_keys_values.apply(kernels_, w.rows.view(), w.queries_keys_values.data());
  kernels_.attend({w.queries_keys_values.data(), pieces, heads_, size, w.scratch.data(), w.attention.data()});
  w.rows.assign(kernels_, w.attention.data(), pieces, width_);
  layer.out.apply(kernels_, w.rows.view(), w.sum.data());
  kernels_.add_norm(vectors, w.sum.data(), pieces, width_, layer.norm1.weight.data(), layer.norm1.bias.data());
}

void LayerStack::feed_forward(const Layer& layer, std::size_t pieces, Workspace& w, float* vectors) const {
  make_room(w.inner, kBlockRows * inner_);
  for (std::size_t first = 0; first < pieces; first += kBlockRows) {
    const std::size_t count = std::min(kBlockRows, pieces - first);
    float* x = vectors + first * width_;
    w.rows.assign(kernels_, x, count, width_);
    layer.up.apply(kernels_, w.rows.view(), w.inner.data());
    kernels_.gelu(w.inner.data(), count * inner_);
    w.rows.assign(kernels_, w.inner.data(), count, inner_);
    layer.down.apply(kernels_, w.rows.view(), w.sum.data());
    kernels_.add_norm(x, w.sum.data(), count, width_, layer.norm2.weight.data(), layer.norm2.bias.data());
  }
}

void LayerStack::apply(std::size_t first, std::size_t last, Workspace& workspace, std::span<float> vectors) const {
  const std::size_t pieces = vectors.size() / width_;
  for (std::size_t i = first; i < last; ++i) {
    attend(layers_[i], pieces, workspace, vectors.data());
    feed_forward(layers_[i], pieces, workspace, vectors.data());
  }
}

}  // namespace entente::encoder
