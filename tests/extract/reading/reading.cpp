#include "tests/extract/reading/reading.h"

#include <zlib.h>
#include <zstd.h>

namespace entente::test {
namespace {

ReadingSink sink_into(Outcome& outcome) {
  return {[&outcome](Article article) { outcome.articles.push_back(std::move(article)); },
          [&outcome](const Problem& problem) {
            outcome.problems.push_back(problem);
            outcome.messages.push_back(message(problem));
          }};
}

}  // namespace

Article Outcome::only() const {
  Article none;
  none.text = "not one article but " + std::to_string(articles.size()) + "; " + said();
  return articles.size() == 1 ? articles.front() : none;
}

std::string Outcome::said() const {
  std::string all;
  for (const std::string& one : messages) all += (all.empty() ? "" : "\n") + one;
  return all;
}

Outcome read(std::string_view bytes, const std::string& path) {
  Outcome outcome;
  outcome.counts = read_article_bytes(bytes, path, sink_into(outcome));
  return outcome;
}

Outcome read_inputs(const std::vector<std::string>& inputs) {
  Outcome outcome;
  outcome.counts = read_articles(inputs, sink_into(outcome));
  return outcome;
}

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, bytes.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string zstd(std::string_view bytes) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), 1));
  return packed;
}

}  // namespace entente::test
