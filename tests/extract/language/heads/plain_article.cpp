// See plain_article.h.
#include "tests/extract/language/heads/plain_article.h"

#include <algorithm>
#include <cmath>

#include "extract/language/encoder/encoder.h"
#include "extract/language/encoder/kernels.h"
#include "extract/language/encoder/layer_stack.h"
#include "extract/language/heads/windows.h"

namespace entente::test {

namespace {

using encoder::AlignedVector;

constexpr int kSteps[] = {0, 1, 2, 4, 8, 16, 32};

std::string small(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 'a' - 'A') : c;
  return out;
}

}  // namespace

PlainArticle::PlainArticle(const std::string& model, const std::vector<Words>& sentences)
    : file_(encoder::ModelFile::open(model)), sentences_(sentences) {
  const auto& kernels = encoder::kernels_named("portable");
  const encoder::WordPieces pieces(file_.text("vocabulary"));
  const encoder::Encoder encoder(kernels, file_);
  const auto& settings = file_.header().settings;
  const encoder::LayerStack above(kernels, file_, "article.layers", settings.article_layers);
  for (const Words& words : sentences) vectors_.emplace_back(words.size());
  const std::vector<SentenceWords> spans(sentences.begin(), sentences.end());
  encoder::Encoder::Workspace workspace;
  for (const WindowGroup& group : windows_of(spans, pieces, encoder.longest_window())) {
    std::vector<AlignedVector<float>> windows(group.windows.size());
    for (std::size_t w = 0; w < windows.size(); ++w) {
      encoder.embed(group.windows[w], windows[w]);
      encoder.layers().apply(0, settings.article_from, workspace, windows[w]);
      above.apply(0, above.size(), workspace, windows[w]);
    }
    for (const SentenceNodes& s : group.sentences) {
      for (std::size_t i = 0; i < s.words; ++i) {
        const auto [window, piece] = group.nodes[s.first_node + 1 + i];
        const float* from = windows[window].data() + piece * settings.hidden;
        vectors_[s.sentence][i] = Vector(from, from + settings.hidden);
      }
    }
  }
}

PlainArticle::Vector PlainArticle::linear(const std::string& name, const Vector& x) const {
  const std::size_t outputs = file_.shape(name + ".bias")[0];
  const auto weight = file_.whole(name + ".weight", std::vector{outputs, x.size()});
  const auto scale = file_.real(name + ".scale", std::vector{outputs});
  const auto bias = file_.real(name + ".bias", std::vector{outputs});
  float most = 0;
  for (const float each : x) most = std::max(most, std::abs(each));
  const float inverse = most > 0 ? 127.0F / most : 0.0F;
  Vector y(outputs);
  for (std::size_t o = 0; o < outputs; ++o) {
    int sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      sum += static_cast<int>(std::nearbyint(x[i] * inverse)) * weight[o * x.size() + i];
    }
    y[o] = static_cast<float>(sum) * ((most / 127.0F) * scale[o]) + bias[o];
  }
  return y;
}

PlainArticle::Vector PlainArticle::projected(const std::string& head, const MentionWords& m) const {
  Vector u = linear(head + ".first", vectors_[m.sentence][m.first]);
  const Vector more = linear(head + ".last", vectors_[m.sentence][m.last]);
  for (std::size_t i = 0; i < u.size(); ++i) u[i] += more[i];
  return u;
}

std::vector<std::string> PlainArticle::features(const MentionWords& a, const MentionWords& b) const {
  const auto texts = [&](const MentionWords& m) {
    std::vector<std::string> out;
    for (auto w = m.first; w <= m.last; ++w) out.push_back(small(sentences_[m.sentence][w]));
    return out;
  };
  const auto one = texts(a), other = texts(b);
  const int apart = std::abs(static_cast<int>(a.sentence) - static_cast<int>(b.sentence));
  const int between = std::max({0, static_cast<int>(a.first) - static_cast<int>(b.last) - 1,
                                static_cast<int>(b.first) - static_cast<int>(a.last) - 1});
  const bool before = a.sentence != b.sentence ? a.sentence < b.sentence
                      : a.first != b.first     ? a.first < b.first
                                               : a.last < b.last;
  const std::string kind_of_a(a.kind), kind_of_b(b.kind);
  return {"subject=" + kind_of_a,
          "asks=" + kind_of_a,
          "object=" + kind_of_b,
          "candidate=" + kind_of_b,
          apart >= 9 ? "apart=more"
                     : "apart=" + std::to_string(apart == 4  ? 3
                                                 : apart > 5 ? 5
                                                             : apart),
          apart > 0 ? "words=elsewhere" : "words=" + std::to_string(*(std::ranges::upper_bound(kSteps, between) - 1)),
          before ? "order=before" : "order=after",
          one == other                 ? "match=words"
          : one.back() == other.back() ? "match=head"
                                       : "match=none"};
}

std::vector<float> PlainArticle::pair(const std::string& name, const MentionWords& a, const MentionWords& b) const {
  const encoder::ModelHead& head = *file_.head(name, "pair");
  const std::size_t p = head.product, s = head.sum;
  const auto rows = file_.real(name + ".features", std::vector{head.features.size(), s});
  const Vector of_a = projected(name, a), of_b = projected(name, b);
  const std::vector<std::string> hold = features(a, b);
  Vector z(p + s);
  for (std::size_t i = 0; i < p; ++i) z[i] = of_a[i] * of_b[p + i];
  for (std::size_t i = 0; i < s; ++i) {
    float sum = of_a[2 * p + i] + of_b[2 * p + s + i];
    for (std::size_t f = 0; f < head.features.size(); ++f) {
      if (std::ranges::count(hold, head.features[f]) > 0) sum += rows[f * s + i];
    }
    z[p + i] = std::max(0.0F, sum);
  }
  return linear(name + ".out", z);
}

std::vector<float> PlainArticle::events(std::size_t sentence, std::size_t word) const {
  Vector inner = linear("events.inner", vectors_[sentence][word]);
  for (float& x : inner) x = std::max(0.0F, x);
  return linear("events.outer", inner);
}

}  // namespace entente::test
