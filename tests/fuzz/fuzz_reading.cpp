// Any bytes, read as a file under several names: no crash, and every article keeps what Article promises.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "extract/reading/reading.h"
#include "extract/text/dates.h"
#include "extract/text/fold.h"
#include "extract/text/utf8.h"

namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

void check(const entente::Article& article) {
  for (const std::string* field :
       {&article.id, &article.title, &article.source, &article.url, &article.language, &article.text}) {
    require(entente::valid_utf8(*field), "every field is valid UTF-8");
  }
  require(!article.id.empty() && !article.text.empty(), "id and text are never empty");
  require(article.published.empty() || entente::parse_iso_date(article.published).has_value(),
          "the date is an ISO date");
  require(article.language.size() == 2, "the language has two letters");
}

void check(const entente::Problem& problem) {
  require(!problem.what.empty(), "a problem says what is wrong");
  require(entente::valid_utf8(message(problem)), "a message is valid UTF-8");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const char* name : {"in", "in.jsonl", "in.csv", "in.html"}) {
    std::size_t articles = 0;
    const entente::ReadingSink sink{[&](const entente::Article& article) { check(article), ++articles; },
                                    [](const entente::Problem& problem) { check(problem); }};
    const auto counts = entente::read_article_bytes(bytes, name, sink);
    require(counts.articles == articles, "counts agree");
  }
  std::size_t end = 0;
  for (const entente::Word& word : entente::words(bytes.substr(0, 4096))) {
    require(word.span.begin >= end && word.span.end > word.span.begin && word.span.end <= size, "words are in order");
    end = word.span.end;
  }
  return 0;
}
