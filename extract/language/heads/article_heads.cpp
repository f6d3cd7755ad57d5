// See article_heads.h, and training/FORMAT.md, section 8.
#include "extract/language/heads/article_heads.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

constexpr std::string_view kNone = "none";

const std::vector<std::string>& event_labels(const encoder::ModelFile& file, const encoder::ModelHead& head) {
  const std::vector<std::string>& labels = file.labels(head.labels);
  if (labels.front() == kNone && labels.size() > 1) return labels;
  throw file.error(fmt::format("the labels of its head '{}' are not '{}' and then types of events", head.name, kNone));
}

/// The width between the two layers is what their tensors have.
std::size_t inner_width(const encoder::ModelFile& file, const encoder::ModelHead& head) {
  const auto shape = file.shape(head.name + ".inner.bias");
  return shape.empty() ? 0 : shape.front();
}

template <class Head>
std::optional<Head> head_of(const encoder::Kernels& kernels, const encoder::ModelFile& file, std::string_view name,
                            std::string_view kind) {
  const encoder::ModelHead* head = file.head(name, kind);
  return head == nullptr ? std::nullopt : std::optional<Head>(std::in_place, kernels, file, *head);
}

}  // namespace

EventsHead::EventsHead(const encoder::Kernels& kernels, const encoder::ModelFile& file, const encoder::ModelHead& head)
    : labels_(event_labels(file, head)),
      layers_(kernels, file, head.name, inner_width(file, head), labels_.size()),
      calibration_(kernels, file, head, labels_.size()) {}

encoder::AlignedVector<float> EventsHead::probabilities(const float* scores) const {
  encoder::AlignedVector<float> lead(labels_.size());
  const std::size_t best = highest(scores, labels_.size());
  float second = scores[best == 0 ? 1 : 0];
  for (std::size_t i = 0; i < labels_.size(); ++i) {
    if (i != best) second = std::max(second, scores[i]);
  }
  for (std::size_t i = 0; i < labels_.size(); ++i) lead[i] = scores[i] - (i == best ? second : scores[best]);
  return calibration_.probabilities(lead.data());
}

ArticleHeads::ArticleHeads(const encoder::Kernels& k, const encoder::ModelFile& f)
    : kernels(k),
      file(f),
      from(f.header().settings.article_layers > 0 ? f.header().settings.article_from : f.header().settings.layers),
      events(head_of<EventsHead>(k, f, "events", "tag2")),
      relations(head_of<PairHead>(k, f, "relations", "pair")),
      coreference(head_of<PairHead>(k, f, "coreference", "pair")),
      layers(k, f, "article.layers", any() ? f.header().settings.article_layers : 0) {}

}  // namespace entente
