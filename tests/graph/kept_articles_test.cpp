// The articles kept while a file is read: the last ones, in bounded memory.
#include <doctest/doctest.h>

#include "graph/store_impl.h"

using namespace entente;

namespace {

std::shared_ptr<const SentenceSource> of_size(std::size_t bytes) {
  Article article;
  article.text.assign(bytes, 'a');
  return std::make_shared<const SentenceSource>(std::move(article), std::vector<Span>{{0, 1}});
}

}  // namespace

TEST_CASE("many small articles are kept") {
  KeptArticles kept;
  for (std::int64_t i = 0; i < 10'000; ++i) kept.keep(i, of_size(200));
  for (std::int64_t i = 0; i < 10'000; ++i) REQUIRE(kept.find(i) != nullptr);
  CHECK(kept.find(10'000) == nullptr);
}

TEST_CASE("of large articles only the last are kept") {
  constexpr std::size_t kMegabyte = std::size_t{1} << 20U;
  KeptArticles kept;
  for (std::int64_t i = 0; i < 40; ++i) kept.keep(i, of_size(kMegabyte));
  CHECK(kept.find(0) == nullptr);
  CHECK(kept.find(7) == nullptr);
  CHECK(kept.find(20) != nullptr);
  CHECK(kept.find(39) != nullptr);
  kept.keep(40, of_size(50 * kMegabyte));
  CHECK(kept.find(39) == nullptr);
  CHECK(kept.find(40) == nullptr);
  kept.keep(41, of_size(1));
  CHECK(kept.find(41) != nullptr);
}
