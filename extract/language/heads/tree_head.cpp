// See tree_head.h, and training/FORMAT.md, section 5.
#include "extract/language/heads/tree_head.h"

#include <algorithm>
#include <cmath>

#include "extract/language/heads/best_tree.h"
#include "extract/language/heads/core_arguments.h"

namespace entente {

namespace {

using encoder::AlignedVector;
using encoder::Kernels;
using encoder::kLanes;

constexpr std::size_t kLongestTree = 400;  // words; the search may take the third power of this

/// Columns [first, first + width) of rows `stride` apart, nothing below 0.
AlignedVector<float> positive_columns(const Kernels& kernels, const AlignedVector<float>& rows, std::size_t stride,
                                      std::size_t first, std::size_t width) {
  const std::size_t count = rows.size() / stride;
  AlignedVector<float> out(count * width);
  for (std::size_t r = 0; r < count; ++r) {
    const float* from = rows.data() + r * stride + first;
    std::copy(from, from + width, out.data() + r * width);
  }
  kernels.relu(out.data(), out.size());
  return out;
}

std::size_t suitable(const encoder::ModelFile& file, std::size_t width, std::string_view what) {
  encoder::check_lanes(file, width, what);
  return width;
}

}  // namespace

/// What each node is as a dependent and as a head.
struct TreeHead::Ends {
  encoder::QuantisedRows dependents;
  AlignedVector<std::int8_t> heads;  ///< signed, rows of `arc`
  AlignedVector<float> head_scales;
};

TreeHead::TreeHead(const Kernels& kernels, const encoder::ModelFile& file)
    : arc_(suitable(file, file.header().settings.arc, "'arc'")),
      label_(suitable(file, file.header().settings.label, "'label'")),
      ends_(kernels, file, "tree.ends", file.header().settings.hidden, 2 * arc_ + 2 * label_),
      join_(kernels, file, "tree.join", arc_, arc_),
      labels_(kernels, file, "tree.label", label_, file.labels("rel").size()),
      slots_(core_slots(file.labels("rel"))) {}

TreeHead::Arcs TreeHead::arcs_within(const Kernels& kernels, const Ends& ends,
                                     const std::vector<std::size_t>& nodes) const {
  const std::size_t count = nodes.size(), stride = encoder::rounded_up(count, kLanes);
  const std::size_t number = arc_ * kernels.number_bytes;
  AlignedVector<std::int8_t> head_rows(count * arc_);
  AlignedVector<std::byte> dependent_rows(count * number), packed(kernels.packed_bytes(count, arc_));
  AlignedVector<float> head_scales(stride), dependent_scales(count), scores(count * stride);
  const encoder::RowsView all = ends.dependents.view();
  const auto factor = static_cast<float>(1.0 / std::sqrt(static_cast<double>(arc_)));
  for (std::size_t i = 0; i < count; ++i) {
    std::copy_n(ends.heads.data() + nodes[i] * arc_, arc_, head_rows.data() + i * arc_);
    std::copy_n(all.numbers + nodes[i] * number, number, dependent_rows.data() + i * number);
    head_scales[i] = ends.head_scales[nodes[i]];
    dependent_scales[i] = all.scales[nodes[i]] * factor;
  }
  kernels.pack(head_rows.data(), count, arc_, packed.data());
  kernels.multiply({packed.data(), count, arc_, head_scales.data(), nullptr},
                   {dependent_rows.data(), dependent_scales.data(), count}, scores.data());
  return {std::move(scores), count, stride};
}

std::vector<std::uint32_t> TreeHead::heads_of(const Kernels& kernels, const Ends& ends, const SentenceNodes& sentence,
                                              Arcs& arcs) const {
  std::vector<std::uint32_t> heads;
  std::uint32_t root = 0;  // of the first stretch
  for (std::size_t begin = 0; begin < sentence.words; begin += kLongestTree) {
    const std::size_t end = std::min(begin + kLongestTree, sentence.words);
    std::vector<std::size_t> nodes{sentence.first_node};
    for (std::size_t w = begin; w < end; ++w) nodes.push_back(sentence.first_node + 1 + w);
    arcs = arcs_within(kernels, ends, nodes);
    for (const std::uint32_t head : best_tree(arcs.scores.data(), arcs.nodes, arcs.stride)) {
      heads.push_back(head == 0 ? root : head + static_cast<std::uint32_t>(begin));
    }
    if (begin == 0) root = static_cast<std::uint32_t>(std::ranges::find(heads, 0U) - heads.begin()) + 1;
  }
  return heads;
}

TreeHead::Trees TreeHead::read(const HeadInput& input, const std::vector<SentenceNodes>& sentences) const {
  const Kernels& kernels = input.kernels;
  const std::size_t count = input.rows.count, stride = ends_.stride();
  const AlignedVector<float> y = applied(ends_, input);
  Ends ends;
  encoder::QuantisedRows rows;
  rows.assign(kernels, positive_columns(kernels, y, stride, 0, arc_).data(), count, arc_);
  ends.dependents.assign(kernels, applied(join_, {kernels, rows.view()}).data(), count, arc_);
  ends.heads.resize(count * arc_);
  ends.head_scales.resize(count);
  kernels.quantise_signed(positive_columns(kernels, y, stride, arc_, arc_).data(), count, arc_, ends.heads.data(),
                          ends.head_scales.data());

  Trees trees{std::vector<std::uint32_t>(count, 0), {}};
  std::vector<Arcs> arcs(sentences.size());
  AlignedVector<float> joined(count * label_);
  const auto join = [&](std::size_t node, std::size_t head, float* out) {
    const float* dependent = y.data() + node * stride + 2 * arc_;
    const float* above = y.data() + head * stride + 2 * arc_ + label_;
    for (std::size_t i = 0; i < label_; ++i) out[i] = dependent[i] + above[i];
  };
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const std::vector<std::uint32_t> heads = heads_of(kernels, ends, sentences[s], arcs[s]);
    for (std::size_t w = 0; w < heads.size(); ++w) {
      const std::size_t node = sentences[s].first_node + 1 + w;
      trees.heads[node] = heads[w];
      join(node, sentences[s].first_node + heads[w], joined.data() + node * label_);
    }
  }
  kernels.relu(joined.data(), joined.size());
  rows.assign(kernels, joined.data(), count, label_);
  const AlignedVector<float> scores = applied(labels_, {kernels, rows.view()});
  for (std::size_t i = 0; i < count; ++i) {
    trees.labels.push_back(highest(scores.data() + i * labels_.stride(), labels_.outputs()));
  }
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const SentenceNodes& sentence = sentences[s];
    if (sentence.words >= kLongestTree) continue;
    const auto label_scores = [&](std::size_t word, std::size_t head) {
      AlignedVector<float> one(label_);
      join(sentence.first_node + word, sentence.first_node + head, one.data());
      kernels.relu(one.data(), one.size());
      encoder::QuantisedRows row;
      row.assign(kernels, one.data(), 1, label_);
      const AlignedVector<float> all = applied(labels_, {kernels, row.view()});
      return std::vector<float>(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(labels_.outputs()));
    };
    const std::span heads(trees.heads.data() + sentence.first_node + 1, sentence.words);
    const std::span labels(trees.labels.data() + sentence.first_node + 1, sentence.words);
    settle_core_arguments({heads, labels, arcs[s].scores.data(), arcs[s].stride, label_scores}, slots_);
  }
  return trees;
}

}  // namespace entente
