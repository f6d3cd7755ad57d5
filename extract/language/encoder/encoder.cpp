// See encoder.h, and training/FORMAT.md, section 4.
#include "extract/language/encoder/encoder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente::encoder {

namespace {

constexpr std::size_t kCases = 5;
constexpr std::size_t kBlockRows = 48;  // rows of the wide inner layer at a time, so that they stay in the second cache

const ModelSettings& checked(const ModelFile& file) {
  const ModelSettings& s = file.header().settings;
  const auto suits = [&](std::size_t size, std::string_view what) {
    if (size % kLanes == 0) return;
    throw file.error(fmt::format("its {} of {} is no multiple of {}, as this program needs", what, size, kLanes));
  };
  suits(s.hidden, "width");
  suits(s.inner, "inner width");
  if (s.hidden % s.heads != 0)
    throw file.error(fmt::format("its width of {} is no multiple of its {} heads", s.hidden, s.heads));
  suits(s.hidden / s.heads, "width of an attention head");
  return s;
}

template <class T>
void make_room(AlignedVector<T>& vector, std::size_t size) {
  if (vector.size() < size) vector.resize(size);
}

}  // namespace

Encoder::Norm::Norm(const ModelFile& file, const std::string& name, std::size_t width)
    : weight(file.real(name + ".weight", std::array{width})), bias(file.real(name + ".bias", std::array{width})) {}

Encoder::Layer::Layer(const Kernels& kernels, const ModelFile& file, const std::string& name, const ModelSettings& s)
    : queries_keys_values(kernels, file, name + ".qkv", s.hidden, 3 * s.hidden),
      out(kernels, file, name + ".out", s.hidden, s.hidden),
      up(kernels, file, name + ".up", s.hidden, s.inner),
      down(kernels, file, name + ".down", s.inner, s.hidden),
      norm1(file, name + ".norm1", s.hidden),
      norm2(file, name + ".norm2", s.hidden) {}

Encoder::Encoder(const Kernels& kernels, const ModelFile& file)
    : kernels_(kernels),
      file_(file),
      settings_(checked(file)),
      words_(file.whole("encoder.words.weight", std::array{settings_.vocabulary, settings_.hidden})),
      word_scales_(file.real("encoder.words.scale", std::array{settings_.vocabulary})),
      positions_(file.real("encoder.positions", std::array{settings_.positions, settings_.hidden})),
      cases_(file.real("encoder.cases", std::array{kCases, settings_.hidden})),
      norm_(file, "encoder.norm", settings_.hidden) {
  layers_.reserve(settings_.layers);
  for (std::size_t i = 0; i < settings_.layers; ++i) {
    layers_.emplace_back(kernels, file, fmt::format("encoder.layers.{}", i), settings_);
  }
}

void Encoder::embed(std::span<const Piece> pieces, float* vectors) const {
  const std::size_t width = settings_.hidden;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto number = static_cast<std::size_t>(pieces[i].number);
    const auto written = static_cast<std::size_t>(pieces[i].written);
    kernels_.embed(words_.data() + number * width, word_scales_[number], positions_.data() + i * width,
                   cases_.data() + written * width, width, vectors + i * width);
  }
  kernels_.add_norm(vectors, nullptr, pieces.size(), width, norm_.weight.data(), norm_.bias.data());
}

void Encoder::attend(const Layer& layer, std::size_t pieces, Workspace& w, float* vectors) const {
  const std::size_t width = settings_.hidden, size = width / settings_.heads;
  make_room(w.queries_keys_values, pieces * 3 * width);
  make_room(w.attention, pieces * width);
  make_room(w.sum, pieces * width);
  make_room(w.scratch, kernels_.attention_scratch(pieces, size));
  w.rows.assign(kernels_, vectors, pieces, width);
  layer.queries_keys_values.apply(kernels_, w.rows.view(), w.queries_keys_values.data());
  kernels_.attend({w.queries_keys_values.data(), pieces, settings_.heads, size, w.scratch.data(), w.attention.data()});
  w.rows.assign(kernels_, w.attention.data(), pieces, width);
  layer.out.apply(kernels_, w.rows.view(), w.sum.data());
  kernels_.add_norm(vectors, w.sum.data(), pieces, width, layer.norm1.weight.data(), layer.norm1.bias.data());
}

void Encoder::feed_forward(const Layer& layer, std::size_t pieces, Workspace& w, float* vectors) const {
  const std::size_t width = settings_.hidden, inner = settings_.inner;
  make_room(w.inner, kBlockRows * inner);
  for (std::size_t first = 0; first < pieces; first += kBlockRows) {
    const std::size_t count = std::min(kBlockRows, pieces - first);
    float* x = vectors + first * width;
    w.rows.assign(kernels_, x, count, width);
    layer.up.apply(kernels_, w.rows.view(), w.inner.data());
    kernels_.gelu(w.inner.data(), count * inner);
    w.rows.assign(kernels_, w.inner.data(), count, inner);
    layer.down.apply(kernels_, w.rows.view(), w.sum.data());
    kernels_.add_norm(x, w.sum.data(), count, width, layer.norm2.weight.data(), layer.norm2.bias.data());
  }
}

void Encoder::encode(std::span<const Piece> pieces, Workspace& workspace, AlignedVector<float>& vectors) const {
  vectors.resize(pieces.size() * settings_.hidden);
  embed(pieces, vectors.data());
  for (const Layer& layer : layers_) {
    attend(layer, pieces.size(), workspace, vectors.data());
    feed_forward(layer, pieces.size(), workspace, vectors.data());
  }
}

}  // namespace entente::encoder
