#include "cli/write_articles.h"

#include <fmt/format.h>

#include <utility>

#include "cli/ordered_work.h"
#include "cli/progress.h"
#include "cli/run_status.h"
#include "extract/reading/reading.h"

namespace entente {

ExitStatus write_articles(const InputOptions& input, std::ostream& out,
                          const std::function<std::string(Article&)>& make) {
  Progress progress(bytes_to_read(input.inputs()));
  OrderedWork<Article, std::string> work(input.threads(), make, [&](const std::string& text) { out << text; });
  ReadingSink sink;
  sink.article = [&](Article article) {
    progress.add_article(article.text.size());
    work.push(std::move(article));
  };
  sink.problem = [&](const Problem& problem) {
    progress.clear();
    fmt::print(stderr, "entente: {}\n", message(problem));
  };
  const ReadingCounts counts = read_articles(input.inputs(), sink);
  work.finish();
  return status_of(counts);
}

}  // namespace entente
