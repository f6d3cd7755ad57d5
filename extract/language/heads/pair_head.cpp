// See pair_head.h, and training/FORMAT.md, section 8.
#include "extract/language/heads/pair_head.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente {

namespace {

using encoder::AlignedVector;
using encoder::kLanes;

constexpr std::size_t kBlockPairs = 64;  // pairs that go through the last layer at a time

std::size_t suitable(const encoder::ModelFile& file, const encoder::ModelHead& head, std::size_t width,
                     std::string_view what) {
  encoder::check_lanes(file, width, fmt::format("{} '{}'", head.name, what));
  return width;
}

std::vector<float> feature_rows(const encoder::ModelFile& file, const encoder::ModelHead& head) {
  if (head.features.empty()) return {};
  const auto rows = file.real(head.name + ".features", std::array{head.features.size(), head.sum});
  return {rows.begin(), rows.end()};
}

}  // namespace

PairHead::PairHead(const encoder::Kernels& kernels, const encoder::ModelFile& file, const encoder::ModelHead& head)
    : kernels_(kernels),
      labels_(file.labels(head.labels)),
      product_(suitable(file, head, head.product, "product")),
      sum_(suitable(file, head, head.sum, "sum")),
      features_(file, head),
      first_(kernels, file, head.name + ".first", file.header().settings.hidden, 2 * product_ + 2 * sum_),
      last_(kernels, file, head.name + ".last", file.header().settings.hidden, 2 * product_ + 2 * sum_),
      out_(kernels, file, head.name + ".out", product_ + sum_, labels_.size()),
      feature_rows_(feature_rows(file, head)),
      calibration_(kernels, file, head, labels_.size()) {}

AlignedVector<float> PairHead::project(const HeadInput& first, const HeadInput& last) const {
  AlignedVector<float> projected = applied(first_, first);
  const AlignedVector<float> more = applied(last_, last);
  for (std::size_t i = 0; i < projected.size(); ++i) projected[i] += more[i];
  return projected;
}

void PairHead::join(const Mentions& mentions, std::uint32_t a, std::uint32_t b, float* z) const {
  const float* of_a = mentions.projected.data() + a * first_.stride();
  const float* of_b = mentions.projected.data() + b * first_.stride() + product_;
  for (std::size_t i = 0; i < product_; ++i) z[i] = of_a[i] * of_b[i];
  float* sum = z + product_;
  of_a += 2 * product_;
  of_b += product_ + sum_;
  for (std::size_t i = 0; i < sum_; ++i) sum[i] = of_a[i] + of_b[i];
  for (const std::uint32_t row : features_.of(mentions.facts[a], mentions.facts[b])) {
    const float* feature = feature_rows_.data() + row * sum_;
    for (std::size_t i = 0; i < sum_; ++i) sum[i] += feature[i];
  }
  kernels_.relu(sum, sum_);
}

void PairHead::score(const Mentions& mentions, std::uint32_t a, std::span<const std::uint32_t> others,
                     AlignedVector<float>& scores) const {
  const std::size_t width = product_ + sum_;
  scores.resize(others.size() * stride());
  AlignedVector<float> joined(std::min(kBlockPairs, others.size()) * width);
  encoder::QuantisedRows rows;
  for (std::size_t begin = 0; begin < others.size(); begin += kBlockPairs) {
    const std::size_t count = std::min(kBlockPairs, others.size() - begin);
    for (std::size_t i = 0; i < count; ++i) join(mentions, a, others[begin + i], joined.data() + i * width);
    rows.assign(kernels_, joined.data(), count, width);
    out_.apply(kernels_, rows.view(), scores.data() + begin * stride());
  }
}

}  // namespace entente
