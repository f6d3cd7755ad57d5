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
    : inner_(kernels, file, "names.inner", file.header().settings.hidden, file.header().settings.names_inner),
      outer_(kernels, file, "names.outer", file.header().settings.names_inner, file.labels("names").size()),
      scheme_(scheme_of(file)) {}

NamesHead::Scores NamesHead::score(const HeadInput& input) const {
  encoder::AlignedVector<float> inner = applied(inner_, input);
  input.kernels.relu(inner.data(), inner.size());
  encoder::QuantisedRows rows;
  rows.assign(input.kernels, inner.data(), input.rows.count, inner_.stride());
  return {applied(outer_, {input.kernels, rows.view()}), outer_.stride()};
}

std::vector<std::uint32_t> NamesHead::tags(const Scores& scores, const SentenceNodes& sentence) const {
  return scheme_.best(scores.scores.data() + (sentence.first_node + 1) * scores.stride, sentence.words, scores.stride);
}

float NamesHead::sureness(const encoder::Kernels& kernels, const Scores& scores, const SentenceNodes& sentence,
                          const std::vector<std::uint32_t>& tags, const TaggedSpan& span) const {
  float least = 1.0F;
  encoder::AlignedVector<float> powers(scores.stride);
  for (std::uint32_t w = span.begin; w < span.end; ++w) {
    const float* row = scores.scores.data() + (sentence.first_node + 1 + w) * scores.stride;
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
