// See names_head.h.
#include "extract/language/heads/names_head.h"

#include <algorithm>
#include <stdexcept>

namespace entente {

namespace {

TagScheme scheme_of(const encoder::ModelFile& file) {
  try {
    return TagScheme(file.labels("names"));
  } catch (const encoder::ModelError&) {
    throw;
  } catch (const std::runtime_error& error) {
    throw file.error(error.what());
  }
}

}  // namespace

NamesHead::NamesHead(const encoder::Kernels& kernels, const encoder::ModelFile& file)
    : layers_(kernels, file, "names", file.header().settings.names_inner, file.labels("names").size()),
      scheme_(scheme_of(file)) {}

std::vector<std::uint32_t> NamesHead::tags(const NodeScores& scores, const SentenceNodes& sentence) const {
  return scheme_.best(scores.row(sentence.first_node + 1), sentence.words, scores.stride);
}

float NamesHead::sureness(const encoder::Kernels& kernels, const NodeScores& scores, const SentenceNodes& sentence,
                          const std::vector<std::uint32_t>& tags, const TaggedSpan& span) const {
  float least = 1.0F;
  encoder::AlignedVector<float> powers(scores.stride);
  for (std::uint32_t w = span.begin; w < span.end; ++w) {
    const float* row = scores.row(sentence.first_node + 1 + w);
    const float most = *std::max_element(row, row + scheme_.size());
    for (std::size_t t = 0; t < scheme_.size(); ++t) powers[t] = row[t] - most;
    kernels.exponential(powers.data(), powers.size());
    float sum = 0.0F;
    for (std::size_t t = 0; t < scheme_.size(); ++t) sum += powers[t];
    least = std::min(least, powers[tags[w]] / sum);
  }
  return least;
}

}  // namespace entente
