// See reader.h.
#include "extract/language/heads/reader.h"

#include "extract/language/heads/article_reading.h"
#include "extract/language/heads/network.h"

namespace entente {

Reader Reader::open(const std::string& path, const encoder::Kernels& kernels) {
  return Reader(std::make_shared<const Network>(kernels, encoder::ModelFile::open(path)));
}

std::vector<SentenceReading> Reader::read(std::span<const SentenceWords> sentences) const {
  return network_->read(sentences);
}

ArticleReading Reader::read_article(std::span<const SentenceWords> sentences) const {
  return ArticleReading(network_->read_article(sentences));
}

const encoder::ModelFile& Reader::model() const {
  return network_->file();
}
const encoder::Kernels& Reader::kernels() const {
  return network_->kernels();
}

}  // namespace entente
