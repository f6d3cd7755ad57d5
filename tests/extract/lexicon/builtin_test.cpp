// The built-in lexicon opens at once.
#include <doctest/doctest.h>

#include <chrono>

#include "extract/lexicon/image.h"
#include "tests/extract/lexicon/support.h"

using namespace entente;

extern "C" {
extern const std::byte entente_lexicon_begin[];
extern const std::byte entente_lexicon_end[];
}

TEST_CASE("opening, with its fingerprint checked, takes well under 50 ms") {
  const auto begin = std::chrono::steady_clock::now();
  const lexicon::Image image(std::span(entente_lexicon_begin, entente_lexicon_end), "the built-in lexicon");
  const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - begin;
  MESSAGE("opened ", image.entries.size(), " entries in ", time.count(), " ms");
  CHECK(time.count() < 50);
  CHECK(Lexicon::builtin().size() == image.entries.size());
}
